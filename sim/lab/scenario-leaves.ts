import type { Field } from '../model/field.ts'
import { PARAMETERS } from '../model/parameters.ts'
import { SCENARIO_FIELDS } from '../model/scenario-fields.ts'
import { formatPath, type Path } from '../scenario/path.ts'
import type { FileValues } from '../scenario/shortest.ts'

/** A single value that a scenario file says. */
export interface Leaf {
  readonly path: Path
  readonly value: unknown
  /** Whether a file without it is still one. */
  readonly canGo: boolean
  /** False for format, name, days, people and founders: a scenario has them, whatever its rules. */
  readonly isRule: boolean
  /** What a number there may be; null for what is no number. */
  readonly bounds: Bounds | null
}

export interface Bounds {
  readonly min: number
  readonly max: number
  readonly isWhole: boolean
}

const NO_RULES = ['format', 'name', 'days', 'market.people', 'founders']

/** All single values of a file, from top to bottom. */
export function leavesOf(values: FileValues): Leaf[] {
  return leavesIn(SCENARIO_FIELDS, values, [])
}

function leavesIn(field: Field, value: unknown, path: Path): Leaf[] {
  if (value === undefined) return []
  switch (field.kind) {
    case 'object':
      return Object.entries(field.fields).flatMap(([key, below]) =>
        leavesIn(below, entryOf(value, key), [...path, key]),
      )
    case 'cases': {
      const kind = String(entryOf(value, 'kind'))
      const below = { ...field.before, ...field.cases[kind]?.fields }
      const rest = Object.entries(below).flatMap(([key, inside]) =>
        leavesIn(inside, entryOf(value, key), [...path, key]),
      )
      return [leaf([...path, 'kind'], kind, { canGo: false }), ...rest]
    }
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item: unknown, index) => leavesIn(field.item, item, [...path, index]))
        : []
    case 'numbers':
      return Object.entries(value as Record<string, number>).map(([key, number]) =>
        leaf([...path, key], number, { bounds: boundsOfEntry(field, key) }),
      )
    case 'number':
    case 'whole': {
      const bounds = { min: field.min, max: field.max, isWhole: field.kind === 'whole' }
      return [leaf(path, value, { canGo: field.required !== true, bounds })]
    }
    default:
      return [leaf(path, value, { canGo: field.required !== true })]
  }
}

function leaf(
  path: Path,
  value: unknown,
  { canGo = true, bounds = null }: { readonly canGo?: boolean; readonly bounds?: Bounds | null },
): Leaf {
  const isRule = !NO_RULES.includes(formatPath(path))
  // How many people and days there are is not left to the defaults, which are large.
  return { path, value, canGo: canGo && isRule, isRule, bounds }
}

function boundsOfEntry(
  field: { readonly by: string; readonly min: number; readonly max: number },
  key: string,
): Bounds {
  const [min, max] =
    field.by === 'parameters' && Object.hasOwn(PARAMETERS, key)
      ? PARAMETERS[key as keyof typeof PARAMETERS].range
      : [field.min, field.max]
  return { min, max, isWhole: false }
}

function entryOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}
