import { describe, expect, it } from 'vitest'
import { SHOCKS } from '../../sim/model/causes.ts'
import { MOMENT_KINDS } from '../../sim/projections/moments.ts'
import { reportOf } from '../../sim/projections/replay.ts'
import { summaryOf } from '../../sim/projections/summary.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { SENTENCES } from '../../sim/report/locales.ts'
import { counted, decimal, grouped, percent, showMetric, signed } from '../../sim/report/numbers.ts'
import { replayText } from '../../sim/report/replay-text.ts'
import { SHOWN_METRICS } from '../../sim/report/sentences.ts'
import { summaryText } from '../../sim/report/summary-text.ts'
import { tableOf, widthOf } from '../../sim/report/table.ts'
import { LOCALES } from '../../sim/model/local-text.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { replayText as replay, tinyScenario, writeLog } from '../events/log-text.ts'

describe('a summary in text', () => {
  const scenario = smallScenario({
    days: 40,
    name: { 'zh-Hans': '小镇', 'zh-Hant': '小鎮', en: 'A town' },
    question: 'Why?',
  })
  const summary = summaryOf('town', watchRun(scenario, '1'))

  it.each(LOCALES)('says in %s what it was, how it ended, and in what state it was', (locale) => {
    const text = summaryText(summary, scenario, locale)
    expect(text).toContain(`${scenario.name[locale]} (town)\nWhy?\n`)
    expect(text).toContain(summary.digest)
    expect(text).toContain(SENTENCES[locale].afterDays(30))
    expect(text).toContain(SENTENCES[locale].afterDays(40))
    for (const name of SHOWN_METRICS) expect(text).toContain(SENTENCES[locale].metrics[name])
  })

  it('counts days from 1, as people do', () => {
    const dead = { ...summary, deathDay: 9, silentDay: 7 }
    expect(summaryText(dead, scenario, 'en')).toContain('It died on day 10: hardly anybody read it any more.')
    expect(summaryText(dead, scenario, 'zh-Hans')).toContain('第 8 天沉默')
  })

  it('tells of each key moment what belongs to it', () => {
    const moments = [
      { day: 0, kind: 'first-order', value: 3, detail: null },
      { day: 29, kind: 'phase-begins', value: 1, detail: null },
      { day: 30, kind: 'shock', value: null, detail: 'owner-ill' },
      { day: 31, kind: 'largest-loss', value: 4, detail: null },
    ] as const
    const text = summaryText({ ...summary, moments }, scenario, 'en')
    expect(text).toContain('  day 1   the first order\n')
    expect(text).toContain('  day 30  the owner changes course: phase 2 of the plan\n')
    expect(text).toContain('  day 31  the owner falls ill\n')
    expect(text).toContain('  day 32  more members leave than on any other day: 4\n')
  })

  it('has the largest causes first', () => {
    const causes = { departures: { background: 0.25, 'hard-ads': 0.75 }, mutes: {} }
    const text = summaryText({ ...summary, causes }, scenario, 'en')
    expect(text).toContain(
      'Why members left: hard ads 75.0 %, no particular reason 25.0 %\nWhy members muted: nobody did\n',
    )
  })
})

describe('the sentences', () => {
  it.each(LOCALES)('in %s have one for every moment and shock', (locale) => {
    const { momentTexts, shocks } = SENTENCES[locale]
    expect(Object.keys(momentTexts).sort()).toEqual([...MOMENT_KINDS].sort())
    expect(Object.keys(shocks).sort()).toEqual([...SHOCKS].sort())
  })
})

describe('a replay in text', () => {
  const replayed = replay(writeLog(tinyScenario()).text, { at: 2 })
  const of = { header: replayed.header, log: 'x.jsonl', events: replayed.events, reruns: false }

  it('says what holds and what was not asked for', () => {
    const text = replayText(reportOf(replayed), of, 'en')
    expect(text).toContain('x.jsonl: after 2 of 3 days')
    expect(text).toContain('chain   holds\nfold    holds\nre-run  not asked for (--verify)\n')
  })

  it('says where the first difference is', () => {
    const report = {
      ...reportOf(replayed),
      verified: { chain: false, fold: true, rerun: false },
      firstDifference: { day: 4, person: 17, column: 'trust' },
    }
    const text = replayText(report, { ...of, reruns: true }, 'en')
    expect(text).toContain('chain   FAILS\nfold    holds\nre-run  FAILS\n')
    expect(text).toContain('The first difference is on day 5, member #17, column trust.')
    expect(replayText(report, of, 'zh-Hant')).toContain('第一處不同在第 5 天，成員 #17，欄 trust。')
  })

  it('says that the log of another engine cannot be re-run', () => {
    const header = { ...replayed.header, engine: '0.0.1' }
    expect(replayText(reportOf(replayed), { ...of, header, reruns: true }, 'en')).toContain(
      're-run  not possible: the log is of engine 0.0.1',
    )
  })
})

describe('numbers and tables', () => {
  it('are shown in their units', () => {
    expect(showMetric('members', 1234)).toBe('1,234')
    expect(showMetric('ownerNet', -1234567.4)).toBe('−1,234,567')
    expect(showMetric('leaveRate', 0.1234)).toBe('12.3 %')
    expect(showMetric('meanTrust', 0.456)).toBe('0.46')
    expect(showMetric('messagesPerDay', 3.14)).toBe('3.1')
    expect(showMetric('repurchaseRate', null)).toBe('–')
    expect([grouped(999), grouped(-0.2), percent(1)]).toEqual(['999', '0', '100.0 %'])
    expect([counted(1, 'run'), counted(0, 'run')]).toEqual(['1 run', '0 runs'])
  })

  it('have one minus in all units, and none before what rounds to 0', () => {
    const shown = [
      showMetric('leaveRate', -0.1234),
      showMetric('meanTrust', -0.456),
      showMetric('messagesPerDay', -3.14),
      showMetric('ownerNet', -12),
      decimal(-0.38, 2),
    ]
    expect(shown).toEqual(['−12.3 %', '−0.46', '−3.1', '−12', '−0.38'])
    expect([percent(-0.0001), decimal(-0.004, 2), grouped(-0.4)]).toEqual(['0.0 %', '0.00', '0'])
  })

  it('of a difference have a plus above 0, and nothing where it rounds to 0', () => {
    const all = [0.25, -0.25, 0, 0.0001, -0.0001].map((value) => signed(value, percent))
    expect(all).toEqual(['+25.0 %', '−25.0 %', '0.0 %', '0.0 %', '0.0 %'])
    expect(signed(1234.5, grouped)).toBe('+1,235')
  })

  it('stand under each other although Chinese characters are twice as wide', () => {
    expect(widthOf('群 ab')).toBe(5)
    const lines = tableOf(
      [
        ['', '一天'],
        ['群人', '12'],
        ['ab', '3'],
      ],
      { right: true },
    )
    expect(lines).toEqual(['      一天', '群人    12', 'ab       3'])
  })
})
