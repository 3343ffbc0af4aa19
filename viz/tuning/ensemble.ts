import { quantile } from 'd3'
import { hasFailed } from '../../sim/index.ts'
import type { Arm, Ask, Fork, Lab, MetricName, Outcome, RunResult, Scenario } from '../../sim/index.ts'

/** Ends of the steps in which an ensemble is refined: a first picture, a better one, one that can be believed. */
export const STEPS = [10, 30, 100] as const
export const RUNS_MOST = 100
/** So many plans are remembered: a slider that goes back shows at once what was there. */
const REMEMBERED_MOST = 40

/** A plan of which many runs are wanted. */
export interface Plan {
  readonly scenario: Scenario
  readonly forks: readonly Fork[]
}

/** What is known of the plans that were asked for, run by run; null where a run is still to come. */
export type Known = readonly (readonly (RunResult | null)[])[]

/** Many runs of a few plans, refined step by step. A newer question ends the one before. */
export interface Ensemble {
  readonly ask: (plans: readonly Plan[], seed: string) => void
  readonly stop: () => void
  readonly close: () => void
}

export function createEnsemble(options: {
  readonly openLab: () => Lab
  /** Something more is known of the plans that were asked for last. */
  readonly heard: (known: Known, done: number, all: number) => void
}): Ensemble {
  const memory = new Map<string, (RunResult | null)[]>()
  let lab: Lab | null = null
  let asked = 0
  let stopping: AbortController | null = null

  function recallRuns(plan: Plan, seed: string): (RunResult | null)[] {
    const key = JSON.stringify([seed, plan.scenario, plan.forks])
    const runs = memory.get(key) ?? new Array<RunResult | null>(RUNS_MOST).fill(null)
    memory.delete(key) // what was asked for last is forgotten last
    memory.set(key, runs)
    for (const oldest of memory.keys()) {
      if (memory.size <= REMEMBERED_MOST) break
      memory.delete(oldest)
    }
    return runs
  }

  function stop(): void {
    asked += 1
    stopping?.abort()
    stopping = null
  }

  async function ask(plans: readonly Plan[], seed: string): Promise<void> {
    stop()
    const mine = asked
    const { signal } = (stopping = new AbortController())
    const known = plans.map((plan) => recallRuns(plan, seed))
    const done = (): number => known.reduce((sum, runs) => sum + runs.filter((run) => run !== null).length, 0)
    const tell = (): void => options.heard(known, done(), plans.length * RUNS_MOST)
    tell()
    let from = 0
    for (const to of STEPS) {
      const missing = plans.filter((_, at) => known[at]?.slice(from, to).includes(null))
      if (missing.length > 0) {
        // Of a step that was left half done, the rest. Plans stay in step, so that an early end leaves whole pairs.
        const firsts = missing.map((plan) => known[plans.indexOf(plan)]?.indexOf(null, from) ?? from)
        const first = Math.min(...firsts)
        lab ??= options.openLab()
        const arms: Arm[] = missing.map(({ scenario, forks }) => ({ scenario, forks }))
        const question: Ask = {
          ...{ seed, from: first, runs: to - first, signal },
          heard({ arm, run, result }) {
            const plan = missing[arm]
            const runs = plan && known[plans.indexOf(plan)]
            if (runs) runs[run] = result
            if (mine === asked) tell()
          },
        }
        await lab.ask(arms, question)
      }
      if (mine !== asked) return
      from = to
    }
  }

  return {
    ask: (plans, seed) => void ask(plans, seed),
    stop,
    close() {
      stop()
      lab?.close()
      lab = null
    },
  }
}

/** The runs that came to their end, with their numbers. */
export function outcomesIn(
  runs: readonly (RunResult | null)[],
): { readonly run: number; readonly outcome: Outcome }[] {
  return runs.flatMap((result, run) => (result && !hasFailed(result) ? [{ run, outcome: result }] : []))
}

/** A metric after the last day; null where nothing can be said. */
export function lastOf({ at }: Outcome, metric: MetricName): number | null {
  const days = Object.keys(at).map(Number)
  return at[Math.max(...days)]?.[metric] ?? null
}

/** The middle of some numbers; NaN of none. */
export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5)
}

/** The value below which a part (0–1) of the numbers lies, linear between them; NaN of none. */
export function quantileOf(values: readonly number[], part: number): number {
  return quantile(values.filter(Number.isFinite), part) ?? NaN
}

/** In how many of the pairs with one seed the second is higher, lower, or the same. */
export function pairsOf(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
): { readonly higher: number; readonly lower: number; readonly pairs: number } {
  let [higher, lower, pairs] = [0, 0, 0]
  after.forEach((value, run) => {
    const other = before[run] ?? null
    if (value === null || other === null) return
    pairs += 1
    if (value > other) higher += 1
    if (value < other) lower += 1
  })
  return { higher, lower, pairs }
}
