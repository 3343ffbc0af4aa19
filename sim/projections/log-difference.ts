import { KIND, kindName } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'

/** Facts of one day: those at positions from ≤ at < to. */
export interface DayOfFacts {
  readonly rows: Rows
  readonly from: number
  readonly to: number
}

/** One fact as it is shown: `kind` by name. `seq` and `cause` mean something in its own log only. */
export interface ShownFact {
  readonly seq: number
  readonly kind: string
  readonly group: number
  readonly actor: number
  readonly object: number
  readonly value: number
  readonly cause: number
}

/** Where two histories part. The facts are those that stand in the same place of their day; null after its end. */
export interface FirstParting {
  readonly day: number
  /** Person number; null for what belongs to a group or to the owner. */
  readonly person: number | null
  readonly a: ShownFact | null
  readonly b: ShownFact | null
}

/** How many facts differ. */
export interface DifferenceCounts {
  /** Facts of A that B does not have: vanished, seen from A. */
  readonly onlyA: number
  /** Facts of B that A does not have: appeared, seen from A. */
  readonly onlyB: number
  /** Facts of both with another value. */
  readonly changed: number
}

/** What two histories share and where they part. */
export interface LogDifference {
  /** Whole days that both have. */
  readonly days: number
  /** Whole days from day 0 on that are the same, fact by fact. */
  readonly sharedDays: number
  readonly firstDifference: FirstParting | null
  readonly total: DifferenceCounts
  /** The same by kind of fact, for the kinds that differ, in the order of the catalogue. */
  readonly byKind: Readonly<Record<string, DifferenceCounts>>
  /** The same by day, for the days that differ. */
  readonly byDay: readonly (DifferenceCounts & { readonly day: number })[]
}

/** Two histories being compared, day by day; only what differs is remembered. */
export interface Difference {
  /** The next day of both; null where one of them has no more days. */
  readonly addDay: (a: DayOfFacts | null, b: DayOfFacts | null) => void
  /** What was found so far. */
  readonly finish: () => LogDifference
}

interface Counts {
  onlyA: number
  onlyB: number
  changed: number
}

/**
 * Compares two histories of the same people. As long as they are the same, facts are compared one by one, with their
 * causes. From the day on which they part, a fact is the same when kind, group, actor and object are, and when it is the
 * same one of them on that day (first, second, …): the seq of everything has moved by then. `fork-opened` is no
 * difference but the reason for them, and is passed over.
 */
export function createDifference(): Difference {
  const forks: Marks = { a: [], b: [] }
  const total = noCounts()
  const byKind = new Map<number, Counts>()
  const byDay: (Counts & { day: number })[] = []
  let day = 0
  let days = 0
  let first: FirstParting | null = null
  return { addDay, finish }

  function addDay(a: DayOfFacts | null, b: DayOfFacts | null): void {
    if (a !== null && b !== null) days += 1
    const here = placesOf(a, forks.a)
    const there = placesOf(b, forks.b)
    const isParted = first !== null
    first ??= firstParting(day, { a, b, here, there, forks })
    // Counting is for days that may differ; before the parting, every day is the same.
    if (isParted || first !== null) countDay(a, b, { here, there })
    day += 1
  }

  function countDay(a: DayOfFacts | null, b: DayOfFacts | null, { here, there }: Places): void {
    const counts = noCounts()
    const left = new Map<string, number[]>()
    if (a !== null) for (const at of here) listOf(left, keyOf(a.rows, at)).push(at)
    if (b !== null) {
      for (const at of there) {
        const match = left.get(keyOf(b.rows, at))?.shift()
        if (match === undefined) count(b.rows.kind[at] as number, 'onlyB', counts)
        else if (a?.rows.value[match] !== b.rows.value[at])
          count(b.rows.kind[at] as number, 'changed', counts)
      }
    }
    if (a !== null)
      for (const rest of left.values())
        for (const at of rest) count(a.rows.kind[at] as number, 'onlyA', counts)
    if (counts.onlyA + counts.onlyB + counts.changed > 0) byDay.push({ day, ...counts })
  }

  function count(kind: number, what: keyof Counts, today: Counts): void {
    let ofKind = byKind.get(kind)
    if (ofKind === undefined) byKind.set(kind, (ofKind = noCounts()))
    for (const counts of [today, total, ofKind]) counts[what] += 1
  }

  function finish(): LogDifference {
    const kinds = [...byKind].sort(([one], [other]) => one - other)
    return {
      days,
      sharedDays: first === null ? days : Math.min(days, first.day),
      firstDifference: first,
      total: { ...total },
      byKind: Object.fromEntries(kinds.map(([kind, counts]) => [nameOf(kind), { ...counts }])),
      byDay: byDay.map((counts) => ({ ...counts })),
    }
  }
}

/** Seq of every fact that was passed over so far, in each of the two. */
interface Marks {
  readonly a: number[]
  readonly b: number[]
}

/** Positions that are compared. */
interface Places {
  readonly here: readonly number[]
  readonly there: readonly number[]
}

function placesOf(day: DayOfFacts | null, forks: number[]): number[] {
  const places: number[] = []
  if (day === null) return places
  const { rows, from, to } = day
  for (let at = from; at < to; at++) {
    if (rows.kind[at] === KIND['fork-opened']) forks.push(rows.base + at)
    else places.push(at)
  }
  return places
}

interface Parting extends Places {
  readonly a: DayOfFacts | null
  readonly b: DayOfFacts | null
  readonly forks: Marks
}

function firstParting(day: number, { a, b, here, there, forks }: Parting): FirstParting | null {
  const length = Math.max(here.length, there.length)
  for (let n = 0; n < length; n++) {
    const [atA, atB] = [here[n], there[n]]
    const isSame =
      a !== null &&
      b !== null &&
      atA !== undefined &&
      atB !== undefined &&
      keyOf(a.rows, atA) === keyOf(b.rows, atB) &&
      a.rows.value[atA] === b.rows.value[atB] &&
      causeOf(a.rows, atA, forks.a) === causeOf(b.rows, atB, forks.b)
    if (isSame) continue
    const shownA = a === null || atA === undefined ? null : shownFact(a.rows, atA)
    const shownB = b === null || atB === undefined ? null : shownFact(b.rows, atB)
    const actor = (shownA ?? shownB)?.actor ?? -1
    return { day, person: actor < 0 ? null : actor, a: shownA, b: shownB }
  }
  return null
}

/** The cause as it would be if nothing had been passed over. */
function causeOf(rows: Rows, at: number, forks: readonly number[]): number {
  const cause = rows.cause[at] as number
  let passed = 0
  for (const fork of forks) if (fork < cause) passed += 1
  return cause - passed
}

function keyOf(rows: Rows, at: number): string {
  return `${rows.kind[at]} ${rows.group[at]} ${rows.actor[at]} ${rows.object[at]}`
}

function shownFact(rows: Rows, at: number): ShownFact {
  return {
    seq: rows.base + at,
    kind: nameOf(rows.kind[at] as number),
    group: rows.group[at] as number,
    actor: rows.actor[at] as number,
    object: rows.object[at] as number,
    value: rows.value[at] as number,
    cause: rows.cause[at] as number,
  }
}

function nameOf(kind: number): string {
  return kindName(kind) ?? String(kind)
}

function listOf(lists: Map<string, number[]>, key: string): number[] {
  let list = lists.get(key)
  if (list === undefined) lists.set(key, (list = []))
  return list
}

function noCounts(): Counts {
  return { onlyA: 0, onlyB: 0, changed: 0 }
}
