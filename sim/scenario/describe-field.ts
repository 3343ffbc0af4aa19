import type { Field, NumberField, NumbersField } from '../model/field.ts'

/** What a value must be, as in "must be a number from 0 to 1000". */
export function mustBe(field: Field): string {
  switch (field.kind) {
    case 'number':
      return `a number ${range(field)}`
    case 'whole':
      return `a whole number ${range(field)}`
    case 'choice':
      return oneOf(field.choices)
    case 'text':
      return field.patternSays ?? `a text of 1 to ${field.longest} characters`
    case 'local-text':
      return `a text of 1 to ${field.longest} characters, or a map of such texts by locale (zh-Hans, zh-Hant, en)`
    case 'topic':
      return 'a topic of market.pains'
    case 'numbers':
      return field.by === 'parameters' ? 'a map of model parameters' : 'a map of topics'
    case 'object':
    case 'cases':
      return 'a map'
    case 'list':
      return field.orOne === true ? 'a map or a list of maps' : 'a list'
  }
}

/** "from 0 to 1000", leaving out bounds that are not there. */
export function range({ min, max }: { readonly min: number; readonly max: number }): string {
  if (max === Infinity) return min === -Infinity ? 'of any size' : `of at least ${min}`
  return `from ${min} to ${max}`
}

export function oneOf(choices: readonly string[]): string {
  const last = choices.at(-1) ?? ''
  return choices.length < 2 ? last : `one of ${choices.slice(0, -1).join(', ')} or ${last}`
}

/** Meaning, unit, range, default and source of a field, for the schema and the template. */
export function describeField(field: Field): string {
  const facts = [unitAndRange(field), defaultOf(field), `source: ${field.source}`]
  const later = field.later === undefined ? '' : ' Not simulated yet.'
  return `${field.says} (${facts.filter((fact) => fact !== '').join('; ')})${later}`
}

function unitAndRange(field: Field): string {
  if (field.kind === 'number' || field.kind === 'whole' || field.kind === 'numbers') return measure(field)
  if (field.kind === 'choice') return mustBe(field)
  return ''
}

function measure(field: NumberField | NumbersField): string {
  const bounds = field.max === Infinity ? '' : range(field)
  return [field.unit === '–' ? '' : field.unit, field.kind === 'whole' ? `whole, ${bounds}` : bounds]
    .filter((part) => part !== '')
    .join(', ')
}

function defaultOf(field: Field): string {
  if (field.required === true) return 'required'
  if (!('default' in field) || field.default === undefined) return ''
  return `default: ${typeof field.default === 'object' ? field.default.path : field.default}`
}
