import { invariant } from '../model/invariant.ts'
import type { Link } from './chain.ts'
import { kindName } from './kinds.ts'
import type { Rows } from './rows.ts'

// A log as JSON Lines, one way of writing each line: a reader writes every line again and requires the same text,
// so that no byte can change unseen. Lines are put together by hand because there may be millions of them; a test
// holds them against JSON.parse.

/** What the last line of a log says. */
export interface LogEnd {
  readonly days: number
  /** Number of facts. */
  readonly events: number
  /** The last digest of the chain. */
  readonly digest: string
}

/** The first line. */
export function headerLine(header: object): string {
  return JSON.stringify(header)
}

/** All lines of a day, each with its line feed: a line a fact, then the link. */
export function dayLines(rows: Rows, from: number, to: number, link: Link): string {
  let text = ''
  for (let at = from; at < to; at++) text += `${rowLine(rows, at, link.day)}\n`
  return `${text}${linkLine(link)}\n`
}

/** The line of the fact at a position; another log may have another name for its kind. */
export function rowLine(
  rows: Rows,
  at: number,
  day: number,
  name: string | undefined = kindName(rows.kind[at] as number),
): string {
  const value = rows.value[at] as number
  invariant(Number.isFinite(value), `the value of a fact must be finite, got ${value}`)
  return (
    `{"seq":${rows.base + at},"day":${day},"kind":"${name}"` +
    `,"group":${rows.group[at]},"actor":${rows.actor[at]},"object":${rows.object[at]}` +
    `,"value":${shortest(value)},"cause":${rows.cause[at]}}`
  )
}

/** The line that closes a day. */
export function linkLine(link: Link): string {
  const { day, rows, facts, state, digest } = link
  return JSON.stringify({ chain: { day, rows, facts, state, digest } })
}

/** The last line. */
export function endLine({ days, events, digest }: LogEnd): string {
  return JSON.stringify({ end: { days, events, digest } })
}

/** The shortest decimal that rounds to a 32-bit float: 0.26, and not the 0.25999999046325684 that is stored. */
export function shortest(value: number): string {
  if (Number.isInteger(value) && value < 1e6 && value > -1e6) return String(value)
  // Nine digits tell any two 32-bit floats apart, six never lie: fewer are found by Number, which drops zeros.
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return String(short)
  }
  return String(Number(value.toPrecision(9)))
}
