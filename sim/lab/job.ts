import type { Scenario } from '../scenario/scenario.ts'
import { outcomeOf, type RunResult, type Wish } from './outcome.ts'

/** One run to be done. */
export interface Job {
  /** Place in the list of jobs; comes back with the result. */
  readonly place: number
  /** Number of the scenario among those that are run. */
  readonly arm: number
  readonly seed: string
  readonly wish: Wish
  /** The scenario, with the first job of each arm that a worker gets; afterwards the worker knows it. */
  readonly scenario?: Scenario
}

/** What a worker answers to a job. */
export interface JobDone {
  readonly place: number
  readonly result: RunResult
}

/** Somebody who does jobs, wherever it is called; it remembers the scenarios that it was given. */
export function createJobber(): (job: Job) => JobDone {
  const scenarios = new Map<number, Scenario>()
  return ({ place, arm, seed, wish, scenario }) => {
    if (scenario !== undefined) scenarios.set(arm, scenario)
    return { place, result: doRun(scenarios.get(arm), seed, wish) }
  }
}

/** A run that breaks is a result too: the others go on. */
function doRun(scenario: Scenario | undefined, seed: string, wish: Wish): RunResult {
  try {
    if (scenario === undefined) throw new Error('a worker must be given a scenario before its runs')
    return outcomeOf(scenario, seed, wish)
  } catch (error) {
    return { seed, failure: error instanceof Error ? error.message : String(error) }
  }
}
