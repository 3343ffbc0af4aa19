import type { Field, Fields, ListField } from '../model/field.ts'
import { SCENARIO_FIELDS } from '../model/scenario-fields.ts'
import { sharesOf } from './check-numbers.ts'
import { lookUp } from './checking.ts'
import { formatPath } from './path.ts'
import type { Path } from './path.ts'
import type { Scenario } from './scenario.ts'

/** Values of a scenario file, as YAML would give them. */
export type FileValues = Readonly<Record<string, unknown>>

/**
 * The values of the shortest file that means this scenario: what follows from defaults, or from the phase before, is
 * not in it, unless its path is among `always`.
 */
export function shortestValues(
  scenario: Scenario,
  { always = [] }: { readonly always?: readonly string[] } = {},
): FileValues {
  const asked: Asked = { top: { ...scenario }, always: new Set(always) }
  return { ...(worthSaying(SCENARIO_FIELDS, scenario, { path: [], kept: undefined }, asked) as object) }
}

interface Asked {
  /** The scenario, for defaults that are values of other fields. */
  readonly top: Record<string, unknown>
  readonly always: ReadonlySet<string>
}

/** Where a value stands, and what the phase before had there. */
interface Place {
  readonly path: Path
  readonly kept: unknown
}

/** What a file has to say so that a field gets this value; undefined where it may stay silent. */
function worthSaying(field: Field, value: unknown, place: Place, asked: Asked): unknown {
  switch (field.kind) {
    case 'object':
      return orNothing(entriesWorthSaying(field.fields, value, place, asked))
    case 'cases': {
      const kind = String(entryOf(value, 'kind'))
      const chosen = field.cases[kind]?.fields ?? {}
      return {
        ...entriesWorthSaying(field.before, value, place, asked),
        kind,
        ...entriesWorthSaying(chosen, value, place, asked),
      }
    }
    case 'list':
      return itemsWorthSaying(field, value, place, asked)
    case 'numbers':
      return isSame(value, standardOf(field, asked)) ? undefined : value
    case 'local-text': {
      const texts = [...new Set(Object.values(value ?? {}))]
      return texts.length < 2 ? texts[0] : value
    }
    default: {
      const silent = place.kept === undefined ? standardOf(field, asked) : place.kept
      const isSilent =
        Object.is(value, silent) && field.required !== true && !asked.always.has(formatPath(place.path))
      return isSilent ? undefined : value
    }
  }
}

function entriesWorthSaying(fields: Fields, value: unknown, { path, kept }: Place, asked: Asked): object {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      if (field.fileOnly === true) return []
      const place = { path: [...path, key], kept: entryOf(kept, key) }
      const said = worthSaying(field, entryOf(value, key), place, asked)
      return said === undefined ? [] : [[key, said]]
    }),
  )
}

function itemsWorthSaying(field: ListField, value: unknown, { path }: Place, asked: Asked): unknown {
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const said = items.map((item, index) => {
    const kept = field.keepsAllBut === undefined ? undefined : without(items[index - 1], field.keepsAllBut)
    return worthSaying(field.item, item, { path: [...path, index], kept }, asked) ?? {}
  })
  // A plan that begins by doing what the defaults say need not say so.
  const isIdle =
    field.keepsAllBut !== undefined && said.length > 0 && orNothing(said[0] as object) === undefined
  const worth = isIdle ? said.slice(1) : said
  return worth.length === 0 ? undefined : worth
}

/** The value of a field about which a file says nothing. */
function standardOf(field: Field, { top }: Asked): unknown {
  const standard = 'default' in field ? field.default : undefined
  if (field.kind === 'topic') return null
  if (typeof standard !== 'object') return field.kind === 'numbers' ? {} : standard
  const found = lookUp(standard, { top })
  return field.kind === 'numbers' && field.normalised === true
    ? sharesOf(found as Record<string, number>)
    : found
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function orNothing(map: object): object | undefined {
  return Object.keys(map).length === 0 ? undefined : map
}

function entryOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}

function without(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
}
