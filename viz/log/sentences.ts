import { CAUSES, CAUSE_WORDS, KINDS, SHOCKS, wordsIn } from '../../sim/index.ts'
import type { KindName, Locale, Scenario } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import { nicknameOf } from '../stage/nickname.ts'
import { IS_OF_OWNER, kindOf } from './kinds.ts'
import type { LogRow } from './rows.ts'
import type { LogTexts } from './log-texts.ts'

/**
 * All that is needed to say a fact in one language: plain values, so that a worker can be handed them. Its own tables have
 * no sentences.
 */
export interface Vocabulary {
  readonly locale: Locale
  readonly gap: string
  readonly nicknames: readonly (readonly string[])[]
  readonly says: Readonly<Record<KindName, string>>
  readonly kinds: Readonly<Record<KindName, string>>
  /** In the order of their codes, like all lists below. */
  readonly causes: readonly string[]
  readonly shocks: readonly string[]
  readonly topics: readonly string[]
  readonly offers: readonly string[]
  readonly sources: readonly string[]
  readonly costs: readonly string[]
  readonly needs: readonly string[]
  readonly roles: readonly string[]
  readonly cues: readonly string[]
  readonly owner: string
  readonly outsider: string
  readonly offTopic: string
  readonly yes: string
  readonly no: string
}

export function vocabularyOf({ locale, texts, gap }: Words, own: LogTexts, scenario: Scenario): Vocabulary {
  const topicName = (topic: string): string => own.topics[topic] ?? topic
  const causes = wordsIn(CAUSE_WORDS, locale)
  const names = Object.keys(KINDS) as KindName[]
  return {
    locale,
    gap,
    nicknames: texts.nicknames,
    says: Object.fromEntries(names.map((name) => [name, KINDS[name].says[locale]])) as Record<
      KindName,
      string
    >,
    kinds: own.kindNames,
    causes: CAUSES.map((cause) => causes[cause]),
    shocks: SHOCKS.map((shock) => texts.shockTexts[shock]),
    topics: Object.keys(scenario.market.pains).map(topicName),
    offers: scenario.offer.map(({ solves }) => topicName(solves)),
    sources: own.sources,
    costs: own.costs,
    needs: own.needs,
    roles: own.roles,
    cues: own.cues,
    owner: own.owner,
    outsider: own.outsider,
    offTopic: own.offTopic,
    yes: own.yes,
    no: own.no,
  }
}

/** A fact as the sentence of its kind, with names in place of codes. */
export function sentenceOf(row: LogRow, vocabulary: Vocabulary): string {
  return vocabulary.says[kindOf(row.kind)]
    .replace('{actor}', () => actorOf(row, vocabulary) || NOTHING)
    .replace('{object}', () => objectOf(row, vocabulary) || NOTHING)
    .replace('{value}', () => valueOf(row, vocabulary) || NOTHING)
}

/** The same beside the name of whoever did it: in Chinese the sentence goes on without it, where its grammar lets it. */
export function sentenceBesideName(row: LogRow, vocabulary: Vocabulary): string {
  const sentence = sentenceOf(row, vocabulary)
  if (vocabulary.locale === 'en' || !/^\{actor\} [^和]/.test(vocabulary.says[kindOf(row.kind)]))
    return sentence
  return sentence.slice((actorOf(row, vocabulary) || NOTHING).length + 1).replace(/^的/, '')
}

const NOTHING = '–'

/** Who did it; empty for what nobody does. */
export function actorOf({ kind, actor }: LogRow, vocabulary: Vocabulary): string {
  if (actor >= 0) return nickname(actor, vocabulary)
  if (IS_OF_OWNER[kind] === 1) return vocabulary.owner
  return KINDS[kindOf(kind)].actor === 'person, −1 an outsider' ? vocabulary.outsider : ''
}

/** What the column `object` means; empty for kinds that have none. */
export function objectOf({ kind, object }: LogRow, vocabulary: Vocabulary): string {
  const meaning = KINDS[kindOf(kind)].object
  switch (meaning) {
    case null:
      return ''
    case 'cause code':
    case 'strongest cause code':
      return vocabulary.causes[object] ?? ''
    case 'topic, −1 off topic':
      return object < 0 ? vocabulary.offTopic : (vocabulary.topics[object] ?? '')
    case 'topic':
    case 'topic, −1 none':
      return vocabulary.topics[object] ?? ''
    case 'offer':
    case 'offer, −1 none':
      return vocabulary.offers[object] ?? ''
    case 'source':
      return vocabulary.sources[object] ?? ''
    case 'need code':
      return vocabulary.needs[object] ?? ''
    case 'role code':
      return vocabulary.roles[object] ?? ''
    case 'cue code':
      return vocabulary.cues[object] ?? ''
    case 'cost code':
      return vocabulary.costs[object] ?? ''
    case 'shock code':
      return vocabulary.shocks[object] ?? ''
    case 'person answered':
    case 'person on the other side':
    case 'person invited':
    case 'person who sent it, −1 the owner':
      return object < 0 ? vocabulary.owner : nickname(object, vocabulary)
    case 'phase':
      return String(object + 1)
    default:
      return String(object)
  }
}

/** What the column `value` says, with as many digits as tell something; empty for kinds that have none. */
export function valueOf({ kind, value }: LogRow, { locale, yes, no }: Vocabulary): string {
  const meaning: string | null = KINDS[kindOf(kind)].value
  if (meaning === null) return ''
  if (meaning.startsWith('1 ')) return value === 1 ? yes : no
  const { share, change, amount } = numbersFor(locale)
  if (meaning.endsWith('0–1')) return tidy(share.format(value))
  if (meaning.startsWith('change') || meaning.startsWith('step') || meaning.startsWith('quality −'))
    return tidy(change.format(value))
  return tidy(amount.format(value))
}

function nickname(person: number, { nicknames, gap }: Vocabulary): string {
  return nicknameOf(person, nicknames, gap)
}

interface Numbers {
  readonly share: Intl.NumberFormat
  readonly change: Intl.NumberFormat
  readonly amount: Intl.NumberFormat
}

const numbers = new Map<Locale, Numbers>()

function numbersFor(locale: Locale): Numbers {
  const known = numbers.get(locale)
  if (known) return known
  const made: Numbers = {
    share: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
    change: new Intl.NumberFormat(locale, { maximumSignificantDigits: 2, signDisplay: 'exceptZero' }),
    amount: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
  }
  numbers.set(locale, made)
  return made
}

/** A minus sign is as wide as a digit. */
function tidy(text: string): string {
  return text.replace('-', '−')
}
