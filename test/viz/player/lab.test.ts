import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  createJobber,
  hasFailed,
  outcomeOf,
  resolveScenario,
  runArms,
  seedOfRun,
} from '../../../sim/index.ts'
import type { Job, RunResult } from '../../../sim/index.ts'
import { openLabWorker, workersFor } from '../../../viz/player/lab.ts'
import { scenarioWith } from '../playback.ts'

const scenario = resolveScenario(scenarioWith({ days: 10 }), 'short', () => undefined)

/** A worker of the browser that does what ours do, or breaks at its first job. */
function stubWorker({ breaks = false } = {}): { readonly open: () => number } {
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
  return { open: () => open.size }
}

afterEach(() => vi.unstubAllGlobals())

describe('the number of workers', () => {
  it('leaves one core to the page, is never none, and never many', () =>
    expect([1, 2, 4, 64].map(workersFor)).toEqual([1, 1, 3, 4]))
})

describe('a worker for the lab', () => {
  it('hands each result over at once, and does what the lab asks', async () => {
    stubWorker()
    const heard: [Job, RunResult][] = []
    const [results = []] = await runArms([{ scenario }], {
      ...{ runs: 3, seed: 'S', workers: 1 },
      openWorker: () => openLabWorker((job, result) => heard.push([job, result])),
    })
    expect(results).toEqual([0, 1, 2].map((run) => outcomeOf(scenario, seedOfRun('S', run))))
    expect(heard.map(([job]) => job.seed)).toEqual(['S/0', 'S/1', 'S/2'])
    expect(heard.map(([, result]) => result)).toEqual(results)
  })
  it('that breaks is a failed run, with the reason', async () => {
    const workers = stubWorker({ breaks: true })
    const [results = []] = await runArms([{ scenario }], {
      ...{ runs: 2, seed: 'S', workers: 1 },
      openWorker: () => openLabWorker(() => {}),
    })
    expect(results.map((result) => result && hasFailed(result) && result.failure)).toEqual([
      'out of memory',
      'out of memory',
    ])
    expect(workers.open()).toBe(0)
  })
})
