import { endLine, linkLine, rowLine } from './jsonl.ts'
import { quote } from './log-error.ts'
import { canonicalProblem, endOf, isMap, linkOf, parseJson } from './log-json.ts'
import type { Fail, OpenLog } from './log-opened.ts'

/** Takes a line that follows the header of a readable log. */
export type LineTaker = (text: string) => void

/** Reads lines as the numbers that an open log takes; the same thing written in another way is refused. */
export function createLineTaker(log: OpenLog, fail: Fail): LineTaker {
  const codes = new Map(log.kinds.flatMap((kind) => (kind === undefined ? [] : [[kind.name, kind.code]])))
  return (text) => {
    const value = parseJson(text)
    if (!isMap(value)) fail(`a line must be a map in JSON, got ${quote(text)}`, log.day())
    if ('chain' in value) readLink(text, value['chain'])
    else if ('end' in value) readEnd(text, value['end'])
    else readRow(text, value)
  }

  function readRow(text: string, row: Readonly<Record<string, unknown>>): void {
    const [seq, day] = [log.seq(), log.day()]
    if (row['seq'] !== seq) fail(`seq must be ${seq}, got ${quote(row['seq'])}`, day)
    if (row['day'] !== day) fail(`day must be ${day}, got ${quote(row['day'])}`, day)
    const { kind: name } = row
    const code = typeof name === 'string' ? codes.get(name) : undefined
    if (code === undefined) return fail(`kind must be a known kind of fact, got ${quote(name)}`, day)
    log.row(
      code,
      number(row['group'], 'group'),
      number(row['actor'], 'actor'),
      number(row['object'], 'object'),
      number(row['value'], 'value'),
      number(row['cause'], 'cause'),
    )
    mustBeCanonical(rowLine(log.written, log.written.count - 1, day, name as string), text, day)
  }

  function readLink(text: string, found: unknown): void {
    const link = linkOf(found)
    if (link === null)
      return fail(`a link must have day, rows and three digests, got ${quote(text)}`, log.day())
    mustBeCanonical(linkLine(link), text, log.day())
    log.link(link)
  }

  function readEnd(text: string, found: unknown): void {
    const end = endOf(found)
    if (end === null) return fail(`the end line must have days, events and digest, got ${quote(text)}`)
    mustBeCanonical(endLine(end), text, null)
    log.end(end)
  }

  function number(found: unknown, column: string): number {
    return typeof found === 'number'
      ? found
      : fail(`${column} must be a number, got ${quote(found)}`, log.day())
  }

  function mustBeCanonical(expected: string, text: string, day: number | null): void {
    const problem = canonicalProblem(expected, text)
    if (problem !== null) fail(problem, day)
  }
}
