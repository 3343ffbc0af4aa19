import type { Field, Fields } from '../model/field.ts'
import { nearest } from './nearest.ts'
import { formatPath, parsePath, tellPath } from './path.ts'
import type { Path } from './path.ts'
import { isTopicName } from './topic-name.ts'
import { unknownKey } from './unknown-key.ts'

/** One step on the way to a value, and what stands below it. */
export interface Step {
  readonly key: string | number
  readonly opens: 'map' | 'list' | 'value'
}

/** A path that leads nowhere: how far it is right plus one step, and what is wrong there. */
interface Astray {
  readonly path: string
  readonly says: string
}

/** The steps to the value that a path names, or what is wrong with the path. */
export function stepsTo(
  text: string,
  root: unknown,
  { field, parameters }: { readonly field: Field; readonly parameters: object },
): readonly Step[] | Astray {
  const path = parsePath(text)
  if (path === null) return { path: tellPath(text), says: 'must be written like plan[1].ads.perDay' }
  const steps: Step[] = []
  let below: Field | undefined = field
  let holder: unknown = root
  for (const [depth, key] of path.entries()) {
    const next: Field | undefined | string = fieldAt(below, key, {
      holder,
      parameters,
      above: path.slice(0, depth),
    })
    if (typeof next === 'string') return { path: formatPath(path.slice(0, depth + 1)), says: next }
    below = next
    holder = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined
    steps.push({ key, opens: opens(below) })
  }
  return steps
}

interface Where {
  readonly holder: unknown
  readonly parameters: object
  readonly above: Path
}

/** The field one step down (undefined: a single number or text), or what is wrong with the step. */
function fieldAt(field: Field | undefined, key: string | number, where: Where): Field | undefined | string {
  const name = formatPath(where.above)
  switch (field?.kind) {
    case 'object':
      return named(field.fields, key)
    case 'cases': {
      const kind = where.holder instanceof Object ? Reflect.get(where.holder, 'kind') : undefined
      const chosen =
        typeof kind === 'string' && Object.hasOwn(field.cases, kind) ? field.cases[kind] : undefined
      return key === 'kind' ? undefined : named({ ...field.before, ...chosen?.fields }, key)
    }
    case 'list': {
      const length = Array.isArray(where.holder) ? where.holder.length : 0
      if (typeof key !== 'number') return `is not a known key: ${name} is a list, so write ${name}[0]`
      if (key <= length) return field.item // the one after the last is added
      return `goes beyond ${name}, which has ${length} ${length === 1 ? 'item' : 'items'}, counted from 0`
    }
    case 'numbers': {
      if (typeof key === 'number') return 'must name a topic or a model parameter, not a number'
      if (field.by !== 'parameters') return isTopicName(key) ? undefined : 'is not a name for a topic'
      if (Object.hasOwn(where.parameters, key)) return undefined
      const near = nearest(key, Object.keys(where.parameters))
      return `is not a model parameter${near === undefined ? '' : `: did you mean ${near}?`}`
    }
    case 'local-text':
      return typeof key === 'string' ? undefined : `goes below ${name}, which is not a list`
    default:
      return `goes below ${name}, which is a single value`
  }
}

function named(fields: Fields, key: string | number): Field | string {
  const known = Object.keys(fields).filter((name) => fields[name]?.fileOnly !== true)
  if (typeof key === 'string' && known.includes(key)) return fields[key] ?? ''
  return unknownKey(String(key), known)
}

function opens(field: Field | undefined): Step['opens'] {
  if (field === undefined) return 'value'
  if (field.kind === 'list') return 'list'
  return ['object', 'cases', 'numbers', 'local-text'].includes(field.kind) ? 'map' : 'value'
}
