import { METRICS } from '../projections/metrics.ts'
import type { MetricName } from '../projections/metric.ts'
import { editScenario, type Edit } from '../scenario/edit.ts'
import { ScenarioError } from '../scenario/problem.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Claim, ClaimMetric } from './claim.ts'
import type { ArmResults } from './ensemble.ts'
import { judge, type Judged, type JudgedTest, type Verdict } from './judge.ts'

/** A claim with what the runs say about it, with its mechanism and without. */
export interface JudgedClaim {
  readonly claim: Claim
  readonly on: Judged
  readonly off: Judged
}

/** All runs that a set of claims asks for: each scenario once, however many claims look at it. */
export interface ClaimsPlan {
  readonly scenarios: readonly Scenario[]
  /** Whole days after which metrics are needed. */
  readonly days: readonly number[]
  /** Judges all claims by the results of the scenarios, in their order. */
  readonly judgeAll: (results: readonly ArmResults[]) => JudgedClaim[]
}

/** Plans the runs of claims; `shipped` gives the scenario of a name. Throws what is wrong with an arm's changes. */
export function planClaims(claims: readonly Claim[], shipped: (name: string) => Scenario): ClaimsPlan {
  const scenarios: Scenario[] = []
  const places = new Map<string, number>()
  const placeOf = (scenario: Scenario): number => {
    const key = JSON.stringify(scenario)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, scenarios.length)
    return scenarios.push(scenario) - 1
  }
  const plans = claims.map((claim) => {
    const without = claim.mechanism.map((name) => ({ path: `model.${name}`, value: 0 }))
    const placesOf = (edits: readonly Edit[]) =>
      Object.entries(claim.arms).map(([name, { scenario, edits: ownEdits }]) => {
        const arm = { scenario: shipped(scenario), edits: [...ownEdits, ...edits] }
        return [name, placeOf(scenarioOf(arm, `${claim.file}: ${claim.id}, arm ${name}`))] as const
      })
    return { claim, on: placesOf([]), off: placesOf(without) }
  })
  return {
    scenarios,
    days: [...new Set(claims.flatMap(({ tests }) => tests.map(({ day }) => day)))].sort((a, b) => a - b),
    judgeAll: (results) =>
      plans.map(({ claim, on, off }) => {
        const of = (arms: typeof on) =>
          Object.fromEntries(arms.map(([name, place]) => [name, results[place] ?? []]))
        return { claim, on: judge(claim, of(on)), off: judge(claim, of(off)) }
      }),
  }
}

/** The scenario of an arm; what is wrong with its changes is told with the place in the book. */
function scenarioOf(
  { scenario, edits }: { scenario: Scenario; edits: readonly Edit[] },
  place: string,
): Scenario {
  try {
    return editScenario(scenario, edits).scenario
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    throw new ScenarioError(error.problems.map((problem) => ({ ...problem, file: place })))
  }
}

/** One claim of the report (contracts §5). */
export interface ClaimReport {
  readonly id: string
  readonly verdict: Verdict
  readonly metric: ClaimMetric
  readonly unit: string
  readonly effect: number | null
  readonly ci95: readonly [number, number] | null
  /** Whether all effects have the size that was claimed. */
  readonly inBand: boolean
  /** Share of contexts in which the direction holds; null: not tried. */
  readonly robust: number | null
  readonly withoutMechanism: Verdict
  readonly mechanism: readonly string[]
  readonly tests: readonly JudgedTest[]
  readonly testsWithout: readonly JudgedTest[]
}

export interface ClaimsReport {
  readonly format: 'qunxiang-claims/1'
  readonly engine: string
  readonly seed: string
  /** Runs of every arm that were done, and whether others were asked for and not done. */
  readonly runs: number
  readonly isPartial: boolean
  readonly claims: readonly ClaimReport[]
}

export function claimReport({ claim, on, off }: JudgedClaim): ClaimReport {
  const [first] = on.tests
  const { metric, as } = claim.tests[0]
  return {
    id: claim.id,
    verdict: on.verdict,
    metric,
    unit: unitOf(metric, as),
    effect: first?.effect ?? null,
    ci95: first?.ci95 ?? null,
    inBand: on.tests.every(({ inBand }) => inBand),
    robust: null,
    withoutMechanism: off.verdict,
    mechanism: claim.mechanism,
    tests: on.tests,
    testsWithout: off.tests,
  }
}

/** Unit of an effect. */
export function unitOf(metric: ClaimMetric, as: string): string {
  if (as === 'ratio') return 'relative'
  if (as === 'lead') return 'share of seeds'
  if (metric === 'deathDay' || metric === 'silentDay') return 'days'
  return metric === 'alive' ? 'share' : METRICS[metric as MetricName].unit
}
