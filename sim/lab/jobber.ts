import { isMap } from '../events/log-json.ts'
import { invariant } from '../model/invariant.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { readJob, type Job, type JobDone } from './job.ts'
import { outcomeOf, type RunResult, type Wish } from './outcome.ts'

/**
 * Somebody who does jobs, wherever it is called; it remembers the scenarios that it was given. A message that is no job is
 * answered like a run that broke, and the next one is done.
 */
export function createJobber(): (message: unknown) => JobDone {
  const scenarios = new Map<number, Scenario>()
  return (message) => {
    const { place, seed } = addressOf(message)
    try {
      const job = readJob(message)
      if (job.scenario !== undefined) scenarios.set(job.arm, job.scenario)
      return { place, result: doRun(scenarios.get(job.arm), seed, job.wish) }
    } catch (error) {
      return { place, result: { seed, failure: error instanceof Error ? error.message : String(error) } }
    }
  }
}

function doRun(scenario: Scenario | undefined, seed: string, wish: Wish): RunResult {
  invariant(scenario !== undefined, 'a worker must be given a scenario before its runs')
  return outcomeOf(scenario, seed, wish)
}

/** To whom an answer goes, as far as the message tells. */
function addressOf(message: unknown): Pick<Job, 'place' | 'seed'> {
  const { place, seed } = isMap(message) ? message : {}
  return {
    place: typeof place === 'number' ? place : NO_PLACE,
    seed: typeof seed === 'string' ? seed : '',
  }
}

/** Of what has none. */
const NO_PLACE = -1
