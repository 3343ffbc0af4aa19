import type { Field } from '../model/field.ts'
import { SCENARIO_FIELDS } from '../model/scenario-fields.ts'
import { nearest } from './nearest.ts'

/** What to say of a key that is not among the known ones: the nearest of them, its right place, or all of them. */
export function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known)
  if (near !== undefined) return `is not a known key: did you mean ${near}?`
  const elsewhere = PLACES.find((place) => place.endsWith(`.${key}`))
  if (elsewhere !== undefined) return `is not a known key here: did you mean ${elsewhere}?`
  return `is not a known key: known here ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`
}

/** Paths of all fields, such as `plan[0].ads.perDay`. */
const PLACES: readonly string[] = placesOf(SCENARIO_FIELDS, '')

function placesOf(field: Field, path: string): string[] {
  if (field.kind === 'list') return placesOf(field.item, `${path}[0]`)
  if (field.kind !== 'object') return []
  return Object.entries(field.fields).flatMap(([key, below]) => {
    const place = path === '' ? key : `${path}.${key}`
    return [place, ...placesOf(below, place)]
  })
}
