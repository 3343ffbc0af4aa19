import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import type { Link } from '../../sim/events/chain.ts'
import { dayLines, endLine, headerLine } from '../../sim/events/jsonl.ts'
import { LogError } from '../../sim/events/log-error.ts'
import { createBlockSplitter, framed } from '../../sim/events/qlog-blocks.ts'
import { decodeFacts, encodeFacts } from '../../sim/events/qlog-facts.ts'
import { createQlogWriter, unpackedPart, type PartOfLog } from '../../sim/events/qlog.ts'
import { createRows, record } from '../../sim/events/rows.ts'
import { createWatcher } from '../../sim/projections/watch.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { replayBytes } from './log-made.ts'
import { quietScenario, replayText, tinyScenario, writeLog } from './log-text.ts'

const deflate = (bytes: Uint8Array) => deflateRawSync(bytes, { level: 9 })

function writeQlog(scenario: Scenario): Uint8Array {
  const watcher = createWatcher(scenario, '1')
  const writer = createQlogWriter(deflate)
  const pieces = [writer.header(headerLine(watcher.header))]
  const { world } = run(scenario, '1', {
    observers: [
      watcher.observe,
      (_world, rows, from, to) => pieces.push(writer.day(rows, from, to, watcher.links.at(-1) as Link)),
    ],
  })
  const { events, digest } = watcher.finish(world)
  pieces.push(writer.end({ days: scenario.days, events, digest }))
  return new Uint8Array(Buffer.concat(pieces))
}

/** What a block says, in the lines of a readable log. */
function linesOf(part: PartOfLog): string {
  if (part.type === 'header') return `${part.text}\n`
  if (part.type === 'end') return `${endLine(part.end)}\n`
  let from = 0
  return part.links
    .map((link) => {
      from += link.rows
      return dayLines(part.rows, from - link.rows, from, link)
    })
    .join('')
}

/** The log as text, taken in pieces of `step` bytes: what whoever wants lines of it gets. */
function textOf(bytes: Uint8Array, step = bytes.length): string {
  const blocks = createBlockSplitter('x.qlog')
  let text = ''
  for (let at = 0; at < bytes.length; at += step) {
    for (const block of blocks.push(bytes.subarray(at, at + step))) {
      const raw = inflateRawSync(block.packed, { maxOutputLength: block.size })
      text += linesOf(unpackedPart(block, raw, 'x.qlog'))
    }
  }
  blocks.end()
  return text
}

/** The blocks of a short log, unpacked: header, days, end. */
function blocksOf(bytes: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
  const blocks = createBlockSplitter('x.qlog').push(bytes)
  expect(blocks).toHaveLength(3)
  return blocks.map(({ packed }) => new Uint8Array(inflateRawSync(packed))) as ReturnType<typeof blocksOf>
}

/** Why a log is refused; null for one that is read. */
function refusalOf(bytes: Uint8Array): LogError | null {
  try {
    replayBytes(bytes)
    return null
  } catch (error) {
    if (error instanceof LogError) return error
    throw error
  }
}

const tiny = writeQlog(tinyScenario())
const quiet = writeQlog(quietScenario())

