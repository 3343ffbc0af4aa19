import type { Locale } from '../model/local-text.ts'
import type { ShrinkProgress } from '../lab/shrink.ts'
import { mainCauseIn, type ShrinkReport, type SpecimenReport } from '../lab/shrink-report.ts'
import { decimal, grouped, percent } from './numbers.ts'
import { SHRINK_SENTENCES } from './shrink-sentences.ts'
import { tableOf } from './table.ts'

/** Seeds of which the numbers are told one by one. */
const SEEDS_TOLD = 10

/** What stands on top of the file of the smallest scenario. */
export function shrinkComments(report: ShrinkReport, locale: Locale): string[] {
  const say = SHRINK_SENTENCES[locale]
  const { scenario, engine, until, isPartial, before, after } = report
  if (after === null) return []
  const sizes = (['rules', 'people', 'days'] as const).map(
    (name) => `${say[name]} ${grouped(before.size[name])} → ${grouped(after.size[name])}`,
  )
  return [
    say.title(until),
    ...sightLines(after, locale),
    say.from(scenario, engine, sizes.join(say.comma)),
    ...(isPartial ? [say.partial] : []),
  ]
}

/** The sizes before and after, how long it took, and whether the reason is still the same. */
export function shrinkSummary(
  report: ShrinkReport,
  { seconds, locale }: { readonly seconds: number; readonly locale: Locale },
): string {
  const say = SHRINK_SENTENCES[locale]
  const { until, before, after, scenarios, runs, isPartial, untilOfCause } = report
  if (after === null) {
    return [
      say.notShown(report.scenario, until),
      ...sightLines(before, locale).map((line) => `  ${line}`),
    ].join('\n')
  }
  const rows = (['rules', 'people', 'days', 'digits'] as const).map((name) => [
    say[name],
    grouped(before.size[name]),
    grouped(after.size[name]),
  ])
  return [
    `${say.shown(until)}`,
    ...sightLines(after, locale).map((line) => `  ${line}`),
    ...tableOf([['', say.before, say.after], ...rows], { right: true }),
    say.tried(grouped(scenarios), grouped(runs), decimal(seconds, 1)),
    isPartial ? say.partial : say.smallest,
    ...(untilOfCause === null
      ? []
      : [say.otherCause(causeText(before, locale), causeText(after, locale), untilOfCause)]),
  ].join('\n')
}

/** Where the search is, for a progress bar. */
export function shrinkProgressText(
  { round, stage, runs }: ShrinkProgress,
  size: SpecimenReport['size'] | null,
  locale: Locale,
): string {
  const say = SHRINK_SENTENCES[locale]
  const sizes =
    size === null
      ? []
      : (['rules', 'people', 'days'] as const).map((name) => `${say[name]} ${grouped(size[name])}`)
  return [say.round(round, say.stages[stage]), say.runs(grouped(runs)), ...sizes].join(say.comma)
}

function sightLines({ sights }: SpecimenReport, locale: Locale): string[] {
  const say = SHRINK_SENTENCES[locale]
  const lines = sights.slice(0, SEEDS_TOLD).map(({ seed, values, holds }) => {
    const numbers = Object.entries(values).map(([name, value]) => `${name} = ${numberText(value)}`)
    return `${say.seed(seed)}${say.colon}${numbers.join(say.comma)}${holds ? '' : say.not}`
  })
  const more = sights.length - SEEDS_TOLD
  return more > 0 ? [...lines, say.more(more)] : lines
}

/** As it can be typed, and short. */
function numberText(value: number | null): string {
  return value === null ? '–' : String(Number(value.toPrecision(6)))
}

function causeText(specimen: SpecimenReport, locale: Locale): string {
  const cause = mainCauseIn(specimen)
  return cause === null
    ? SHRINK_SENTENCES[locale].noCause
    : `${cause.of}.${cause.cause} (${percent(cause.share)})`
}
