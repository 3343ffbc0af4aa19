import type { Library } from './bases.ts'
import { resolveScenario } from './resolve.ts'
import type { Scenario } from './scenario.ts'
import { shortestValues, type FileValues } from './shortest.ts'
import { writeYaml } from './write-yaml.ts'

/** The text of the shortest file that means this scenario. */
export function scenarioFile(scenario: Scenario, comments: readonly string[] = []): string {
  return writeYaml(shortestValues(scenario), comments)
}

/**
 * The same as a change to a scenario of the library: `extends` and what differs. Where a change cannot say it (it
 * takes no key away), the whole.
 */
export function variantFile(
  scenario: Scenario,
  base: { readonly name: string; readonly library: Library<unknown> },
  comments: readonly string[] = [],
): string {
  const parent = resolveScenario(base.library(base.name), base.name, base.library)
  const shortest = shortestValues(scenario)
  const extended = { format: scenario.format, extends: base.name }
  const changes = { ...extended, ...differences({ ...parent }, { ...scenario }, shortest) }
  const meant = meaningOf(changes, base.library)
  if (meant === null) return scenarioFile(scenario, comments)
  // What followed from a value that changed is said as well, in the words of the shortest file.
  const missed = Object.entries(scenario).filter(([key, value]) => !isSame(value, { ...meant }[key]))
  const values = {
    ...changes,
    ...Object.fromEntries(missed.map(([key, value]) => [key, shortest[key] ?? value])),
  }
  return isSame(meaningOf(values, base.library), scenario)
    ? writeYaml(values, comments)
    : scenarioFile(scenario, comments)
}

function meaningOf(values: FileValues, library: Library<unknown>): Scenario | null {
  try {
    return resolveScenario(values, '', library)
  } catch {
    return null // a change alone may break a rule that the whole keeps
  }
}

/** What has to be said so that `before` becomes `after`; lists are said whole, as in the shortest file. */
function differences(before: FileValues, after: FileValues, shortest: FileValues): FileValues {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    keys.flatMap((key) => {
      const [was, is, said] = [before[key], after[key], shortest[key]]
      if (isSame(was, is)) return []
      // The same words in every language are one text.
      if (typeof said === 'string') return [[key, said]]
      if (isMap(was) && isMap(is)) return [[key, differences(was, is, isMap(said) ? said : {})]]
      return [[key, said ?? is ?? null]]
    }),
  )
}

function isMap(value: unknown): value is FileValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** To the order of the keys: weights are read in that order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
