import type { World } from '../model/world.ts'
import { LEVELS, MARKS, TIES } from '../model/world.ts'
import type { Rows } from './rows.ts'

/**
 * A 64-bit digest in two lanes. Each step is a bijection of the lane for a given word and of the word for a
 * given lane, so one changed word always shows. It detects accidents, not forgery.
 */
export interface Digest {
  a: number
  b: number
}

export function startDigest(): Digest {
  return { a: 0x6a09e667, b: 0xbb67ae85 | 0 }
}

/** Takes one 32-bit word in. */
export function digestWord(digest: Digest, word: number): void {
  const a = Math.imul(digest.a ^ word, 0xcc9e2d51)
  digest.a = (a << 15) | (a >>> 17)
  const b = Math.imul(digest.b ^ word, 0x85ebca6b)
  digest.b = (b << 13) | (b >>> 19)
}

/** Takes a text in, one UTF-16 code unit at a time. */
export function digestText(digest: Digest, text: string): void {
  digestWord(digest, text.length)
  for (let at = 0; at < text.length; at++) digestWord(digest, text.charCodeAt(at))
}

/** Sixteen hexadecimal digits. */
export function hexadecimal({ a, b }: Digest): string {
  return word(finish(a)) + word(finish(b))
}

/** Two digits for each byte: looked up, because a run spells six words a day. */
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function word(value: number): string {
  const digits = (byte: number) => DIGITS[byte & 255] as string
  return digits(value >>> 24) + digits(value >>> 16) + digits(value >>> 8) + digits(value)
}

