import type { World } from '../model/world.ts'
import {
  digestOfRows,
  digestOfWorld,
  digestText,
  hexadecimal,
  linkDay,
  startDigest,
  type Digest,
} from './digest.ts'
import type { Rows } from './rows.ts'

/** One day of the chain, as it stands in a log file. */
export interface Link {
  readonly day: number
  /** Number of facts of the day. */
  readonly rows: number
  /** Digests of the day's facts and of the state after it, and the chain up to here. */
  readonly facts: string
  readonly state: string
  readonly digest: string
}

/** The chain of day digests: each link stands on the one before, the first on the header. */
export interface Chain {
  /** The last digest, to go on from. */
  last: Digest
}

/** A chain that starts from the text of the header, so that a header that was changed shows too. */
export function createChain(header: string): Chain {
  const last = startDigest()
  digestText(last, header)
  return { last }
}

/** Adds the day that has just ended, and returns its link. */
export function addLink(chain: Chain, world: World, rows: Rows, from: number, to: number): Link {
  const facts = digestOfRows(rows, from, to)
  const state = digestOfWorld(world)
  const day = world.day - 1
  chain.last = linkDay(chain.last, day, facts, state)
  return {
    day,
    rows: to - from,
    facts: hexadecimal(facts),
    state: hexadecimal(state),
    digest: hexadecimal(chain.last),
  }
}

/** The digest up to here, in sixteen hexadecimal digits. */
export function chainDigest(chain: Chain): string {
  return hexadecimal(chain.last)
}
