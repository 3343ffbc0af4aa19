import type { LabWorker } from '../../sim/index.ts'

/** More would help little with twenty short runs, and each of them has to load the engine first. */
const WORKERS_MOST = 4

/** Runs that a machine does at once: one core is left to the page. */
export function workersFor(cores: number): number {
  return Math.max(1, Math.min(WORKERS_MOST, cores - 1))
}

/** For many runs while the page only waits: all cores. Never fewer than two, for the first picture counts. */
export function labWorkers(cores: number): number {
  return Math.max(2, Math.min(8, cores))
}

/** A worker of the browser, as the lab asks for it. */
export function openLabWorker(): LabWorker {
  const worker = new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' })
  return {
    send: (job) => worker.postMessage(job),
    listen(onDone, onGone) {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => onDone(data))
      worker.addEventListener('error', (event) => {
        worker.terminate()
        onGone(event.message || 'worker')
      })
    },
    close: () => worker.terminate(),
  }
}
