import { describe, expect, it } from 'vitest'
import { compareReport } from '../../sim/lab/compare-report.ts'
import type { ArmResults } from '../../sim/lab/outcome.ts'
import { failedRun, outcomeWith } from './outcomes.ts'

const pair = { scenarios: ['one', 'other'], engine: '0.0.0', days: 40, placebo: null } as const

const net = (seed: string, ownerNet: number, deathDay: number | null = null) =>
  outcomeWith(seed, deathDay, { 40: { ownerNet } })

const report = (a: ArmResults, b: ArmResults) => compareReport(pair, [a, b])

describe('the report of a comparison', () => {
  it('is about whole pairs: a run whose other half broke or was not done is left out', () => {
    const a = [net('s/0', 1), failedRun('s/1'), net('s/2', 3), net('s/3', 100)]
    const b = [net('s/0', 11), net('s/1', 50), net('s/2', 23), null]
    const found = report(a, b)
    expect(found).toMatchObject({ format: 'qunxiang-compare/1', runs: 2, isPartial: true, placebo: null })
    expect(found.difference.ownerNet?.['40']).toMatchObject({ runs: 2, mean: 15 })
    expect([found.a.runs, found.b.runs]).toEqual([4, 3])
    expect([found.a.scenario, found.b.scenario]).toEqual(['one', 'other'])
  })

  it('has what pairing saves by metric and day, as the differences have it', () => {
    const values = [3, 1, 4, 1, 5]
    const a = values.map((value, at) => net(`s/${at}`, value))
    const b = values.map((value, at) => net(`s/${at}`, 2 * value + (at % 2)))
    const found = report(a, b)
    const paired = found.difference.ownerNet?.['40']
    for (const name of ['correlation', 'varianceSaved', 'runsNeeded', 'narrower'] as const) {
      expect(found[name]).toEqual({ ownerNet: { 40: paired?.[name] } })
      expect(paired?.[name]).not.toBeNull()
    }
  })

  it('counts the pairs in which B lives longer, ties half', () => {
    const lives = (...days: (number | null)[]) => days.map((day, at) => net(`s/${at}`, 0, day))
    expect(report(lives(10, 10, null, null), lives(20, 10, 30, null)).bOutlives).toBe((1 + 0.5 + 0 + 0.5) / 4)
    expect(report(lives(10), lives(null)).bOutlives).toBe(1)
    expect(report([null], [null]).bOutlives).toBeNull()
  })

  it('of arms that share no pair has no differences', () => {
    const found = report([net('s/0', 1), null], [null, net('s/1', 2)])
    expect(found).toMatchObject({ runs: 0, difference: {}, correlation: {}, bOutlives: null })
  })
})
