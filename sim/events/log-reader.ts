import type { Link } from './chain.ts'
import { endLine, linkLine, rowLine, type LogEnd } from './jsonl.ts'
import { KIND } from './kinds.ts'
import { columnRules, isCauseOf, type ColumnRules, type LogBounds, type Range } from './log-columns.ts'
import { LogError, quote } from './log-error.ts'
import { formatProblem } from './log-format.ts'
import { createMembership, type Membership } from './log-membership.ts'
import { createRows, forget, record, type Rows } from './rows.ts'

export interface LogReaderOptions {
  /** What the log is called in messages. */
  readonly file: string
  /** The one format that is read, as in the header. */
  readonly format: string
  /** The first line, read and as it stands there; returns what its rows may name, or throws a LogError. */
  readonly onHeader: (header: Readonly<Record<string, unknown>>, text: string) => LogBounds
  /** A whole day: its facts at positions from ≤ at < to, which are forgotten afterwards, and its link. */
  readonly onDay: (rows: Rows, from: number, to: number, link: Link) => void
  readonly onEnd?: (end: LogEnd) => void
}

/** Reads a log line by line. Throws a LogError at the first line that cannot be what comes next. */
export interface LogReader {
  /** The next line, without its line feed; numbers count from 1. */
  readonly line: (text: string, lineNumber: number) => void
  /** To be called when there are no more lines. */
  readonly end: () => void
}

/** What is known once the header was read. */
interface Reading {
  readonly bounds: LogBounds
  readonly rules: ReadonlyMap<string, ColumnRules>
  readonly members: Membership
  readonly rows: Rows
  /** Kind of every fact so far, by seq: what a cause may refer to. */
  kinds: Uint8Array
  /** Whole days read. */
  day: number
  isDayClosed: boolean
  lastDigest: string
  isOver: boolean
}

