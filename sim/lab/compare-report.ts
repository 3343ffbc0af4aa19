import { METRIC_NAMES, type MetricName } from '../projections/metric.ts'
import { daysToTell, ensembleReport, type EnsembleReport } from './ensemble-report.ts'
import { estimatePaired, type PairedEstimate } from './estimate.ts'
import { hasFailed, type ArmResults, type Outcome } from './outcome.ts'

/** b − a of the same people under the same seed, by metric and day; a metric that no pair could tell is left out. */
export type Differences = Readonly<Partial<Record<MetricName, Readonly<Record<string, PairedEstimate>>>>>

/** One number of a difference, by metric and day. */
type ByMetric = Readonly<Partial<Record<MetricName, Readonly<Record<string, number | null>>>>>

/** Runs that must not differ, and by how much they do. */
export interface Placebo {
  /** A fork on the middle day that changes nothing. */
  readonly noOpFork: { readonly runs: number; readonly sameDigests: number }
  /** A stranger who comes on the last day: the largest difference of any metric up to the morning of that day. */
  readonly irrelevantJoiner: { readonly runs: number; readonly largestDifference: number }
}

/** Two scenarios, paired by the same people (contracts §5). */
export interface CompareReport {
  readonly format: 'qunxiang-compare/1'
  readonly runs: number
  readonly isPartial: boolean
  readonly a: EnsembleReport
  readonly b: EnsembleReport
  readonly difference: Differences
  readonly correlation: ByMetric
  readonly varianceSaved: ByMetric
  readonly runsNeeded: ByMetric
  /** Width of the unpaired interval ÷ width of the paired one. */
  readonly narrower: ByMetric
  /** Share of seeds in which b dies later than a, or lives and a does not; ties count half. */
  readonly bOutlives: number | null
  readonly placebo: Placebo | null
}

interface Pair {
  readonly scenarios: readonly [string, string]
  readonly engine: string
  readonly days: number
  readonly placebo: Placebo | null
}

/** Sums up both arms and what lies between them. */
export function compareReport(pair: Pair, [a, b]: readonly [ArmResults, ArmResults]): CompareReport {
  const { engine, days } = pair
  const pairs = a.flatMap((first, at) => {
    const second = b[at] ?? null
    if (first === null || second === null || hasFailed(first) || hasFailed(second)) return []
    return [[first, second] as const]
  })
  const difference = differencesOf(pairs, daysToTell(days))
  const column = (name: 'correlation' | 'varianceSaved' | 'runsNeeded' | 'narrower'): ByMetric =>
    Object.fromEntries(
      Object.entries(difference).map(([metric, byDay]) => [
        metric,
        Object.fromEntries(Object.entries(byDay).map(([day, paired]) => [day, paired[name]])),
      ]),
    )
  return {
    format: 'qunxiang-compare/1',
    runs: pairs.length,
    isPartial: a.includes(null) || b.includes(null),
    a: ensembleReport({ scenario: pair.scenarios[0], engine, days }, a),
    b: ensembleReport({ scenario: pair.scenarios[1], engine, days }, b),
    difference,
    correlation: column('correlation'),
    varianceSaved: column('varianceSaved'),
    runsNeeded: column('runsNeeded'),
    narrower: column('narrower'),
    bOutlives: pairs.length === 0 ? null : outlives(pairs),
    placebo: pair.placebo,
  }
}

function differencesOf(
  pairs: readonly (readonly [Outcome, Outcome])[],
  days: readonly number[],
): Differences {
  const differences: Partial<Record<MetricName, Record<string, PairedEstimate>>> = {}
  for (const name of METRIC_NAMES) {
    const byDay = days.flatMap((day) => {
      const paired = estimatePaired(
        pairs.map(([first]) => first.at[day]?.[name] ?? null),
        pairs.map(([, second]) => second.at[day]?.[name] ?? null),
      )
      return paired === null ? [] : [[String(day), paired] as const]
    })
    if (byDay.length > 0) differences[name] = Object.fromEntries(byDay)
  }
  return differences
}

function outlives(pairs: readonly (readonly [Outcome, Outcome])[]): number {
  const won = pairs.map(([{ deathDay: a }, { deathDay: b }]) => {
    if (a === b) return 0.5
    return b === null || (a !== null && b > a) ? 1 : 0
  })
  return won.reduce<number>((sum, win) => sum + win, 0) / pairs.length
}
