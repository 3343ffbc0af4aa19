import type { LocalText } from '../model/local-text.ts'
import type { ParameterName } from '../model/parameters.ts'
import { METRIC_NAMES } from '../projections/metric.ts'
import type { Edit } from '../scenario/edit.ts'

/** What a claim is judged by: the metrics of contracts §4, and how a run ends. */
export const CLAIM_METRICS = [...METRIC_NAMES, 'deathDay', 'silentDay', 'alive'] as const
export type ClaimMetric = (typeof CLAIM_METRICS)[number]

/** A scenario with changes: one side of a comparison. */
export interface ClaimArm {
  /** Name of a shipped scenario. */
  readonly scenario: string
  readonly edits: readonly Edit[]
}

/** How a number of each pair of runs is made: b − a, mean(b) ÷ mean(a) − 1, or whether b is above a (1, ½, 0). */
export const COMPARISONS = ['difference', 'ratio', 'lead'] as const
export type Comparison = (typeof COMPARISONS)[number]

/**
 * One thing that must hold. The size is told by a band from its near end to its far end (the sign of the near end is the
 * direction), or by limits that the interval must not leave.
 */
export interface ClaimTest {
  readonly metric: ClaimMetric
  /** Whole days after which the metric is taken. */
  readonly day: number
  /** The arm that is looked at. */
  readonly of: string
  /** The arm that it is compared with, or a number; null: the metric itself. */
  readonly than: string | number | null
  readonly as: Comparison
  readonly band: readonly [near: number, far: number] | null
  readonly within: readonly [low: number, high: number] | null
  /** Smallest effect that matters, in the direction of the band; half its near end unless stated. */
  readonly smallest: number
}

/**
 * A practitioner's claim, made testable: it must hold, and it must fail without the mechanism that it rests on. Or a
 * tension: two claims that contradict each other, each right under its condition; it holds when both sides do.
 */
export interface Claim {
  /** Number in the book: an article's letter, or that of the tensions, and two digits. */
  readonly id: string
  readonly says: LocalText
  /** Switches (parameters set to 0) that carry it; switched off together. */
  readonly mechanism: readonly ParameterName[]
  /** What published research says about it; null where nothing is known to us. */
  readonly research: LocalText | null
  readonly arms: Readonly<Record<string, ClaimArm>>
  /** All of them must hold. The first tells the effect. */
  readonly tests: readonly [ClaimTest, ...ClaimTest[]]
  /** Where it stands. */
  readonly file: string
}

/** Letters of the articles that the claims come from. */
export const ARTICLES = ['A', 'B', 'C', 'P', 'E'] as const

/** Letter of the entries about where practitioners contradict each other. */
export const TENSION = 'X'

/** Whether an entry is about two claims that contradict each other. */
export function isTension({ id }: Pick<Claim, 'id'>): boolean {
  return id.startsWith(TENSION)
}
