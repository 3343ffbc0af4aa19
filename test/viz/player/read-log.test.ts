import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LogError, computePlayback, createLogPlayback, run } from '../../../sim/index.ts'
import type { Playback } from '../../../sim/index.ts'
import type { Link } from '../../../sim/events/chain.ts'
import { headerLine } from '../../../sim/events/jsonl.ts'
import { createQlogWriter } from '../../../sim/events/qlog.ts'
import { createWatcher } from '../../../sim/projections/watch.ts'
import { readLogFile } from '../../../viz/player/read-log.ts'
import { tinyScenario, writeLog } from '../../events/log-text.ts'

const scenario = tinyScenario({ days: 8 })
const { text } = writeLog(scenario, 'a seed')

const bytesOf = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content)

function qlog(): Uint8Array<ArrayBuffer> {
  const watcher = createWatcher(scenario, 'a seed')
  const writer = createQlogWriter((bytes) => deflateRawSync(bytes))
  const pieces = [writer.header(headerLine(watcher.header))]
  const { world } = run(scenario, 'a seed', {
    observers: [
      watcher.observe,
      (_world, rows, from, to) => pieces.push(writer.day(rows, from, to, watcher.links.at(-1) as Link)),
    ],
  })
  const { events, digest } = watcher.finish(world)
  pieces.push(writer.end({ days: scenario.days, events, digest }))
  return new Uint8Array(Buffer.concat(pieces))
}

async function open(name: string, content: Uint8Array<ArrayBuffer>): Promise<Playback> {
  const file = new File([content], name)
  const log = createLogPlayback({ file: name })
  await readLogFile(file, { line: log.line, block: log.block })
  return log.end().playback
}

describe('a log opened and a run computed', () => {
  const computed = computePlayback(scenario, 'a seed')

  it('are the same to the last byte: frames, series, moments, digest', async () => {
    expect(await open('run.jsonl', bytesOf(text))).toEqual(computed)
  })

  it('also from a packed file', async () => {
    expect(await open('RUN.JSONL.GZ', new Uint8Array(gzipSync(text)))).toEqual(computed)
  })

  it('also from the native file', async () => {
    expect(await open('run.qlog', qlog())).toEqual(computed)
  })

  it('tells how far it has read', async () => {
    const shares: number[] = []
    const log = createLogPlayback({ file: 'run.jsonl' })
    const onProgress = (share: number): unknown => shares.push(share)
    await readLogFile(new File([text], 'run.jsonl'), { line: log.line, block: log.block, onProgress })
    expect(shares.at(-1)).toBe(1)
    expect(log.progress()).toEqual({ day: 8, days: 8 })
  })
})

describe('what is no whole log is refused with its place', () => {
  const lines = text.split('\n')
  const packed = new Uint8Array(gzipSync(text))
  const changed = text.replace(
    /"value":0\.(\d)/,
    (_, digit: string) => `"value":0.${(Number(digit) + 1) % 10}`,
  )

  it.each([
    [
      'a cut one',
      'a.jsonl',
      bytesOf(lines.slice(0, 20).join('\n') + '\n'),
      /^a\.jsonl:20: .*the log was cut/,
    ],
    ['half a line', 'a.jsonl', bytesOf(text.slice(0, -9)), /the log was cut/],
    [
      'a newer one',
      'a.jsonl',
      bytesOf(text.replace('qunxiang-log/1', 'qunxiang-log/9')),
      /^a\.jsonl:1: .*qunxiang-log\/9/,
    ],
    ['a changed one', 'a.jsonl', bytesOf(changed), /^a\.jsonl.*got/],
    ['an empty one', 'a.jsonl', bytesOf(''), /got an empty file/],
    [
      'a cut gzip',
      'a.jsonl.gz',
      packed.slice(0, -20),
      /^a\.jsonl\.gz: the file must be one that can be read whole/,
    ],
    ['a cut native file', 'a.qlog', qlog().slice(0, -9), /^a\.qlog/],
    ['a text in a native file', 'a.qlog', bytesOf(text), /^a\.qlog/],
    ['other bytes', 'a.jsonl', Uint8Array.of(0xff, 0xfe, 0x00), /must be a text in UTF-8/],
    ['a picture', 'a.png', bytesOf(text), /must end with \.qlog, \.jsonl or \.jsonl\.gz, got "a\.png"/],
  ] as const)('%s', async (_, name, content, says) => {
    const failure: unknown = await open(name, content).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(LogError)
    expect((failure as Error).message).toMatch(says)
  })
})
