/**
 * Facts as columns: 19 bytes each. `seq` of a row is `base + position`; the day is known from the place.
 * `value` is a 32-bit float, and what `apply` uses is the value as stored.
 */
export interface Rows {
  /** Seq of the row at position 0. */
  base: number
  count: number
  kind: Uint8Array
  group: Uint16Array
  actor: Int32Array
  object: Int32Array
  value: Float32Array
  /** Seq of the fact behind this one, −1 for none. */
  cause: Int32Array
}

/** No rows, with room for `capacity`. */
export function createRows(capacity = 4096): Rows {
  return {
    base: 0,
    count: 0,
    kind: new Uint8Array(capacity),
    group: new Uint16Array(capacity),
    actor: new Int32Array(capacity),
    object: new Int32Array(capacity),
    value: new Float32Array(capacity),
    cause: new Int32Array(capacity),
  }
}

/** Writes one fact down and returns its seq. Seven numbers in a row because this is the hottest call of the engine. */
export function record(
  rows: Rows,
  kind: number,
  group: number,
  actor: number,
  object: number,
  value: number,
  cause: number,
): number {
  const at = rows.count
  if (at === rows.kind.length) grow(rows, at * 2)
  rows.kind[at] = kind
  rows.group[at] = group
  rows.actor[at] = actor
  rows.object[at] = object
  // No −0: it equals 0, has other bits, and could not be told from 0 in a log.
  rows.value[at] = Math.fround(value) + 0
  rows.cause[at] = cause
  rows.count = at + 1
  return rows.base + at
}

/** Makes sure that `more` facts can be written without further checks: for turns that write many, column by column. */
export function reserve(rows: Rows, more: number): void {
  const needed = rows.count + more
  if (needed > rows.kind.length) grow(rows, Math.max(needed, rows.kind.length * 2))
}

/**
 * Makes room for `more` facts and no further, for whoever knows how many are still to come: doubling would copy them
 * all again and again, and hold twice what it needs.
 */
export function makeRoom(rows: Rows, more: number): void {
  if (rows.count + more > rows.kind.length) grow(rows, rows.count + more)
}

/** Forgets the rows kept so far; the seq goes on. */
export function forget(rows: Rows): void {
  rows.base += rows.count
  rows.count = 0
}

function grow(rows: Rows, capacity: number): void {
  const room = createRows(capacity)
  room.kind.set(rows.kind)
  room.group.set(rows.group)
  room.actor.set(rows.actor)
  room.object.set(rows.object)
  room.value.set(rows.value)
  room.cause.set(rows.cause)
  rows.kind = room.kind
  rows.group = room.group
  rows.actor = room.actor
  rows.object = room.object
  rows.value = room.value
  rows.cause = room.cause
}
