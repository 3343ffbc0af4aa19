import { describe, expect, it } from 'vitest'
import { hasFailed, outcomeOf, seedOfRun } from '../../sim/lab/outcome.ts'
import { METRIC_NAMES } from '../../sim/projections/metric.ts'
import { seriesOf } from '../../sim/projections/history.ts'
import { summaryOf } from '../../sim/projections/summary.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const scenario = smallScenario({ days: 40 })

describe('the outcome of a run', () => {
  it('says of it what its summary says', () => {
    const seed = seedOfRun('o', 3)
    const { deathDay, silentDay, at, series } = outcomeOf(scenario, seed, {
      days: [30],
      series: ['ownerNet'],
    })
    const watched = watchRun(scenario, seed)
    const summary = summaryOf('small', watched)
    expect({ deathDay, silentDay }).toEqual({ deathDay: summary.deathDay, silentDay: summary.silentDay })
    expect(at).toEqual({ 30: summary.at['30'], 40: summary.final })
    expect(series.ownerNet).toEqual(seriesOf(watched.history, 'ownerNet'))
  })

  it('of a branch says what the summary of the branch says', () => {
    const forks = [{ at: 10, edits: [{ path: 'plan[0].ads.perDay', value: 9 }] }]
    const { at } = outcomeOf(scenario, '1', { days: [30], series: [] }, forks)
    const summary = summaryOf('small', watchRun(scenario, '1', { forks }))
    expect(at).toEqual({ 30: summary.at['30'], 40: summary.final })
    expect(at).not.toEqual(outcomeOf(scenario, '1', { days: [30], series: [] }).at)
  })

  it('has the last day always, and no day beyond it', () => {
    const { at, series } = outcomeOf(scenario, '1', { days: [0, 7, 41, 90], series: [] })
    expect(Object.keys(at)).toEqual(['0', '7', '40'])
    expect(Object.keys(at[0] ?? {})).toEqual([...METRIC_NAMES])
    expect(series).toEqual({})
    expect(Object.keys(outcomeOf(scenario, '1').at)).toEqual(['40'])
  })

  it('has a morning before the first day, on which the founders are not yet there', () => {
    const { at } = outcomeOf(scenario, '1', { days: [0, 1], series: [] })
    expect(at[0]?.joined).toBe(0)
    expect(at[1]?.joined).toBeGreaterThanOrEqual(scenario.founders)
  })

  it('has no number in a series where nothing can be said', () => {
    const { series } = outcomeOf(smallScenario({ founders: 0, arrivals: [] }), '1', {
      days: [],
      series: ['readRate'],
    })
    expect([...(series.readRate ?? [])].every(Number.isNaN)).toBe(true)
  })

  it('is one thing, a run that broke another', () => {
    expect(hasFailed(outcomeOf(scenario, '1'))).toBe(false)
    expect(hasFailed({ seed: '1', failure: 'out of memory' })).toBe(true)
  })
})
