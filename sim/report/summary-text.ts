import { CAUSE_WORDS } from '../model/cause-words.ts'
import { CAUSES, DEPARTURE_CAUSES, type ShockName } from '../model/causes.ts'
import type { Moment } from '../projections/moments.ts'
import type { Metrics, Summary } from '../projections/summary.ts'
import type { Locale } from '../model/local-text.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { SENTENCES } from './locales.ts'
import { grouped, percent, showMetric } from './numbers.ts'
import { SHOWN_METRICS, type Sentences } from './sentences.ts'
import { tableOf } from './table.ts'

/** A run in one screen of text: what it was, how it ended, a table of metrics, causes, key moments. */
export function summaryText(summary: Summary, scenario: Scenario, locale: Locale): string {
  const say = SENTENCES[locale]
  const { departures, mutes } = summary.causes
  const blocks = [
    [
      `${scenario.name[locale]} (${summary.scenario})`,
      ...(scenario.question ? [scenario.question[locale]] : []),
    ],
    [say.run({ ...summary, events: grouped(summary.events) })],
    endLines(summary, say),
    metricLines(columnsOf(summary), say),
    [
      `${say.departures}${say.colon}${shares(departures, locale)}`,
      `${say.mutes}${say.colon}${shares(mutes, locale)}`,
    ],
    momentLines(summary.moments, say),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function endLines({ deathDay, silentDay }: Summary, say: Sentences): string[] {
  return [
    deathDay === null ? say.lives : say.died(say.day(deathDay + 1)),
    silentDay === null ? say.speaks : say.silent(say.day(silentDay + 1)),
  ]
}

/** The days of the summary, and the last one where it is none of them. */
function columnsOf({ at, days, final }: Summary): (readonly [number, Metrics])[] {
  const columns = Object.entries(at).map(([day, metrics]) => [Number(day), metrics] as const)
  return columns.some(([day]) => day === days) ? columns : [...columns, [days, final]]
}

/** The metrics that are shown, a column a day. */
export function metricLines(columns: readonly (readonly [number, Metrics])[], say: Sentences): string[] {
  const header = ['', ...columns.map(([day]) => say.afterDays(day))]
  const rows = SHOWN_METRICS.map((name) => [
    say.metrics[name],
    ...columns.map(([, metrics]) => showMetric(name, metrics[name])),
  ])
  return tableOf([header, ...rows], { right: true })
}

/** Shares that would show as 0.0 % are left out. */
const SHARE_MIN = 0.0005

/** The largest shares first. */
function shares(given: Summary['causes']['departures'], locale: Locale): string {
  const say = SENTENCES[locale]
  const parts = CAUSES.slice(0, DEPARTURE_CAUSES)
    .map((cause) => ({ cause, share: given[cause] ?? 0 }))
    .filter(({ share }) => share >= SHARE_MIN)
    .sort((a, b) => b.share - a.share)
  return parts.length === 0
    ? say.nobody
    : parts.map(({ cause, share }) => `${CAUSE_WORDS[cause][locale]} ${percent(share)}`).join(say.comma)
}

function momentLines(moments: readonly Moment[], say: Sentences): string[] {
  if (moments.length === 0) return []
  return [
    say.moments,
    ...tableOf(moments.map((moment) => [`  ${say.day(moment.day + 1)}`, momentText(moment, say)])),
  ]
}

function momentText({ kind, value, detail }: Moment, say: Sentences): string {
  const text = say.momentTexts[kind]
  if (kind === 'shock' && detail !== null) return say.shocks[detail as ShockName]
  if (kind === 'phase-begins' && value !== null) return `${text}${say.colon}${say.phase(value + 1)}`
  if (kind === 'largest-loss' && value !== null) return `${text}${say.colon}${say.lost(value)}`
  return text
}
