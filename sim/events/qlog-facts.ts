import { createByteReader, createByteWriter, type ByteReader, type ByteWriter } from './qlog-bytes.ts'
import { createRows, record, type Rows } from './rows.ts'

// Columns, and in each column one kind after the other: facts of a kind resemble each other, and `deflate` finds it.
// What a column says is written as the difference from its neighbour: the actor from the fact before (a reader's facts
// stand together), the cause from that of the last fact of the same kind and object (one ad moves many).

/** Bytes that a fact takes at least: one a column (none of the group, where there is only one), four of value. */
const LEAST = 8

/** Facts at positions from ≤ at < to, as columns of bytes. `seq` and day are known from the place. */
export function encodeFacts(rows: Rows, from: number, to: number): Uint8Array<ArrayBuffer> {
  const out = createByteWriter((to - from) * 10 + 16)
  out.count(to - from)
  out.bytes(rows.kind.subarray(from, to))
  const order = byKind(rows.kind, from, to)
  writeGroups(out, rows, from, to)
  for (const at of order)
    out.signed((rows.actor[at] as number) - (at > from ? (rows.actor[at - 1] as number) : 0))
  for (const at of order) out.signed(rows.object[at] as number)
  const causes = createCauses()
  for (const at of order) {
    const cause = rows.cause[at] as number
    out.signed(cause - causes.before(rows.kind[at] as number, rows.object[at] as number, cause))
  }
  const bits = new DataView(rows.value.buffer, rows.value.byteOffset)
  const words = Array.from(order, (at) => littleEndian(rows.value, bits, at))
  for (let shift = 0; shift < 32; shift += 8) for (const word of words) out.byte((word >>> shift) & 255)
  return out.done()
}

/** The facts that were encoded, with the first at seq `base`. What makes no facts fails. */
export function decodeFacts(bytes: Uint8Array, base: number, fail: (says: string) => never): Rows {
  const input = createByteReader(bytes, fail)
  const count = input.count()
  if (count * LEAST > input.left()) fail(`a block must hold its ${count} facts, got ${input.left()} bytes`)
  const kind = input.bytes(count)
  const order = byKind(kind, 0, count)
  const group = readGroups(input, count)
  const steps = new Int32Array(count)
  for (const at of order) steps[at] = input.signed()
  const actor = new Int32Array(count)
  for (let at = 0; at < count; at++)
    actor[at] = (steps[at] as number) + (at > 0 ? (actor[at - 1] as number) : 0)
  const object = new Int32Array(count)
  for (const at of order) object[at] = input.signed()
  const causes = createCauses()
  const cause = new Int32Array(count)
  for (const at of order) cause[at] = causes.after(kind[at] as number, object[at] as number, input.signed())
  const value = readValues(input, order, fail)
  if (input.left() > 0) fail(`a block must end with its facts, got ${input.left()} bytes more`)
  const rows = createRows(Math.max(1, count))
  rows.base = base
  for (let at = 0; at < count; at++) {
    record(
      rows,
      kind[at] as number,
      group[at] as number,
      actor[at] as number,
      object[at] as number,
      value[at] as number,
      cause[at] as number,
    )
  }
  return rows
}

/** Positions, those of the same kind together, each kind in its order. */
function byKind(kind: Uint8Array, from: number, to: number): Int32Array {
  const places = new Int32Array(257) // where the positions of each kind begin
  for (let at = from; at < to; at++) places[(kind[at] as number) + 1]! += 1
  for (let code = 1; code < places.length; code++) places[code]! += places[code - 1] as number
  const order = new Int32Array(to - from)
  for (let at = from; at < to; at++) order[places[kind[at] as number]!++] = at
  return order
}

/** One byte says whether there is more than group 0. */
function writeGroups(out: ByteWriter, rows: Rows, from: number, to: number): void {
  let isSeveral = 0
  for (let at = from; at < to; at++) if (rows.group[at] !== 0) isSeveral = 1
  out.byte(isSeveral)
  if (isSeveral === 0) return
  for (let at = from; at < to; at++) out.count(rows.group[at] as number)
}

function readGroups(input: ByteReader, count: number): Uint32Array {
  const groups = new Uint32Array(count)
  if (input.byte() === 0) return groups
  for (let at = 0; at < count; at++) groups[at] = input.count()
  return groups
}

/** Guesses the cause of a fact: that of the last one of the same kind and object. */
function createCauses() {
  const last = new Map<number, number>()
  return { before, after }

  function before(kind: number, object: number, cause: number): number {
    const key = (object >>> 0) * 256 + kind
    const guess = last.get(key) ?? 0
    last.set(key, cause)
    return guess
  }

  function after(kind: number, object: number, step: number): number {
    const key = (object >>> 0) * 256 + kind
    const cause = (step + (last.get(key) ?? 0)) | 0
    last.set(key, cause)
    return cause
  }
}

function littleEndian(value: Float32Array, bits: DataView, at: number): number {
  // `value` is in the order of the machine, which every machine of today has little end first; DataView is explicit.
  return bits.getUint32(at * value.BYTES_PER_ELEMENT, true)
}

function readValues(input: ByteReader, order: Int32Array, fail: (says: string) => never): Float32Array {
  const words = new DataView(new ArrayBuffer(order.length * 4))
  for (let plane = 0; plane < 4; plane++) for (const at of order) words.setUint8(at * 4 + plane, input.byte())
  const value = new Float32Array(order.length)
  for (let at = 0; at < order.length; at++) {
    const number = words.getFloat32(at * 4, true)
    if (!Number.isFinite(number) || Object.is(number, -0))
      fail(`value must be a finite number, got ${number}`)
    value[at] = number
  }
  return value
}
