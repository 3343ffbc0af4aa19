import { InvariantError } from '../model/invariant.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { readJobDone, type Job, type JobDone } from './job.ts'
import { seedOfRun, type RunResult, type Wish } from './outcome.ts'

/** A thread that does jobs: a worker of Node or of a browser, opened by whoever may open one. */
export interface LabWorker {
  readonly send: (job: Job) => void
  /**
   * `onDone` gets each answer as it came, unread. `onGone` is called once if the worker ends by itself, with what is
   * known of the reason.
   */
  readonly listen: (onDone: (message: unknown) => void, onGone: (reason: string) => void) => void
  readonly close: () => void
}

export interface EnsembleOptions {
  /** Runs of every arm: seeds SEED/0, SEED/1, … */
  readonly runs: number
  readonly seed: string
  readonly workers: number
  readonly openWorker: () => LabWorker
  readonly wish?: Wish
  readonly onProgress?: (done: number, all: number) => void
  /** Ends the work early; what is done is given back. */
  readonly signal?: AbortSignal
}

/** What became of the runs of one arm, in the order of their seeds; null for a run that was not done. */
export type ArmResults = readonly (RunResult | null)[]

/** Jobs that a worker has at a time: the next one is there when it has done the first. */
const IN_HAND = 2

/**
 * Runs every arm (a scenario) with the same seeds, on worker threads. Which worker does a run, and how many there are,
 * changes how long it takes and nothing else. A run that breaks, or takes its worker down with it, is a failed run; a
 * new worker goes on with the rest. Arms take turns seed by seed, so that an early end leaves whole pairs.
 */
export function runArms(arms: readonly Scenario[], options: EnsembleOptions): Promise<readonly ArmResults[]> {
  const jobs = jobsOf(arms, options)
  const results = new Array<RunResult | null>(jobs.length).fill(null)
  return new Promise((resolve) => {
    const team = createTeam(arms, jobs, {
      ...options,
      onResult: (place, result, done) => {
        results[place] = result
        options.onProgress?.(done, jobs.length)
        if (done === jobs.length) finish()
      },
    })
    const finish = () => {
      team.close()
      options.signal?.removeEventListener('abort', finish)
      resolve(arms.map((_, arm) => results.filter((_, place) => jobs[place]?.arm === arm)))
    }
    if (jobs.length === 0 || options.signal?.aborted === true) return finish()
    options.signal?.addEventListener('abort', finish)
    team.open(Math.max(1, Math.min(options.workers, jobs.length)))
  })
}

function jobsOf(arms: readonly Scenario[], { runs, seed, wish }: EnsembleOptions): Job[] {
  return Array.from({ length: runs }, (_, run) =>
    arms.map((_, arm) => ({
      place: run * arms.length + arm,
      arm,
      seed: seedOfRun(seed, run),
      wish: wish ?? { days: [], series: [] },
    })),
  ).flat()
}

interface TeamOptions {
  readonly openWorker: () => LabWorker
  /** Each job once: its place, what became of it, and how many are done by now. */
  readonly onResult: (place: number, result: RunResult, done: number) => void
}

interface Team {
  readonly open: (workers: number) => void
  readonly close: () => void
}

/** Workers that share a list of jobs out among themselves. */
function createTeam(arms: readonly Scenario[], jobs: readonly Job[], options: TeamOptions): Team {
  const waiting = [...jobs].reverse()
  const open = new Set<LabWorker>()
  let done = 0
  let isClosed = false
  return {
    open: (workers) => {
      for (let n = 0; n < workers; n++) hire()
    },
    close: () => {
      isClosed = true
      for (const worker of open) worker.close()
    },
  }

  function hire(): void {
    const worker = options.openWorker()
    const inHand: Job[] = []
    const knows = new Set<number>()
    open.add(worker)
    const next = () => {
      const job = waiting.pop()
      if (job === undefined) return
      inHand.push(job)
      worker.send(knows.has(job.arm) ? job : { ...job, scenario: arms[job.arm] as Scenario })
      knows.add(job.arm)
    }
    const leave = (reason: string) => {
      if (isClosed || !open.delete(worker)) return
      // A worker does its jobs in order, so the first is the one that it fell over; the others go back.
      const [fallen, ...others] = inHand
      waiting.push(...others.reverse())
      if (waiting.length > 0) hire()
      if (fallen !== undefined) report(fallen.place, { seed: fallen.seed, failure: reason })
    }
    worker.listen((message) => {
      if (isClosed || !open.has(worker)) return
      const answer = answerIn(message, inHand)
      if (typeof answer === 'string') {
        worker.close() // whoever talks nonsense has lost count of its jobs
        return leave(answer)
      }
      const { place, result } = answer
      inHand.splice(
        inHand.findIndex((job) => job.place === place),
        1,
      )
      next()
      report(place, result)
    }, leave)
    for (let n = 0; n < IN_HAND; n++) next()
  }

  function report(place: number, result: RunResult): void {
    done += 1
    options.onResult(place, result, done)
  }
}

/** The answer to a job in hand that a message is, or what is wrong with it. */
function answerIn(message: unknown, inHand: readonly Job[]): JobDone | string {
  try {
    const done = readJobDone(message)
    const isAsked = inHand.some((job) => job.place === done.place)
    return isAsked ? done : `answer.place must be that of a job in hand, got ${done.place}`
  } catch (error) {
    if (error instanceof InvariantError) return error.message
    throw error
  }
}
