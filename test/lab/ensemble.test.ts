import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import { runEnsemble, type LabWorker } from '../../sim/lab/ensemble.ts'
import { doJob, type JobDone } from '../../sim/lab/job.ts'
import { outcomeOf, seedOfRun } from '../../sim/lab/outcome.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { openWorker } from './worker-threads.ts'

beforeAll(() => ensureBuilt({ parts: ['cli'] }), 120_000)

const scenario = smallScenario({ days: 30 })
const RUNS = 23

/** Outcomes one after the other in this thread, from the last seed to the first. */
const backwards = Array.from({ length: RUNS }, (_, n) =>
  outcomeOf(scenario, seedOfRun('e', RUNS - 1 - n), [10]),
).reverse()

describe('an ensemble', () => {
  it.each([1, 2, 3])(
    'on %i worker threads gives what one thread gives in reversed order',
    async (workers) => {
      const seen: number[] = []
      const outcomes = await runEnsemble(scenario, {
        runs: RUNS,
        seed: 'e',
        workers,
        openWorker,
        snapshotDays: [10],
        onProgress: (done) => seen.push(done),
      })
      expect(outcomes).toEqual(backwards)
      expect(seen.at(-1)).toBe(RUNS)
      expect(seen).toEqual([...seen].sort((a, b) => a - b))
    },
  )

  it('of no runs is empty', async () => {
    expect(await runEnsemble(scenario, { runs: 0, seed: 'e', workers: 2, openWorker })).toEqual([])
  })

  it('fails when a worker fails, and closes the others', async () => {
    const closed: string[] = []
    const open = (name: string): LabWorker => ({
      send: () => undefined,
      listen: (_, onError) => void queueMicrotask(() => onError(new Error(`${name} died`))),
      close: () => void closed.push(name),
    })
    let opened = 0
    const ensemble = runEnsemble(scenario, {
      runs: 20,
      seed: 'e',
      workers: 2,
      openWorker: () => open(`w${opened++}`),
    })
    await expect(ensemble).rejects.toThrow('w0 died')
    expect(closed).toContain('w1')
  })

  it('puts batches in the order of their seeds, however late they come', async () => {
    const waiting: (() => void)[] = []
    const slow = (): LabWorker => {
      let answer: (done: JobDone) => void = () => undefined
      return {
        send: (job) => {
          waiting.unshift(() => answer(doJob(job)))
          queueMicrotask(() => waiting.length >= 2 && waiting.splice(0).forEach((reply) => reply()))
        },
        listen: (onDone) => (answer = onDone),
        close: () => undefined,
      }
    }
    const outcomes = await runEnsemble(scenario, {
      runs: 10,
      seed: 'e',
      workers: 2,
      openWorker: slow,
      snapshotDays: [10],
    })
    expect(outcomes).toEqual(backwards.slice(0, 10))
  })
})
