import { describe, expect, it } from 'vitest'
import { readJobDone, type Job } from '../../sim/lab/job.ts'
import { createJobber } from '../../sim/lab/jobber.ts'
import { outcomeOf } from '../../sim/lab/outcome.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const scenario = smallScenario({ days: 3 })
const wish = { days: [1], series: ['members' as const] }
const job: Job = { place: 4, arm: 0, seed: 's', wish, scenario }

describe('a worker', () => {
  it.each([
    [null, /^a job must be a map/],
    [[job], /^a job must be a map/],
    [{ ...job, place: -1 }, /^job\.place must be a whole number from 0, got -1$/],
    [{ ...job, place: 10n }, /^job\.place must be a whole number from 0, got 10$/],
    [{ ...job, arm: 0.5 }, /^job\.arm must be/],
    [{ ...job, seed: 7 }, /^job\.seed must be a text, got 7$/],
    [{ ...job, wish: null }, /^job\.wish must be a map/],
    [{ ...job, wish: { ...wish, days: [NaN] } }, /^job\.wish\.days must be days/],
    [{ ...job, wish: { ...wish, series: ['toString'] } }, /^job\.wish\.series must be names of metrics/],
    [{ ...job, wish: { ...wish, staying: 1 } }, /^job\.wish\.staying must be true or false, got 1$/],
    [
      { ...job, scenario: { ...scenario, days: Infinity } },
      /days must be a whole number from 1 to 1500, got Infinity$/,
    ],
    [{ ...job, forks: {} }, /^job\.forks must be a list/],
    [{ ...job, forks: [null] }, /^job\.forks must be a map/],
    [{ ...job, forks: [{ at: -1, edits: [] }] }, /^job\.forks\.at must be a whole number from 0, got -1$/],
    [{ ...job, forks: [{ at: 1, edits: {} }] }, /^job\.forks\.edits must be a list/],
    [{ ...job, forks: [{ at: 1, edits: [{ value: 0 }] }] }, /^job\.forks\.edits\.path must be a text/],
    [{ ...job, forks: [{ at: 3, edits: [] }] }, /at must be a day from 0 to 2, got 3$/],
    [{ ...job, scenario: undefined }, /^a worker must be given a scenario before its runs$/],
  ])('answers a message that is no job like a run that broke, and does the next: %#', (message, says) => {
    const doJob = createJobber()
    expect(doJob(message).result).toMatchObject({ failure: expect.stringMatching(says) as string })
    expect(doJob(job)).toEqual({ place: 4, result: outcomeOf(scenario, 's', wish) })
  })

  it('does the runs of a branch, and those of another arm under the same number from when it comes', () => {
    const doJob = createJobber()
    const forks = [{ at: 1, edits: [{ path: 'plan[0].ads.perDay', value: 9 }] }]
    const { scenario: _, ...next } = job
    const branch = { place: 4, result: outcomeOf(scenario, 's', wish, forks) }
    expect(doJob({ ...job, forks })).toEqual(branch)
    expect(doJob(next)).toEqual(branch)
    const other = smallScenario({ days: 3, founders: 3 })
    expect(doJob({ ...job, scenario: other }).result).toEqual(outcomeOf(other, 's', wish))
    expect(doJob(next).result).toEqual(outcomeOf(other, 's', wish))
  })

  it('is answered for by what it says of itself', () => {
    expect(createJobber()({ place: 7, seed: 'x' })).toMatchObject({ place: 7, result: { seed: 'x' } })
    expect(createJobber()(undefined)).toMatchObject({ place: -1, result: { seed: '' } })
  })
})

describe('an answer of a worker', () => {
  const done = createJobber()(job)

  it('is read as it was told', () => {
    expect(readJobDone(structuredClone(done))).toEqual(done)
    const told = createJobber()({ ...job, wish: { ...wish, staying: true } })
    expect(told.result).toHaveProperty('staying')
    expect(readJobDone(structuredClone(told))).toEqual(told)
    expect(readJobDone({ place: 0, result: { seed: '', failure: '' } }).place).toBe(0)
  })

  it.each([
    ['deathDay', 1.5],
    ['silentDay', undefined],
    ['at', { 1: { members: 3 } }],
    ['at', null],
    ['series', { members: [1, 2] }],
    ['series', { constructor: new Float64Array(1) }],
    ['staying', [1, 0.5]],
    ['failure', 7],
  ])('is refused when %s is %j', (key, value) => {
    expect(() => readJobDone({ ...done, result: { ...done.result, [key]: value } })).toThrow(
      'answer.result must be an outcome or a failure, got neither',
    )
  })
})