describe('a native log', () => {
  it('says what the readable one says, to the last byte, in whatever pieces it comes', () => {
    const { text } = writeLog(tinyScenario())
    for (const step of [1, 7, 1000, tiny.length]) expect(textOf(tiny, step)).toBe(text)
  })

  it('is replayed as the readable one is, in whatever pieces it comes', () => {
    const read = replayText(writeLog(tinyScenario()).text, { reruns: true })
    for (const step of [1, 1000, tiny.length]) expect(replayBytes(tiny, { reruns: true }, step)).toEqual(read)
    expect(read.verified).toEqual({ chain: true, fold: true, rerun: true })
  })

  it('is read no further than it is asked for, in the middle of a block too', () => {
    for (const at of [0, 1, 2, 3]) {
      const { day, digest, world, events } = replayBytes(tiny, { at })
      const expected = replayText(writeLog(tinyScenario()).text, { at })
      expect([day, world.day, events, digest]).toEqual([at, at, expected.events, expected.digest])
    }
  })

  it('does not accept one changed byte', () => {
    for (let at = 0; at < quiet.length; at++) {
      const changed = quiet.slice()
      changed[at] = (changed[at] as number) ^ (1 << (at % 8))
      expect(refusalOf(changed)?.message, `byte ${at}`).toMatch(/^x\.qlog/)
    }
  })

  it('does not accept a file that was cut, wherever', () => {
    for (let length = 0; length < quiet.length; length++) {
      expect(refusalOf(quiet.subarray(0, length))?.message, `${length} bytes`).toMatch(/^x\.qlog/)
    }
  })

  it('tells a newer version, something else, and something after the end', () => {
    const newer = quiet.slice()
    newer[7] = 2
    expect(refusalOf(newer)?.message).toMatch(/must be 1, got 2: the log was written by a newer version$/)
    expect(refusalOf(Buffer.from('{"format":"x"}'))?.message).toBe(
      'x.qlog: byte 0: a native log must begin with QLOG, got other bytes',
    )
    expect(refusalOf(Buffer.concat([quiet, Buffer.from('x')]))?.message).toMatch(/the log was cut$/)
  })

  it('refuses days that are not those which come next, blocks after its end, and a second header', () => {
    const [header, days, end] = blocksOf(quiet)
    const log = (...blocks: readonly Uint8Array[]): Uint8Array => {
      const number = (raw: Uint8Array, at: number) =>
        framed({ number: at, packed: deflate(raw), size: raw.length })
      return Buffer.concat([quiet.subarray(0, 8), ...blocks.map(number)])
    }
    const changed = (at: number, byte: number) => days.map((old, place) => (place === at ? byte : old))
    expect(refusalOf(log(header, days, end))).toBeNull()
    expect(refusalOf(log(header, changed(1, 1), end))?.message).toBe('x.qlog:2: day must be 0, got 1 (day 0)')
    expect(refusalOf(log(header, changed(2, 5), end))?.message).toBe('x.qlog:2: seq must be 0, got 5 (day 0)')
    expect(refusalOf(log(header, days, days, end))?.message).toMatch(/day must be 3, got 0 \(day 3\)$/)
    expect(refusalOf(log(header, days, end, end))?.message).toMatch(
      /^x\.qlog:\d+: the log must end with its end line, got block 3 after it$/,
    )
    expect(refusalOf(log(header, end))?.message).toBe(
      'x.qlog:2: a log of 3 days must have them all, got its end after 0',
    )
    expect(refusalOf(log(header, days))?.message).toContain('after 3 whole days of 3: the log was cut')
    expect(refusalOf(log(header, header))?.message).toContain(
      'the first block, and no other, must be the header',
    )
    expect(refusalOf(log(days))?.message).toContain('the first block, and no other, must be the header')
    expect(refusalOf(quiet.subarray(0, 8))?.message).toBe(
      'x.qlog: a log must begin with a header, got an empty file',
    )
  })

  it('refuses a block of another size than it announces, and one that would fill the memory', () => {
    const packed = deflate(new Uint8Array(9))
    const block = { number: 1, packed, size: 8 }
    expect(() => unpackedPart(block, new Uint8Array(9), 'x.qlog')).toThrow(
      'x.qlog: block 1: a block must unpack to 8 bytes, got 9',
    )
    const huge = framed({ number: 0, packed, size: 2 ** 31 })
    expect(() => createBlockSplitter('x.qlog').push(Buffer.concat([quiet.subarray(0, 8), huge]))).toThrow(
      LogError,
    )
  })
})

describe('a small file that unpacks to a block as large as blocks may be', () => {
  const LARGEST = 1 << 26

  it.each([
    ['a header', 0, Uint8Array.of(1)],
    // Day 0, seq 0, one link of 8,322,560 facts; its digests; the facts.
    [
      'days',
      1,
      Uint8Array.of(
        2,
        0,
        0,
        1,
        0x80,
        0xfc,
        0xfb,
        0x03,
        ...new Array<number>(24).fill(0),
        0x80,
        0xfc,
        0xfb,
        0x03,
      ),
    ],
  ])('is refused within seconds: %s', (_what, number, start) => {
    const raw = new Uint8Array(LARGEST).fill(number === 0 ? 1 : 0)
    raw.set(start)
    const packed = deflateRawSync(raw, { level: 1 })
    expect(packed.length).toBeLessThan(400_000)
    const begun = performance.now()
    expect(() => unpackedPart({ number, packed, size: LARGEST }, raw, 'x.qlog')).toThrow(LogError)
    expect(performance.now() - begun).toBeLessThan(8000)
  })
})

describe('facts as columns of bytes', () => {
  const refuse = (says: string): never => {
    throw new LogError({ file: 'x.qlog', line: null, day: null }, says)
  }

  it('come back as they were, the largest and the smallest too', () => {
    const rows = createRows(2)
    record(rows, 1, 65_535, 2_147_483_647, -2_147_483_648, -1.5e-38, 2_147_483_647)
    record(rows, 255, 0, -1, 2_147_483_647, 3.4e38, -1)
    record(rows, 1, 3, -2_147_483_648, -2_147_483_648, 0, -1)
    const back = decodeFacts(encodeFacts(rows, 0, 3), 7, refuse)
    expect(back.base).toBe(7)
    expect(back.count).toBe(3)
    for (const column of ['kind', 'group', 'actor', 'object', 'value', 'cause'] as const) {
      expect([...back[column].subarray(0, 3)], column).toEqual([...rows[column].subarray(0, 3)])
    }
  })

  it('are refused when they are cut, however few bytes are missing', () => {
    const rows = createRows(2)
    record(rows, 1, 0, 5, 0, 0.5, -1)
    const bytes = encodeFacts(rows, 0, 1)
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeFacts(bytes.subarray(0, length), 0, refuse)).toThrow(LogError)
    }
  })
})
