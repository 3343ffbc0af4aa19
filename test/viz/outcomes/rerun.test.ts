import { afterEach, describe, expect, it, vi } from 'vitest'
import { outcomeOf, resolveScenario, seedOfRun } from '../../../sim/index.ts'
import type { RunDone } from '../../../sim/index.ts'
import { createKnownRuns } from '../../../viz/outcomes/known-runs.ts'
import { rerun } from '../../../viz/outcomes/rerun.ts'
import { RUNS } from '../../../viz/outcomes/reruns.ts'
import { scenarioWith } from '../playback.ts'
import { stubWorker } from '../stub-worker.ts'

const scenario = resolveScenario(scenarioWith({ days: 10 }), 'short', () => undefined)
const branch = { scenario, forks: [{ at: 3, edits: [{ path: 'plan[0].ads.perDay', value: 9 }] }] }
const wish = { days: [], series: [], staying: true }

afterEach(() => vi.unstubAllGlobals())

describe('reruns', () => {
  it('are the runs of the library, of a branch too, and known from then on', async () => {
    const workers = stubWorker()
    const known = createKnownRuns()
    const { signal } = new AbortController()
    await rerun([{ scenario }, branch], { seed: 'S', known, signal })
    const seeds = Array.from({ length: RUNS }, (_, run) => seedOfRun('S', run))
    expect(known.of({ scenario }, 'S')).toEqual(seeds.map((seed) => outcomeOf(scenario, seed, wish)))
    expect(known.of(branch, 'S')).toEqual(seeds.map((seed) => outcomeOf(scenario, seed, wish, branch.forks)))
    expect(workers.open()).toBe(0)
  })

  it('go on where they were stopped, and count what was known', async () => {
    stubWorker()
    const known = createKnownRuns()
    const stop = new AbortController()
    const first: RunDone[] = []
    await rerun([{ scenario }, branch], {
      ...{ seed: 'S', known, signal: stop.signal },
      heard(done) {
        first.push(done)
        if (first.length === 14) stop.abort()
      },
    })
    expect(first).toHaveLength(14)
    const progress: number[][] = []
    const rest: RunDone[] = []
    await rerun([{ scenario }, branch], {
      ...{ seed: 'S', known, signal: new AbortController().signal },
      heard: (done) => rest.push(done),
      onProgress: (...of) => progress.push(of),
    })
    expect(rest.map(({ run }) => run).sort((a, b) => a - b)[0]).toBe(7)
    expect(rest).toHaveLength(2 * RUNS - 14)
    expect([progress[0], progress.at(-1)]).toEqual([
      [15, 2 * RUNS],
      [2 * RUNS, 2 * RUNS],
    ])
  })

  it('that are all known are not done again', async () => {
    const workers = stubWorker()
    const known = createKnownRuns()
    const { signal } = new AbortController()
    await rerun([branch], { seed: 'S', known, signal })
    const heard: RunDone[] = []
    await rerun([branch], { seed: 'S', known, signal, heard: (done) => heard.push(done) })
    expect(heard).toEqual([])
    expect(workers.open()).toBe(0)
  })
})
