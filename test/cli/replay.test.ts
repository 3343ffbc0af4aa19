import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import type { ReplayReport } from '../../sim/projections/replay.ts'
import type { Summary } from '../../sim/projections/summary.ts'
import { bothForms, madeLog, ofAnotherEngine } from '../events/log-made.ts'
import { tinyScenario } from '../events/log-text.ts'
import { createFolder, qunxiang, SMALL } from './process.ts'

const { folder, remove } = createFolder()
const inFolder = { cwd: folder }
let summary: Summary
let text: string

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  writeFileSync(join(folder, 'small.yaml'), SMALL)
  const { stdout } = await qunxiang(['run', 'small.yaml', '--json', '--log', 'small.jsonl'], inFolder)
  summary = JSON.parse(stdout) as Summary
  await qunxiang(['run', 'small.yaml', '--log', 'small.jsonl.gz'], inFolder)
  await qunxiang(['run', 'small.yaml', '--log', 'native.qlog'], inFolder)
  text = readFileSync(join(folder, 'small.jsonl'), 'utf8')
}, 120_000)
afterAll(remove)

async function reportOf(...args: string[]): Promise<ReplayReport & { code: number | null }> {
  const { code, stdout, stderr } = await qunxiang(['replay', ...args, '--json'], inFolder)
  expect(stderr).toBe('')
  return { ...(JSON.parse(stdout) as ReplayReport), code }
}

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

