import { vi } from 'vitest'
import { createJobber } from '../../sim/index.ts'
import type { Job } from '../../sim/index.ts'

/** A worker of the browser that does what ours do, or breaks at its first job. */
export function stubWorker({ breaks = false } = {}): { readonly open: () => number } {
  const open = new Set<EventTarget>()
  class Stub extends EventTarget {
    readonly doJob = createJobber()
    constructor() {
      super()
      open.add(this)
    }
    postMessage(job: Job): void {
      queueMicrotask(() =>
        this.dispatchEvent(
          breaks
            ? Object.assign(new Event('error'), { message: 'out of memory' })
            : new MessageEvent('message', { data: this.doJob(job) }),
        ),
      )
    }
    terminate(): void {
      open.delete(this)
    }
  }
  vi.stubGlobal('Worker', Stub)
  vi.stubGlobal('navigator', { hardwareConcurrency: 3 })
  return { open: () => open.size }
}
