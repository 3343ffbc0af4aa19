import { PARAMETERS } from '../model/parameters.ts'
import type { Layer, Library } from './bases.ts'
import type { Problem } from './problem.ts'
import { readYaml } from './read-yaml.ts'
import { resolveLayer } from './resolve.ts'
import type { ParameterTable } from './resolve.ts'
import type { Scenario } from './scenario.ts'

/** The text of a scenario and the file that it stands in. */
export interface ScenarioText {
  readonly text: string
  readonly file: string
}

/**
 * The scenario meant by a YAML or JSON text, with everything it extends merged and every default filled in.
 * Throws a `ScenarioError` with all problems, each with file and line.
 */
export function parseScenario(
  text: string,
  file: string,
  library: Library<ScenarioText>,
  parameters: ParameterTable = PARAMETERS,
): Scenario {
  const problems: Problem[] = []
  const read = (name: string, source: ScenarioText): Layer => ({
    name,
    key: source.file,
    tree: readYaml(source.text, source.file, (problem) => problems.push(problem)),
  })
  const layers: Library<Layer> = (name) => {
    const found = library(name)
    return found === undefined ? undefined : read(name, found)
  }
  const names = library.names === undefined ? {} : { names: library.names }
  return resolveLayer(read(nameOf(file), { text, file }), Object.assign(layers, names), {
    problems,
    parameters,
  })
}

/** `pain-point-first` of `scenarios/pain-point-first.yaml`. */
function nameOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.(?:ya?ml|json)$/i, '')
}
