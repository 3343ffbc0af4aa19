import { KIND_NAMES } from '../events/kinds.ts'
import { PARAMETER_NAMES, PARAMETERS, type ParameterName } from '../model/parameters.ts'
import {
  commentAbove,
  factsNamed,
  fieldNote,
  mechanismsInOrder,
  parametersRead,
  turnsOf,
  type ModelSources,
} from './model-page-source.ts'
import { codes, markdownTable, type Readers } from './model-page-tables.ts'

/** The turns of the day, with the first sentence of the field notes of each. */
export function turnTable({ day, mechanisms }: ModelSources): string {
  const rows = turnsOf(day).map(({ decide, mechanism }, n) => {
    const says =
      mechanism === null
        ? [commentAbove(day, decide), recordsOf(bodyOf(day, decide))].filter((part) => part !== '').join(' ')
        : firstSentence(fieldNote(mechanisms.get(mechanism) ?? ''))
    const file = mechanism === null ? 'the day itself' : `[${mechanism}](#${mechanism})`
    return [String(n + 1), `\`${decide}\``, file, says]
  })
  return markdownTable(['#', 'turn', 'mechanism', 'what happens'], rows)
}

function bodyOf(source: string, name: string): string {
  return new RegExp(`^function ${name}\\b[^]*?^}`, 'm').exec(source)?.[0] ?? ''
}

function firstSentence(text: string): string {
  return /^.*?\.(?= [A-Z]|$)/.exec(text)?.[0] ?? text
}

/** The field notes of a mechanism, the facts that it records and the numbers that it reads. */
export function mechanismBlock({ mechanisms }: ModelSources, name: string): string {
  const source = mechanisms.get(name) ?? ''
  const note = fieldNote(source).replace(/ (?=(?:Simplified|Left out):)/g, '\n>\n> ')
  const read = parametersRead(source, PARAMETER_NAMES).map(withDefault)
  return [
    `> ${note}`,
    recordsOf(source),
    read.length === 0 ? 'Reads no parameter itself.' : `Reads ${read.join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function recordsOf(source: string): string {
  const facts = factsNamed(source, KIND_NAMES)
  return facts.length === 0 ? '' : `Records ${codes(facts)}.`
}

function withDefault(name: string): string {
  const {
    default: value,
    unit,
    isSwitch,
  }: { default: number; unit: string; isSwitch?: boolean } = PARAMETERS[name as ParameterName]
  if (isSwitch === true) return `\`${name}\` (switch)`
  return `\`${name}\` (${value}${unit === '–' ? '' : ` ${unit}`})`
}

/** Sections of the mechanisms that have no block of their own on the page yet, in the order of their turns. */
export function furtherMechanisms(sources: ModelSources, described: ReadonlySet<string>): string {
  const names = mechanismsInOrder(sources.day, sources.mechanisms).filter((name) => !described.has(name))
  if (names.length === 0) return 'None: every mechanism has a section of its own above.'
  return names.map((name) => `### ${name}\n\n${mechanismBlock(sources, name)}`).join('\n\n')
}

/** Numbers that are read by the engine around the mechanisms: what is the same for everybody, or fixed before day 0. */
export function sharedNumbers({ engine }: ModelSources): string {
  const rows = [...engine].flatMap(([name, source]) => {
    const read = parametersRead(source, PARAMETER_NAMES)
    return read.length === 0 ? [] : [[`\`sim/engine/${name}.ts\``, codes(read)]]
  })
  return markdownTable(['file', 'reads'], rows)
}

/** Which files read each parameter. */
export function readersOf({ day, mechanisms, engine }: ModelSources): Readers {
  const readers = new Map<string, string[]>()
  const files = [
    ...mechanismsInOrder(day, mechanisms).map((name) => [name, mechanisms.get(name) ?? ''] as const),
    ...engine,
  ]
  for (const [file, source] of files) {
    for (const name of parametersRead(source, PARAMETER_NAMES)) {
      readers.set(name, [...(readers.get(name) ?? []), file])
    }
  }
  return readers
}
