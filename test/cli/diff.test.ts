import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import type { DiffReport } from '../../sim/report/diff-text.ts'
import { createFolder, qunxiang, SMALL } from './process.ts'

const { folder, remove } = createFolder()
const inFolder = { cwd: folder }

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  writeFileSync(join(folder, 'small.yaml'), SMALL)
  const plan = 'plan: [{ content: { perDay: 1 }, answers: 0.5, ads: { perDay: 1 } }'
  const later = SMALL.replace(plan, `${plan}, { from: 20, ads: { perDay: 4 } }`)
  expect(later).not.toBe(SMALL)
  writeFileSync(join(folder, 'later.yaml'), later)
  writeFileSync(join(folder, 'longer.yaml'), SMALL.replace('days: 40', 'days: 55'))
  writeFileSync(join(folder, 'market.yaml'), SMALL.replace('people: 200', 'people: 201'))
  writeFileSync(join(folder, 'crowd.yaml'), SMALL.replace('people: 200', 'people: 2000').replace('15', '400'))
  writeFileSync(join(folder, 'groups.yaml'), `${SMALL}community: { groups: 2 }\n`)
  for (const [scenario, log, seed] of [
    ['small.yaml', 'small.qlog', '1'],
    ['small.yaml', 'small.jsonl', '1'],
    ['small.yaml', 'small.jsonl.gz', '1'],
    ['small.yaml', 'other.jsonl', '2'],
    ['later.yaml', 'later.jsonl', '1'],
    ['longer.yaml', 'longer.qlog', '1'],
    ['market.yaml', 'market.qlog', '1'],
    ['groups.yaml', 'groups.qlog', '1'],
    ['crowd.yaml', 'crowd.qlog', '1'],
  ] as const) {
    const { code } = await qunxiang(['run', scenario, '--seed', seed, '--log', log], inFolder)
    expect(code).toBe(0)
  }
  damage()
}, 120_000)
afterAll(remove)

/** Logs to which something happened on the way, each beside the one that it was. */
function damage(): void {
  const text = readFileSync(join(folder, 'small.jsonl'), 'utf8')
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
  const onDay12 = text.indexOf('"day":12,"kind":"feed-read"')
  put('value.jsonl', text.slice(0, onDay12) + text.slice(onDay12).replace(/"value":[^,]+/, '"value":0.5'))
  put('line.jsonl', text.slice(0, onDay12) + text.slice(onDay12).replace('feed-read', 'feed-reed'))
  put('cut.jsonl', text.slice(0, text.indexOf('"day":13')))
  const other = readFileSync(join(folder, 'other.jsonl'), 'utf8')
  put('seed.jsonl', other.replace('"seed":"2"', '"seed":"1"'))
  const bytes = readFileSync(join(folder, 'crowd.qlog'))
  bytes[bytes.length - 1000]! ^= 1
  put('bytes.qlog', bytes)
}

async function diff(...args: string[]): Promise<DiffReport> {
  const { code, stdout } = await qunxiang(['diff', ...args, '--json'], inFolder)
  expect(code).toBe(0)
  return JSON.parse(stdout) as DiffReport
}

