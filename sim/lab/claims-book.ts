import { METRICS } from '../projections/metrics.ts'
import type { MetricName } from '../projections/metric.ts'
import { editScenario, type Edit } from '../scenario/edit.ts'
import { ScenarioError } from '../scenario/problem.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Claim, ClaimMetric } from './claim.ts'
import type { ArmResults } from './outcome.ts'
import type { Context } from './contexts.ts'
import { judge, pointsAsClaimed, type Judged, type JudgedTest, type Verdict } from './judge.ts'

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

/** Scenarios without repetitions, and what puts one on the list and gives its place. */
function createList(): { readonly scenarios: Scenario[]; readonly placeOf: (scenario: Scenario) => number } {
  const scenarios: Scenario[] = []
  const places = new Map<string, number>()
  const placeOf = (scenario: Scenario): number => {
    const key = JSON.stringify(scenario)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, scenarios.length)
    return scenarios.push(scenario) - 1
  }
  return { scenarios, placeOf }
}

/** Results of the arms of a claim, by their names. */
function resultsOf(arms: readonly (readonly [string, number])[], results: readonly ArmResults[]) {
  return Object.fromEntries(arms.map(([name, place]) => [name, results[place] ?? []]))
}

/** Plans the runs of claims; `shipped` gives the scenario of a name. Throws what is wrong with an arm's changes. */
export function planClaims(claims: readonly Claim[], shipped: (name: string) => Scenario): ClaimsPlan {
  const { scenarios, placeOf } = createList()
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
    days: daysOf(claims),
    judgeAll: (results) =>
      plans.map(({ claim, on, off }) => ({
        claim,
        on: judge(claim, resultsOf(on, results)),
        off: judge(claim, resultsOf(off, results)),
      })),
  }
}

function daysOf(claims: readonly Claim[]): readonly number[] {
  return [...new Set(claims.flatMap(({ tests }) => tests.map(({ day }) => day)))].sort((a, b) => a - b)
}

/** The runs in which the direction of claims is tried in other contexts. */
export interface ContextsPlan {
  readonly scenarios: readonly Scenario[]
  readonly days: readonly number[]
  /**
   * For each claim the share of contexts in which all its effects point as claimed; null where none can be tried: a claim
   * about how many come cannot be tried where its arms are not valid.
   */
  readonly sharesOf: (results: readonly ArmResults[]) => (number | null)[]
}

/** Plans to try claims in other contexts: what is different there comes first, and the arms' own changes after it. */
export function planContexts(
  claims: readonly Claim[],
  shipped: (name: string) => Scenario,
  contexts: readonly Context[],
): ContextsPlan {
  const { scenarios, placeOf } = createList()
  const plans = claims.map((claim) => {
    const plain = Object.values(claim.arms).map(({ scenario, edits }) =>
      JSON.stringify(editScenario(shipped(scenario), edits).scenario),
    )
    const tries = contexts.flatMap((context) => {
      const arms = armsIn(claim, shipped, context)
      const isOther = arms?.some(([, scenario], n) => JSON.stringify(scenario) !== plain[n]) ?? false
      return isOther && arms !== null
        ? [arms.map(([name, scenario]) => [name, placeOf(scenario)] as const)]
        : []
    })
    return { claim, tries }
  })
  return {
    scenarios,
    days: daysOf(claims),
    sharesOf: (results) =>
      plans.map(({ claim, tries }) => {
        if (tries.length === 0) return null
        const pointing = tries.filter((arms) => pointsAsClaimed(judge(claim, resultsOf(arms, results))))
        return pointing.length / tries.length
      }),
  }
}

/** The arms of a claim in a context; null where one of them would not be valid. */
function armsIn(
  claim: Claim,
  shipped: (name: string) => Scenario,
  { editsOf }: Context,
): (readonly [string, Scenario])[] | null {
  try {
    return Object.entries(claim.arms).map(([name, { scenario: base, edits }]) => {
      const scenario = shipped(base)
      return [name, editScenario(scenario, [...editsOf(scenario), ...edits]).scenario] as const
    })
  } catch (error) {
    if (error instanceof ScenarioError) return null
    throw error
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

/** The report of a claim, before it is tried in other contexts. */
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
