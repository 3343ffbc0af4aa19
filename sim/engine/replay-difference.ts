import { kindName } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import { COSTS } from '../model/causes.ts'
import {
  BOOK,
  GROUP_LEVEL,
  GROUP_LEVELS,
  GROUP_MARK,
  GROUP_MARKS,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  OWNER_LEVEL,
  OWNER_MARK,
  POSTERS,
  TIES,
  type World,
} from '../model/world.ts'

/** The first place in which two histories part. */
export interface Difference {
  /** Person number; null for what belongs to a group or to the owner. */
  readonly person: number | null
  /** `trust`, `groups[0].members`, `owner.energy`, `books.revenue`; `fact.value` where only the facts differ. */
  readonly column: string
}

/** The first difference between two states after the same day: seats first, then groups, then the owner. */
export function firstDifferenceOf(a: World, b: World): Difference | null {
  return differingSeat(a, b) ?? differingGroup(a, b) ?? differingOwner(a, b)
}

function differingSeat(a: World, b: World): Difference | null {
  const seats = Math.min(a.seats, b.seats)
  for (let seat = 0; seat < seats; seat++) {
    const person = a.marks[seat * MARKS + MARK.person] as number
    const mark = differingAt(a.marks, b.marks, seat * MARKS, MARKS)
    const level = differingAt(a.levels, b.levels, seat * LEVELS, LEVELS)
    const tie = Math.max(
      differingAt(a.ties, b.ties, seat * TIES, TIES),
      differingAt(a.tieStrengths, b.tieStrengths, seat * TIES, TIES),
    )
    // Who sits there tells more than how she feels, and scores tell more than counts.
    if (mark === MARK.person) return { person, column: 'person' }
    if (level >= 0) return { person, column: nameAt(LEVEL, level) }
    if (mark >= 0) return { person, column: nameAt(MARK, mark) }
    if (tie >= 0) return { person, column: `ties[${tie}]` }
  }
  if (a.seats === b.seats) return null
  const longer = a.seats > b.seats ? a : b
  return { person: longer.marks[seats * MARKS + MARK.person] as number, column: 'joinedDay' }
}

function differingGroup(a: World, b: World): Difference | null {
  const { groups, topics, offers } = a.setting
  const tables = [
    ['groupMarks', GROUP_MARKS, GROUP_MARK],
    ['groupLevels', GROUP_LEVELS, GROUP_LEVEL],
    ['posters', POSTERS, {}],
    ['topicItems', topics, {}],
    ['topicQuality', topics, {}],
    ['offerAds', offers + 1, {}],
    ['offerSoft', offers + 1, {}],
  ] as const
  for (let group = 0; group < groups; group++) {
    for (const [table, width, names] of tables) {
      const at = differingAt(a[table], b[table], group * width, width)
      if (at < 0) continue
      return { person: null, column: `groups[${group}].${knownAt(names, at) ?? `${table}[${at}]`}` }
    }
  }
  return null
}

function differingOwner(a: World, b: World): Difference | null {
  const level = differingAt(a.ownerLevels, b.ownerLevels, 0, a.ownerLevels.length)
  if (level >= 0) return { person: null, column: `owner.${nameAt(OWNER_LEVEL, level)}` }
  const mark = differingAt(a.ownerMarks, b.ownerMarks, 0, a.ownerMarks.length)
  if (mark >= 0) return { person: null, column: `owner.${nameAt(OWNER_MARK, mark)}` }
  const book = differingAt(a.books, b.books, 0, a.books.length)
  if (book < 0) return null
  const cost = book >= BOOK.costs ? COSTS[book - BOOK.costs] : undefined
  return { person: null, column: `books.${cost === undefined ? nameAt(BOOK, book) : `costs.${cost}`}` }
}

type Column = Float32Array | Float64Array | Int32Array

/** Offset of the first place that differs, bit for bit; −1 for none. */
function differingAt(a: Column, b: Column, from: number, count: number): number {
  for (let at = 0; at < count; at++) if (!Object.is(a[from + at], b[from + at])) return at
  return -1
}

function nameAt(names: Readonly<Record<string, number>>, at: number): string {
  return knownAt(names, at) ?? String(at)
}

function knownAt(names: Readonly<Record<string, number>>, at: number): string | undefined {
  return Object.entries(names).find(([, place]) => place === at)?.[0]
}

/** A stretch of facts. */
export interface Stretch {
  readonly rows: Rows
  readonly from: number
  readonly to: number
}

/** The first fact of a day that differs although the states do not: what belongs to it, and in which column. */
export function firstFactDifference(a: Stretch, b: Stretch): Difference {
  const count = Math.min(a.to - a.from, b.to - b.from)
  for (let n = 0; n < count; n++) {
    for (const column of ['kind', 'group', 'actor', 'object', 'value', 'cause'] as const) {
      if (a.rows[column][a.from + n] !== b.rows[column][b.from + n]) return at(n, column)
    }
  }
  return at(count, 'kind')

  function at(n: number, column: string): Difference {
    const { rows, from } = a.from + n < a.to ? a : b
    const place = from + n
    const actor = rows.actor[place] as number
    return { person: actor < 0 ? null : actor, column: `${kindName(rows.kind[place] as number)}.${column}` }
  }
}
