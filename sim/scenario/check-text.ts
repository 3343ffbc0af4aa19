import type { LocalTextField, TextField } from '../model/field.ts'
import { reportMissing } from './checking.ts'
import type { Checking } from './checking.ts'
import { mustBe, oneOf } from './describe-field.ts'
import { isAbsent, valueOf } from './located.ts'
import type { Located } from './located.ts'
import type { Path } from './path.ts'
import { show } from './problem.ts'
import { LOCALES } from '../model/local-text.ts'
import { unknownKey } from './unknown-key.ts'

export function checkText(
  field: TextField,
  node: Located | undefined,
  path: Path,
  checking: Checking,
): string {
  const value = valueOf(node)
  if (isText(value, field)) return value
  if (!isAbsent(node) || path.some((step) => typeof step === 'number')) {
    checking.report(path, `must be ${mustBe(field)}, got ${show(value)}`)
  }
  return ''
}

function isText(
  value: unknown,
  field: { readonly longest: number; readonly pattern?: string },
): value is string {
  if (typeof value !== 'string' || !/\S/u.test(value) || [...value].length > field.longest) return false
  return field.pattern === undefined || new RegExp(field.pattern, 'u').test(value)
}

/** A locale that is not given takes the first text that is, in the order of LOCALES: the Chinese ones stand in for each other. */
export function checkLocalText(
  field: LocalTextField,
  node: Located | undefined,
  path: Path,
  checking: Checking,
): unknown {
  if (node === undefined || isAbsent(node)) {
    reportMissing(field, path, checking)
    return null
  }
  const value = valueOf(node)
  if (isText(value, field)) return Object.fromEntries(LOCALES.map((locale) => [locale, value]))
  if (node.kind !== 'map') {
    checking.report(path, `must be ${mustBe(field)}, got ${show(value)}`)
    return null
  }
  const texts = new Map<string, string>()
  for (const [key, entry] of node.entries) {
    const text = valueOf(entry.node)
    if (!LOCALES.some((locale) => locale === key)) checking.report([...path, key], unknownKey(key, LOCALES))
    else if (isText(text, field)) texts.set(key, text)
    else if (!isAbsent(entry.node)) {
      checking.report([...path, key], `must be a text of 1 to ${field.longest} characters, got ${show(text)}`)
    }
  }
  if (texts.size === 0) {
    if (node.entries.size === 0)
      checking.report(path, `must have a text in ${oneOf(LOCALES)}, got an empty map`)
    else if ([...node.entries.values()].every((entry) => isAbsent(entry.node))) {
      checking.report(path, `must have a text in ${oneOf(LOCALES)}, got none`)
    }
    return null
  }
  const given = LOCALES.flatMap((locale) => texts.get(locale) ?? [])
  return Object.fromEntries(LOCALES.map((locale) => [locale, texts.get(locale) ?? given[0]]))
}
