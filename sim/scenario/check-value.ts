import type { ChoiceField, NumberField, TopicField } from '../model/field.ts'
import { guess, isNumberWithin, lookUp, reportMissing } from './checking.ts'
import type { Checking } from './checking.ts'
import { mustBe } from './describe-field.ts'
import { isAbsent, valueOf } from './located.ts'
import type { Located } from './located.ts'
import type { Path } from './path.ts'
import { show } from './problem.ts'

export function checkNumber(
  field: NumberField,
  node: Located | undefined,
  path: Path,
  checking: Checking,
  kept: unknown,
): unknown {
  if (node === undefined && kept !== undefined) return kept
  if (isAbsent(node)) {
    if (typeof field.default === 'object') return lookUp(field.default, checking)
    if (field.default === undefined) reportMissing(field, path, checking)
    return field.default ?? NaN
  }
  const value = valueOf(node)
  if (isNumberWithin(value, field) && (field.kind === 'number' || Number.isInteger(value))) return value + 0 // no -0
  checking.report(path, `must be ${mustBe(field)}, got ${show(value)}`)
  return NaN
}

export function checkChoice(
  field: ChoiceField,
  node: Located | undefined,
  path: Path,
  checking: Checking,
  kept: unknown,
): unknown {
  if (node === undefined && kept !== undefined) return kept
  if (isAbsent(node)) {
    if (field.default === undefined) reportMissing(field, path, checking)
    return field.default ?? ''
  }
  const value = valueOf(node)
  if (typeof value === 'string' && field.choices.includes(value)) return value
  checking.report(path, `must be ${mustBe(field)}, got ${show(value)}${guess(value, field.choices)}`)
  return ''
}

export function checkTopic(
  field: TopicField,
  node: Located | undefined,
  path: Path,
  checking: Checking,
  kept: unknown,
): unknown {
  if (node === undefined && kept !== undefined) return kept
  if (isAbsent(node)) {
    reportMissing(field, path, checking)
    return null
  }
  const value = valueOf(node)
  const { topics } = checking
  if (typeof value === 'string' && (topics === null || topics.has(value))) return value
  const known = [...(topics ?? [])]
  const list = known.length === 0 || known.length > 12 ? '' : ` (${known.join(', ')})`
  checking.report(path, `must be ${mustBe(field)}${list}, got ${show(value)}${guess(value, known)}`)
  return null
}