/** A reader at the start of a log. Lines are pushed in, so that no log has to fit into memory. */
export function createLogReader(options: LogReaderOptions): LogReader {
  const { file, format } = options
  let reading: Reading | null = null
  let line = 0
  return { line: readLine, end }

  function readLine(text: string, lineNumber: number): void {
    line = lineNumber
    if (reading === null) reading = startReading(readHeader(text))
    else if (reading.isOver) fail(`the log must end with its end line, got ${quote(text)} after it`)
    else readBody(text, reading)
  }

  function end(): void {
    if (reading === null) fail('a log must begin with a header, got an empty file')
    if (reading.isOver) return
    const { day, bounds, rows } = reading
    const middle = rows.count > 0 ? `, in the middle of day ${day}` : ''
    const got = `got the end of the file after ${day} whole days of ${bounds.days}${middle}: the log was cut`
    fail(`a log must go on to its end line, ${got}`, day)
  }

  function readHeader(text: string): LogBounds {
    const header = parse(text)
    if (!isMap(header)) return fail(`a log must begin with a header in JSON, got ${quote(text)}`)
    const problem = formatProblem(header['format'], format)
    if (problem !== null) fail(problem)
    mustBeCanonical(JSON.stringify(header), text, null)
    return options.onHeader(header, text)
  }

  function readBody(text: string, reading: Reading): void {
    const value = parse(text)
    if (!isMap(value)) fail(`a line must be a map in JSON, got ${quote(text)}`, reading.day)
    if ('chain' in value) readLink(text, value['chain'], reading)
    else if ('end' in value) readEnd(text, value['end'], reading)
    else readRow(text, value, reading)
  }

  function readRow(text: string, row: Readonly<Record<string, unknown>>, reading: Reading): void {
    const { rows, day, bounds, members } = reading
    const seq = rows.base + rows.count
    if (reading.isDayClosed) fail(`a day must be closed by its link, got ${quote(text)}`, day)
    if (row['seq'] !== seq) fail(`seq must be ${seq}, got ${quote(row['seq'])}`, day)
    if (row['day'] !== day) fail(`day must be ${day}, got ${quote(row['day'])}`, day)
    if (day >= bounds.days) fail(`a log of ${bounds.days} days must end here, got ${quote(text)}`, day)
    const rules = typeof row['kind'] === 'string' ? reading.rules.get(row['kind']) : undefined
    if (rules === undefined) return fail(`kind must be a known kind of fact, got ${quote(row['kind'])}`, day)
    const group = within(row['group'], { min: 0, max: bounds.groups - 1 }, 'group')
    const actor = within(row['actor'], rules.actor, 'actor')
    const object = within(row['object'], rules.object, 'object')
    const cause = within(row['cause'], { min: -1, max: seq - 1 }, 'cause')
    const causeKind = cause < 0 ? -1 : (reading.kinds[cause] as number)
    if (causeKind >= 0 && rules.causes[causeKind] === 0) {
      fail(`cause must be a fact that ${rules.name} can follow from, got the one with seq ${cause}`, day)
    }
    if (!isCauseOf(rules.code, object)) fail(`object must be a cause of ${rules.name}, got ${object}`, day)
    const problem = members.problemWith(rules, actor, object)
    if (problem !== null) fail(problem, day)
    record(rows, rules.code, group, actor, object, valueOf(row['value'], rules, day), cause)
    mustBeCanonical(rowLine(rows, rows.count - 1, day), text, day)
    members.note(rules, actor)
    noteKind(reading, seq, rules.code)
    if (rules.code === KIND['day-closed']) reading.isDayClosed = true
  }

  function within(found: unknown, { min, max }: Range, column: string): number {
    if (typeof found === 'number' && Number.isInteger(found) && found >= min && found <= max) return found
    const must =
      min === max
        ? String(min)
        : max < min
          ? 'of something that there is'
          : `a whole number from ${min} to ${max}`
    return fail(`${column} must be ${must}, got ${quote(found)}`, reading?.day ?? null)
  }

  function valueOf(found: unknown, { hasValue }: ColumnRules, day: number): number {
    if (typeof found !== 'number') return fail(`value must be a number, got ${quote(found)}`, day)
    if (!hasValue && found !== 0) fail(`value must be 0, got ${found}`, day)
    if (!Number.isFinite(Math.fround(found))) fail(`value must fit into a 32-bit float, got ${found}`, day)
    return found
  }

  function readLink(text: string, found: unknown, reading: Reading): void {
    const { rows, day } = reading
    if (!reading.isDayClosed) fail(`a day must end with day-closed before its link, got ${quote(text)}`, day)
    const link = linkOf(found)
    if (link === null) return fail(`a link must have day, rows and three digests, got ${quote(text)}`, day)
    if (link.day !== day) fail(`the link must be that of day ${day}, got ${link.day}`, day)
    if (link.rows !== rows.count)
      fail(`the day must have the ${link.rows} facts of its link, got ${rows.count}`, day)
    mustBeCanonical(linkLine(link), text, day)
    options.onDay(rows, 0, rows.count, link)
    forget(rows)
    reading.lastDigest = link.digest
    reading.isDayClosed = false
    reading.day = day + 1
  }

  function readEnd(text: string, found: unknown, reading: Reading): void {
    const { rows, day, bounds } = reading
    if (rows.count > 0) fail(`a day must be closed before the log ends, got ${quote(text)}`, day)
    const end = endOf(found)
    if (end === null) return fail(`the end line must have days, events and digest, got ${quote(text)}`)
    mustBeCanonical(endLine(end), text, null)
    if (end.days !== bounds.days) fail(`the end must come after ${bounds.days} days, got ${end.days}`)
    if (day !== end.days) fail(`a log of ${end.days} days must have them all, got its end after ${day}`)
    if (end.events !== rows.base)
      fail(`the log must have the ${end.events} facts of its end, got ${rows.base}`)
    if (end.digest !== reading.lastDigest) {
      fail(`the digest of the end must be that of the last link, ${reading.lastDigest}, got ${end.digest}`)
    }
    reading.isOver = true
    options.onEnd?.(end)
  }

  /** The same thing written in another way is a changed byte too. */
  function mustBeCanonical(expected: string, text: string, day: number | null): void {
    if (text === expected) return
    if (text.includes('\r')) fail('a line must end with a line feed alone, got a carriage return', day)
    let at = 0
    while (text[at] === expected[at]) at++
    const around = (line: string): string => quote(line.slice(Math.max(0, at - 10), at + 30))
    fail(
      `the line must be in canonical form, ${around(expected)} at column ${at + 1}, got ${around(text)}`,
      day,
    )
  }

  function fail(says: string, day: number | null = null): never {
    throw new LogError({ file, line: line === 0 ? null : line, day }, says)
  }
}

function startReading(bounds: LogBounds): Reading {
  return {
    bounds,
    rules: columnRules(bounds),
    members: createMembership(bounds.people),
    rows: createRows(),
    kinds: new Uint8Array(4096),
    day: 0,
    isDayClosed: false,
    lastDigest: '',
    isOver: false,
  }
}

function noteKind(reading: Reading, seq: number, code: number): void {
  if (seq === reading.kinds.length) {
    const kinds = new Uint8Array(seq * 2)
    kinds.set(reading.kinds)
    reading.kinds = kinds
  }
  reading.kinds[seq] = code
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function linkOf(value: unknown): Link | null {
  if (!isMap(value)) return null
  const { day, rows, facts, state, digest } = value
  if (!isCount(day) || !isCount(rows) || !isDigest(facts) || !isDigest(state) || !isDigest(digest))
    return null
  return { day, rows, facts, state, digest }
}

function endOf(value: unknown): LogEnd | null {
  if (!isMap(value)) return null
  const { days, events, digest } = value
  return isCount(days) && isCount(events) && isDigest(digest) ? { days, events, digest } : null
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)
}
