import { KIND } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import { CAUSES } from '../model/causes.ts'
import type { World } from '../model/world.ts'

/** All departures of a run, or all of its mutes, in the order of their days. Who is woken may be muted again. */
export interface Endings {
  readonly seat: Uint32Array
  /** 0-based. */
  readonly day: Uint16Array
  /** n × CAUSES.length shares of the hazard of that day; each row adds up to 1. */
  readonly shares: Float32Array
}

/** The departures and mutes found so far. A removal is neither: nobody leaves of her own will. */
export interface EndingsModel {
  readonly departures: OpenEndings
  readonly mutes: OpenEndings
}

interface OpenEndings {
  readonly seat: number[]
  readonly day: number[]
  readonly shares: number[]
}

export function createEndings(): EndingsModel {
  return { departures: noEndings(), mutes: noEndings() }
}

/** Adds the day that has just ended: its facts at positions from ≤ at < to, and the world after it. */
export function endingsDay(model: EndingsModel, world: World, rows: Rows, from: number, to: number): void {
  // The shares of an ending follow it, before the next one.
  let open: OpenEndings | null = null
  for (let at = from; at < to; at++) {
    const kind = rows.kind[at]
    const isDeparture = kind === KIND['member-left']
    if (isDeparture || kind === KIND['member-muted']) {
      open = isDeparture ? model.departures : model.mutes
      open.seat.push(world.seatOf[rows.actor[at] as number] as number)
      open.day.push(world.day - 1)
      for (let cause = 0; cause < CAUSES.length; cause++) open.shares.push(0)
    } else if (kind === KIND['blame-shared'] && open !== null) {
      open.shares[open.shares.length - CAUSES.length + (rows.object[at] as number)] = rows.value[at] as number
    }
  }
}

/** Everything found, as columns. */
export function endingsIn(model: EndingsModel): { readonly departures: Endings; readonly mutes: Endings } {
  return { departures: columnsOf(model.departures), mutes: columnsOf(model.mutes) }
}

function columnsOf({ seat, day, shares }: OpenEndings): Endings {
  return {
    seat: Uint32Array.from(seat),
    day: Uint16Array.from(day),
    shares: Float32Array.from(shares),
  }
}

function noEndings(): OpenEndings {
  return { seat: [], day: [], shares: [] }
}
