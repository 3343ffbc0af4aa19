import type { Link } from './chain.ts'
import type { LogEnd } from './jsonl.ts'
import type { LogBounds } from './log-columns.ts'
import { quote } from './log-error.ts'
import { createFacts, type FactTaker } from './log-facts.ts'
import { formatProblem } from './log-format.ts'
import { canonicalProblem, isMap, parseJson } from './log-json.ts'
import { logKinds, type LogKind } from './log-kinds.ts'
import { createUpcasting } from './log-upcasting.ts'
import { forget, type Rows } from './rows.ts'
import type { Upcasters } from './upcasters.ts'

/** What a log is read with. */
export interface OpenOptions {
  /** The one format that is read, as in the header. */
  readonly format: string
  /** The first line, read and as it stands there; returns what its rows may name, or throws a LogError. */
  readonly onHeader: (header: Readonly<Record<string, unknown>>, text: string) => LogBounds
  /**
   * A whole day: its facts at positions from ≤ at < to, which are forgotten afterwards, and its link. `written` has the
   * facts of the day as they stand in the log, on which the link stands; the same, unless the log is of other kinds.
   */
  readonly onDay: (rows: Rows, from: number, to: number, link: Link, written: Rows) => void
  readonly onEnd?: (end: LogEnd) => void
  readonly upcasters: Upcasters
}

/** Fails with what must hold and what was found; the day is that of the facts that were being read. */
export type Fail = (says: string, day?: number | null) => never

/**
 * A log of which the header was read, as numbers: whichever form it has, what comes next is checked here, and here alone.
 */
export interface OpenLog {
  /** Whole days read. */
  readonly day: () => number
  /** Number of the next fact in the log. */
  readonly seq: () => number
  /** Kinds of the log, by code. */
  readonly kinds: readonly (LogKind | undefined)[]
  /** The facts of the day so far, as they stand in the log. */
  readonly written: Rows
  readonly row: FactTaker['add']
  readonly link: (link: Link) => void
  readonly end: (end: LogEnd) => void
  readonly isOver: () => boolean
  /** To be called when there is nothing more. */
  readonly close: () => void
}

/** Begins with the text of the header. */
export function openLog(text: string, options: OpenOptions, fail: Fail): OpenLog {
  const bounds = readHeader(text, options, fail)
  const kinds = logKinds(bounds.kinds, options.upcasters)
  const failToday = (says: string): never => fail(says + origin(), day)
  const facts = createFacts(bounds, failToday)
  const upcasting = isOfToday(kinds)
    ? null
    : createUpcasting({ kinds, upcasters: options.upcasters, facts, fail: failToday })
  const taker: FactTaker = upcasting ?? facts
  const { rows: written } = taker
  let day = 0
  let lastDigest = ''
  let isOver = false
  return { day: () => day, seq, kinds, written, row, link, end, isOver: () => isOver, close }

  function row(
    kind: number,
    group: number,
    actor: number,
    object: number,
    value: number,
    cause: number,
  ): void {
    const found = kinds[kind]
    if (found === undefined || found.standing === 'unknown') {
      const got = found === undefined ? `code ${kind}` : quote(found.name)
      return fail(`kind must be a known kind of fact, got ${got}`, day)
    }
    if (facts.isClosed()) fail(`a day must be closed by its link, got ${found.name} after its end`, day)
    if (day >= bounds.days) fail(`a log of ${bounds.days} days must end here, got ${found.name}`, day)
    taker.add(kind, group, actor, object, value, cause)
  }

  function link(link: Link): void {
    if (!facts.isClosed())
      fail(`a day must end with day-closed before its link, got the link of day ${link.day}`, day)
    if (link.day !== day) fail(`the link must be that of day ${day}, got ${link.day}`, day)
    if (link.rows !== written.count)
      fail(`the day must have the ${link.rows} facts of its link, got ${written.count}`, day)
    options.onDay(facts.rows, 0, facts.rows.count, link, written)
    forget(facts.rows)
    if (upcasting !== null) forget(written)
    lastDigest = link.digest
    day += 1
  }

  function end(end: LogEnd): void {
    if (written.count > 0) fail('a day must be closed before the log ends, got its end', day)
    if (end.days !== bounds.days) fail(`the end must come after ${bounds.days} days, got ${end.days}`)
    if (day !== end.days) fail(`a log of ${end.days} days must have them all, got its end after ${day}`)
    if (end.events !== seq()) fail(`the log must have the ${end.events} facts of its end, got ${seq()}`)
    if (end.digest !== lastDigest)
      fail(`the digest of the end must be that of the last link, ${lastDigest}, got ${end.digest}`)
    isOver = true
    options.onEnd?.(end)
  }

  function close(): void {
    if (isOver) return
    const middle = written.count > 0 ? `, in the middle of day ${day}` : ''
    const got = `got the end of the file after ${day} whole days of ${bounds.days}${middle}: the log was cut`
    fail(`a log must go on to its end line, ${got}`, day)
  }

  function seq(): number {
    return written.base + written.count
  }

  function origin(): string {
    return upcasting?.origin() ?? ''
  }
}

function readHeader(text: string, { format, onHeader }: OpenOptions, fail: Fail): LogBounds {
  const header = parseJson(text)
  if (!isMap(header)) return fail(`a log must begin with a header in JSON, got ${quote(text)}`)
  const problem = formatProblem(header['format'], format) ?? canonicalProblem(JSON.stringify(header), text)
  if (problem !== null) fail(problem)
  return onHeader(header, text)
}

/** Whether every fact of the log goes to `apply` as it is. */
function isOfToday(kinds: readonly (LogKind | undefined)[]): boolean {
  return kinds.every(
    (kind) => kind === undefined || kind.standing === 'current' || kind.standing === 'unknown',
  )
}
