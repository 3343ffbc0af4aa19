import { firstWhere, startOfDay } from './columns.ts'
import type { LogColumns } from './columns.ts'
import { HAS_CAUSE_CODE, HAS_PERSON_AS_OBJECT, IS_OF_OWNER } from './kinds.ts'

/** Which facts of a log are wanted. What is null or empty asks for nothing. */
export interface LogFilter {
  /** Codes of kinds; empty for all. */
  readonly kinds: readonly number[]
  /** Person numbers, −1 for the owner: those who did something, or to whom it was done. */
  readonly people: readonly number[] | null
  /** Days counted from 0, from ≤ day < to. */
  readonly from: number
  readonly to: number
  /** Code of a cause, of the facts that have one. */
  readonly cause: number | null
  readonly group: number | null
}

/** Nothing is left out. */
export const EVERYTHING: LogFilter = {
  kinds: [],
  people: null,
  from: 0,
  to: Infinity,
  cause: null,
  group: null,
}

/** Seqs of the facts that are wanted, in their order. Two million facts take a few hundredths of a second. */
export function matchesOf(columns: LogColumns, filter: LogFilter): Uint32Array {
  const { kind, group, actor, object } = columns
  const from = startOfDay(columns, filter.from)
  const to = startOfDay(columns, Math.min(filter.to, columns.ends.length))
  const kinds = kindMask(filter)
  const people = filter.people === null ? null : peopleMask(filter.people)
  const matches = new Uint32Array(Math.max(0, to - from))
  let count = 0
  for (let seq = from; seq < to; seq++) {
    const code = kind[seq] as number
    if (kinds[code] === 0) continue
    if (filter.group !== null && group[seq] !== filter.group) continue
    if (filter.cause !== null && object[seq] !== filter.cause) continue
    if (people !== null && !isOf(people, code, actor[seq] as number, object[seq] as number)) continue
    matches[count++] = seq
  }
  return matches.slice(0, count)
}

/** How many matches there are before each day, and in all: those up to the end of day d at index d + 1. */
export function matchesByDay(matches: Uint32Array, { ends }: LogColumns): Uint32Array {
  return Uint32Array.from({ length: ends.length + 1 }, (_, day) =>
    day === 0 ? 0 : placeOf(matches, ends[day - 1] as number),
  )
}

/** Place of a fact among the matches; of one that is not there, the place of the next that is. */
export function placeOf(matches: Uint32Array, seq: number): number {
  return firstWhere(matches.length, (at) => (matches[at] as number) >= seq)
}

/** Number of facts of each kind, by code. */
export function countsOfKinds({ kind, count }: LogColumns): Uint32Array {
  const counts = new Uint32Array(256)
  for (let seq = 0; seq < count; seq++) counts[kind[seq] as number]! += 1
  return counts
}

/** 1 for the kinds that are wanted; who asks for a cause wants only kinds that have one. */
function kindMask({ kinds, cause }: LogFilter): Uint8Array {
  const mask = new Uint8Array(256).fill(kinds.length === 0 ? 1 : 0)
  for (const code of kinds) mask[code] = 1
  if (cause !== null)
    for (let code = 0; code < mask.length; code++) mask[code]! &= HAS_CAUSE_CODE[code] as number
  return mask
}

/** 1 at n + 1 for person n; at 0 for the owner. */
function peopleMask(people: readonly number[]): Uint8Array {
  const mask = new Uint8Array(people.reduce((most, person) => Math.max(most, person), 0) + 2)
  for (const person of people) if (person >= -1) mask[person + 1] = 1
  return mask
}

/** What is done to the owner is found as well; an outsider, who also is a −1, is not. */
function isOf(people: Uint8Array, code: number, actor: number, object: number): boolean {
  if (people[actor + 1] === 1 && (actor >= 0 || IS_OF_OWNER[code] === 1)) return true
  return HAS_PERSON_AS_OBJECT[code] === 1 && people[object + 1] === 1
}
