import { describe, expect, it } from 'vitest'
import { createJobber, createLab, outcomeOf, resolveScenario, seedOfRun } from '../../../sim/index.ts'
import type { Fork, Job, LabWorker } from '../../../sim/index.ts'
import { createEnsemble, medianOf, pairsOf, quantileOf } from '../../../viz/tuning/ensemble.ts'
import type { Known, Plan } from '../../../viz/tuning/ensemble.ts'
import { scenarioWith } from '../playback.ts'

const scenario = resolveScenario(scenarioWith({ days: 8 }), 'short', () => undefined)

/** The plan with so many ads a day from day 3 on. */
function planOf(ads: number): Plan {
  const forks: readonly Fork[] = [{ at: 3, edits: [{ path: 'plan[0].ads.perDay', value: ads }] }]
  return { scenario, forks }
}

/** An ensemble on a lab whose one worker, in this thread, works when it is told to. */
function workshop() {
  const jobs: Job[] = []
  const seeds: string[] = []
  let opened = 0
  let open = 0
  let answer: (message: unknown) => void = () => {}
  const openWorker = (): LabWorker => {
    const doJob = createJobber()
    opened += 1
    open += 1
    return {
      send: (job) => void jobs.push(structuredClone(job)),
      listen: (onDone) => {
        answer = (job) => onDone(doJob(job))
      },
      close() {
        open -= 1
        jobs.length = 0
      },
    }
  }
  let heard: { known: Known; done: number; all: number } = { known: [], done: 0, all: 0 }
  const ensemble = createEnsemble({
    openLab: () => createLab({ workers: 1, openWorker }),
    heard: (known, done, all) => (heard = { known, done, all }),
  })
  /** Does so many jobs, or all there are; between two of them, others come to their turn. */
  async function work(most = Infinity): Promise<void> {
    for (let done = 0; done < most; done++) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      const job = jobs.shift()
      if (!job) return
      seeds.push(job.seed)
      answer(job)
    }
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { ensemble, work, seeds, heard: () => heard, opened: () => opened, open: () => open }
}

const seedsFrom = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => seedOfRun('S', from + at))

describe('an ensemble', () => {
  it('is refined to 10, 30 and 100 runs, each as the library has it', async () => {
    const { ensemble, work, seeds, heard } = workshop()
    ensemble.ask([planOf(9)], 'S')
    expect(heard()).toMatchObject({ done: 0, all: 100 })
    await work()
    expect(seeds).toEqual(seedsFrom(0, 100))
    expect(heard()).toMatchObject({ done: 100, all: 100 })
    const { forks } = planOf(9)
    for (const run of [0, 29, 99])
      expect(heard().known[0]?.[run]).toEqual(outcomeOf(scenario, seedOfRun('S', run), undefined, forks))
    ensemble.close()
  })

  it('of two plans takes both through each step before the next, pair by pair', async () => {
    const { ensemble, work, seeds, heard } = workshop()
    ensemble.ask([planOf(1), planOf(9)], 'S')
    await work(20)
    expect(seeds).toEqual(seedsFrom(0, 10).flatMap((seed) => [seed, seed]))
    expect(heard().known.map((runs) => runs.filter((run) => run !== null).length)).toEqual([10, 10])
    await work()
    expect(heard()).toMatchObject({ done: 200, all: 200 })
    ensemble.close()
  })

  it('catches a new plan up, step by step, with one that is known', async () => {
    const { ensemble, work, seeds, heard } = workshop()
    ensemble.ask([planOf(1)], 'S')
    await work()
    seeds.length = 0
    ensemble.ask([planOf(1), planOf(9)], 'S')
    expect(heard()).toMatchObject({ done: 100, all: 200 })
    await work()
    expect(seeds).toEqual(seedsFrom(0, 100))
    ensemble.close()
  })

  it('is given up for a newer one, and hears of it no more', async () => {
    const { ensemble, work, heard } = workshop()
    ensemble.ask([planOf(1)], 'S')
    await work(4)
    ensemble.ask([planOf(9)], 'S')
    await work()
    expect(heard().known).toHaveLength(1)
    expect(heard().done).toBe(100)
    const { forks } = planOf(9)
    expect(heard().known[0]?.[0]).toEqual(outcomeOf(scenario, 'S/0', undefined, forks))
    ensemble.close()
  })
})

describe('a plan that was asked for before', () => {
  it('is there at once, and not run again', async () => {
    const { ensemble, work, seeds, heard } = workshop()
    ensemble.ask([planOf(1)], 'S')
    await work()
    ensemble.ask([planOf(9)], 'S')
    await work()
    seeds.length = 0
    ensemble.ask([structuredClone(planOf(1))], 'S')
    expect(heard()).toMatchObject({ done: 100, all: 100 })
    await work()
    expect(seeds).toEqual([])
    ensemble.close()
  })

  it('goes on where it was left', async () => {
    const { ensemble, work, seeds, heard } = workshop()
    ensemble.ask([planOf(1)], 'S')
    await work(45)
    ensemble.stop()
    await work()
    seeds.length = 0
    ensemble.ask([planOf(1)], 'S')
    expect(heard().done).toBe(45)
    await work()
    expect(seeds).toEqual(seedsFrom(45, 100))
    ensemble.close()
  })

  it('under another seed is another', () => {
    const { ensemble, heard } = workshop()
    ensemble.ask([planOf(1)], 'S')
    ensemble.ask([planOf(1)], 'T')
    expect(heard().done).toBe(0)
    ensemble.close()
  })
})

describe('its workers', () => {
  it('stay from one question to the next, end with it, and come again with the next question', async () => {
    const { ensemble, work, heard, opened, open } = workshop()
    expect(opened()).toBe(0)
    ensemble.ask([planOf(1)], 'S')
    await work(12)
    ensemble.ask([planOf(9)], 'S')
    await work(12)
    expect([opened(), open()]).toEqual([1, 1])
    ensemble.close()
    expect(open()).toBe(0)
    ensemble.ask([planOf(9)], 'S')
    await work()
    expect([opened(), open()]).toEqual([2, 1])
    expect(heard().done).toBe(100)
    ensemble.close()
  })
})

describe('numbers of many runs', () => {
  it('have a middle and parts, and none where there is nothing', () => {
    expect(medianOf([3, 1, 2])).toBe(2)
    expect(medianOf([4, 1, 2, 3])).toBe(2.5)
    expect(quantileOf([0, 10], 0.1)).toBeCloseTo(1, 12)
    expect(medianOf([NaN])).toBeNaN()
  })

  it('are compared in pairs, where both are known', () =>
    expect(pairsOf([1, 2, null, 4, 5], [2, 1, 9, 4])).toEqual({ higher: 1, lower: 1, pairs: 3 }))
})
