import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { runArms } from '../lab/ensemble.ts'
import { hasFailed, type ArmResults, type Wish } from '../lab/outcome.ts'
import type { LabWorker } from '../lab/team.ts'
import { ENGINE } from '../model/engine-version.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { interruption } from './interrupt.ts'
import { note } from './output.ts'
import { createProgress } from './progress.ts'

/** A worker thread of Node; the build puts its file beside every file of the command line. */
function openWorker(): LabWorker {
  const worker = new Worker(new URL('./worker.js', import.meta.url))
  let isGone = false
  return {
    send: (job) => worker.postMessage(job),
    listen: (onDone, onGone) => {
      const leave = (reason: string) => {
        if (!isGone) onGone(reason)
        isGone = true
      }
      worker.on('message', onDone)
      worker.on('error', (error) => leave(error instanceof Error ? error.message : String(error)))
      worker.on('exit', (code) => leave(`the worker ended with code ${code}`))
    },
    close: () => {
      isGone = true
      void worker.terminate()
    },
  }
}

/** How runs are asked for on the command line. */
export interface RunsOptions {
  readonly runs: number
  readonly seed: string
  readonly workers?: number
}

/** Runs all scenarios on worker threads with a progress bar. Ctrl-C ends it early: what was not done is null. */
export async function runOnThreads(
  scenarios: readonly Scenario[],
  { runs, seed, workers, wish }: RunsOptions & { readonly wish: Wish },
): Promise<readonly ArmResults[]> {
  const progress = createProgress()
  try {
    const arms = scenarios.map((scenario) => ({ scenario }))
    return await runArms(arms, {
      runs,
      seed: seed.normalize('NFC'),
      workers: workers ?? availableParallelism(),
      openWorker,
      wish,
      signal: interruption,
      onProgress: (done, all) => progress.show(done / all, `${done} of ${all} runs`),
    })
  } finally {
    progress.clear()
  }
}

/** Tells which runs broke, a few by name; returns how many did. */
export function noteFailures(results: readonly ArmResults[]): number {
  const failed = results.flat().filter((result) => result !== null && hasFailed(result))
  for (const { seed, failure } of failed.slice(0, 5)) note(`a run failed: seed ${seed}: ${failure}`)
  if (failed.length > 5) note(`… and ${failed.length - 5} more`)
  if (failed.length > 0) {
    note('Unless memory ran out, this is a bug in Qunxiang. Please report it with these lines:')
    note(`version: ${ENGINE}, node ${process.version}, ${process.platform} ${process.arch}`)
    note(
      `command: qunxiang ${process.argv
        .slice(2)
        .map((part) => JSON.stringify(part))
        .join(' ')}`,
    )
  }
  return failed.length
}
