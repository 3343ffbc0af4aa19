import { PARAMETERS } from '../model/parameters.ts'
import type { Layer, Library } from './bases.ts'
import { valueOf, type Located } from './located.ts'
import { fromPlain, toPlain } from './plain.ts'
import { ScenarioError, type Problem } from './problem.ts'
import { readYaml } from './read-yaml.ts'
import { resolveLayer } from './resolve.ts'
import type { Scenario } from './scenario.ts'

/** The tree of a scenario file, and all that was wrong with its YAML. */
export interface ReadText {
  readonly tree: Located | undefined
  readonly problems: readonly Problem[]
  /** What it says that it extends; null for nothing. */
  readonly extended: string | null
}

/** The scenario that a file means, and the file as plain values: what a library of parsed scenarios holds. */
export interface ReadScenario {
  readonly scenario: Scenario
  readonly body: unknown
}

/** First step: reads the text; what it extends can then be fetched. */
export function readScenarioText(text: string, file: string): ReadText {
  const problems: Problem[] = []
  const tree = readYaml(text, file, (problem) => problems.push(problem))
  const named = tree?.kind === 'map' ? valueOf(tree.entries.get('extends')?.node) : undefined
  return { tree, problems, extended: typeof named === 'string' ? named : null }
}

/**
 * Second step: holds it to the rules, over bases that were parsed already. `name` is what the library will call it.
 * Throws a `ScenarioError` with all problems, those in the file with their lines.
 */
export function resolveScenarioText(read: ReadText, name: string, library: Library<unknown>): ReadScenario {
  const { tree, problems } = read
  if (tree === undefined) throw new ScenarioError(problems)
  const layers: Library<Layer> = (base) => {
    const found = library(base)
    return found === undefined ? undefined : { name: base, key: base, tree: fromPlain(found, base) }
  }
  const names = library.names === undefined ? {} : { names: library.names }
  const scenario = resolveLayer({ name, key: name, tree }, Object.assign(layers, names), {
    problems: [...problems],
    parameters: PARAMETERS,
  })
  return { scenario, body: toPlain(tree) }
}
