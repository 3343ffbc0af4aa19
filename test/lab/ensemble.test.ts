import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import type { Fork } from '../../sim/engine/stages.ts'
import { runArms } from '../../sim/lab/ensemble.ts'
import type { LabWorker } from '../../sim/lab/team.ts'
import type { Job, JobDone } from '../../sim/lab/job.ts'
import { createJobber } from '../../sim/lab/jobber.ts'
import { outcomeOf, seedOfRun, type Wish } from '../../sim/lab/outcome.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { openWorker } from './worker-threads.ts'

beforeAll(() => ensureBuilt({ parts: ['cli'] }), 120_000)

const arms = [
  { scenario: smallScenario({ days: 30 }) },
  { scenario: smallScenario({ days: 30, founders: 20 }) },
] as const
const RUNS = 12
const wish: Wish = { days: [10], series: ['ownerNet'] }

/** Outcomes one after the other in this thread, from the last seed to the first. */
const backwards = arms.map(({ scenario }) =>
  Array.from({ length: RUNS }, (_, n) => outcomeOf(scenario, seedOfRun('e', RUNS - 1 - n), wish)).reverse(),
)

/** A worker that works in this thread, and may misbehave. */
function pretend(
  behave: (job: Job, answer: () => void, end: (reason: string) => void) => void,
  onClose: () => void = () => undefined,
): LabWorker {
  const doJob = createJobber()
  let onDone: (done: JobDone) => void = () => undefined
  let onGone: (reason: string) => void = () => undefined
  return {
    send: (job) =>
      queueMicrotask(() => {
        const done = doJob(job) // jobs are done in order, however late they are answered
        behave(job, () => onDone(done), onGone)
      }),
    listen: (done, gone) => {
      onDone = done
      onGone = gone
    },
    close: onClose,
  }
}

/** Twenty messages a day from day 10 on. */
const louder: Fork = { at: 10, edits: [{ path: 'plan[0].ads.perDay', value: 20 }] }

