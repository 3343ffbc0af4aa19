import { describe, expect, it } from 'vitest'
import { KINDS, KIND_NAMES, LOCALES } from '../../../sim/index.ts'
import type { Locale } from '../../../sim/index.ts'
import { csvHead, csvLine } from '../../../viz/log/csv.ts'
import { rowAt } from '../../../viz/log/rows.ts'
import type { LogRow } from '../../../viz/log/rows.ts'
import { sentenceBesideName, sentenceOf, valueOf, vocabularyOf } from '../../../viz/log/sentences.ts'
import { LOG_TEXTS } from '../../../viz/log/texts.ts'
import { wordsFor } from '../words.ts'
import { scenario, someColumns } from './log-history.ts'

const vocabularies = Object.fromEntries(
  LOCALES.map((locale) => [locale, vocabularyOf(wordsFor(locale), LOG_TEXTS[locale], scenario)]),
) as Record<Locale, ReturnType<typeof vocabularyOf>>
const row = (kind: keyof typeof KINDS, parts: Partial<LogRow> = {}): LogRow => ({
  ...{ seq: 9, day: 2, kind: KINDS[kind].code, group: 0, actor: 17, object: 0, value: 0.25 },
  ...{ cause: -1, causeKind: -1, causeDay: -1, ...parts },
})
const zh = vocabularies['zh-Hans']

describe.each(LOCALES)('in %s', (locale) => {
  it('every fact of a run is a sentence without gaps', () => {
    const columns = someColumns()
    for (let seq = 0; seq < columns.count; seq += 7) {
      const sentence = sentenceOf(rowAt(columns, seq), vocabularies[locale])
      expect(sentence).not.toMatch(/[{}]|undefined|NaN/)
    }
  })

  it('every kind and every code has a name', () => {
    const { kindNames, needs, roles, cues, costs, sources } = LOG_TEXTS[locale]
    expect(Object.keys(kindNames).sort()).toEqual([...KIND_NAMES].sort())
    expect([needs.length, roles.length, cues.length, costs.length, sources.length]).toEqual([6, 2, 2, 6, 4])
    for (const name of [
      ...Object.values(kindNames),
      ...vocabularies[locale].causes,
      ...vocabularies[locale].shocks,
    ])
      expect(name).toBeTruthy()
  })
})

describe('a sentence', () => {
  it('goes on behind a name in Chinese where its grammar lets it', () => {
    expect(sentenceOf(row('feed-read', { object: 4 }), zh)).toMatch(/^.+ 打开群，看了 4 条$/)
    expect(sentenceBesideName(row('feed-read', { object: 4 }), zh)).toBe('打开群，看了 4 条')
    expect(sentenceBesideName(row('trust-changed', { object: 0 }), zh)).toBe('信任 +0.25（硬广）')
    expect(sentenceBesideName(row('tie-changed'), zh)).toBe(sentenceOf(row('tie-changed'), zh))
    expect(sentenceBesideName(row('feed-read'), vocabularies.en)).toBe(
      sentenceOf(row('feed-read'), vocabularies.en),
    )
  })

  it('calls −1 the owner, or an outsider', () => {
    expect(sentenceOf(row('packet-sent', { actor: -1 }), zh)).toContain('群主 发了')
    expect(sentenceOf(row('packet-claimed', { object: -1 }), zh)).not.toContain('-1')
  })
})

describe('a value', () => {
  it.each([
    ['member-joined', 0.388, '38.8%'],
    ['trust-changed', 0.0312, '+0.031'],
    ['value-changed', -0.25, '−0.25'],
    ['order-placed', 99.5, '99.5'],
    ['message-posted', 1, '是'],
    ['message-posted', 0, '否'],
    ['day-closed', 0, ''],
  ] as const)('of %s, %s, is written %j', (kind, value, text) =>
    expect(valueOf(row(kind, { value }), zh)).toBe(text),
  )
})

describe('CSV', () => {
  it('begins with the mark by which Excel knows UTF-8', () => {
    const head = csvHead(LOG_TEXTS['zh-Hans'].columns)
    expect(head.charCodeAt(0)).toBe(0xfeff)
    expect(head.slice(1)).toBe('编号,天,群,人的编号,谁,什么事,经过,对象,数值,起因编号\r\n')
  })

  it('has a line a fact, with days and groups as people count them', () => {
    const line = csvLine(row('feed-read', { object: 4, value: Math.fround(0.26), cause: 3 }), zh)
    expect(line).toMatch(/^9,3,1,17,[^,]+,打开群,[^,]+ 打开群，看了 4 条,4,0\.26,3\r\n$/)
  })

  it('quotes what needs it, and lets no text be a formula', () => {
    const vocabulary = { ...zh, topics: ['=1+1', 'a"b,c'] }
    expect(csvLine(row('pivot-made', { object: 0, actor: -1 }), vocabulary)).toContain(",'=1+1,")
    expect(csvLine(row('pivot-made', { object: 1, actor: -1 }), vocabulary)).toContain(',"a""b,c",')
  })
})
