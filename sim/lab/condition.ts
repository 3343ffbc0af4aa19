import { CAUSES, DEPARTURE_CAUSES, type Cause } from '../model/causes.ts'
import { METRIC_NAMES, type MetricName } from '../projections/metric.ts'
import { nearest } from '../scenario/nearest.ts'
import { show } from '../scenario/problem.ts'
import type { Outcome } from './outcome.ts'

export const OPERATORS = ['<', '<=', '>', '>=', '=', '!='] as const
export type Operator = (typeof OPERATORS)[number]

const ENDS = ['deathDay', 'silentDay'] as const
const SHARED = ['departures', 'mutes'] as const
const SHARE_CAUSES: readonly Cause[] = CAUSES.slice(0, DEPARTURE_CAUSES)

/** A number that can be read off a run. */
export type Term =
  | { readonly of: 'end'; readonly name: (typeof ENDS)[number] }
  /** After `day` whole days; null: after the last. */
  | { readonly of: 'metric'; readonly name: MetricName; readonly day: number | null }
  /** Share of a cause in all departures or mutes. */
  | { readonly of: (typeof SHARED)[number]; readonly name: Cause }

export interface ConditionPart {
  readonly term: Term
  readonly operator: Operator
  readonly number: number
}

/** What is to hold of a run: all of these. */
export type Condition = readonly ConditionPart[]

/** What a condition is judged by. */
export interface Reading {
  readonly outcome: Pick<Outcome, 'deathDay' | 'silentDay' | 'at'>
  /** Whole days of the run. */
  readonly days: number
  /** Shares of causes, adding up to 1; empty where nobody left or muted. */
  readonly causes: Readonly<Record<(typeof SHARED)[number], Readonly<Partial<Record<Cause, number>>>>>
}

/** A condition, or everything that is wrong with its text, each with its place. */
export type ParsedCondition = { readonly condition: Condition } | { readonly problems: readonly string[] }

/**
 * The condition meant by `METRIC OPERATOR NUMBER and …`, such as `deathDay < 90 and members@30 >= 50`. A metric is one of
 * contracts §4, after the last day or, with `@DAY`, after so many whole days of the `days` that there are; `deathDay` or
 * `silentDay`; or the share of a cause, `mutes.hard-ads`.
 */
export function parseCondition(text: string, days: number): ParsedCondition {
  const read = text.split(/\s+and\s+/).map((part) => readPart(part, days))
  const problems = read.flatMap(({ problems }, at) => problems.map((says) => `part ${at + 1}: ${says}`))
  if (read.some(({ isUnknown }) => isUnknown)) problems.push(`known metrics: ${KNOWN}`)
  if (problems.length > 0) return { problems }
  return { condition: read.flatMap(({ part }) => part ?? []) }
}

const PART = /^\s*(?<name>[^\s<>=!]+)\s*(?<operator>[<>=!]*)\s*(?<number>.*?)\s*$/s
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/
const KNOWN = [...ENDS, ...METRIC_NAMES, ...SHARED.map((shared) => `${shared}.CAUSE`)]
  .join(' ')
  .concat(` (CAUSE: ${SHARE_CAUSES.join(' ')})`)

interface ReadPart {
  readonly part: ConditionPart | null
  readonly problems: readonly string[]
  /** Whether a metric is named that there is not. */
  readonly isUnknown: boolean
}

function readPart(text: string, days: number): ReadPart {
  const { name, operator = '', number = '' } = PART.exec(text)?.groups ?? {}
  if (name === undefined) {
    const says = `must be METRIC OPERATOR NUMBER, such as deathDay < 90, got ${show(text.trim())}`
    return { part: null, problems: [says], isUnknown: false }
  }
  const problems: string[] = []
  const term = termNamed(name, days)
  if ('says' in term) problems.push(term.says)
  const known = OPERATORS.find((one) => one === operator)
  if (operator === '') problems.push(`must go on with an operator and a number, got ${show(number)}`)
  else if (known === undefined)
    problems.push(`the operator must be one of ${OPERATORS.join(' ')}, got ${show(operator)}`)
  if (operator !== '' && !NUMBER.test(number))
    problems.push(`must compare with a number, got ${show(number)}`)
  const isRight = problems.length === 0 && known !== undefined && !('says' in term)
  return {
    part: isRight ? { term, operator: known, number: Number(number) } : null,
    problems,
    isUnknown: 'says' in term && term.isUnknown,
  }
}

interface Astray {
  readonly says: string
  readonly isUnknown: boolean
}

/** The term with this name, or what is wrong with it. */
function termNamed(text: string, days: number): Term | Astray {
  const at = text.indexOf('@')
  const [name, day] = at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
  const metric = METRIC_NAMES.find((one) => one === name)
  if (metric !== undefined) {
    if (day === null) return { of: 'metric', name: metric, day }
    if (/^\d{1,4}$/.test(day) && Number(day) <= days) return { of: 'metric', name: metric, day: Number(day) }
    return wrong(`the day of ${name} must be a whole number from 0 to ${days}, got ${show(day)}`)
  }
  const term = termOfRun(name)
  if (term !== undefined && day !== null)
    return wrong(`${name} is of the whole run and must have no day, got ${show(day)}`)
  if (term !== undefined) return term
  const near = nearest(name, [...ENDS, ...METRIC_NAMES, ...CAUSE_TERMS.map(termText)])
  const hint = near === undefined ? '' : `: did you mean ${near}?`
  return { says: `the metric must be a known one, got ${show(name)}${hint}`, isUnknown: true }
}

const CAUSE_TERMS: readonly Term[] = SHARED.flatMap((of) => SHARE_CAUSES.map((name) => ({ of, name })))

function termOfRun(name: string): Term | undefined {
  const end = ENDS.find((one) => one === name)
  return end === undefined ? CAUSE_TERMS.find((term) => termText(term) === name) : { of: 'end', name: end }
}

function wrong(says: string): Astray {
  return { says, isUnknown: false }
}

/** The text of a condition, in the form in which it can be typed. */
export function conditionText(condition: Condition): string {
  return condition
    .map(({ term, operator, number }) => `${termText(term)} ${operator} ${number}`)
    .join(' and ')
}

export function termText(term: Term): string {
  switch (term.of) {
    case 'end':
      return term.name
    case 'metric':
      return term.day === null ? term.name : `${term.name}@${term.day}`
    default:
      return `${term.of}.${term.name}`
  }
}

/** The number of a term; null where it cannot be told: never dead, 0 ÷ 0, a day beyond the run. */
export function readTerm(term: Term, { outcome, days, causes }: Reading): number | null {
  switch (term.of) {
    case 'end':
      return outcome[term.name]
    case 'metric':
      return outcome.at[term.day ?? days]?.[term.name] ?? null
    default: {
      const shares = causes[term.of]
      return Object.keys(shares).length === 0 ? null : (shares[term.name] ?? 0)
    }
  }
}

/** Whether all parts hold; a part whose number cannot be told does not, whatever its operator. */
export function holds(condition: Condition, reading: Reading): boolean {
  return condition.every(({ term, operator, number }) => {
    const value = readTerm(term, reading)
    return value !== null && compares(value, operator, number)
  })
}

function compares(value: number, operator: Operator, number: number): boolean {
  switch (operator) {
    case '<':
      return value < number
    case '<=':
      return value <= number
    case '>':
      return value > number
    case '>=':
      return value >= number
    case '=':
      return value === number
    case '!=':
      return value !== number
  }
}
