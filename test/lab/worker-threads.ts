import { Worker } from 'node:worker_threads'
import type { LabWorker } from '../../sim/lab/team.ts'

/** A worker thread on the built engine; whoever opens one has built dist/cli before. */
export function openWorker(): LabWorker {
  const worker = new Worker(new URL('../../dist/cli/worker.js', import.meta.url))
  return {
    send: (job) => worker.postMessage(job),
    listen: (onDone, onGone) =>
      worker.on('message', onDone).on('error', (error: Error) => onGone(error.message)),
    close: () => void worker.terminate(),
  }
}
