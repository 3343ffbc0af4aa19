import { afterEach, describe, expect, it, vi } from 'vitest'
import { hasFailed, outcomeOf, resolveScenario, runArms, seedOfRun } from '../../../sim/index.ts'
import type { RunDone } from '../../../sim/index.ts'
import { openLabWorker, workersFor } from '../../../viz/player/lab.ts'
import { scenarioWith } from '../playback.ts'
import { stubWorker } from '../stub-worker.ts'

const scenario = resolveScenario(scenarioWith({ days: 10 }), 'short', () => undefined)

afterEach(() => vi.unstubAllGlobals())

describe('the number of workers', () => {
  it('leaves one core to the page, is never none, and never many', () =>
    expect([1, 2, 4, 64].map(workersFor)).toEqual([1, 1, 3, 4]))
})

describe('a worker for the lab', () => {
  it('hands each result over at once, and does what the lab asks', async () => {
    stubWorker()
    const heard: RunDone[] = []
    const [results = []] = await runArms([{ scenario }], {
      ...{ runs: 3, seed: 'S', workers: 1, openWorker: openLabWorker },
      heard: (done) => heard.push(done),
    })
    expect(results).toEqual([0, 1, 2].map((run) => outcomeOf(scenario, seedOfRun('S', run))))
    expect(heard).toEqual(results.map((result, run) => ({ arm: 0, run, result })))
  })
  it('that breaks is a failed run, with the reason', async () => {
    const workers = stubWorker({ breaks: true })
    const [results = []] = await runArms([{ scenario }], {
      ...{ runs: 2, seed: 'S', workers: 1, openWorker: openLabWorker },
    })
    expect(results.map((result) => result && hasFailed(result) && result.failure)).toEqual([
      'out of memory',
      'out of memory',
    ])
    expect(workers.open()).toBe(0)
  })
})
