import type { Locale } from '../model/local-text.ts'
import { REASONS, type DifferingFact } from '../projections/because.ts'
import type { ForkReport } from '../projections/fork.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { SENTENCES } from './locales.ts'
import { grouped, showMetric } from './numbers.ts'
import { SHOWN_METRICS } from './sentences.ts'
import { tableOf } from './table.ts'
import { factText } from './why-fact.ts'
import { WHY_SENTENCES } from './why-sentences.ts'

/** A fork in text: what was changed, both ends side by side, the first difference, and why there are others. */
export function forkText(report: ForkReport, scenario: Scenario, locale: Locale): string {
  const [common, say] = [SENTENCES[locale], WHY_SENTENCES[locale].fork]
  const { at, edits, parent, branch, firstDifference, because } = report
  const metrics = SHOWN_METRICS.map((name) => [
    common.metrics[name],
    showMetric(name, parent.final[name]),
    showMetric(name, branch.final[name]),
  ])
  const blocks = [
    [`${scenario.name[locale]} (${parent.scenario})`],
    [
      say.title(common.day(at + 1)) + common.colon.trimEnd(),
      ...edits.map(({ path, value }) => `  ${path} = ${JSON.stringify(value)}`),
    ],
    tableOf([[common.afterDays(parent.days), say.parent, say.branch], ...metrics], { right: true }),
    firstDifference === null ? [say.same] : differenceLines(report, scenario, locale),
    ...(because.first.length === 0
      ? []
      : [reasonLines(report, locale), firstLines(report, scenario, locale)]),
  ]
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function differenceLines(report: ForkReport, scenario: Scenario, locale: Locale): string[] {
  const { firstDifference, vanished, appeared, changed, because } = report
  const [common, say] = [SENTENCES[locale], WHY_SENTENCES[locale].fork]
  const { day, person, event } = firstDifference as NonNullable<ForkReport['firstDifference']>
  const first = because.first.map(({ fact }) => fact).find((fact) => fact.day === day && fact.kind === event)
  const named = person === null ? event : `${event}, #${person}`
  return [
    say.first(common.day(day + 1), first === undefined ? named : factText(first, scenario, locale)),
    say.counts({ vanished: grouped(vanished), appeared: grouped(appeared), changed: grouped(changed) }),
  ]
}

function reasonLines({ because }: ForkReport, locale: Locale): string[] {
  const say = WHY_SENTENCES[locale].fork
  const rows = REASONS.filter((reason) => because.reasons[reason] > 0).map((reason) => [
    `  ${say.reasons[reason]}`,
    grouped(because.reasons[reason]),
  ])
  return [say.why, ...tableOf(rows, { right: true })]
}

function firstLines({ because }: ForkReport, scenario: Scenario, locale: Locale): string[] {
  const [common, say] = [SENTENCES[locale], WHY_SENTENCES[locale].fork]
  const told = (fact: DifferingFact) => factText(fact, scenario, locale)
  return because.first.map(({ fact, chain: [behind] }) => {
    const what = fact.differs === 'vanished' ? say.vanished : say.appeared
    const why = behind === undefined ? say.becauseEdit : say.because(told(behind))
    return `${common.day(fact.day + 1)}${common.comma}${what}${common.colon}${told(fact)}${common.comma}${why}`
  })
}