describe('an ensemble', () => {
  it.each([1, 2, 3])(
    'law 10: on %i worker threads gives what one thread gives in reversed order',
    async (workers) => {
      const seen: number[] = []
      const results = await runArms(arms, {
        runs: RUNS,
        seed: 'e',
        workers,
        openWorker,
        wish,
        onProgress: (done) => seen.push(done),
      })
      expect(results).toEqual(backwards)
      expect(seen).toEqual(Array.from({ length: RUNS * 2 }, (_, n) => n + 1))
    },
  )

  it('has arms that are branches', async () => {
    const [{ scenario }] = arms
    const results = await runArms([{ scenario }, { scenario, forks: [louder] }], {
      ...{ runs: 3, seed: 'e', workers: 2, openWorker, wish },
    })
    const seeds = [0, 1, 2].map((run) => seedOfRun('e', run))
    expect(results).toEqual([
      seeds.map((seed) => outcomeOf(scenario, seed, wish)),
      seeds.map((seed) => outcomeOf(scenario, seed, wish, [louder])),
    ])
    expect(results[0]).not.toEqual(results[1])
  })

  it('of no runs is empty', async () => {
    expect(await runArms(arms, { runs: 0, seed: 'e', workers: 2, openWorker })).toEqual([[], []])
  })

  it('loses one run when a worker dies, and a new worker does the rest', async () => {
    let opened = 0
    const results = await runArms(arms.slice(0, 1), {
      runs: RUNS,
      seed: 'e',
      workers: 2,
      wish,
      openWorker: () => {
        opened += 1
        return pretend((job, answer, end) => (job.seed === 'e/5' ? end('out of memory') : answer()))
      },
    })
    const expected = backwards[0]?.map((outcome) =>
      outcome.seed === 'e/5' ? { seed: 'e/5', failure: 'out of memory' } : outcome,
    )
    expect(results[0]).toEqual(expected)
    expect(opened).toBe(3)
  })

  it('ends when every worker dies at once', async () => {
    const results = await runArms(arms, {
      runs: 4,
      seed: 'e',
      workers: 2,
      openWorker: () => pretend((_, __, end) => end('no')),
    })
    expect(results.flat()).toHaveLength(8)
    expect(results.flat().every((result) => result !== null && 'failure' in result)).toBe(true)
  })

  it.each([
    ['nothing', undefined, /^an answer must be a map/],
    [
      'an answer to another job',
      { place: 99, result: { seed: 'e/99', failure: 'no' } },
      /^answer\.place must be/,
    ],
    [
      'half an outcome',
      { place: 0, result: { seed: 'e/0', deathDay: null } },
      /^answer\.result must be an outcome/,
    ],
  ])('loses one run when a worker answers %s, and does the rest with another', async (_, answer, says) => {
    let answers = 0
    const [results = []] = await runArms([arms[0]], {
      runs: 4,
      seed: 'e',
      workers: 1,
      wish,
      openWorker: () => {
        const doJob = createJobber()
        let heard: (message: unknown) => void = () => undefined
        return {
          send: (job) => {
            const done = doJob(job)
            queueMicrotask(() => heard(answers++ === 0 ? answer : done))
          },
          listen: (onDone) => (heard = onDone),
          close: () => undefined,
        }
      },
    })
    expect(results[0]).toEqual({ seed: 'e/0', failure: expect.stringMatching(says) as string })
    expect(results.slice(1)).toEqual(backwards[0]?.slice(1, 4))
  })

  it('tells a run that breaks by its seed', async () => {
    const broken = { ...smallScenario(), days: 0 }
    const [results] = await runArms([{ scenario: broken }], {
      runs: 2,
      seed: 'e',
      workers: 1,
      openWorker: () => pretend((_, answer) => answer()),
    })
    expect(results?.map((result) => result?.seed)).toEqual(['e/0', 'e/1'])
    expect(results?.every((result) => result !== null && 'failure' in result)).toBe(true)
  })

  it('gives what is done when it is ended early, and closes its workers', async () => {
    const controller = new AbortController()
    let closed = 0
    const results = await runArms(arms, {
      runs: RUNS,
      seed: 'e',
      workers: 1,
      wish,
      signal: controller.signal,
      onProgress: (done) => done === 6 && controller.abort(),
      openWorker: () =>
        pretend(
          (_, answer) => answer(),
          () => void (closed += 1),
        ),
    })
    expect(results.map((runs) => runs.filter((run) => run !== null))).toEqual(
      backwards.map((runs) => runs.slice(0, 3)),
    )
    expect(closed).toBe(1)
  })

  it('sends no job once it was ended, not even when answers still come', async () => {
    const controller = new AbortController()
    const sent: string[] = []
    const late: (() => void)[] = []
    const running = runArms([arms[0]], {
      ...{ runs: RUNS, seed: 'e', workers: 2, wish, signal: controller.signal },
      openWorker: () =>
        pretend((job, answer) => {
          sent.push(job.seed)
          late.push(answer)
        }),
    })
    await Promise.resolve()
    expect(sent).toHaveLength(4)
    controller.abort()
    for (const answer of late) answer()
    const [results = []] = await running
    expect(results).toEqual(new Array<null>(RUNS).fill(null))
    expect(sent).toHaveLength(4)
  })

  it('begins nothing when it was ended before', async () => {
    const results = await runArms(arms, {
      ...{ runs: 2, seed: 'e', workers: 2, signal: AbortSignal.abort() },
      openWorker: () => expect.unreachable('no worker is needed'),
    })
    expect(results).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('puts results in the order of their seeds, however late they come', async () => {
    const waiting: (() => void)[] = []
    const results = await runArms(arms, {
      runs: RUNS,
      seed: 'e',
      workers: 2,
      wish,
      openWorker: () =>
        pretend((_, answer) => {
          waiting.unshift(answer)
          queueMicrotask(() => waiting.splice(0).forEach((reply) => reply()))
        }),
    })
    expect(results).toEqual(backwards)
  })
})
