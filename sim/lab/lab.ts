import type { Arm, Job } from './job.ts'
import { seedOfRun, type ArmResults, type RunResult, type Wish } from './outcome.ts'
import { createTeam, type TeamOptions } from './team.ts'

/** What is asked of the lab: the same runs of every arm. */
export interface Ask {
  /** Seeds SEED/from, SEED/(from + 1), … */
  readonly seed: string
  /** The first run. Default: 0. */
  readonly from?: number
  /** Runs of every arm. */
  readonly runs: number
  readonly wish?: Wish
  /** Ends the ask early; what is done is given back. */
  readonly signal?: AbortSignal
  /** Gets each result at once, in whatever order they come. */
  readonly heard?: (done: RunDone) => void
  readonly onProgress?: (done: number, all: number) => void
}

/** One run of an ask that is done. */
export interface RunDone {
  /** Number of the arm among those that were asked for. */
  readonly arm: number
  /** Number of the run: its seed is SEED/run. */
  readonly run: number
  readonly result: RunResult
}

/** A laboratory whose workers stay open from one question to the next. */
export interface Lab {
  /**
   * Runs every arm with the same seeds. A newer question ends the one before, which is answered with what was done by
   * then: its other runs are never sent, and what is still under way is not heard of. Arms take turns seed by seed, so
   * that an early end leaves whole pairs.
   */
  readonly ask: (arms: readonly Arm[], ask: Ask) => Promise<readonly ArmResults[]>
  /** Ends the question under way, and all workers. A lab that is closed answers that nothing was done. */
  readonly close: () => void
}

export function createLab(options: TeamOptions): Lab {
  const team = createTeam(options)
  let placed = 0
  let isClosed = false
  let end = (): void => undefined
  return {
    ask(arms, ask) {
      end()
      const jobs = jobsOf(arms, ask, placed)
      const base = placed
      placed += jobs.length
      const results = new Array<RunResult | null>(jobs.length).fill(null)
      return new Promise((resolve) => {
        const finish = (): void => {
          if (end !== finish) return
          end = () => undefined
          team.give(null)
          ask.signal?.removeEventListener('abort', finish)
          resolve(arms.map((_, arm) => results.filter((_, place) => place % arms.length === arm)))
        }
        end = finish
        if (jobs.length === 0 || isClosed || ask.signal?.aborted === true) return finish()
        ask.signal?.addEventListener('abort', finish)
        let done = 0
        team.give({
          arms,
          jobs,
          onResult({ place, arm }, result) {
            results[place - base] = result
            done += 1
            ask.heard?.({ arm, run: (ask.from ?? 0) + Math.floor((place - base) / arms.length), result })
            ask.onProgress?.(done, jobs.length)
            if (done === jobs.length) finish()
          },
        })
      })
    },
    close() {
      isClosed = true
      team.close()
      end()
    },
  }
}

/** The jobs of an ask. No place is ever used again, so that a late answer is not taken for one to another question. */
function jobsOf(arms: readonly Arm[], { from = 0, runs, seed, wish }: Ask, firstPlace: number): Job[] {
  return Array.from({ length: runs }, (_, run) =>
    arms.map((_, arm) => ({
      place: firstPlace + run * arms.length + arm,
      arm,
      seed: seedOfRun(seed, from + run),
      wish: wish ?? { days: [], series: [] },
    })),
  ).flat()
}
