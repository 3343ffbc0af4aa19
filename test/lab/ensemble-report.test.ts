import { describe, expect, it } from 'vitest'
import { daysToTell, ensembleReport } from '../../sim/lab/ensemble-report.ts'
import { failedRun, outcomeWith } from './outcomes.ts'

const arm = { scenario: 'town', engine: '0.0.0', days: 100 }

describe('the days that are told', () => {
  it('are 30, 90, 180 and 365 as far as the runs go, and the last', () => {
    expect(daysToTell(20)).toEqual([20])
    expect(daysToTell(90)).toEqual([30, 90])
    expect(daysToTell(400)).toEqual([30, 90, 180, 365, 400])
  })
})

describe('the report of an ensemble', () => {
  const results = [
    outcomeWith('s/0', 50, { 30: { members: 10 }, 100: { members: 2, ownerNet: -5, conversionRate: 0.5 } }),
    failedRun('s/1'),
    outcomeWith('s/2', null, { 30: { members: 20, meanTrust: 0.4 }, 100: { members: 30 } }),
    null,
  ]
  const report = ensembleReport(arm, results)

  it('counts what was done, names what broke, and says that some are missing', () => {
    expect(report).toMatchObject({ ...arm, format: 'qunxiang-ensemble/1', runs: 3, isPartial: true })
    expect(report.seeds).toEqual(['s/0', 's/1', 's/2'])
    expect(report.failed).toEqual([{ seed: 's/1', failure: 'out of memory' }])
    expect(ensembleReport(arm, results.slice(0, 3)).isPartial).toBe(false)
  })

  it('has bands over the runs in which a metric could be told, and no metric that none could', () => {
    expect(report.metrics.members?.['30']).toMatchObject({ runs: 2, mean: 15, median: 15, p10: 11, p90: 19 })
    expect(report.metrics.members?.['100']?.mean).toBe(16)
    expect(report.metrics.meanTrust?.['30']).toMatchObject({ runs: 1, mean: 0.4, ci95: null })
    expect(report.metrics.meanTrust).not.toHaveProperty('100')
    expect(report.metrics).not.toHaveProperty('revenue')
  })

  it('has the share that lives, day by day and after the days of the contract', () => {
    expect(report.alive).toEqual({ 90: 0.5 })
    expect(report.survival.map(([day, share]) => [day, share])).toEqual([
      [0, 1],
      [51, 0.5],
      [100, 0.5],
    ])
  })

  it('has a dot a run, in the order of seeds, with what its last day was like', () => {
    expect(report.outcomes).toEqual([
      { seed: 's/0', deathDay: 50, silentDay: 50, members: 2, conversionRate: 0.5, ownerNet: -5 },
      { seed: 's/2', deathDay: null, silentDay: null, members: 30, conversionRate: null, ownerNet: null },
    ])
  })

  it('of no run at all says nothing, and has no 0 ÷ 0', () => {
    const empty = { runs: 0, metrics: {}, alive: {}, survival: [], outcomes: [] }
    expect(ensembleReport(arm, [null, null])).toMatchObject({ ...empty, isPartial: true })
    expect(ensembleReport(arm, [failedRun('s/0')])).toMatchObject({ ...empty, runs: 1, isPartial: false })
  })
})
