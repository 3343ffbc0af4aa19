import { kindOf } from './kinds.ts'
import type { LogRow } from './rows.ts'
import { actorOf, objectOf, sentenceOf } from './sentences.ts'
import type { Vocabulary } from './sentences.ts'

/** The heads of the columns, in the language of the reader. */
export interface CsvHeads {
  readonly seq: string
  readonly day: string
  readonly group: string
  readonly person: string
  readonly who: string
  readonly kind: string
  readonly sentence: string
  readonly object: string
  readonly value: string
  readonly cause: string
}

/** Excel takes a file for UTF-8 only with this in front. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The first line, RFC 4180. */
export function csvHead(heads: CsvHeads): string {
  const { seq, day, group, person, who, kind, sentence, object, value, cause } = heads
  return BYTE_ORDER_MARK + lineOf([seq, day, group, person, who, kind, sentence, object, value, cause])
}

/** A fact: days as people count them, numbers as they are stored, empty where a kind leaves a column at −1. */
export function csvLine(row: LogRow, vocabulary: Vocabulary): string {
  const { seq, day, group, actor, value, cause, kind } = row
  return lineOf([
    seq,
    day + 1,
    group + 1,
    actor < 0 ? '' : actor,
    actorOf(row, vocabulary),
    vocabulary.kinds[kindOf(kind)],
    sentenceOf(row, vocabulary),
    objectOf(row, vocabulary),
    Number(value.toPrecision(7)), // as many digits as a 32-bit float has
    cause < 0 ? '' : cause,
  ])
}

function lineOf(fields: readonly (string | number)[]): string {
  return `${fields.map(fieldOf).join(',')}\r\n`
}

/** A text that begins like a formula is none: nicknames and topics are anybody's words. */
function fieldOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
