import { invariant, InvariantError } from '../model/invariant.ts'
import { PARAMETERS } from '../model/parameters.ts'
import { SCENARIO_FIELDS } from '../model/scenario-fields.ts'
import { LIMITS } from '../model/limits.ts'
import {
  furtherMechanisms,
  mechanismBlock,
  readersOf,
  sharedNumbers,
  turnTable,
} from './model-page-mechanisms.ts'
import { columnsOf, commentAbove, flagsOf, type Column, type ModelSources } from './model-page-source.ts'
import {
  calibrationTable,
  codes,
  factTable,
  markdownTable,
  parameterTable,
  scenarioTable,
  switchTable,
} from './model-page-tables.ts'

const BLOCK = /(<!-- generated: (.+?) -->\n)[^]*?(<!-- end -->)/g
const CALIBRATION_FACTS = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7']

/**
 * sim/MODEL.md with its blocks made anew. Prose stands between them and is kept as it is. A mechanism without a block
 * `mechanism NAME` of its own has its field notes in the block `further mechanisms`.
 */
export function modelPage(page: string, sources: ModelSources): string {
  const described = describedMechanisms(page)
  return page.replace(BLOCK, (_, open: string, name: string, close: string) => {
    return `${open}\n${blockOf(name, sources, described)}\n\n${close}`
  })
}

/** Mechanisms that have a block of their own, in the order of the page. */
export function describedMechanisms(page: string): ReadonlySet<string> {
  return new Set([...page.matchAll(/<!-- generated: mechanism (.+?) -->/g)].map(([, name]) => name as string))
}

/** The page without what is generated: what somebody wrote. */
export function proseOf(page: string): string {
  return page.replace(BLOCK, '')
}

function blockOf(name: string, sources: ModelSources, described: ReadonlySet<string>): string {
  if (name.startsWith('mechanism ')) {
    const mechanism = name.slice('mechanism '.length)
    invariant(
      sources.mechanisms.has(mechanism),
      `a block must be of a mechanism that exists, got ${mechanism}`,
    )
    return mechanismBlock(sources, mechanism)
  }
  switch (name) {
    case 'limits':
      return LIMITS.map(({ en }) => `- ${en}`).join('\n')
    case 'calibration':
      return calibrationTable(PARAMETERS, CALIBRATION_FACTS)
    case 'traits':
      return stateTable(sources.person, 'TRAIT')
    case 'member':
      return memberState(sources.world)
    case 'group':
      return [stateTable(sources.world, 'GROUP_MARK'), oneLineState(sources.world, 'GROUP_LEVEL')].join(
        '\n\n',
      )
    case 'owner':
      return ['OWNER_LEVEL', 'OWNER_MARK', 'BOOK']
        .map((constant) => oneLineState(sources.world, constant))
        .join('\n\n')
    case 'turns':
      return turnTable(sources)
    case 'further mechanisms':
      return furtherMechanisms(sources, described)
    case 'shared numbers':
      return sharedNumbers(sources)
    case 'parameters':
      return parameterTable(PARAMETERS, readersOf(sources))
    case 'switches':
      return switchTable(PARAMETERS, readersOf(sources))
    case 'scenario':
      return scenarioTable(SCENARIO_FIELDS.fields)
    case 'facts':
      return factTable()
    default:
      throw new InvariantError(`a generated block must have a name that is known, got ${name}`)
  }
}

/** What is said of all columns of a constant, a table of those that have a comment, and the others by their names. */
function stateTable(source: string, constant: string): string {
  const columns = columnsOf(source, constant)
  return [commentAbove(source, constant), tableOfColumns(columns)].filter((part) => part !== '').join('\n\n')
}

function tableOfColumns(columns: readonly Column[]): string {
  const plain = columns.filter(({ says }) => says === '').map(({ name }) => name)
  const table = markdownTable(
    ['column', 'means'],
    columns.filter(({ says }) => says !== '').map(({ name, says }) => [`\`${name}\``, says]),
  )
  return plain.length === 0 ? table : `${table}\n\nAnd, as their names say: ${codes(plain)}.`
}

function memberState(world: string): string {
  return [
    stateTable(world, 'LEVEL'),
    stateTable(world, 'MARK'),
    `Flags of a member.\n\n${tableOfColumns(flagsOf(world))}`,
  ].join('\n\n')
}

/** Columns that are explained together, above them. */
function oneLineState(world: string, constant: string): string {
  const names = columnsOf(world, constant).map(({ name }) => name)
  return `${commentAbove(world, constant)} Columns: ${codes(names)}.`
}
