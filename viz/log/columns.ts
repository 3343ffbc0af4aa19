import type { Rows } from '../../sim/index.ts'

/**
 * All facts of one history in columns, 19 bytes each. The seq of a fact is its position, for the facts of a run are
 * numbered from 0 without a gap.
 */
export interface LogColumns extends Rows {
  /** Position behind the last fact of each day. */
  readonly ends: number[]
}

/** No facts yet. */
export function createColumns(): LogColumns {
  return { base: 0, count: 0, ends: [], ...room(4096) }
}

/** Copies the facts of the next day, at positions from ≤ at < to, behind those that are there. */
export function addDay(columns: LogColumns, rows: Rows, from: number, to: number): void {
  const needed = columns.count + to - from
  if (needed > columns.kind.length) grow(columns, Math.max(needed, columns.kind.length * 2))
  const at = columns.count
  columns.kind.set(rows.kind.subarray(from, to), at)
  columns.group.set(rows.group.subarray(from, to), at)
  columns.actor.set(rows.actor.subarray(from, to), at)
  columns.object.set(rows.object.subarray(from, to), at)
  columns.value.set(rows.value.subarray(from, to), at)
  columns.cause.set(rows.cause.subarray(from, to), at)
  columns.count = needed
  columns.ends.push(needed)
}

/** Position of the first fact of a day, or behind the last fact where there is no such day. */
export function startOfDay({ ends, count }: LogColumns, day: number): number {
  if (day <= 0) return 0
  return ends[day - 1] ?? count
}

/** The day of a fact, counted from 0. */
export function dayOf({ ends }: LogColumns, seq: number): number {
  return firstWhere(ends.length, (day) => (ends[day] as number) > seq)
}

/** The smallest number below `count` for which something holds that holds for all after it; else `count`. */
export function firstWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function room(capacity: number): Omit<Rows, 'base' | 'count'> {
  return {
    kind: new Uint8Array(capacity),
    group: new Uint16Array(capacity),
    actor: new Int32Array(capacity),
    object: new Int32Array(capacity),
    value: new Float32Array(capacity),
    cause: new Int32Array(capacity),
  }
}

function grow(columns: LogColumns, capacity: number): void {
  const { kind, group, actor, object, value, cause } = columns
  Object.assign(columns, room(capacity))
  columns.kind.set(kind)
  columns.group.set(group)
  columns.actor.set(actor)
  columns.object.set(object)
  columns.value.set(value)
  columns.cause.set(cause)
}
