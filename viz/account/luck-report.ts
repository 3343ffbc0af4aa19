import { quantile } from 'd3'
import type { Again, MemberFate } from '../../sim/index.ts'
import type { Ending } from './story.ts'

/** Lucks that are tried, that of the seed among them: enough to see what luck does, few enough to count. */
export const LUCKS = 20

/** What is known of one luck: nothing yet, both fates, or that the run broke. */
export type LuckResult = Again | 'failed' | null

/** The same question under many lucks: the first is that of the seed. */
export interface Lucks {
  readonly results: readonly LuckResult[]
  readonly isRunning: boolean
  /** Why the last one that broke did so. */
  readonly failure: string | null
}

/**
 * What one luck says of the cause: without it she would have held out longer, or shorter, or until the same day; or she
 * is there at the end either way.
 */
export type Verdict = 'longer' | 'same' | 'end' | 'shorter' | 'absent' | 'failed' | 'pending'

export interface LuckReport {
  /** Lucks under which she joined with the cause and without it: only these can be compared. */
  readonly compared: number
  readonly counts: Readonly<Record<Verdict, number>>
  /** Days by which she holds out longer without the cause, over those that can be compared; null for none. */
  readonly days: { readonly median: number; readonly low: number; readonly high: number } | null
}

/** Days by which she would have held out longer; null where that cannot be said. */
export function gainOf(result: LuckResult, kind: Ending['kind']): number | null {
  if (result === null || result === 'failed' || !result.as || !result.without) return null
  return heldOut(result.without, kind) - heldOut(result.as, kind)
}

export function verdictOn(result: LuckResult, kind: Ending['kind']): Verdict {
  if (result === null) return 'pending'
  if (result === 'failed') return 'failed'
  const gain = gainOf(result, kind)
  if (gain === null) return 'absent'
  if (gain !== 0) return gain > 0 ? 'longer' : 'shorter'
  return lasts(result.as, kind) ? 'end' : 'same'
}

/** What became of her over all lucks: counts, the median and where 8 in 10 lie (10th to 90th percentile). */
export function luckReport(results: readonly LuckResult[], kind: Ending['kind']): LuckReport {
  const counts = { longer: 0, same: 0, end: 0, shorter: 0, absent: 0, failed: 0, pending: 0 }
  for (const result of results) counts[verdictOn(result, kind)] += 1
  const gains = results.flatMap((result) => gainOf(result, kind) ?? [])
  const at = (share: number): number => Math.round(quantile(gains, share) ?? 0)
  return {
    compared: gains.length,
    counts,
    days: gains.length === 0 ? null : { median: at(0.5), low: at(0.1), high: at(0.9) },
  }
}

/** Who left is asked how long she stayed, who muted how long she listened. */
function heldOut({ stayed, heard }: MemberFate, kind: Ending['kind']): number {
  return kind === 'left' ? stayed : heard
}

/** Whether what the ending is about never happens to her. */
function lasts(fate: MemberFate | null, kind: Ending['kind']): boolean {
  return fate?.outcome !== 'left' && (kind === 'left' || fate?.outcome !== 'muted')
}
