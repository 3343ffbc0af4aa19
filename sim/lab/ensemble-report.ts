import { METRIC_NAMES, type MetricName } from '../projections/metric.ts'
import { estimate, type Estimate } from './estimate.ts'
import { hasFailed, type ArmResults, type FailedRun, type Outcome } from './outcome.ts'
import { aliveAfter, survivalCurve, type SurvivalStep } from './survival.ts'

/** Days after which bands are told, and those after which the share alive is; only as far as the runs go. */
export const BAND_DAYS = [30, 90, 180, 365]
const ALIVE_DAYS = [90, 180, 365]

/** Bands of every metric, by day. A metric that no run could tell is left out. */
export type Bands = Readonly<Partial<Record<MetricName, Readonly<Record<string, Estimate>>>>>

/** One dot: enough to open the run, and to say how it ended. */
export interface Dot {
  readonly seed: string
  readonly deathDay: number | null
  readonly silentDay: number | null
  /** After the last day. */
  readonly members: number | null
  readonly conversionRate: number | null
  readonly ownerNet: number | null
}

/** What many runs of one scenario came to (contracts §5). */
export interface EnsembleReport {
  readonly format: 'qunxiang-ensemble/1'
  readonly scenario: string
  readonly engine: string
  readonly days: number
  /** Runs that were done, and whether others were asked for and not done. */
  readonly runs: number
  readonly isPartial: boolean
  readonly seeds: readonly string[]
  readonly metrics: Bands
  readonly alive: Readonly<Record<string, number>>
  readonly survival: readonly SurvivalStep[]
  readonly outcomes: readonly Dot[]
  /** Runs that broke, with the reason. */
  readonly failed: readonly FailedRun[]
}

interface Arm {
  readonly scenario: string
  readonly engine: string
  readonly days: number
}

/** Sums up the runs that were done. */
export function ensembleReport(arm: Arm, results: ArmResults): EnsembleReport {
  const done = results.filter((result) => result !== null)
  const outcomes = done.filter((result): result is Outcome => !hasFailed(result))
  return {
    format: 'qunxiang-ensemble/1',
    ...arm,
    runs: done.length,
    isPartial: done.length < results.length,
    seeds: done.map(({ seed }) => seed),
    metrics: bandsOf(outcomes, daysToTell(arm.days)),
    alive: Object.fromEntries(
      (outcomes.length === 0 ? [] : ALIVE_DAYS)
        .filter((day) => day <= arm.days)
        .map((day) => [day, aliveAfter(outcomes, day)]),
    ),
    survival: outcomes.length === 0 ? [] : survivalCurve(outcomes, arm.days),
    outcomes: outcomes.map((outcome) => dotOf(outcome, arm.days)),
    failed: done.filter(hasFailed),
  }
}

/** The days of the bands within a run, and its last. */
export function daysToTell(days: number): number[] {
  return [...new Set([...BAND_DAYS.filter((day) => day <= days), days])]
}

function bandsOf(outcomes: readonly Outcome[], days: readonly number[]): Bands {
  const bands: Partial<Record<MetricName, Record<string, Estimate>>> = {}
  for (const name of METRIC_NAMES) {
    const byDay = days.flatMap((day) => {
      const band = estimate(outcomes.map(({ at }) => at[day]?.[name] ?? null))
      return band === null ? [] : [[String(day), band] as const]
    })
    if (byDay.length > 0) bands[name] = Object.fromEntries(byDay)
  }
  return bands
}

function dotOf({ seed, deathDay, silentDay, at }: Outcome, days: number): Dot {
  const last = at[days]
  return {
    seed,
    deathDay,
    silentDay,
    members: last?.members ?? null,
    conversionRate: last?.conversionRate ?? null,
    ownerNet: last?.ownerNet ?? null,
  }
}
