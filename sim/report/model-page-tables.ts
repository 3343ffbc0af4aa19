import { KIND_NAMES, KINDS, type KindEntry } from '../events/kinds.ts'
import type { Field, Fields } from '../model/field.ts'
import type { Parameter } from '../model/parameter.ts'
import { mustBe } from '../scenario/describe-field.ts'

type Table = Readonly<Record<string, Parameter>>
/** Who reads each parameter: names of files. */
export type Readers = ReadonlyMap<string, readonly string[]>

/** A table in Markdown; what stands in a cell cannot break it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}

function cellOf(text: string): string {
  return text === '' ? '–' : text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** Names in code, separated by commas. */
export function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

/** Every number of the model that is not a switch. */
export function parameterTable(parameters: Table, readers: Readers): string {
  const rows = Object.entries(parameters).filter(([, { isSwitch }]) => isSwitch !== true)
  const assumed = rows.filter(([, { source }]) => isAssumed(source)).length
  const head = ['parameter', 'says', 'default', 'unit', 'plausible', 'source', 'read by']
  const table = markdownTable(
    head,
    rows.map(([name, { says, default: value, unit, plausible, source }]) => [
      ...[`\`${name}\``, says, String(value), unit, plausible.join(' to ')],
      ...[isAssumed(source) ? `**${source}**` : source, codes(readers.get(name) ?? [])],
    ]),
  )
  return `${rows.length} numbers, ${assumed} of them **assumptions** without a source of their own.\n\n${table}`
}

function isAssumed(source: string): boolean {
  return source.startsWith('assumption')
}

/** Every mechanism that can be switched off by one number. */
export function switchTable(parameters: Table, readers: Readers): string {
  const rows = Object.entries(parameters).filter(([, { isSwitch }]) => isSwitch === true)
  return markdownTable(
    ['switch', 'says', 'source', 'read by'],
    rows.map(([name, { says, source }]) => [`\`${name}\``, says, source, codes(readers.get(name) ?? [])]),
  )
}

/** The calibration facts, with the parameters whose source names them. */
export function calibrationTable(parameters: Table, facts: readonly string[]): string {
  const pinned = (fact: string) =>
    Object.entries(parameters).flatMap(([name, { source }]) =>
      new RegExp(`\\b${fact}\\b`).test(source) ? [name] : [],
    )
  return markdownTable(
    ['fact', 'parameters that name it as a source'],
    facts.map((fact) => [fact, codes(pinned(fact))]),
  )
}

/** Every field of a scenario file, by its path. */
export function scenarioTable(fields: Fields): string {
  return markdownTable(['field', 'says', 'must be', 'unit', 'default', 'source'], rowsOfFields(fields, ''))
}

function rowsOfFields(fields: Fields, path: string): string[][] {
  return Object.entries(fields).flatMap(([key, field]) => rowsOf(field, `${path}${key}`))
}

/** A field and those below it. */
function rowsOf(field: Field, path: string): string[][] {
  const unit = 'unit' in field ? field.unit : ''
  const later = field.later === undefined ? '' : ' Not simulated yet.'
  const own = [`\`${path}\``, field.says + later, mustBe(field), unit, defaultOf(field), field.source]
  return [own, ...rowsBelow(field, path)]
}

function rowsBelow(field: Field, path: string): string[][] {
  if (field.kind === 'object') return rowsOfFields(field.fields, `${path}.`)
  if (field.kind === 'list' && field.item.kind !== 'text') return rowsBelow(field.item, `${path}[]`)
  if (field.kind !== 'cases') return []
  return [
    ...rowsOfFields(field.before, `${path}.`),
    ...Object.entries(field.cases).flatMap(([kind, { says, later, fields }]) => [
      [`\`${path}.kind\``, says + (later ? ' Not simulated yet.' : ''), `\`${kind}\``, '', '', field.source],
      ...rowsOfFields(fields, `${path}(${kind}).`),
    ]),
  ]
}

function defaultOf(field: Field): string {
  if (field.required === true) return 'required'
  if (!('default' in field) || field.default === undefined) return ''
  return typeof field.default === 'object' ? `that of \`${field.default.path}\`` : String(field.default)
}

/** The catalogue of facts: who records each, what it says, and what it can follow from. */
export function factTable(): string {
  return markdownTable(
    ['fact', 'recorded by', 'says', 'can follow from'],
    KIND_NAMES.map((name) => {
      const { emittedBy, says, causes }: KindEntry = KINDS[name]
      return [`\`${name}\``, emittedBy, says.en, codes(causes)]
    }),
  )
}
