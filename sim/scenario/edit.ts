import { enablePatches, produceWithPatches } from 'immer'
import type { Draft, Patch } from 'immer'
import { PARAMETERS } from '../model/parameters.ts'
import { SCENARIO_FIELDS } from '../model/scenario-fields.ts'
import { stepsTo } from './edit-path.ts'
import type { Step } from './edit-path.ts'
import { ScenarioError } from './problem.ts'
import type { Problem } from './problem.ts'
import { resolveScenario } from './resolve.ts'
import type { ParameterTable } from './resolve.ts'
import type { Scenario } from './scenario.ts'

enablePatches()

/** One change: `path` is one of the resolved scenario (`plan[1].ads.perDay`), null takes back to the default. */
export interface Edit {
  readonly path: string
  readonly value: unknown
}

export interface Edited {
  readonly scenario: Scenario
  /** What changed, as immer records it: the record of a fork and the undo stack are made of these. */
  readonly patches: Patch[]
  readonly inversePatches: Patch[]
}

/**
 * A scenario with some values changed, held to the same rules as a file. All edits are made before the whole is
 * judged, so that two that only make sense together may be given together.
 */
export function editScenario(
  scenario: Scenario,
  edits: readonly Edit[],
  parameters: ParameterTable = PARAMETERS,
): Edited {
  const problems: Problem[] = []
  // Plain data by construction, so that JSON copies it faithfully.
  const copy: unknown = JSON.parse(JSON.stringify(scenario))
  for (const { path, value } of edits) {
    const steps = stepsTo(path, copy, { field: SCENARIO_FIELDS, parameters })
    if ('says' in steps) problems.push({ file: '', line: null, ...steps })
    else put(copy, steps, value)
  }
  const edited = resolved(copy, parameters, problems)
  const [changed, patches, inversePatches] = produceWithPatches(scenario, (draft) => {
    adopt(draft, edited)
  })
  return { scenario: changed, patches, inversePatches }
}

/** The edited scenario; throws what is wrong with the paths and with the values together. */
function resolved(copy: unknown, parameters: ParameterTable, problems: readonly Problem[]): Scenario {
  try {
    const edited = resolveScenario(copy, '', () => undefined, parameters)
    if (problems.length === 0) return edited
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    throw new ScenarioError([...problems, ...error.problems])
  }
  throw new ScenarioError(problems)
}

/** Copies what it passes through, because a value of an earlier edit belongs to the caller. */
function put(root: unknown, steps: readonly Step[], value: unknown): void {
  let holder = root
  steps.forEach(({ key, opens }, depth) => {
    if (typeof holder !== 'object' || holder === null) return
    const next = depth === steps.length - 1 ? value : opened(Reflect.get(holder, key), opens)
    Reflect.set(holder, key, next)
    holder = next
  })
}

function opened(value: unknown, opens: Step['opens']): object {
  if (Array.isArray(value)) return [...(value as readonly unknown[])]
  if (typeof value === 'object' && value !== null) return { ...value }
  return opens === 'list' ? [] : {}
}

/** Makes a draft equal to `wanted`, touching only what differs, so that the patches say only that. */
function adopt(draft: Draft<object>, wanted: object): void {
  for (const key of Object.keys(draft)) if (!Object.hasOwn(wanted, key)) Reflect.deleteProperty(draft, key)
  if (Array.isArray(draft) && Array.isArray(wanted)) draft.length = wanted.length
  for (const [key, value] of Object.entries(wanted)) {
    const before: unknown = Reflect.get(draft, key)
    if (isSameKind(before, value)) adopt(before, value)
    else if (!Object.is(before, value)) Reflect.set(draft, key, value)
  }
}

function isSameKind(before: unknown, after: unknown): before is object {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return false
  return Array.isArray(before) === Array.isArray(after)
}