describe('a log of the command line', () => {
  it('is the same text, gzipped or not', () => {
    expect(gunzipSync(readFileSync(join(folder, 'small.jsonl.gz'))).toString()).toBe(text)
  })

  it('has a header, a line a fact, a link a day and an end, each ended by one line feed', () => {
    const lines = text.split('\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => line.startsWith('{"chain"'))).toHaveLength(40)
    expect(lines.filter((line) => line.startsWith('{"seq"'))).toHaveLength(summary.events)
    expect(lines.at(-2)).toBe(`{"end":{"days":40,"events":${summary.events},"digest":"${summary.digest}"}}`)
  })
})

describe('qunxiang replay', () => {
  it.each(['small.jsonl', 'small.jsonl.gz', 'native.qlog'])(
    'verifies %s: same digest, same metrics',
    async (log) => {
      expect(await reportOf(log, '--verify')).toEqual({
        code: 0,
        format: 'qunxiang-replay/1',
        day: 40,
        metrics: summary.final,
        digest: summary.digest,
        verified: { chain: true, fold: true, rerun: true },
        firstDifference: null,
      })
    },
  )

  it('shows the state after 0, 30 and all days with --at', async () => {
    expect(await reportOf('small.jsonl', '--at', '0')).toMatchObject({
      code: 0,
      day: 0,
      metrics: { members: 0 },
    })
    expect(await reportOf('small.jsonl', '--at', '30')).toMatchObject({
      code: 0,
      day: 30,
      metrics: summary.at['30'],
    })
    expect(await reportOf('small.jsonl.gz', '--at', '30', '--verify')).toMatchObject({
      metrics: summary.at['30'],
    })
    expect(await reportOf('small.jsonl', '--at', '40')).toMatchObject({ digest: summary.digest })
    expect(await reportOf('native.qlog', '--at', '30')).toEqual(await reportOf('small.jsonl', '--at', '30'))
  })

  it.each(['marked.jsonl', 'marked.jsonl.gz', 'marked.qlog'])(
    'passes over what is marked ignorable in %s, and verifies the rest',
    async (log) => {
      const made = madeLog(tinyScenario())
      const kinds = { ...made.header.kinds, 'weather-noted': [200, 1, 'ignorable'] } as const
      made.header = { ...made.header, kinds }
      for (const day of made.days)
        day.unshift({ kind: 'weather-noted', group: 3, actor: 9, object: 1, value: 21, cause: null })
      const forms = bothForms(made)
      put('marked.jsonl', forms.text)
      put('marked.jsonl.gz', gzipSync(forms.text))
      put('marked.qlog', forms.bytes)
      expect(await reportOf(log, '--verify')).toMatchObject({
        code: 0,
        verified: { chain: true, fold: true, rerun: true },
      })
    },
  )

  it('says of other states of another engine neither that they hold nor that they fail', async () => {
    const made = madeLog(tinyScenario())
    ofAnotherEngine(made, {})
    const { text, bytes } = bothForms({ ...made, states: made.states.map(() => '0'.repeat(16)) })
    for (const log of [put('other.jsonl', text), put('other.qlog', bytes)]) {
      expect(await reportOf(log, '--verify')).toMatchObject({
        code: 0,
        verified: { chain: true, fold: null, rerun: null },
        firstDifference: null,
      })
      const { stdout } = await qunxiang(['replay', log], inFolder)
      expect(stdout).toMatch(/^fold +not possible: the log is of engine 0\.0\.1$/m)
      const actor = made.days[0]?.find(({ kind }) => kind === 'member-joined')?.actor
      expect((await qunxiang(['why', log, String(actor)], inFolder)).code).toBe(0)
    }
  })

  it('exits with 1 where a log does not hold, and says where', async () => {
    const changed = put('changed.jsonl', text.replace('"seed":"1"', '"seed":"2"'))
    const report = await reportOf(changed, '--verify')
    expect(report).toMatchObject({ code: 1, verified: { chain: false, fold: true, rerun: false } })
    expect(report.firstDifference?.day).toBe(0)
    const { code, stdout } = await qunxiang(['replay', changed], inFolder)
    expect(code).toBe(1)
    expect(stdout).toContain('chain   FAILS')
  })

  it.each<[string, () => string, string[], RegExp]>([
    [
      'a cut log',
      () => put('cut.jsonl', text.slice(0, text.length >> 1)),
      [],
      /cut\.jsonl:\d+: every line must end with a line feed.*was cut/,
    ],
    [
      'a log without its end',
      () => put('end.jsonl', text.slice(0, text.lastIndexOf('{"end"'))),
      [],
      /got the end of the file after 40 whole days of 40/,
    ],
    [
      'an empty log',
      () => put('empty.jsonl', ''),
      [],
      /empty\.jsonl: a log must begin with a header, got an empty file/,
    ],
    [
      'a newer log',
      () => put('newer.jsonl', text.replace('qunxiang-log/1', 'qunxiang-log/2')),
      [],
      /newer\.jsonl:1: .*written by a newer version/,
    ],
    [
      'a newer version of a kind',
      () => put('kinds.jsonl', text.replace('"feed-read":[5,1]', '"feed-read":[5,2]')),
      [],
      /kinds\.jsonl:1: kinds\.feed-read must be of version 1 at most, got version 2: .*a newer engine/,
    ],
    [
      'a known kind that is marked ignorable',
      () => put('marked.jsonl', text.replace('"feed-read":[5,1]', '"feed-read":[5,1,"ignorable"]')),
      [],
      /marked\.jsonl:1: kinds\.feed-read must not be ignorable/,
    ],
    [
      'a scenario',
      () => put('scenario.jsonl', SMALL),
      [],
      /scenario\.jsonl:1: a log must begin with a header in JSON/,
    ],
    [
      'bytes that are no text',
      () => put('bytes.jsonl', Uint8Array.of(0x7b, 0xff, 0x0a)),
      [],
      /must be a text in UTF-8, got other bytes/,
    ],
    [
      'a byte order mark',
      () => put('bom.jsonl', `\uFEFF${text}`),
      [],
      /a log must begin with a header in JSON/,
    ],
    [
      'a cut gzip',
      () => put('cut.jsonl.gz', gzipSync(text).subarray(0, 5000)),
      [],
      /the file must be a whole gzip/,
    ],
    ['what is no gzip', () => put('plain.jsonl.gz', text), [], /the file must be a whole gzip/],
    [
      'something after the gzip',
      () => put('more.jsonl.gz', Buffer.concat([gzipSync(text), Buffer.from('more')])),
      [],
      /must be a whole gzip|got 4 bytes after it/,
    ],
    [
      'nothings after the gzip',
      () => put('nothing.jsonl.gz', Buffer.concat([gzipSync(text), Buffer.alloc(4)])),
      [],
      /must be a whole gzip|got 4 bytes after it/,
    ],
    [
      'a file that is not there',
      () => 'nowhere.jsonl',
      [],
      /must be a log that can be read, got no such file or folder/,
    ],
    [
      'another extension',
      () => 'small.yaml',
      [],
      /LOG must end with \.qlog, \.jsonl or \.jsonl\.gz, got "small\.yaml"/,
    ],
    ['a native log that is not there', () => 'small.qlog', [], /got no such file or folder/],
    [
      'a day after the last',
      () => 'small.jsonl',
      ['--at', '41'],
      /--at must be a whole number from 0 to 40, got 41/,
    ],
    ['a day that is none', () => 'small.jsonl', ['--at', 'x'], /It must be a whole number from 0 to 1500/],
  ])('refuses %s with exit code 2', async (_, file, options, says) => {
    const { code, stdout, stderr } = await qunxiang(
      ['replay', file(), '--verify', '--json', ...options],
      inFolder,
    )
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
  })

  it('saves the whole days of a cut log with --at', async () => {
    const cut = put('saved.jsonl', text.slice(0, text.indexOf('{"chain":{"day":20') + 20))
    expect(await reportOf(cut, '--at', '20')).toMatchObject({ code: 0, day: 20 })
    expect((await qunxiang(['replay', cut, '--at', '21'], inFolder)).code).toBe(2)
  })
})
