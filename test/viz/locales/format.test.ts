import { describe, expect, it } from 'vitest'
import { formatFor } from '../../../viz/locales/format.ts'

describe('numbers', () => {
  it('are short in the way of the language', () =>
    expect((['zh-Hans', 'zh-Hant', 'en'] as const).map((locale) => formatFor(locale).short(12345))).toEqual([
      '1.2万',
      '1.2萬',
      '12.3K',
    ]))
  it('group by three everywhere', () => expect(formatFor('zh-Hans').count(1234567)).toBe('1,234,567'))
  it('show money with the narrow sign of the yuan', () =>
    expect((['zh-Hans', 'zh-Hant', 'en'] as const).map((locale) => formatFor(locale).money(1234.4))).toEqual([
      '¥1,234',
      '¥1,234',
      '¥1,234',
    ]))
  it('have a minus as wide as a plus', () => expect(formatFor('en').money(-20)).toBe('−¥20'))
  it('know no minus zero', () => expect(formatFor('en').count(-0.2)).toBe('0'))
  it('are a dash where there is none', () => expect(formatFor('en').percent(NaN)).toBe('–'))
  it('show shares in percent', () => expect(formatFor('zh-Hans').percent(0.534)).toBe('53%'))
})
