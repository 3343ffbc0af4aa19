import type { Link } from './chain.ts'
import type { LogEnd } from './jsonl.ts'
import { quote } from './log-error.ts'

/** Far deeper than any header. What is deeper can be read and not written again: the call stack runs out. */
const DEEPEST = 50

/** The value of a text; undefined for what is no JSON, and for what is nested too deep to be that of a log. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    const isFlat = text.indexOf('{', 1) < 0 && !text.includes('[') // as every fact is; there may be millions
    return !isFlat && isDeeperThan(value, DEEPEST) ? undefined : value
  } catch {
    return undefined
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((below) => isDeeperThan(below, levels - 1))
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What speaks against a line, which must be written in the one way that there is; null for nothing. */
export function canonicalProblem(expected: string, text: string): string | null {
  if (text === expected) return null
  if (text.includes('\r')) return 'a line must end with a line feed alone, got a carriage return'
  let at = 0
  while (text[at] === expected[at]) at++
  const around = (line: string): string => quote(line.slice(Math.max(0, at - 10), at + 30))
  return `the line must be in canonical form, ${around(expected)} at column ${at + 1}, got ${around(text)}`
}

/** Null for what is no link. */
export function linkOf(value: unknown): Link | null {
  if (!isMap(value)) return null
  const { day, rows, facts, state, digest } = value
  if (!isCount(day) || !isCount(rows) || !isDigest(facts) || !isDigest(state) || !isDigest(digest))
    return null
  return { day, rows, facts, state, digest }
}

/** Null for what is no end. */
export function endOf(value: unknown): LogEnd | null {
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
