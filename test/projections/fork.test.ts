import { describe, expect, it } from 'vitest'
import { compareFork } from '../../sim/projections/fork.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { summaryOf } from '../../sim/projections/summary.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const scenario = smallScenario()
const fork = { at: 5, edits: [{ path: 'plan[0].ads.perDay', value: 0 }] }
const report = compareFork('small', scenario, '1', fork)

describe('a fork compared with its parent', () => {
  it('has the summaries of both', () => {
    expect(report.parent).toEqual(summaryOf('small', watchRun(scenario, '1')))
    expect(report.branch).toEqual(summaryOf('small', watchRun(scenario, '1', { forks: [fork] })))
  })

  it('parts on its day, with what was edited', () => {
    expect(report.firstDifference).toEqual({ day: 5, person: null, event: 'ad-posted' })
    const { reasons, first } = report.because
    expect(reasons.edit).toBe(15) // an ad a day, from day 5 to day 19
    expect(first[0]).toMatchObject({ fact: { kind: 'ad-posted', differs: 'vanished' }, chain: [] })
    const sum = Object.values(reasons).reduce((total, count) => total + count, 0)
    expect(sum).toBe(report.vanished + report.appeared)
  })

  it('is nothing without an edit that changes anything', () => {
    const same = compareFork('small', scenario, '1', { at: 5, edits: [] })
    expect(same).toMatchObject({ firstDifference: null, vanished: 0, appeared: 0, changed: 0 })
    expect(same.branch).toEqual(same.parent)
  })
})
