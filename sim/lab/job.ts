import type { Scenario } from '../scenario/scenario.ts'
import { outcomeOf, type Outcome } from './outcome.ts'

/** A batch of runs: small enough to show progress, large enough not to be drowned in messages. */
export interface Job {
  /** Place of the first seed in the ensemble; comes back with the outcomes. */
  readonly first: number
  readonly scenario: Scenario
  readonly seeds: readonly string[]
  readonly snapshotDays: readonly number[]
}

/** What a worker answers to a job. */
export interface JobDone {
  readonly first: number
  readonly outcomes: readonly Outcome[]
}

/** Does a job, wherever it is called. */
export function doJob({ first, scenario, seeds, snapshotDays }: Job): JobDone {
  return { first, outcomes: seeds.map((seed) => outcomeOf(scenario, seed, snapshotDays)) }
}
