import { runArms } from '../../sim/index.ts'
import type { Arm, RunDone } from '../../sim/index.ts'
import { openLabWorker, workersFor } from '../player/lab.ts'
import { firstMissing } from './known-runs.ts'
import type { KnownRuns } from './known-runs.ts'
import { RUNS } from './reruns.ts'

export interface RerunOptions {
  /** The seed SEED of the runs SEED/0, SEED/1, … */
  readonly seed: string
  readonly known: KnownRuns
  /** Ends it early; what is done is known. */
  readonly signal: AbortSignal
  /** Gets each run as it is done; `arm` is its place among those that were given. */
  readonly heard?: (done: RunDone) => void
  /** Runs known, of all. */
  readonly onProgress?: (done: number, all: number) => void
}

/** Runs what is not known yet of some plans; whatever comes of it is known from then on. */
export async function rerun(arms: readonly Arm[], options: RerunOptions): Promise<void> {
  const { seed, known, signal, heard, onProgress } = options
  const missing = arms.filter((arm) => firstMissing(known.of(arm, seed)) < RUNS)
  // Plans stay in step, so that an early end leaves whole pairs; what one of them is ahead is done once more.
  const from = Math.min(RUNS, ...missing.map((arm) => firstMissing(known.of(arm, seed))))
  await runArms(missing, {
    ...{ seed, signal, from, runs: RUNS - from },
    wish: { days: [], series: [], staying: true },
    workers: workersFor(navigator.hardwareConcurrency),
    openWorker: openLabWorker,
    heard({ arm, run, result }) {
      const of = missing[arm] as Arm
      known.note(of, seed, { run, result })
      heard?.({ arm: arms.indexOf(of), run, result })
    },
    onProgress(done) {
      const before = arms.length * RUNS - missing.length * (RUNS - from)
      onProgress?.(before + done, arms.length * RUNS)
    },
  })
}
