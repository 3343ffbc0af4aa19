import { describe, expect, it } from 'vitest'
import { compareReport, type Placebo } from '../../sim/lab/compare-report.ts'
import type { ArmResults } from '../../sim/lab/outcome.ts'
import { LOCALES, type Locale } from '../../sim/model/local-text.ts'
import { compareText } from '../../sim/report/compare-text.ts'
import { widthOf } from '../../sim/report/table.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { outcomeWith } from '../lab/outcomes.ts'

const named = (en: string, chinese: string) =>
  smallScenario({ name: { 'zh-Hans': chinese, 'zh-Hant': chinese, en } })
const scenarios = [named('Ads', '广告'), named('Value', '有用')] as const

const CLEAN: Placebo = {
  noOpFork: { runs: 3, sameDigests: 3 },
  irrelevantJoiner: { runs: 3, largestDifference: 0 },
}

const arm = (deathDay: number | null, numbers: readonly (readonly [leaveRate: number, ownerNet: number])[]) =>
  numbers.map(([leaveRate, ownerNet], at) =>
    outcomeWith(`s/${at}`, deathDay, { 90: { leaveRate, ownerNet } }),
  )
const A = arm(50, [[0.5, 100], [0.5, 400], [0.5, 250]]) // prettier-ignore
const B = arm(null, [[0.25, 2100], [0.25, 2600], [0.25, 2300]]) // prettier-ignore

function textOf(
  arms: readonly [ArmResults, ArmResults],
  { locale = 'en' as Locale, placebo = null as Placebo | null } = {},
): string {
  const pair = { scenarios: ['ads', 'value'], engine: '0.0.0', days: 90, placebo } as const
  return compareText(compareReport(pair, arms), scenarios, locale)
}

describe('a comparison in text', () => {
  it('says what lies between A and B, with signs, and what pairing was worth', () => {
    const text = textOf([A, B])
    expect(text).toContain('A: Ads (ads)\nB: Value (value)\n3 pairs of runs of 90 days')
    expect(text).toMatch(/left, of all who joined .* −25\.0 % \[−25\.0 % … −25\.0 %\]\n/)
    expect(text).toMatch(/owner’s net, CNY .* \+2,083 \[\+1,\d{3} … \+2,\d{3}\]\n/)
    expect(text).toContain('\n\nB outlives A in 100.0 % of the pairs (ties count half).\n')
    expect(text).toMatch(/Pairing \(owner’s net\): correlation 0\.\d\d, \d\d\.\d % of the variance saved/)
    expect(text).toContain('The interval leaves 0 from about 2 pairs on: these are enough.')
  })

  it('has one minus, whatever the unit', () => {
    expect(textOf([A, B])).not.toMatch(/(^|[\s[(])-\d/m)
    const against = arm(null, [[0.25, 2600], [0.25, 2100], [0.25, 2300]]) // prettier-ignore
    expect(textOf([A, against])).toMatch(/correlation −\d\.\d\d, −\d+\.\d % of the variance saved/)
  })

  it('says that it is not narrower where little is shared, and that more runs are needed', () => {
    const noisy = arm(null, [[0.25, 900], [0.25, -700], [0.25, 300]]) // prettier-ignore
    expect(textOf([A, noisy])).toContain('It is not narrower because')
    expect(textOf([A, noisy])).toMatch(
      /The interval leaves 0 from about [\d,]+ pairs on: more runs are needed\./,
    )
    expect(textOf([A, A.map((run) => ({ ...run }))])).not.toContain('Pairing')
  })

  it.each([
    ['en', 'A: Ads (ads)', '3 of 3 runs', 'by more than 0 (3 runs)'],
    ['zh-Hans', 'A: 广告 (ads)', '3 次里有 3 次摘要完全相同', '不超过 0（3 次）'],
    ['zh-Hant', 'A: 广告 (ads)', '3 次裡有 3 次摘要完全相同', '不超過 0（3 次）'],
  ] as const)('is told in %s, with its placebo', (locale, name, fork, joiner) => {
    const text = textOf([A, B], { locale, placebo: CLEAN })
    for (const part of [name, fork, joiner]) expect(text).toContain(part)
  })

  it.each(LOCALES)('has its columns under each other in %s', (locale) => {
    const table = textOf([A, B], { locale }).split('\n\n')[1]?.split('\n') ?? []
    expect(table).toHaveLength(3)
    expect(new Set(table.map(widthOf)).size).toBe(1)
  })

  it('says nothing of a stranger where there was no day on which to come too late', () => {
    const placebo = { ...CLEAN, irrelevantJoiner: { runs: 0, largestDifference: 0 } }
    expect(textOf([A, B], { placebo })).toContain('same digest')
    expect(textOf([A, B], { placebo })).not.toContain('stranger')
  })

  it('of no pair at all is short', () => {
    expect(textOf([[null], [null]])).toBe(`A: Ads (ads)
B: Value (value)
0 pairs of runs of 90 days, each with the same people · engine 0.0.0
A model, not a forecast: it says what follows if its mechanisms hold.
`)
  })
})