function finish(lane: number): number {
  let h = lane ^ (lane >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** The digest that sixteen hexadecimal digits stand for: the way back from `hexadecimal`. */
export function fromHexadecimal(text: string): Digest {
  return { a: begin(parseInt(text.slice(0, 8), 16)), b: begin(parseInt(text.slice(8), 16)) }
}

/** Undoes `finish`; the factors are the inverses of its factors modulo 2³². */
function begin(word: number): number {
  let h = word ^ (word >>> 16)
  h = Math.imul(h, 0x7ed1b41d)
  h ^= (h >>> 13) ^ (h >>> 26)
  h = Math.imul(h, 0xa5cb9243)
  return h ^ (h >>> 16)
}

/**
 * Takes many words in, two a step in each of four lanes, and the lanes into the digest one after the other: a processor
 * works on the four at once. One word of a step is multiplied in, the other added: each for itself is a bijection, so that
 * one changed word still changes its lane, and so the digest.
 */
function digestWords(digest: Digest, words: Int32Array, count: number): void {
  let a = 0x3c6ef372
  let b = 0xa54ff53a | 0
  let c = 0x510e527f
  let d = 0x9b05688c | 0
  const whole = count & 0x3ffffff8 // and not count − count % 8: so much, at most, that no sum below can overflow
  for (let at = 0; at < whole; at += 8) {
    a = (Math.imul(a ^ (words[at] as number), 0xcc9e2d51) + (words[at + 1] as number)) | 0
    b = (Math.imul(b ^ (words[at + 2] as number), 0x85ebca6b) + (words[at + 3] as number)) | 0
    c = (Math.imul(c ^ (words[at + 4] as number), 0xcc9e2d51) + (words[at + 5] as number)) | 0
    d = (Math.imul(d ^ (words[at + 6] as number), 0x85ebca6b) + (words[at + 7] as number)) | 0
    a = (a << 15) | (a >>> 17)
    b = (b << 13) | (b >>> 19)
    c = (c << 15) | (c >>> 17)
    d = (d << 13) | (d >>> 19)
  }
  digestWord(digest, a)
  digestWord(digest, b)
  digestWord(digest, c)
  digestWord(digest, d)
  for (let at = whole; at < count; at++) digestWord(digest, words[at] as number)
}

/** Digest of the facts at positions `from` (inclusive) to `to` (exclusive). */
export function digestOfRows(rows: Rows, from: number, to: number): Digest {
  const { kind, group, actor, object, cause } = rows
  const bits = wordsOf(rows.value)
  const digest = startDigest()
  let { a, b } = digest
  // Three words of a row go into one lane, two into the other: every word shows, at half the price of both.
  for (let at = from; at < to; at++) {
    a = Math.imul(a ^ ((kind[at] as number) | ((group[at] as number) << 8)), 0xcc9e2d51)
    a = (a << 15) | (a >>> 17)
    b = Math.imul(b ^ (actor[at] as number), 0x85ebca6b)
    b = (b << 13) | (b >>> 19)
    a = Math.imul(a ^ (object[at] as number), 0xcc9e2d51)
    a = (a << 15) | (a >>> 17)
    b = Math.imul(b ^ (bits[at] as number), 0x85ebca6b)
    b = (b << 13) | (b >>> 19)
    a = Math.imul(a ^ (cause[at] as number), 0xcc9e2d51)
    a = (a << 15) | (a >>> 17)
  }
  digest.a = a
  digest.b = b
  return digest
}

/** Digest of the whole state: every column of the world, in a fixed order. */
export function digestOfWorld(world: World): Digest {
  const digest = startDigest()
  digestWord(digest, world.day)
  digestWord(digest, world.seats)
  digestWords(digest, wordsOf(world.levels), world.seats * LEVELS)
  digestWords(digest, world.marks, world.seats * MARKS)
  digestTies(digest, world)
  digestWords(digest, world.groupMarks, world.groupMarks.length)
  digestWords(digest, world.posters, world.posters.length)
  digestWords(digest, world.ownerMarks, world.ownerMarks.length)
  digestFloats(digest, world.groupLevels)
  digestFloats(digest, world.topicItems)
  digestFloats(digest, world.topicQuality)
  digestFloats(digest, world.offerAds)
  digestFloats(digest, world.offerSoft)
  digestFloats(digest, world.ownerLevels)
  digestFloats(digest, world.beliefs)
  digestFloats(digest, world.books)
  return digest
}

/** The digest of the whole state, in sixteen hexadecimal digits. */
export function stateText(world: World): string {
  return hexadecimal(digestOfWorld(world))
}

/** Ties, as far as there are any: the slots of a seat are filled one after the other, and most stay empty. */
function digestTies(digest: Digest, { ties, tieStrengths, seats }: World): void {
  const strengths = wordsOf(tieStrengths)
  let { a, b } = digest
  for (let from = 0; from < seats * TIES; from += TIES) {
    for (let slot = from; slot < from + TIES && ties[slot] !== 0; slot++) {
      // The slot goes in as well: it says whose tie it is.
      a = Math.imul(a ^ (ties[slot] as number) ^ Math.imul(slot, 0x9e3779b1), 0xcc9e2d51)
      a = (a << 15) | (a >>> 17)
      b = Math.imul(b ^ (strengths[slot] as number), 0x85ebca6b)
      b = (b << 13) | (b >>> 19)
    }
  }
  digest.a = a
  digest.b = b
}

function digestFloats(digest: Digest, column: Float32Array | Float64Array): void {
  const words = wordsOf(column)
  digestWords(digest, words, words.length)
}

/** Columns as words, remembered: they are asked for again on every day. */
const WORDS = new WeakMap<Float32Array | Float64Array, Int32Array>()

// Little-endian words, as on every machine that runs JavaScript today.
function wordsOf(column: Float32Array | Float64Array): Int32Array {
  const known = WORDS.get(column)
  if (known !== undefined) return known
  const words = new Int32Array(column.buffer, column.byteOffset, column.byteLength / 4)
  WORDS.set(column, words)
  return words
}

/** One link of the chain: the day, on the link before, the facts of the day and the state after it. */
export function linkDay(previous: Digest, day: number, facts: Digest, state: Digest): Digest {
  const digest = { a: previous.a, b: previous.b }
  for (const part of [day, facts.a, facts.b, state.a, state.b]) digestWord(digest, part)
  return digest
}
