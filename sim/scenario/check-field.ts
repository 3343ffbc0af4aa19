import type { CasesField, Field, Fields, ListField, ObjectField } from '../model/field.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkLocalText, checkText } from './check-text.ts'
import { checkChoice, checkNumber, checkTopic } from './check-value.ts'
import { guess } from './checking.ts'
import type { Checking } from './checking.ts'
import { mustBe, oneOf } from './describe-field.ts'
import { isAbsent, valueOf } from './located.ts'
import type { Located, LocatedMap } from './located.ts'
import type { Path } from './path.ts'
import { show } from './problem.ts'
import { unknownKey } from './unknown-key.ts'

/**
 * The value of a field, complete with defaults. What is wrong is reported and replaced: a number by NaN (which
 * compares false with everything, so later checks stay silent), everything else by something empty.
 * `kept` is what the phase before had.
 */
export function checkField(
  field: Field,
  node: Located | undefined,
  path: Path,
  checking: Checking,
  kept?: unknown,
): unknown {
  switch (field.kind) {
    case 'number':
    case 'whole':
      return checkNumber(field, node, path, checking, kept)
    case 'choice':
      return checkChoice(field, node, path, checking, kept)
    case 'text':
      return checkText(field, node, path, checking)
    case 'local-text':
      return checkLocalText(field, node, path, checking)
    case 'topic':
      return checkTopic(field, node, path, checking, kept)
    case 'numbers':
      return checkNumbers(field, node, path, checking)
    case 'object':
      return checkObject(field, node, path, checking, kept)
    case 'cases':
      return checkCases(field, node, path, checking)
    case 'list':
      return checkList(field, node, path, checking)
  }
}

function checkObject(
  field: ObjectField,
  node: Located | undefined,
  path: Path,
  checking: Checking,
  kept: unknown,
): Record<string, unknown> {
  const map = mapOf(field, node, path, checking)
  // What was null falls back to the defaults, what was not named keeps what the phase before had.
  const before = node === undefined || map !== undefined ? entriesOf(kept) : new Map<string, unknown>()
  const result: Record<string, unknown> = path.length === 0 ? checking.top : {}
  reportUnknown(map, field.fields, path, checking)
  for (const [key, below] of Object.entries(field.fields)) {
    const inside = map?.entries.get(key)?.node
    const value = checkField(below, inside, [...path, key], checking, before.get(key))
    if (below.fileOnly !== true) result[key] = value
  }
  return result
}

function mapOf(
  field: Field,
  node: Located | undefined,
  path: Path,
  checking: Checking,
): LocatedMap | undefined {
  if (node?.kind === 'map') return node
  const isItem = typeof path.at(-1) === 'number'
  if (!isAbsent(node) || isItem || path.length === 0) {
    checking.report(path, `must be ${mustBe(field)}, got ${show(valueOf(node))}`)
  }
  return undefined
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function reportUnknown(map: LocatedMap | undefined, fields: Fields, path: Path, checking: Checking): void {
  for (const key of map?.entries.keys() ?? []) {
    if (!Object.hasOwn(fields, key)) checking.report([...path, key], unknownKey(key, Object.keys(fields)))
  }
}

function checkCases(
  field: CasesField,
  node: Located | undefined,
  path: Path,
  checking: Checking,
): Record<string, unknown> {
  const map = mapOf(field, node, path, checking)
  const result: Record<string, unknown> = {}
  if (map === undefined) return result
  for (const [key, below] of Object.entries(field.before)) {
    result[key] = checkField(below, map.entries.get(key)?.node, [...path, key], checking)
  }
  const kinds = Object.keys(field.cases)
  const kind = valueOf(map.entries.get('kind')?.node)
  const chosen = typeof kind === 'string' && kinds.includes(kind) ? field.cases[kind] : undefined
  if (chosen === undefined) {
    checking.report([...path, 'kind'], `must be ${oneOf(kinds)}, got ${show(kind)}${guess(kind, kinds)}`)
    return result
  }
  result['kind'] = kind
  reportUnknown(map, { ...field.before, kind: KIND, ...chosen.fields }, path, checking)
  for (const [key, below] of Object.entries(chosen.fields)) {
    result[key] = checkField(below, map.entries.get(key)?.node, [...path, key], checking)
  }
  return result
}

const KIND: Field = { kind: 'choice', says: 'What it is.', source: 'contract', choices: [] }

function checkList(field: ListField, node: Located | undefined, path: Path, checking: Checking): unknown[] {
  if (node === undefined || isAbsent(node)) return []
  if (node.kind === 'map' && field.orOne === true) return [checkField(field.item, node, path, checking)]
  if (node.kind !== 'list') {
    checking.report(path, `must be ${mustBe(field)}, got ${show(valueOf(node))}`)
    return []
  }
  if (node.items.length > field.longest) {
    checking.report(path, `must have at most ${field.longest} items, got ${node.items.length}`)
  }
  let previous: unknown
  return node.items.slice(0, field.longest).map((item, index) => {
    const value = checkField(field.item, item, [...path, index], checking, previous)
    if (field.keepsAllBut !== undefined) previous = without(value, field.keepsAllBut)
    return value
  })
}

function without(value: unknown, key: string): unknown {
  return Object.fromEntries([...entriesOf(value)].filter(([name]) => name !== key))
}
