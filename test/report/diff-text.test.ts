import { describe, expect, it } from 'vitest'
import { logHeader } from '../../sim/engine/header.ts'
import { LOCALES } from '../../sim/model/local-text.ts'
import type { LogDifference } from '../../sim/projections/log-difference.ts'
import { diffReport, diffText } from '../../sim/report/diff-text.ts'
import { widthOf } from '../../sim/report/table.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const NAMES = { a: 'one.qlog', b: 'other.jsonl' }
const header = logHeader(smallScenario(), 'a seed')

const SAME: LogDifference = {
  days: 20,
  sharedDays: 20,
  firstDifference: null,
  total: { onlyA: 0, onlyB: 0, changed: 0 },
  byKind: {},
  byDay: [],
}

const PARTED: LogDifference = {
  days: 20,
  sharedDays: 7,
  firstDifference: {
    day: 7,
    person: 12,
    a: { seq: 90, kind: 'feed-read', group: 0, actor: 12, object: 3, value: 0.1 + 0.2, cause: 88 },
    b: null,
  },
  total: { onlyA: 1234, onlyB: 5, changed: 6 },
  byKind: {
    'feed-read': { onlyA: 4, onlyB: 0, changed: 6 },
    'ad-posted': { onlyA: 1230, onlyB: 5, changed: 0 },
  },
  byDay: [
    { day: 7, onlyA: 1230, onlyB: 5, changed: 6 },
    { day: 9, onlyA: 4, onlyB: 0, changed: 0 },
  ],
}

const textOf = (difference: LogDifference, locale: (typeof LOCALES)[number] = 'en') =>
  diffText(diffReport({ a: header, b: header }, difference), NAMES, locale)

describe('the report of a difference', () => {
  it('has the seed, and what was found', () => {
    expect(diffReport({ a: header, b: header }, PARTED)).toEqual({
      format: 'qunxiang-diff/1',
      seed: 'a seed',
      same: { scenario: true, engine: true, forks: true },
      ...PARTED,
    })
  })

  it('tells which of scenario, engine and forks are others', () => {
    const fork = { at: 5, edits: [{ path: 'plan[0].ads.perDay', value: 0 }] }
    const sameWith = (b: typeof header) => diffReport({ a: header, b }, SAME).same
    expect(sameWith(logHeader(smallScenario({ days: 21 }), 'a seed'))).toEqual({
      scenario: false,
      engine: true,
      forks: true,
    })
    expect(sameWith({ ...header, engine: '0.0.1' })).toEqual({ scenario: true, engine: false, forks: true })
    expect(sameWith(logHeader(smallScenario(), 'a seed', [fork]))).toEqual({
      scenario: true,
      engine: true,
      forks: false,
    })
  })
})

describe('a difference in text', () => {
  it('says which is A and which is B, what is the same, where they part, and how much differs', () => {
    expect(textOf(PARTED)).toBe(`A: one.qlog
B: other.jsonl

scenario  the same
engine    the same
forks     the same

The first 7 whole days are the same.

The first difference is on day 8, member #12:
A: 90 feed-read group 0 actor 12 object 3 value 0.3 cause 88
B: –

           only A  only B  other value
ad-posted   1,230       5            0
feed-read       4       0            6
total       1,234       5            6
2 days differ.
`)
  })

  it('is short where there is none', () => {
    expect(textOf(SAME)).toBe(`A: one.qlog
B: other.jsonl

scenario  the same
engine    the same
forks     the same

All 20 days are the same, fact by fact.
`)
  })

  it.each([
    ['en', 'member #12', 'All 20 days are the same'],
    ['zh-Hans', '第一处不同在第 8 天，成员 #12：', '全部 20 天逐条相同。'],
    ['zh-Hant', '第一處不同在第 8 天，成員 #12：', '全部 20 天逐條相同。'],
  ] as const)('is told in %s', (locale, parted, same) => {
    expect(textOf(PARTED, locale)).toContain(parted)
    expect(textOf(SAME, locale)).toContain(same)
  })

  it.each(LOCALES)('has its columns under each other in %s', (locale) => {
    const table = textOf(PARTED, locale).trimEnd().split('\n').slice(-5, -1)
    expect(new Set(table.map(widthOf)).size).toBe(1)
  })

  it('names nobody where the owner’s or a group’s facts differ', () => {
    const first = { day: 0, person: null, a: null, b: null }
    expect(textOf({ ...PARTED, firstDifference: first })).toContain('The first difference is on day 1:\n')
  })

  it('counts one day as one', () => {
    expect(textOf({ ...PARTED, sharedDays: 1, byDay: PARTED.byDay.slice(1) })).toMatch(
      /The first whole day is the same\.[^]*1 day differs\./,
    )
    expect(textOf({ ...PARTED, sharedDays: 0 })).toContain('Not even the first day is the same.')
    expect(textOf({ ...SAME, days: 1, sharedDays: 1 })).toContain('The one day is the same')
  })

  it('shows the twelve kinds that differ most, and the total of all', () => {
    const kinds = Array.from({ length: 15 }, (_, n) => [`kind-${n}`, { onlyA: n + 1, onlyB: 0, changed: 0 }])
    const text = textOf({
      ...PARTED,
      byKind: Object.fromEntries(kinds) as LogDifference['byKind'],
      total: { onlyA: 120, onlyB: 0, changed: 0 },
    })
    expect(text.match(/^kind-\d+ /gm)).toHaveLength(12)
    expect(text.indexOf('kind-14')).toBeLessThan(text.indexOf('kind-3'))
    expect(text).not.toContain('kind-2 ')
    expect(text).toMatch(/^total +120 /m)
  })
})
