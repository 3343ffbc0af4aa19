import { addLink, chainDigest, createChain, type Link } from '../events/chain.ts'
import { dayLines, endLine, headerLine } from '../events/jsonl.ts'
import type { Rows } from '../events/rows.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { logHeader } from './header.ts'
import type { Observer } from './run.ts'
import type { Fork } from './stages.ts'

/**
 * Watches a run, so that the readable log of it can be written at any later time: for whoever keeps the facts of a run
 * anyway. Line for line what the command line writes.
 */
export interface Transcript {
  readonly observe: Observer
  /** The first line, with its line feed, as all pieces have theirs. */
  readonly header: () => string
  /** The lines of a day, of which the facts stand at positions from ≤ at < to. */
  readonly day: (day: number, rows: Rows, from: number, to: number) => string
  /** The last line, once all days have been seen. */
  readonly end: () => string
}

/** The transcript of a run of this engine that somebody is about to start. */
export function createTranscript(scenario: Scenario, seed: string, forks: readonly Fork[] = []): Transcript {
  const header = headerLine(logHeader(scenario, seed, forks))
  const chain = createChain(header)
  const links: Link[] = []
  let events = 0
  return {
    observe(world, rows, from, to) {
      links.push(addLink(chain, world, rows, from, to))
      events += to - from
    },
    header: () => `${header}\n`,
    day: (day, rows, from, to) => dayLines(rows, from, to, links[day] as Link),
    end: () => `${endLine({ days: links.length, events, digest: chainDigest(chain) })}\n`,
  }
}
