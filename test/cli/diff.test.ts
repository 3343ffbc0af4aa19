import { writeFileSync } from 'node:fs'
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
  for (const [scenario, log, seed] of [
    ['small.yaml', 'small.qlog', '1'],
    ['small.yaml', 'small.jsonl.gz', '1'],
    ['small.yaml', 'other.jsonl', '2'],
    ['later.yaml', 'later.jsonl', '1'],
  ] as const) {
    const { code } = await qunxiang(['run', scenario, '--seed', seed, '--log', log], inFolder)
    expect(code).toBe(0)
  }
}, 120_000)
afterAll(remove)

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

  it('refuses logs of different people, and what is no log, with exit code 2', async () => {
    for (const [other, says] of [
      ['other.jsonl', 'must be logs of the same people, got the seeds "1" and "2"'],
      ['small.yaml', 'LOG must end with .qlog, .jsonl or .jsonl.gz, got "small.yaml"'],
      ['nowhere.qlog', 'nowhere.qlog must be a log that can be read, got no such file or folder'],
    ] as const) {
      const { code, stdout, stderr } = await qunxiang(['diff', 'small.qlog', other, '--json'], inFolder)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(says)
    }
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
