import { describe, expect, it } from 'vitest'
import type { MemberFate } from '../../../sim/index.ts'
import { luckReport, verdictOn } from '../../../viz/account/luck-report.ts'
import type { LuckResult } from '../../../viz/account/luck-report.ts'
import { lucksSentence } from '../../../viz/account/lucks-view.ts'
import { wordsFor } from '../words.ts'
import { deal, lucksBeside } from '../../../viz/player/lucks.ts'

const fate = (stayed: number, heard = stayed): MemberFate => ({ outcome: 'left', day: stayed, stayed, heard })
const gains = (...days: number[]): LuckResult[] =>
  days.map((by) => ({ as: fate(50), without: fate(50 + by) }))
const say = (
  results: readonly LuckResult[],
  kind: 'left' | 'muted' = 'left',
  locale: 'zh-Hans' | 'en' = 'zh-Hans',
) => lucksSentence(luckReport(results, kind), kind, wordsFor(locale))

describe('what becomes of her under many lucks', () => {
  it('is longer, shorter or no other without the cause', () => {
    expect(gains(3, 0, -3).map((result) => verdictOn(result, 'left'))).toEqual(['longer', 'same', 'shorter'])
    const lasts = (by: MemberFate['outcome']): LuckResult => ({
      as: { ...fate(9), outcome: by },
      without: fate(9),
    })
    expect(verdictOn(lasts('present'), 'left')).toBe('end')
    expect([verdictOn(lasts('muted'), 'left'), verdictOn(lasts('muted'), 'muted')]).toEqual(['end', 'same'])
    const mutesLater: LuckResult = { as: fate(50, 10), without: fate(50, 20) }
    expect([verdictOn(mutesLater, 'left'), verdictOn(mutesLater, 'muted')]).toEqual(['same', 'longer'])
  })

  it('is counted apart where she does not join, and where a run broke or is still to come', () => {
    const results: LuckResult[] = [
      ...gains(30),
      { as: null, without: fate(3) },
      { as: fate(3), without: null },
    ]
    const { compared, counts } = luckReport([...results, 'failed', null], 'left')
    expect(compared).toBe(1)
    expect(counts).toEqual({ longer: 1, same: 0, end: 0, shorter: 0, absent: 2, failed: 1, pending: 1 })
  })

  it('lies between the 10th and the 90th percentile of those that can be compared', () => {
    const { days } = luckReport(gains(...Array.from({ length: 11 }, (_, n) => 10 * n)), 'left')
    expect(days).toEqual({ low: 10, median: 50, high: 90 })
  })

  it('is put into a sentence with counts and the median', () => {
    const mostly = gains(...Array.from({ length: 15 }, () => 30), 0, 0, 0, -5, -5)
    expect(say(mostly)).toBe('20 次里 15 次，她会留得更久；中位数多 30 天。')
    expect(say(mostly, 'left', 'en')).toBe(
      'In 15 of 20 runs she would have stayed longer; the median is 30 days longer.',
    )
    expect(say(mostly, 'muted')).toBe('20 次里 15 次，她会更晚开免打扰，或者不开；中位数多 30 天。')
    expect(say(gains(0, 0, 4))).toBe('3 次里 1 次，她会留得更久；中位数没有差别。')
    expect(say(gains(-2, -2))).toBe('2 次里没有一次，她会留得更久；中位数反而少 2 天。')
    expect(say([{ as: null, without: null }])).toBe('没有一次能比较：换了运气，她进不了群。')
  })
})

describe('the lucks that are tried', () => {
  it('are as many as asked for, with that of the seed', () => {
    const lucks = lucksBeside(20)
    expect(new Set(lucks).size).toBe(19)
  })

  it('are dealt to all hands, each once, and to no more hands than there are lucks', () => {
    expect(deal(['1', '2', '3', '4', '5'], 2)).toEqual([
      ['1', '3', '5'],
      ['2', '4'],
    ])
    expect(deal(['1'], 4)).toEqual([['1']])
  })
})
