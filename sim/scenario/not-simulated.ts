import type { Field, Later, ObjectField } from '../model/field.ts'
import { SCENARIO_FIELDS } from '../model/scenario-fields.ts'
import { formatPath } from './path.ts'
import type { Path } from './path.ts'
import type { Scenario } from './scenario.ts'

/**
 * The paths of what a scenario asks for and the engine does not simulate yet, such as `plan[1].redPackets.perDay`: by the
 * table of fields of this engine, none at present.
 */
export function notSimulated(scenario: Scenario, fields: ObjectField = SCENARIO_FIELDS): string[] {
  return pathsIn(fields, scenario, []).map(formatPath)

  function pathsIn(field: Field, value: unknown, path: Path): Path[] {
    switch (field.kind) {
      case 'object':
        return Object.entries(field.fields).flatMap(([key, below]) =>
          pathsIn(below, entry(value, key), [...path, key]),
        )
      case 'list':
        return Array.isArray(value)
          ? value.flatMap((item: unknown, index) => pathsIn(field.item, item, [...path, index]))
          : []
      case 'cases':
        return field.cases[String(entry(value, 'kind'))]?.later === true ? [path] : []
      default:
        return field.later !== undefined && isFelt(field, field.later, value) ? [path] : []
    }
  }

  function isFelt(field: Field, later: Later, value: unknown): boolean {
    const neutral = later.neutral === undefined ? defaultOf(field) : later.neutral
    return value !== neutral
  }

  function defaultOf(field: Field): unknown {
    const standard = 'default' in field ? field.default : undefined
    if (typeof standard !== 'object') return standard
    return standard.path.split('.').reduce(entry, scenario)
  }
}

function entry(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return new Map<string, unknown>(Object.entries(value)).get(key)
}
