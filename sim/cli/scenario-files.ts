import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Library } from '../scenario/bases.ts'
import { nearest } from '../scenario/nearest.ts'
import { parseScenario, type ScenarioText } from '../scenario/parse.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { InputError, systemMessage } from './exit.ts'
import { SCENARIOS } from './package-files.ts'

const EXTENSIONS = ['.yaml', '.yml', '.json']

/** A scenario as it was asked for. */
export interface Given {
  /** Name of its file without the extension. */
  readonly name: string
  readonly file: string
  /** All files that it was read from: its own, and those that it extends. */
  readonly files: readonly string[]
  readonly scenario: Scenario
}

/** Names of the shipped scenarios, in order. */
export function shippedNames(): string[] {
  return readdirSync(SCENARIOS)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort()
}

/**
 * The scenario that `wanted` names: a path, or a shipped name. `days` takes the place of what the file says. Throws
 * an InputError when there is no such file, a ScenarioError with all problems when it is not valid.
 */
export function readGiven(wanted: string, { days }: { readonly days?: number | undefined } = {}): Given {
  const file = findScenario(wanted)
  const name = nameOf(file)
  const files = [file]
  const library = libraryBeside(file, files)
  const text = readText(file)
  if (days === undefined) return { name, file, files, scenario: parseScenario(text, file, library) }
  // As a change to the file, so that what follows from its length (until when people arrive) follows from this one.
  const change = { text: `extends: ${JSON.stringify(SELF)}\ndays: ${days}`, file: '--days' }
  const withSelf = Object.assign((base: string) => (base === SELF ? { text, file } : library(base)), {
    names: library.names ?? [],
  })
  return { name, file, files, scenario: parseScenario(change.text, change.file, withSelf) }
}

const SELF = 'the scenario given'

function findScenario(wanted: string): string {
  const isName =
    !/[\\/]/.test(wanted) && !EXTENSIONS.some((extension) => wanted.toLowerCase().endsWith(extension))
  if (isName && shippedNames().includes(wanted)) return shippedFile(wanted)
  if (existsSync(wanted)) return wanted
  if (!isName) throw new InputError(`${wanted} must be a scenario file, got no such file`)
  const near = nearest(wanted, shippedNames())
  const hint =
    near === undefined ? '`qunxiang scenarios` lists those that are shipped' : `did you mean ${near}?`
  throw new InputError(
    `SCENARIO must be a file or the name of a shipped scenario, got ${JSON.stringify(wanted)}: ${hint}`,
  )
}

function shippedFile(name: string): string {
  return join(SCENARIOS, `${name}.yaml`)
}

/** What a file may extend: its neighbours, and what is shipped. What is read is put on the list of `files`. */
function libraryBeside(file: string, files: string[]): Library<ScenarioText> {
  const find = (name: string): ScenarioText | undefined => {
    if (/[\\/]/.test(name)) return undefined
    const beside = EXTENSIONS.map((extension) => join(dirname(file), name + extension))
    const found = [...beside, shippedFile(name)].find((path) => existsSync(path))
    if (found === undefined) return undefined
    files.push(found)
    return { text: readText(found), file: found }
  }
  return Object.assign(find, { names: shippedNames() })
}

/** Twice what the parser takes in Chinese characters of three bytes. */
const LARGEST = 8_000_000

function readText(file: string): string {
  let bytes: Buffer
  try {
    const { size } = statSync(file)
    if (size > LARGEST) throw new InputError(`${file} must have at most ${LARGEST} bytes, got ${size}`)
    bytes = readFileSync(file)
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`${file} must be a scenario file that can be read, got ${systemMessage(error)}`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError(`${file} must be a text in UTF-8, got other bytes`)
  }
}

export function nameOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.(?:ya?ml|json|jsonl|jsonl\.gz)$/i, '')
}
