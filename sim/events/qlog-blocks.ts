import { digestWord, startDigest, type Digest } from './digest.ts'
import { LogError } from './log-error.ts'
import { createByteReader, createByteWriter } from './qlog-bytes.ts'

/** Eight bytes that no text begins with: a name, line ends that a careless copy would change, the version. */
const MAGIC = Uint8Array.of(0x51, 0x4c, 0x4f, 0x47, 0x0d, 0x0a, 0x1a, 0x01)
const VERSION = MAGIC.length - 1
/** Before each block: its length in the file and unpacked, and a digest of number, lengths and bytes. */
const PREFIX = 16
/** Bytes of a block, packed or not: more is no log, and must not fill the memory. */
const LARGEST = 1 << 26

/** A block as it stands in the file. */
export interface Block {
  /** Counted from 0, the header. */
  readonly number: number
  readonly packed: Uint8Array
  /** Bytes that it must have when it is unpacked, and may at most have. */
  readonly size: number
}

/** The beginning of a file. */
export function qlogStart(): Uint8Array<ArrayBuffer> {
  return MAGIC.slice()
}

/** A packed block with what stands before it. */
export function framed({ number, packed, size }: Block): Uint8Array<ArrayBuffer> {
  const out = createByteWriter(packed.length + PREFIX)
  const { a, b } = digestOf({ number, packed, size })
  for (const word of [packed.length, size, a, b]) out.word(word)
  out.bytes(packed)
  return out.done()
}

/** Takes a file in pieces and gives it back in blocks. Throws a LogError at the first changed byte. */
export interface BlockSplitter {
  readonly push: (bytes: Uint8Array) => readonly Block[]
  readonly end: () => void
}

export function createBlockSplitter(file: string): BlockSplitter {
  let waiting: Uint8Array[] = []
  let held = 0
  let needed = MAGIC.length
  let offset = 0
  let number = -1
  return { push, end }

  function push(bytes: Uint8Array): readonly Block[] {
    waiting.push(bytes)
    held += bytes.length
    if (held < needed) return []
    let rest = joined(waiting, held)
    const blocks: Block[] = []
    while (rest.length >= needed) {
      if (number < 0) checkMagic(rest)
      const block = number < 0 ? null : blockOf(rest)
      if (number >= 0 && block === null) continue // only now it is known how long the block is
      if (block !== null) blocks.push(block)
      offset += needed
      rest = rest.subarray(needed)
      number += 1
      needed = PREFIX
    }
    waiting = [new Uint8Array(rest)] // a copy: `slice` of a Buffer of Node is none
    held = rest.length
    return blocks
  }

  /** Null when its bytes are not all there yet; `needed` says then how many there must be. */
  function blockOf(bytes: Uint8Array): Block | null {
    const input = createByteReader(bytes, fail)
    const [length, size, a, b] = [input.word(), input.word(), input.word(), input.word()]
    if (length > LARGEST || size > LARGEST) {
      fail(`a block must have at most ${LARGEST} bytes, got ${Math.max(length, size)}`)
    }
    if (needed < PREFIX + length) {
      needed = PREFIX + length
      return null
    }
    const block = { number, packed: new Uint8Array(bytes.subarray(PREFIX, needed)), size }
    const digest = digestOf(block)
    if (digest.a !== a || digest.b !== b)
      fail('a block must have the digest that stands before it, got changed bytes')
    return block
  }

  function checkMagic(bytes: Uint8Array): void {
    for (let at = 0; at < VERSION; at++) {
      if (bytes[at] !== MAGIC[at]) fail('a native log must begin with QLOG, got other bytes')
    }
    const [ours, theirs] = [MAGIC[VERSION] as number, bytes[VERSION] as number]
    if (theirs !== ours) {
      const age = theirs > ours ? 'a newer' : 'an older'
      fail(`the version of the file must be ${ours}, got ${theirs}: the log was written by ${age} version`)
    }
  }

  function end(): void {
    if (number < 0 || held > 0) fail('a block must be whole, got the end of the file: the log was cut')
  }

  function fail(says: string): never {
    const where = number < 0 ? `byte ${offset}` : `block ${number}, byte ${offset}`
    throw new LogError({ file, line: null, day: null }, `${where}: ${says}`)
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function digestOf({ number, packed, size }: Block): Digest {
  const digest = startDigest()
  for (const word of [number, packed.length, size]) digestWord(digest, word)
  const words = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  let at = 0
  for (; at + 4 <= packed.length; at += 4) digestWord(digest, words.getUint32(at, true))
  for (; at < packed.length; at++) digestWord(digest, packed[at] as number)
  return { a: digest.a >>> 0, b: digest.b >>> 0 }
}
