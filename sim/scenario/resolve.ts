import type { Parameter } from '../model/parameter.ts'
import { PARAMETERS } from '../model/parameters.ts'
import { PHASE } from '../model/field-phase.ts'
import { SCENARIO_FIELDS } from '../model/scenario-fields.ts'
import { withBases } from './bases.ts'
import type { Layer, Library } from './bases.ts'
import { checkField } from './check-field.ts'
import type { Checking } from './checking.ts'
import { checkTogether } from './check-together.ts'
import { placeOf } from './located.ts'
import type { Path } from './path.ts'
import { formatPath } from './path.ts'
import { fromPlain } from './plain.ts'
import { inReadingOrder, ScenarioError } from './problem.ts'
import type { Problem } from './problem.ts'
import type { Phase, Scenario } from './scenario.ts'

export type ParameterTable = Readonly<Record<string, Parameter>>

/**
 * The scenario meant by values that were parsed already, with everything it extends merged and every default
 * filled in. Throws a `ScenarioError` with all problems. Does not load `yaml`: the page uses this one.
 */
export function resolveScenario(
  raw: unknown,
  name: string,
  library: Library<unknown>,
  parameters: ParameterTable = PARAMETERS,
): Scenario {
  const layers: Library<Layer> = (base) => {
    const found = library(base)
    return found === undefined ? undefined : { name: base, key: base, tree: fromPlain(found, base) }
  }
  const names = library.names === undefined ? {} : { names: library.names }
  return resolveLayer({ name, key: name, tree: fromPlain(raw, name) }, Object.assign(layers, names), {
    problems: [],
    parameters,
  })
}

/** The same from a tree; `problems` are those found so far (and found while the library reads), whatever their kind. */
export function resolveLayer(
  layer: Layer,
  library: Library<Layer>,
  { problems, parameters }: { readonly problems: Problem[]; readonly parameters: ParameterTable },
): Scenario {
  const merged = withBases(layer, library, (problem) => problems.push(problem))
  if (merged === null) throw new ScenarioError(inReadingOrder(problems))
  const { tree, complete } = merged
  const report = (path: Path, says: string): void => {
    problems.push({ ...placeOf(tree, path), path: formatPath(path), says })
  }
  // Of something that is not even a map nothing can be said to be missing.
  const judged = complete && tree.kind === 'map'
  const checking: Checking = { report, parameters, complete: judged, topics: null, top: {} }
  // Every field of the table was checked: what came out has the shape of a Scenario, with NaN for wrong numbers.
  const checked = checkField(SCENARIO_FIELDS, tree, [], checking) as Scenario
  const scenario = withStart(checked, checking)
  checkTogether(checked, report)
  if (problems.length > 0) throw new ScenarioError(inReadingOrder(problems))
  return scenario
}

/** An owner whose plan begins later does until then what the defaults say; `to` of late arrivals stays behind `from`. */
function withStart(scenario: Scenario, checking: Checking): Scenario {
  if (scenario.plan[0]?.from === 0) return scenario
  const idle = checkField(PHASE, undefined, ['plan'], checking) as Phase
  return { ...scenario, plan: [idle, ...scenario.plan] }
}
