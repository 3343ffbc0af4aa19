import { CAUSE_WORDS, WITHOUT_CAUSE } from '../model/cause-words.ts'
import { CAUSES, LEDGERS, type Cause, type Ledger } from '../model/causes.ts'
import type { Locale } from '../model/local-text.ts'
import type { Account } from '../projections/account.ts'
import type { Without } from '../projections/counterfactual.ts'
import { SENTENCES } from './locales.ts'
import { tableOf } from './table.ts'
import { ACTS, WHY_SENTENCES } from './why-sentences.ts'

/** A member's story: the verdict, her days in short, her account, and the same history without the main cause. */
export function whyText(account: Account, without: Without | null, locale: Locale): string {
  const blocks = [
    [verdict(account, locale), ...(without === null ? [] : [withoutSentence(without, locale)])],
    days(account, locale),
    [WHY_SENTENCES[locale].account, ...accountTable(account, locale)],
  ]
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

/** Shares below this are not worth a word. */
const SHARE_TOLD = 0.05
/** More causes than this nobody can keep in mind. */
const CAUSES_TOLD = 3

function verdict({ person, joinedDay, outcome, day, shares }: Account, locale: Locale): string {
  const [say, common] = [WHY_SENTENCES[locale], SENTENCES[locale]]
  const ended =
    outcome === 'present' || day === null
      ? say.outcome.present
      : say.outcome[outcome as 'left'](common.day(day + 1))
  const told = (Object.entries(shares) as [Cause, number][])
    .sort(([, a], [, b]) => b - a)
    .filter(([, share], n) => n === 0 || share >= SHARE_TOLD)
    .slice(0, CAUSES_TOLD)
    .map(([cause, share], n) => (n === 0 ? say.mostly : say.then)(CAUSE_WORDS[cause][locale], whole(share)))
  const stop = locale === 'en' ? '.' : '。'
  return `${say.joined(`#${person}`, common.day(joinedDay + 1))}${ended}${told.join('')}${stop}`
}

function withoutSentence({ cause, outcome, day }: Without, locale: Locale): string {
  const { without } = WHY_SENTENCES[locale]
  const name = WITHOUT_CAUSE[cause][locale]
  const when = day === null ? '' : SENTENCES[locale].day(day + 1)
  switch (outcome) {
    case 'left':
      return without.leaves(name, when)
    case 'muted':
      return without.mutes(name, when)
    case 'asleep':
      return without.sleeps(name)
    case 'present':
      return without.stays(name)
    case 'never-joined':
      return without.neverJoins(name)
  }
}

function days({ joinedDay, outcome, day, read, series, events }: Account, locale: Locale): string[] {
  const [say, common] = [WHY_SENTENCES[locale], SENTENCES[locale]]
  const last = outcome === 'left' && day !== null ? day : series.value.length - 2
  const sum = (what: 'messages' | 'ads' | 'posts') => read.reduce((total, one) => total + one[what], 0)
  const acts = ACTS.flatMap((act) => {
    const [first, ...more] = events.filter(({ kind }) => kind === act)
    if (first === undefined) return []
    const when = common.day(first.day + 1)
    return [[`  ${say.acts[act]}`, `${say.times(more.length + 1)} ${when}`]]
  })
  return [
    say.readOn({ days: read.length, of: last - joinedDay + 1, messages: sum('messages') }),
    say.there({ posts: sum('posts'), ads: sum('ads') }),
    ...(acts.length === 0 ? [] : tableOf(acts)),
  ]
}

/** A row a cause, a column a ledger: sums of changes; the last row is what they add up to. */
function accountTable({ ledger, series }: Account, locale: Locale): string[] {
  const say = WHY_SENTENCES[locale]
  const sums = new Map<Cause | 'fading', Partial<Record<Ledger, number>>>()
  for (const { cause, variable, change } of ledger) {
    const row = sums.get(cause) ?? {}
    row[variable] = (row[variable] ?? 0) + change
    sums.set(cause, row)
  }
  const causes = [...CAUSES, 'fading' as const].filter((cause) => sums.has(cause))
  const rows = causes.map((cause) => [
    `  ${cause === 'fading' ? say.fading : CAUSE_WORDS[cause][locale]}`,
    ...LEDGERS.map((variable) => signed(sums.get(cause)?.[variable])),
  ])
  const stored = LEDGERS.map((variable) => (series[variable].at(-1) as number).toFixed(3))
  const header = ['', ...LEDGERS.map((variable) => say.ledgers[variable])]
  return tableOf([header, ...rows, [`  ${say.stored}`, ...stored]], { right: true })
}

function signed(change: number | undefined): string {
  if (change === undefined) return ''
  const digits = Math.abs(change).toFixed(3)
  return `${change < 0 && digits !== '0.000' ? '−' : '+'}${digits}`
}

function whole(share: number): string {
  return `${Math.round(share * 100)} %`
}
