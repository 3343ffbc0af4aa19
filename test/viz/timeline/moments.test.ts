import { describe, expect, it } from 'vitest'
import { MOMENT_KINDS, SHOCKS } from '../../../sim/index.ts'
import type { Moment } from '../../../sim/index.ts'
import { formatFor } from '../../../viz/locales/format.ts'
import { MESSAGES } from '../words.ts'
import { chapterAt, chaptersOf, momentText } from '../../../viz/timeline/moments.ts'
import { playbackOf } from '../playback.ts'

const moment = (day: number, more: Partial<Moment> = {}): Moment => ({
  day,
  kind: 'first-order',
  value: null,
  detail: null,
  ...more,
})

describe('chapters', () => {
  const one = playbackOf({ moments: [moment(4), moment(20)] })
  const other = playbackOf({ moments: [moment(4), moment(9)] })
  const chapters = chaptersOf([one, null, other])

  it('come in the order of days, and of sides on one day', () =>
    expect(chapters.map(({ side, day }) => [side, day])).toEqual([
      [0, 5],
      [2, 5],
      [2, 10],
      [0, 21],
    ]))
  it('have happened once their day is over', () => {
    expect(chapterAt(chapters, 4)).toBeNull()
    expect(chapterAt(chapters, 9)?.day).toBe(5)
    expect(chapterAt(chapters, 10)?.day).toBe(10)
  })
})

describe.each(['zh-Hans', 'zh-Hant', 'en'] as const)('in %s', (locale) => {
  const say = (told: Moment): string => momentText(told, playbackOf({}), MESSAGES[locale], formatFor(locale))

  it('every kind of moment has its sentence', () => {
    const sentences = MOMENT_KINDS.map((kind) => say(moment(3, { kind, value: 2 })))
    expect(new Set(sentences).size).toBe(MOMENT_KINDS.length)
  })
  it('every shock has its own', () => {
    const sentences = SHOCKS.map((detail) => say(moment(3, { kind: 'shock', detail })))
    expect(new Set(sentences).size).toBe(SHOCKS.length)
    expect(sentences).not.toContain(MESSAGES[locale].shock)
  })
})

it('a change of plan says what changes', () => {
  const scenario = playbackOf({}).scenario
  const [first] = scenario.plan
  if (!first) throw new Error('the scenario must have a phase')
  const sells = { ...first, from: 30, ads: { ...first.ads, perDay: first.ads.perDay + 1 } }
  const playback = playbackOf({ scenario: { ...scenario, plan: [first, sells] } })
  const told = moment(30, { kind: 'phase-begins', value: 1 })
  expect(momentText(told, playback, MESSAGES['zh-Hans'], formatFor('zh-Hans'))).toBe(
    '群主换了做法：开始发广告',
  )
})
