import type { Field } from '../model/field.ts'
import type { Entry, Located } from './located.ts'

/**
 * A change laid over a base: maps merge deep, `null` stays as what takes the base's value away, everything else
 * replaces (contract §2). Only along known fields: what is unknown is an error anyway.
 */
export function merge(field: Field | undefined, base: Located | undefined, over: Located): Located {
  if (base?.kind !== 'map' || over.kind !== 'map' || field === undefined) return over
  const entries = new Map<string, Entry>(base.entries)
  for (const [key, entry] of over.entries) {
    const below = entries.get(key)
    entries.set(key, { ...entry, node: merge(fieldBelow(field, key), below?.node, entry.node) })
  }
  return { ...over, entries }
}

function fieldBelow(field: Field, key: string): Field | undefined {
  if (field.kind === 'object') return Object.hasOwn(field.fields, key) ? field.fields[key] : undefined
  if (field.kind === 'list' && field.item.kind === 'object') return fieldBelow(field.item, key)
  return undefined
}
