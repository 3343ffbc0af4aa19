import { describe, expect, it } from 'vitest'
import { ensembleReport } from '../../sim/lab/ensemble-report.ts'
import type { ArmResults } from '../../sim/lab/outcome.ts'
import { LOCALES, type Locale } from '../../sim/model/local-text.ts'
import { bandText, ensembleText } from '../../sim/report/ensemble-text.ts'
import { widthOf } from '../../sim/report/table.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { failedRun, outcomeWith } from '../lab/outcomes.ts'

const scenario = smallScenario({ name: { 'zh-Hans': '小镇', 'zh-Hant': '小鎮', en: 'A town' } })
const RESULTS = [
  outcomeWith('s/0', 50, { 90: { members: 10, leaveRate: 0.5, ownerNet: -1500 } }),
  outcomeWith('s/1', null, { 90: { members: 1200, leaveRate: 0.25, ownerNet: 30 } }),
]

function textOf(results: ArmResults, { locale = 'en' as Locale, days = 90 } = {}): string {
  return ensembleText(ensembleReport({ scenario: 'town', engine: '0.0.0', days }, results), scenario, locale)
}

describe('an ensemble in text', () => {
  it('says how long runs live, in what bands they end, and how to open one', () => {
    expect(textOf(RESULTS)).toBe(`A town (town)

2 runs of 90 days · engine 0.0.0
A model, not a forecast: it says what follows if its mechanisms hold.

Alive after 90 days: 50.0 % of the runs (95 %: 9.5 % to 90.5 %)

Median, and where eight runs in ten lie
                                    after 90 days
members                         605 [129 … 1,081]
left, of all who joined  37.5 % [27.5 % … 47.5 %]
owner’s net, CNY             −735 [−1,347 … −123]

The first 2 runs (● lives, ○ died); open one with: run --seed s/0
  ○ ●
`)
  })

  it.each([
    ['en', 'A town (town)', 'Alive after 90 days: 50.0 %'],
    ['zh-Hans', '小镇 (town)', '90 天后还活着：50.0 %'],
    ['zh-Hant', '小鎮 (town)', '90 天後還活著：50.0 %'],
  ] as const)('is told in %s', (locale, name, alive) => {
    expect(textOf(RESULTS, { locale })).toContain(name)
    expect(textOf(RESULTS, { locale })).toContain(alive)
  })

  it.each(LOCALES)('has its columns under each other in %s', (locale) => {
    const table = textOf(RESULTS, { locale }).split('\n\n')[3]?.split('\n').slice(1) ?? []
    expect(table).toHaveLength(4)
    expect(new Set(table.map(widthOf)).size).toBe(1)
  })

  it('says nothing of days that the runs do not have', () => {
    const text = textOf([outcomeWith('s/0', null, { 40: { members: 3 } })], { days: 40 })
    expect(text).not.toContain('Alive after')
    expect(text).not.toContain('\n\n\n')
    expect(text).toContain('1 run of 40 days')
    expect(text).toContain('The run (● lives, ○ died); open one with: run --seed s/0\n  ●\n')
  })

  it('opens a run that came to its end, though the first one broke', () => {
    const text = textOf([failedRun('s/0'), ...RESULTS.map((run, at) => ({ ...run, seed: `s/${at + 1}` }))])
    expect(text).toContain('2 runs of 90 days')
    expect(text).toContain('run --seed s/1\n')
  })

  it('shows the first twenty runs', () => {
    const many = Array.from({ length: 25 }, (_, n) => outcomeWith(`s/${n}`, null, { 90: { members: n } }))
    expect(textOf(many)).toMatch(/The first 20 runs .*\n {2}(● ){19}●\n$/)
  })

  it('of no run at all is short', () => {
    expect(textOf([null, failedRun('s/1')])).toBe(`A town (town)

0 runs of 90 days · engine 0.0.0
A model, not a forecast: it says what follows if its mechanisms hold.
`)
  })
})

describe('a band', () => {
  it('is a median and where eight runs in ten lie, or a dash', () => {
    const band = { runs: 9, mean: 0, median: -0.05, p10: -0.25, p90: 0.1, ci95: null }
    expect(bandText('leaveRate', band)).toBe('−5.0 % [−25.0 % … 10.0 %]')
    expect(bandText('ownerNet', { ...band, median: -5000 })).toBe('−5,000 [0 … 0]')
    expect(bandText('members', undefined)).toBe('–')
  })
})
