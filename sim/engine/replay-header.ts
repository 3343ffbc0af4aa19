import { KIND_NAMES, KINDS } from '../events/kinds.ts'
import type { LogBounds } from '../events/log-columns.ts'
import { LogError, quote } from '../events/log-error.ts'
import { isMap } from '../events/log-json.ts'
import { IGNORABLE, readKinds, type KindsOfLog } from '../events/log-kinds.ts'
import { UPCASTERS, type Upcasters } from '../events/upcasters.ts'
import { ENGINE } from '../model/engine-version.ts'
import { PARAMETER_NAMES, parametersWith, type Parameters } from '../model/parameters.ts'
import { ScenarioError } from '../scenario/problem.ts'
import { resolveScenario } from '../scenario/resolve.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { effectiveForks, stagesOf, type Fork } from './stages.ts'
import { LOG_FORMAT, scenarioHash, type LogHeader } from './header.ts'

const KEYS = ['format', 'engine', 'seed', 'scenario', 'scenarioHash', 'parameters', 'kinds']

/**
 * The header of a log, checked against itself: the scenario must be whole and valid, the rest must follow from it.
 * The header of another engine may know fewer parameters and kinds, with other defaults, and kinds in older versions that
 * the upcasters know; what it says of them holds.
 */
export function readLogHeader(
  found: Readonly<Record<string, unknown>>,
  file: string,
  upcasters: Upcasters = UPCASTERS,
): LogHeader {
  const { engine, seed, scenarioHash: hash, parameters, kinds } = found
  const keys = Object.keys(found).join(', ')
  const expectedKeys = (Object.hasOwn(found, 'forks') ? [...KEYS, 'forks'] : KEYS).join(', ')
  if (keys !== expectedKeys) fail(`the header must have the keys ${expectedKeys}, got ${quote(keys)}`)
  if (typeof engine !== 'string' || engine === '')
    return fail(`engine must be a version, got ${quote(engine)}`)
  if (typeof seed !== 'string') return fail(`seed must be a text, got ${quote(seed)}`)
  const isOurs = engine === ENGINE
  const scenario = readScenario(found['scenario'])
  const expected = scenarioHash(isOurs ? scenario : (found['scenario'] as Scenario))
  if (hash !== expected) fail(`scenarioHash must be that of the scenario, ${expected}, got ${quote(hash)}`)
  const kindsOfLog = readKinds(kinds, upcasters, fail)
  if (isOurs) mustBeOurKinds(kindsOfLog)
  return {
    format: LOG_FORMAT,
    engine,
    seed,
    scenario,
    scenarioHash: expected,
    parameters: readParameters(parameters),
    kinds: kindsOfLog,
    ...(Object.hasOwn(found, 'forks') && { forks: readForks(found['forks']) }),
  }

  function readForks(value: unknown): readonly Fork[] {
    if (!isForkList(value))
      return fail(`forks must be a list of { at, edits: [{ path, value }] }, got ${quote(value)}`)
    try {
      if (effectiveForks(scenario, value).length === value.length && value.length > 0) return value
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error
      return fail(`forks must be valid, got: ${error.message.split('\n').join('; ')}`)
    }
    return fail('forks must each change something, got one that does not')
  }

  function readScenario(value: unknown): Scenario {
    const scenario = resolved(value)
    if (isOurs && JSON.stringify(scenario) !== JSON.stringify(value)) {
      fail('the scenario must be resolved, with every default filled in, got one that is not')
    }
    return scenario
  }

  function resolved(value: unknown): Scenario {
    try {
      return resolveScenario(value, '', () => undefined)
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error
      return fail(`the scenario must be valid, got: ${error.message.split('\n').join('; ')}`)
    }
  }

  function readParameters(value: unknown): Parameters {
    const defaults = parametersWith(scenario.model)
    const given = isMap(value) ? value : fail(`parameters must be a map, got ${quote(value)}`)
    for (const [name, number] of Object.entries(given)) {
      if (typeof number !== 'number') fail(`parameters.${name} must be a number, got ${quote(number)}`)
    }
    for (const [name, number] of Object.entries(isOurs ? defaults : scenario.model)) {
      if (given[name] !== number) {
        fail(`parameters.${name} must be ${number}, as the scenario has it, got ${quote(given[name])}`)
      }
    }
    if (isOurs && Object.keys(given).join() !== Object.keys(defaults).join()) {
      fail(`parameters must be those of engine ${ENGINE}, got others`)
    }
    const known = PARAMETER_NAMES.map((name) => [name, given[name] ?? defaults[name]])
    return Object.fromEntries(known) as Parameters // every value was found to be a number
  }

  /** What others have added to a log of ours is theirs, and marked so. */
  function mustBeOurKinds(given: KindsOfLog): void {
    for (const name of KIND_NAMES) {
      const entry = JSON.stringify([KINDS[name].code, KINDS[name].version])
      if (JSON.stringify(given[name]) !== entry)
        fail(`kinds.${name} must be ${entry}, got ${quote(given[name])}`)
    }
    const names = Object.keys(given)
    const areOthersMarked = names.slice(KIND_NAMES.length).every((name) => given[name]?.[2] === IGNORABLE)
    if (names.slice(0, KIND_NAMES.length).join() !== KIND_NAMES.join() || !areOthersMarked)
      fail(`kinds must be those of engine ${ENGINE}, and others marked ignorable, got others`)
  }

  function fail(says: string): never {
    throw new LogError({ file, line: 1, day: null }, says)
  }
}

/** What the rows of a log with this header may name. */
export function logBounds({ kinds, scenario, forks = [] }: LogHeader): LogBounds {
  const plans = stagesOf(scenario, forks).map((stage) => stage.scenario.plan.length)
  return {
    kinds,
    people: scenario.market.people,
    groups: scenario.community.groups,
    topics: Object.keys(scenario.market.pains).length,
    offers: scenario.offer.length,
    phases: Math.max(...plans),
    forks: forks.length,
    days: scenario.days,
  }
}

function isForkList(value: unknown): value is readonly Fork[] {
  if (!Array.isArray(value)) return false
  return value.every((fork) => {
    if (!isMap(fork) || Object.keys(fork).join() !== 'at,edits' || typeof fork['at'] !== 'number')
      return false
    const edits: unknown = fork['edits']
    return (
      Array.isArray(edits) &&
      edits.every(
        (edit) =>
          isMap(edit) && Object.keys(edit).join() === 'path,value' && typeof edit['path'] === 'string',
      )
    )
  })
}
