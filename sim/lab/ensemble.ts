import type { Scenario } from '../scenario/scenario.ts'
import type { Job, JobDone } from './job.ts'
import { seedOfRun, type Outcome } from './outcome.ts'

/** A thread that does jobs: a worker of Node or of a browser, opened by whoever may open one. */
export interface LabWorker {
  readonly send: (job: Job) => void
  readonly listen: (onDone: (done: JobDone) => void, onError: (error: Error) => void) => void
  readonly close: () => void
}

export interface EnsembleOptions {
  readonly runs: number
  readonly seed: string
  readonly workers: number
  readonly openWorker: () => LabWorker
  readonly snapshotDays?: readonly number[]
  readonly onProgress?: (done: number, runs: number) => void
}

/** Runs a message carries: some tens of milliseconds of work. */
const BATCH = 5

/**
 * Runs a scenario with the seeds SEED/0, SEED/1, … and gives the outcomes in that order. The number of workers
 * changes how long it takes and nothing else.
 */
export function runEnsemble(scenario: Scenario, options: EnsembleOptions): Promise<Outcome[]> {
  const jobs = jobsOf(scenario, options)
  const outcomes = new Array<Outcome>(options.runs)
  let done = 0
  return new Promise((resolve, reject) => {
    const pool: LabWorker[] = []
    const finish = (end: () => void) => {
      for (const worker of pool) worker.close()
      end()
    }
    if (options.runs === 0) return resolve([])
    const workers = Math.max(1, Math.min(options.workers, jobs.length))
    for (let n = 0; n < workers; n++) {
      const worker = options.openWorker()
      pool.push(worker)
      const next = () => {
        const job = jobs.shift()
        if (job !== undefined) worker.send(job)
      }
      worker.listen(
        ({ first, outcomes: batch }) => {
          batch.forEach((outcome, at) => (outcomes[first + at] = outcome))
          done += batch.length
          options.onProgress?.(done, options.runs)
          if (done === options.runs) finish(() => resolve(outcomes))
          else next()
        },
        (error) => finish(() => reject(error)),
      )
      next()
    }
  })
}

function jobsOf(scenario: Scenario, { runs, seed, snapshotDays = [] }: EnsembleOptions): Job[] {
  const jobs: Job[] = []
  for (let first = 0; first < runs; first += BATCH) {
    const seeds = Array.from({ length: Math.min(BATCH, runs - first) }, (_, n) => seedOfRun(seed, first + n))
    jobs.push({ first, scenario, seeds, snapshotDays })
  }
  return jobs
}
