import { KIND } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import { CAUSES, DEPARTURE_CAUSES, type Cause } from '../model/causes.ts'

/** What departures and mutes were due to, summed over their hazard shares. */
export interface Blame {
  readonly departures: Float64Array
  readonly mutes: Float64Array
  /** Kind of the fact that the shares which follow belong to. */
  open: number
}

export function createBlame(): Blame {
  return {
    departures: new Float64Array(DEPARTURE_CAUSES),
    mutes: new Float64Array(DEPARTURE_CAUSES),
    open: 0,
  }
}

/** Adds the facts at positions from ≤ at < to. */
export function blameDay(blame: Blame, rows: Rows, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const kind = rows.kind[at] as number
    if (kind === KIND['member-left'] || kind === KIND['member-muted']) blame.open = kind
    else if (kind === KIND['blame-shared']) {
      const shares = blame.open === KIND['member-left'] ? blame.departures : blame.mutes
      shares[rows.object[at] as number]! += rows.value[at] as number
    }
  }
}

/** Shares by cause, adding up to 1; empty where there was nothing to divide. Causes with no share are left out. */
export function blameShares(sums: Float64Array): Partial<Record<Cause, number>> {
  const total = sums.reduce((sum, part) => sum + part, 0)
  const shares: Partial<Record<Cause, number>> = {}
  for (let cause = 0; cause < DEPARTURE_CAUSES; cause++) {
    const part = sums[cause] as number
    if (part > 0) shares[CAUSES[cause] as Cause] = part / total
  }
  return shares
}
