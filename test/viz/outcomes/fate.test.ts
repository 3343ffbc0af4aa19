import { describe, expect, it } from 'vitest'
import { ENGINE, ensembleReport } from '../../../sim/index.ts'
import type { EnsembleReport, RunResult } from '../../../sim/index.ts'
import { wordsFor } from '../words.ts'
import { aliveSentence, brokenTexts, fateOf, runText, spreadOf } from '../../../viz/outcomes/fate.ts'

const chinese = wordsFor('zh-Hans')
const english = wordsFor('en')

/** A run that died on a day (from 0) or lived, with the owner's cash at its end. */
function ended(deathDay: number | null, ownerNet = 0): RunResult {
  const last = { ownerNet, conversionRate: null } as unknown as Extract<RunResult, { at: unknown }>['at'][0]
  return { seed: 's', deathDay, silentDay: null, at: { 60: last }, series: {} }
}

const broken: RunResult = { seed: 's', failure: 'it broke' }

function reportOf(...results: (RunResult | null)[]): EnsembleReport {
  return ensembleReport({ scenario: 'any', engine: ENGINE, days: 60 }, results)
}

const some = (count: number, result: RunResult): RunResult[] => new Array<RunResult>(count).fill(result)

describe('a run', () => {
  it('has one of four fates', () =>
    expect([null, ended(null), ended(47), broken].map(fateOf)).toEqual([
      { kind: 'pending' },
      { kind: 'lived' },
      { kind: 'died', day: 47 },
      { kind: 'failed', failure: 'it broke' },
    ]))
  it('is named by its number and its fate, and days are counted from 1 as everywhere on the page', () => {
    const name = (result: RunResult | null, isOnTheWall = false): string =>
      runText(3, result, { isOnTheWall, words: chinese })
    expect(name(ended(47))).toBe('第 4 次：第 48 天死群')
    expect(name(ended(null), true)).toBe('第 4 次：活到最后，就是墙上这一次')
    expect(name(broken)).toBe('第 4 次：没有跑成：it broke')
    expect(name(null)).toBe('第 4 次：还没跑')
  })
})

describe('the sentence', () => {
  const report = reportOf(...some(17, ended(null)), ...some(3, ended(20)))

  it('counts the runs that live, with its interval', () => {
    expect(aliveSentence(report, chinese)).toBe('20 次里有 17 次活到最后（95% 区间 64%–95%）。')
    expect(aliveSentence(report, wordsFor('zh-Hant'))).toBe(
      '20 次裡有 17 次活到最後（95% 信賴區間 64%–95%）。',
    )
    expect(aliveSentence(report, english)).toBe('17 of 20 runs live to the end (95%: 64% to 95%).')
  })
  it('says all and none in plain words', () => {
    expect(aliveSentence(reportOf(...some(20, ended(null))), english)).toMatch(/^All of 20 runs live/)
    expect(aliveSentence(reportOf(...some(20, ended(9))), chinese)).toMatch(/^20 次里没有一次活到最后/)
  })
  it('speaks of what is done so far, and leaves out what broke', () =>
    expect(aliveSentence(reportOf(ended(null), ended(9), broken, null), english)).toMatch(
      /^1 of 2 runs live/,
    ))
  it('says so where there is nothing to count yet, or nothing at all', () => {
    expect(aliveSentence(reportOf(null, null), english)).toBe('Running the first…')
    expect(aliveSentence(reportOf(broken), english)).toBe('No run came to its end.')
  })
})

it('runs that broke are told once for each reason', () => {
  const other: RunResult = { seed: 's', failure: 'out of memory' }
  expect(brokenTexts(reportOf(broken, ended(null), other, broken), english)).toEqual([
    '2 runs failed: it broke',
    '1 run failed: out of memory',
  ])
})

describe('the spread of a number', () => {
  it('is its median, and where 8 in 10 lie', () => {
    const report = reportOf(...Array.from({ length: 11 }, (_, run) => ended(null, 100 * run)))
    expect(spreadOf(report, 'ownerNet', english)).toEqual({ median: '¥500', between: '¥100 and ¥900' })
  })
  it('is a dash where no run could tell it', () =>
    expect(spreadOf(reportOf(ended(null)), 'conversionRate', english)).toEqual({
      median: '–',
      between: '–',
    }))
})
