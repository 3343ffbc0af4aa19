import { afterEach, describe, expect, it, vi } from 'vitest'
import { REMOVABLE_CAUSES, outcomeOf, resolveScenario, seedOfRun, worldWithout } from '../../../sim/index.ts'
import type { Outcome } from '../../../sim/index.ts'
import { takeCensus } from '../../../sim/projections/census.ts'
import { armsWithout, askAvoidable, avoidedBy } from '../../../viz/outcomes/avoidable.ts'
import { createKnownRuns } from '../../../viz/outcomes/known-runs.ts'
import { RUNS } from '../../../viz/outcomes/reruns.ts'
import { scenarioWith } from '../playback.ts'
import { stubWorker } from '../stub-worker.ts'

const scenario = resolveScenario(
  scenarioWith({ days: 20, plan: [{ from: 0, ads: { perDay: 6 } }] }),
  'pushy',
  () => undefined,
)
const forks = [{ at: 8, edits: [{ path: 'plan[0].ads.perDay', value: 15 }] }]

/** A run after which so many had left. */
function after(left: number): Outcome {
  const outcome = outcomeOf(scenario, 'S/0')
  const last = { ...outcome.at[20], left } as Outcome['at'][number]
  return { ...outcome, at: { 20: last } }
}

afterEach(() => vi.unstubAllGlobals())

describe('departures that a cause makes', () => {
  it('are the mean, the least and the most of the differences of pairs', () =>
    expect(
      avoidedBy('hard-ads', {
        as: [after(10), after(7), after(4)],
        without: [after(4), after(7), after(7)],
        days: 20,
      }),
    ).toEqual({ cause: 'hard-ads', mean: 1, low: -3, high: 6 }))

  it('are those of whole pairs alone', () =>
    expect(
      avoidedBy('chatter', {
        as: [after(10), null, after(9), after(5)],
        without: [{ seed: 'S/0', failure: 'out of memory' }, after(1), after(7), null],
        days: 20,
      }),
    ).toEqual({ cause: 'chatter', mean: 2, low: 2, high: 2 }))

  it('are not known where no pair came to its end', () =>
    expect(avoidedBy('chatter', { as: [null], without: [after(1)], days: 20 })).toBeNull())
})

describe('the plans without a cause', () => {
  it('are one for each that can be taken away, and no fork brings it back', () => {
    const arms = armsWithout({ scenario, forks })
    expect(arms.map(({ cause }) => cause)).toEqual(REMOVABLE_CAUSES)
    expect(arms[0]?.arm.forks?.[0]?.edits.at(-1)).toEqual({ path: 'model.adHarm', value: 0 })
  })
})

describe('the answer', () => {
  it('is that of running each history of a branch once more without the cause', async () => {
    const workers = stubWorker()
    const known = createKnownRuns()
    const progress: number[][] = []
    const answer = await askAvoidable(
      { scenario, forks },
      {
        ...{ seed: 'S', known, signal: new AbortController().signal },
        onProgress: (...of) => progress.push(of),
      },
    )
    expect(answer.map(({ cause }) => cause)).toEqual(REMOVABLE_CAUSES)
    expect(progress.at(-1)).toEqual([7 * RUNS, 7 * RUNS])
    const differences = Array.from({ length: RUNS }, (_, run) => {
      const seed = seedOfRun('S', run)
      const as = outcomeOf(scenario, seed, undefined, forks).at[20]?.left ?? NaN
      const world = worldWithout(scenario, seed, 'hard-ads', { forks })
      return as - (world ? takeCensus(world).left : NaN)
    })
    expect(answer[0]?.mean).toBeCloseTo(differences.reduce((sum, each) => sum + each, 0) / RUNS, 12)
    expect(answer[0]).toMatchObject({ low: Math.min(...differences), high: Math.max(...differences) })
    expect(answer[0]?.mean).toBeGreaterThan(0)
    expect(known.of({ scenario, forks }, 'S').every((result) => result !== null)).toBe(true)
    expect(workers.open()).toBe(0)
  })

  it('takes the runs that are known, and is refused when it is cancelled', async () => {
    stubWorker()
    const known = createKnownRuns()
    for (let run = 0; run < RUNS; run++)
      known.note({ scenario }, 'S', { run, result: outcomeOf(scenario, seedOfRun('S', run)) })
    const stop = new AbortController()
    const progress: number[][] = []
    const asked = askAvoidable(
      { scenario },
      {
        ...{ seed: 'S', known, signal: stop.signal },
        onProgress(...of) {
          progress.push(of)
          if (of[0] === 9) stop.abort()
        },
      },
    )
    await expect(asked).rejects.toThrow(/abort/i)
    expect(progress.at(-1)).toEqual([9, 6 * RUNS])
  })
})
