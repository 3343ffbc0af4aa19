import { describe, expect, it } from 'vitest'
import { METRIC_NAMES } from '../../sim/projections/metric.ts'
import { summaryOf } from '../../sim/projections/summary.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const summaryOfDays = (days: number) => summaryOf('small', watchRun(smallScenario({ days }), '1'))

describe('the summary of a run', () => {
  it('has the fields of the contract, in their order', () => {
    expect(Object.keys(summaryOfDays(40))).toEqual([
      ...[
        'format',
        'scenario',
        'scenarioHash',
        'seed',
        'engine',
        'days',
        'digest',
        'events',
        'deathDay',
        'silentDay',
      ],
      ...['groups', 'at', 'final', 'causes', 'moments', 'notSimulated'],
    ])
  })

  it('tells the metrics after 30, 90 and 180 days, as far as the run goes', () => {
    expect(Object.keys(summaryOfDays(29).at)).toEqual([])
    expect(Object.keys(summaryOfDays(30).at)).toEqual(['30'])
    expect(Object.keys(summaryOfDays(179).at)).toEqual(['30', '90'])
    const whole = summaryOfDays(180)
    expect(Object.keys(whole.at)).toEqual(['30', '90', '180'])
    expect(whole.at['180']).toEqual(whole.final)
    expect(Object.keys(whole.final)).toEqual([...METRIC_NAMES])
  })

  it('means after whole days: a shorter run ends where a longer one passes', () => {
    expect(summaryOfDays(60).at['30']).toEqual(summaryOfDays(30).final)
  })

  it('has causes that add up to 1, or are empty', () => {
    const { departures, mutes } = summaryOf(
      'small',
      watchRun(smallScenario({ days: 40, model: { leaveBase: 0.05 } }), '1'),
    ).causes
    for (const shares of [departures, mutes]) {
      const all = Object.values(shares)
      if (all.length > 0) expect(all.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    }
    expect(Object.keys(departures).length).toBeGreaterThan(0)
    expect(summaryOf('small', watchRun(smallScenario({ days: 1, founders: 0 }), '1')).causes).toEqual({
      departures: {},
      mutes: {},
    })
  })

  it('has an entry for each group', () => {
    const scenario = smallScenario({ community: { groups: 3, positioning: { focus: { skin: 1 } } } })
    expect(summaryOf('small', watchRun(scenario, '1')).groups).toHaveLength(3)
  })

  it('is JSON without loss', () => {
    const summary = summaryOfDays(35)
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary)
  })

  it('names what is not simulated yet', () => {
    const plan = [{ redPackets: { perDay: 1, amount: 5, shares: 5 } }]
    const { notSimulated } = summaryOf('small', watchRun(smallScenario({ days: 2, plan }), '1'))
    expect(Array.isArray(notSimulated)).toBe(true)
  })
})
