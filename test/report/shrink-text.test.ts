import { describe, expect, it } from 'vitest'
import { parseCondition } from '../../sim/lab/condition.ts'
import { openShrinking } from '../../sim/lab/shrink.ts'
import { shrinkReport, type ShrinkReport } from '../../sim/lab/shrink-report.ts'
import { LOCALES } from '../../sim/model/local-text.ts'
import { shrinkComments, shrinkProgressText, shrinkSummary } from '../../sim/report/shrink-text.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

/** Founders who are sold something to from the first day. */
const town = smallScenario({
  days: 60,
  founders: 40,
  plan: [{ content: { perDay: 0.2 }, ads: { perDay: 5 } }],
})

function reportOf(until: string, { seeds = ['1'], steps = Infinity } = {}): ShrinkReport {
  const parsed = parseCondition(until, town.days)
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'))
  const wish = { condition: parsed.condition, seeds, share: 0.5 }
  const shrinking = openShrinking(town, wish)
  for (let step = 0; step < steps && !shrinking.isDone(); step++) shrinking.step()
  const isPartial = !shrinking.isDone()
  const report = shrinkReport(shrinking, { ...wish, name: 'town', isPartial, write: () => 'the file' })
  if (report === null) throw new Error('the first run must be over')
  return report
}

describe('the report of a scenario that was shrunk', () => {
  const report = reportOf('muteRate > 0.2')

  it('has the sizes before and after, and the file', () => {
    expect(report).toMatchObject({ isShown: true, isPartial: false, file: 'the file', scenario: 'town' })
    expect(report.before.size).toMatchObject({ people: 140, days: 60 })
    expect(report.after?.size.days).toBeLessThan(60)
  })

  it('names a cause to hold on to where there is another one now', () => {
    const { before, untilOfCause } = reportOf('members < 80')
    const cause = before.sights[0]?.mainCause
    expect(cause?.cause).toBe('hard-ads')
    expect(untilOfCause).toMatch(/^members < 80 and mutes\.hard-ads > 0\.\d$/)
    expect(reportOf(untilOfCause ?? '').untilOfCause).toBeNull()
  })

  it('is not there before the scenario has been run', () => {
    expect(() => reportOf('muteRate > 0.2', { steps: 10 })).toThrow('the first run must be over')
    expect(reportOf('muteRate > 0.2', { steps: 200 }).isPartial).toBe(true)
  })

  it.each(LOCALES)('is told in %s: on top of the file, and as a summary', (locale) => {
    const comments = shrinkComments(report, locale)
    expect(comments[0]).toContain('muteRate > 0.2')
    expect(comments[1]).toMatch(/ 1[:：] ?muteRate = 0\.\d+$/)
    expect(comments[2]).toMatch(/town .* 60 → \d+$/)
    const summary = shrinkSummary(report, { seconds: 1.26, locale })
    expect(summary).toMatch(/^\S.*muteRate > 0\.2\n/)
    expect(summary).toMatch(/1\.3 (s|秒)/)
    expect(shrinkProgressText({ round: 2, stage: 'items', scenarios: 3, runs: 4 }, null, locale)).toContain(
      '4',
    )
  })

  it.each(LOCALES)('says in %s that it was stopped', (locale) => {
    const partial = reportOf('muteRate > 0.2', { steps: 200 })
    expect(shrinkComments(partial, locale)).toHaveLength(4)
    expect(shrinkSummary(partial, { seconds: 1, locale })).toContain(shrinkComments(partial, locale)[3])
  })

  it('tells of the first seeds what they gave, and how many there are besides', () => {
    const seeds = Array.from({ length: 12 }, (_, run) => String(run))
    const summary = shrinkSummary(reportOf('members > 9000', { seeds }), { seconds: 1, locale: 'en' })
    expect(summary).toMatch(/^town does not show it in the first place: members > 9000 does not hold\n/)
    expect(summary).toMatch(/seed 9: members = \d+ \(does not hold\)\n {2}… and 2 more seeds$/)
  })
})
