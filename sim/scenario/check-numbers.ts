import type { NumbersField } from '../model/field.ts'
import { isNumberWithin, lookUp, reportMissing } from './checking.ts'
import type { Checking } from './checking.ts'
import { mustBe, range } from './describe-field.ts'
import { isAbsent, valueOf } from './located.ts'
import type { Located, LocatedMap } from './located.ts'
import { nearest } from './nearest.ts'
import type { Path } from './path.ts'
import { show } from './problem.ts'
import { isTopicName } from './topic-name.ts'

/** A sum of shares may miss 1 by this much: decimals such as 0.1 are not exact. */
export const SUM_TOLERANCE = 1e-9

/** A map of numbers by topic or by model parameter. A name whose number is null counts as not given. */
export function checkNumbers(
  field: NumbersField,
  node: Located | undefined,
  path: Path,
  checking: Checking,
): Readonly<Record<string, number>> {
  const numbers = numbersOf(field, node, path, checking)
  return field.normalised === true ? normalise(numbers, path, checking) : numbers
}

function numbersOf(
  field: NumbersField,
  node: Located | undefined,
  path: Path,
  checking: Checking,
): Record<string, number> {
  if (node === undefined || isAbsent(node)) {
    reportMissing(field, path, checking)
    return field.default === undefined ? {} : asNumbers(lookUp(field.default, checking))
  }
  if (node.kind !== 'map') {
    checking.report(path, `must be ${mustBe(field)}, got ${show(valueOf(node))}`)
    return {}
  }
  const numbers =
    field.by === 'parameters' ? parametersIn(node, path, checking) : topicsIn(field, node, path, checking)
  if (field.by === 'new-topics') {
    if (Object.keys(numbers).length > 0) checking.topics = new Set(Object.keys(numbers))
    else if ([...node.entries.values()].every((entry) => isAbsent(entry.node))) {
      checking.report(path, 'must name at least one topic, got none')
    }
  }
  return numbers
}

function topicsIn(
  field: NumbersField,
  map: LocatedMap,
  path: Path,
  checking: Checking,
): Record<string, number> {
  const given = new Map<string, number>()
  for (const [topic, { node }] of map.entries) {
    const inside = [...path, topic]
    const { topics } = checking
    if (!isTopicName(topic)) {
      checking.report(
        inside,
        'must be a topic: a letter, then at most 59 letters, digits or hyphens (and no word of JavaScript)',
      )
    } else if (field.by === 'topics' && topics !== null && !topics.has(topic)) {
      const near = nearest(topic, [...topics])
      const hint =
        near === undefined ? `known are ${[...topics].slice(0, 12).join(', ')}` : `did you mean ${near}?`
      checking.report(inside, `is not a topic of market.pains: ${hint}`)
    } else if (!isAbsent(node)) {
      given.set(topic, numberIn(node, inside, field, checking))
    }
  }
  // In the order of the market, so that the same scenario reads the same however it was written.
  const order = field.by === 'topics' && checking.topics !== null ? [...checking.topics] : [...given.keys()]
  return Object.fromEntries(
    order.flatMap((topic) => (given.has(topic) ? [[topic, given.get(topic) ?? 0]] : [])),
  )
}

function parametersIn(map: LocatedMap, path: Path, checking: Checking): Record<string, number> {
  const { parameters, report } = checking
  const names = Object.keys(parameters)
  for (const name of map.entries.keys()) {
    if (Object.hasOwn(parameters, name)) continue
    const near = nearest(name, names)
    report([...path, name], `is not a model parameter${near === undefined ? '' : `: did you mean ${near}?`}`)
  }
  const given: Record<string, number> = {}
  for (const [name, { range }] of Object.entries(parameters)) {
    const node = map.entries.get(name)?.node
    if (node === undefined || isAbsent(node)) continue
    given[name] = numberIn(node, [...path, name], { min: range[0], max: range[1] }, checking)
  }
  return given
}

function numberIn(
  node: Located,
  path: Path,
  bounds: { readonly min: number; readonly max: number },
  checking: Checking,
): number {
  const value = valueOf(node)
  if (isNumberWithin(value, bounds)) return value + 0
  checking.report(path, `must be a number ${range(bounds)}, got ${show(value)}`)
  return NaN
}

/** Shares of the sum. A sum that is 1 already stays as it is, so that a resolved scenario resolves to itself. */
function normalise(numbers: Record<string, number>, path: Path, checking: Checking): Record<string, number> {
  const entries = Object.entries(numbers)
  const sum = entries.reduce((sum, [, weight]) => sum + weight, 0)
  if (sum === 0 && checking.topics !== null) {
    const found = entries.length === 0 ? 'no weight' : 'only zeros'
    checking.report(path, `must have a weight above 0, got ${found}`)
  }
  return sum === 0 ? numbers : sharesOf(numbers)
}

/** Weights divided by their sum. */
export function sharesOf(numbers: Record<string, number>): Record<string, number> {
  const entries = Object.entries(numbers)
  const sum = entries.reduce((sum, [, weight]) => sum + weight, 0)
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return numbers
  return Object.fromEntries(entries.map(([topic, weight]) => [topic, weight / sum]))
}

function asNumbers(value: unknown): Record<string, number> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return Object.fromEntries(
    entries.flatMap(([key, number]) => (typeof number === 'number' ? [[key, number]] : [])),
  )
}
