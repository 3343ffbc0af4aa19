import type { Link } from './chain.ts'
import type { LogEnd } from './jsonl.ts'
import { LogError } from './log-error.ts'
import { framed, qlogStart, type Block } from './qlog-blocks.ts'
import { createByteReader, createByteWriter, type ByteReader, type ByteWriter } from './qlog-bytes.ts'
import { decodeFacts, encodeFacts } from './qlog-facts.ts'
import { createRows, forget, record } from './rows.ts'
import type { Rows } from './rows.ts'

// The native file: the same header, facts, links and end as the text, as packed blocks. `deflate` is handed in, so that
// the file can be written and read wherever there is one (node:zlib; DecompressionStream 'deflate-raw' in a browser).

const HEADER = 1
const DAYS = 2
const END = 3

/** Facts that are packed together at least, unless the log is over: enough for `deflate` to find what is alike. */
const PACKED_TOGETHER = 16_384

export interface QlogWriter {
  /** Each returns the bytes that are ready to be written; a few days may be waiting for more. */
  readonly header: (text: string) => Uint8Array<ArrayBuffer>
  readonly day: (rows: Rows, from: number, to: number, link: Link) => Uint8Array<ArrayBuffer>
  readonly end: (end: LogEnd) => Uint8Array<ArrayBuffer>
}

/** Writes a log day by day; `deflate` is raw, without a wrapper. */
export function createQlogWriter(deflate: (bytes: Uint8Array) => Uint8Array): QlogWriter {
  const waiting = createRows(PACKED_TOGETHER)
  const links: Link[] = []
  let number = 0
  return { header, day, end }

  function header(text: string): Uint8Array<ArrayBuffer> {
    const out = createByteWriter(text.length * 2 + 1)
    out.byte(HEADER)
    for (let at = 0; at < text.length; at++) {
      out.byte(text.charCodeAt(at) & 255)
      out.byte(text.charCodeAt(at) >>> 8)
    }
    return together(qlogStart(), block(out))
  }

  function day(rows: Rows, from: number, to: number, link: Link): Uint8Array<ArrayBuffer> {
    const { kind, group, actor, object, value, cause } = rows
    for (let at = from; at < to; at++) {
      record(
        waiting,
        kind[at] as number,
        group[at] as number,
        actor[at] as number,
        object[at] as number,
        value[at] as number,
        cause[at] as number,
      )
    }
    links.push(link)
    return waiting.count < PACKED_TOGETHER ? new Uint8Array(0) : days()
  }

  function days(): Uint8Array<ArrayBuffer> {
    if (links.length === 0) return new Uint8Array(0)
    const out = createByteWriter()
    out.byte(DAYS)
    out.count((links[0] as Link).day)
    out.count(waiting.base)
    out.count(links.length)
    for (const { rows, facts, state, digest } of links) {
      out.count(rows)
      for (const text of [facts, state, digest]) writeDigest(out, text)
    }
    out.bytes(encodeFacts(waiting, 0, waiting.count))
    links.length = 0
    forget(waiting)
    return block(out)
  }

  function end({ days: count, events, digest }: LogEnd): Uint8Array<ArrayBuffer> {
    const rest = days()
    const out = createByteWriter(64)
    out.byte(END)
    out.count(count)
    out.count(events)
    writeDigest(out, digest)
    return together(rest, block(out))
  }

  function block(out: ByteWriter): Uint8Array<ArrayBuffer> {
    const raw = out.done()
    return framed({ number: number++, packed: deflate(raw), size: raw.length })
  }
}

/** What an unpacked block says. */
export type PartOfLog =
  | { readonly type: 'header'; readonly text: string }
  | DaysOfBlock
  | { readonly type: 'end'; readonly end: LogEnd }

/** Whole days, one after the other. */
export interface DaysOfBlock {
  readonly type: 'days'
  /** Number of the first day. */
  readonly first: number
  readonly links: readonly Link[]
  /** The facts of all of them; as many as the links tell. */
  readonly rows: Rows
}

/** Takes the bytes of an unpacked block apart. Throws a LogError where they are not as a writer writes them. */
export function unpackedPart(block: Block, raw: Uint8Array, file: string): PartOfLog {
  if (raw.length !== block.size) fail(`a block must unpack to ${block.size} bytes, got ${raw.length}`)
  const input = createByteReader(raw, fail)
  const type = input.byte()
  if ((type === HEADER) !== (block.number === 0)) fail('the first block, and no other, must be the header')
  if (type === HEADER) return { type: 'header', text: headerText(input) }
  if (type === DAYS) return daysOf(input, fail)
  if (type !== END) fail(`a block must be header, days or end, got type ${type}`)
  const end = { days: input.count(), events: input.count(), digest: readDigest(input) }
  if (input.left() > 0) fail('the last block must end with the digest, got more')
  return { type: 'end', end }

  function fail(says: string): never {
    throw new LogError({ file, line: null, day: null }, `block ${block.number}: ${says}`)
  }
}

/** Characters put together at a time: one by one, the largest block would take many seconds. */
const TOGETHER = 4096

function headerText(input: ByteReader): string {
  const pieces: string[] = []
  while (input.left() > 0) {
    const codes: number[] = []
    while (input.left() > 0 && codes.length < TOGETHER) codes.push(input.byte() | (input.byte() << 8))
    pieces.push(String.fromCharCode(...codes))
  }
  return pieces.join('')
}

function daysOf(input: ByteReader, fail: (says: string) => never): DaysOfBlock {
  const first = input.count()
  const base = input.count()
  const count = input.count()
  if (count * 25 > input.left()) fail(`a block must hold its ${count} days, got ${input.left()} bytes`)
  const links = Array.from({ length: count }, (_, n): Link => ({
    day: first + n,
    rows: input.count(),
    facts: readDigest(input),
    state: readDigest(input),
    digest: readDigest(input),
  }))
  const rows = decodeFacts(input.bytes(input.left()), base, fail)
  const told = links.reduce((sum, link) => sum + link.rows, 0)
  if (told !== rows.count) fail(`a block must have the ${told} facts of its links, got ${rows.count}`)
  return { type: 'days', first, links, rows }
}

function writeDigest(out: ByteWriter, text: string): void {
  out.word(parseInt(text.slice(0, 8), 16))
  out.word(parseInt(text.slice(8), 16))
}

function readDigest(input: ByteReader): string {
  return [input.word(), input.word()].map((word) => word.toString(16).padStart(8, '0')).join('')
}

function together(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
