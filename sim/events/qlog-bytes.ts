/** Bytes being put together; it makes room for itself. */
export interface ByteWriter {
  readonly byte: (value: number) => void
  /** A whole number from 0 to 2³² − 1 in one to five bytes, low sevens first. */
  readonly count: (value: number) => void
  /** A 32-bit integer: small ones of either sign take one byte. */
  readonly signed: (value: number) => void
  /** A word of 32 bits, low byte first. */
  readonly word: (value: number) => void
  readonly bytes: (values: Uint8Array) => void
  readonly done: () => Uint8Array<ArrayBuffer>
}

export function createByteWriter(capacity = 4096): ByteWriter {
  let room = new Uint8Array(capacity)
  let length = 0
  return { byte, count, signed, word, bytes, done: () => room.slice(0, length) }

  function ensure(more: number): void {
    if (length + more <= room.length) return
    const larger = new Uint8Array(Math.max(room.length * 2, length + more))
    larger.set(room)
    room = larger
  }

  function byte(value: number): void {
    ensure(1)
    room[length++] = value
  }

  function count(value: number): void {
    let rest = value >>> 0
    for (; rest > 127; rest >>>= 7) byte((rest & 127) | 128)
    byte(rest)
  }

  function signed(value: number): void {
    count((value << 1) ^ (value >> 31))
  }

  function word(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) byte((value >>> shift) & 255)
  }

  function bytes(values: Uint8Array): void {
    ensure(values.length)
    room.set(values, length)
    length += values.length
  }
}

/** Bytes being taken apart. Every call fails where there are too few, or where they are not as a writer writes them. */
export interface ByteReader {
  readonly byte: () => number
  readonly count: () => number
  readonly signed: () => number
  readonly word: () => number
  readonly bytes: (length: number) => Uint8Array
  readonly left: () => number
}

export function createByteReader(from: Uint8Array, fail: (says: string) => never): ByteReader {
  let at = 0
  return { byte, count, signed, word, bytes, left: () => from.length - at }

  function byte(): number {
    const value = from[at]
    if (value === undefined) return fail('a block must hold what it announces, got its end')
    at += 1
    return value
  }

  function count(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const next = byte()
      const isLast = next < 128
      if (isLast && ((next === 0 && shift > 0) || (shift === 28 && next > 15))) break
      value |= (next & 127) << shift
      if (isLast) return value >>> 0
    }
    return fail('a number must be written in the shortest way and fit into 32 bits, got another')
  }

  function signed(): number {
    const value = count()
    return (value >>> 1) ^ -(value & 1)
  }

  function word(): number {
    return (byte() | (byte() << 8) | (byte() << 16) | (byte() << 24)) >>> 0
  }

  function bytes(length: number): Uint8Array {
    if (length > from.length - at) return fail('a block must hold what it announces, got its end')
    at += length
    return from.subarray(at - length, at)
  }
}
