import { isMap } from '../events/log-json.ts'
import { invariant } from '../model/invariant.ts'
import { readJob, type Arm, type Job, type JobDone } from './job.ts'
import { outcomeOf, type RunResult, type Wish } from './outcome.ts'

/**
 * Somebody who does jobs, wherever it is called; it remembers the latest arm under each number. A message that is no job is
 * answered like a run that broke, and the next one is done.
 */
export function createJobber(): (message: unknown) => JobDone {
  const arms = new Map<number, Arm>()
  return (message) => {
    const { place, seed } = addressOf(message)
    try {
      const { arm, wish, scenario, forks = [] } = readJob(message)
      if (scenario !== undefined) arms.set(arm, { scenario, forks })
      return { place, result: doRun(arms.get(arm), seed, wish) }
    } catch (error) {
      return { place, result: { seed, failure: error instanceof Error ? error.message : String(error) } }
    }
  }
}

function doRun(arm: Arm | undefined, seed: string, wish: Wish): RunResult {
  invariant(arm !== undefined, 'a worker must be given a scenario before its runs')
  return outcomeOf(arm.scenario, seed, wish, arm.forks)
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