describe('qunxiang diff', () => {
  it('finds nothing between the two forms of one log', async () => {
    expect(await diff('small.qlog', 'small.jsonl.gz')).toMatchObject({
      format: 'qunxiang-diff/1',
      same: { scenario: true, engine: true, forks: true },
      sharedDays: 40,
      firstDifference: null,
      total: { onlyA: 0, onlyB: 0, changed: 0 },
      byDay: [],
    })
  })

  it('tells when two policies for the same people part, and what differs from then on', async () => {
    const report = await diff('small.qlog', 'later.jsonl')
    expect(report).toMatchObject({ same: { scenario: false }, days: 40, sharedDays: 20 })
    expect(report.firstDifference?.day).toBe(20)
    expect(report.byDay[0]?.day).toBe(20)
    for (const what of ['onlyA', 'onlyB', 'changed'] as const) {
      const sum = (counts: readonly { readonly [name in typeof what]: number }[]) =>
        counts.reduce((total, count) => total + count[what], 0)
      expect(sum(report.byDay)).toBe(report.total[what])
      expect(sum(Object.values(report.byKind))).toBe(report.total[what])
    }
    const back = await diff('later.jsonl', 'small.qlog')
    expect(back.total).toEqual({
      onlyA: report.total.onlyB,
      onlyB: report.total.onlyA,
      changed: report.total.changed,
    })
    const { stdout } = await qunxiang(['diff', 'small.qlog', 'later.jsonl'], inFolder)
    expect(stdout).toContain('The first 20 whole days are the same.')
  })

  it('finds nothing between .jsonl and .qlog, nor between a log and itself', async () => {
    for (const logs of [
      ['small.jsonl', 'small.qlog'],
      ['small.qlog', 'small.qlog'],
      ['small.jsonl', './small.jsonl'],
    ]) {
      const report = await diff(...logs)
      expect(report).toMatchObject({ days: 40, sharedDays: 40, firstDifference: null, byKind: {} })
    }
    const { code, stdout } = await qunxiang(['diff', 'small.jsonl', 'small.qlog'], inFolder)
    expect(code).toBe(0)
    expect(stdout).toContain('All 40 days are the same, fact by fact.')
  })

  it('tells how far the shorter of two logs goes, whichever comes first', async () => {
    const there = await diff('small.qlog', 'longer.qlog')
    expect(there).toMatchObject({
      same: { scenario: false },
      days: 40,
      sharedDays: 40,
      firstDifference: { day: 40, a: null },
      total: { onlyA: 0, changed: 0 },
    })
    expect(there.byDay.map(({ day }) => day)).toEqual(Array.from({ length: 15 }, (_, n) => 40 + n))
    const back = await diff('longer.qlog', 'small.jsonl.gz')
    expect(back).toMatchObject({ days: 40, sharedDays: 40, firstDifference: { day: 40, b: null } })
    expect(back.total.onlyA).toBe(there.total.onlyB)
  })

  it.each([
    ['a value', 'value.jsonl', /^value\.jsonl: a day must follow from .* \(day 12\)$/m],
    ['a kind', 'line.jsonl', /^line\.jsonl:\d+: kind must be a known kind .*"feed-reed" \(day 12\)$/m],
    ['its end', 'cut.jsonl', /^cut\.jsonl:\d+: .*the log was cut \(after 13 whole days\)$/m],
    ['its seed', 'seed.jsonl', /^seed\.jsonl: a day must follow from .* \(day 0\)$/m],
    [
      'a packed byte',
      'bytes.qlog',
      /^bytes\.qlog: block \d+.* got changed bytes \(after [1-9]\d* whole days\)$/m,
    ],
  ])('refuses a log that has lost %s, on either side, naming file and day', async (_, log, says) => {
    const whole = log === 'bytes.qlog' ? 'crowd.qlog' : 'small.qlog'
    for (const logs of [
      [log, whole],
      [whole, log],
    ]) {
      const { code, stdout, stderr } = await qunxiang(['diff', ...logs, '--json'], inFolder)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(says)
    }
  })

  it.each([
    ['another seed', 'other.jsonl', 'must be logs of the same people, got the seeds "1" and "2"'],
    ['another market', 'market.qlog', 'must be logs of the same people, got another market'],
    ['more groups', 'groups.qlog', 'must be logs of the same people, got 1 and 2 groups'],
    ['no log', 'small.yaml', 'LOG must end with .qlog, .jsonl or .jsonl.gz, got "small.yaml"'],
    ['nothing', 'nowhere.qlog', 'nowhere.qlog must be a log that can be read, got no such file or folder'],
  ])('refuses %s with exit code 2', async (_, other, says) => {
    const { code, stdout, stderr } = await qunxiang(['diff', 'small.qlog', other, '--json'], inFolder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(says)
    const turned = await qunxiang(['diff', other, 'small.qlog'], inFolder)
    expect(turned).toMatchObject({ code: 2, stdout: '' })
  })

  it('verifies a native log like a readable one', async () => {
    const [one, other] = await Promise.all(
      ['small.qlog', 'small.jsonl.gz'].map((log) =>
        qunxiang(['replay', log, '--verify', '--json'], inFolder),
      ),
    )
    expect(one?.code).toBe(0)
    expect(one?.stdout).toBe(other?.stdout)
  })
})
