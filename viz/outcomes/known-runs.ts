import { hasFailed } from '../../sim/index.ts'
import type { Arm, RunResult } from '../../sim/index.ts'
import { RUNS } from './reruns.ts'

/** So many plans are remembered: going back to one costs nothing. */
const PLANS_MOST = 40

/** The reruns that were done since the page was opened, whoever asked for them. */
export interface KnownRuns {
  /** The runs SEED/0, SEED/1, … of a plan; null where one is still to come. */
  readonly of: (arm: Arm, seed: string) => readonly (RunResult | null)[]
  readonly note: (arm: Arm, seed: string, done: { readonly run: number; readonly result: RunResult }) => void
}

/** `onNews`: a run more is known. */
export function createKnownRuns(onNews: () => void = () => {}): KnownRuns {
  const plans = new Map<string, (RunResult | null)[]>()
  return {
    of: (arm, seed) => plans.get(keyOf(arm, seed)) ?? NONE,
    note(arm, seed, { run, result }) {
      const key = keyOf(arm, seed)
      const runs = [...(plans.get(key) ?? NONE)]
      runs[run] = result
      plans.delete(key) // what was heard of last is forgotten last
      plans.set(key, runs)
      for (const oldest of plans.keys()) {
        if (plans.size <= PLANS_MOST) break
        plans.delete(oldest)
      }
      onNews()
    },
  }
}

/** The first run of a plan that is still to be done, or to be tried again because it broke; `RUNS` where there is none. */
export function firstMissing(runs: readonly (RunResult | null)[]): number {
  const at = runs.findIndex((result) => result === null || hasFailed(result))
  return at < 0 ? RUNS : at
}

const NONE: readonly null[] = new Array<null>(RUNS).fill(null)

function keyOf({ scenario, forks = [] }: Arm, seed: string): string {
  const text = texts.get(scenario) ?? JSON.stringify(scenario)
  texts.set(scenario, text)
  return JSON.stringify([seed, forks]) + text
}

/** A scenario is never changed, so that it is written once. */
const texts = new WeakMap<object, string>()
