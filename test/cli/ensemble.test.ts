import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import type { EnsembleReport } from '../../sim/lab/ensemble-report.ts'
import { ENGINE } from '../../sim/model/engine-version.ts'
import { METRIC_NAMES } from '../../sim/projections/metric.ts'
import type { Summary } from '../../sim/projections/summary.ts'
import { beforeEachJob, createFolder, qunxiang, SMALL, start, until } from './process.ts'

const { folder, remove } = createFolder()
const inFolder = { cwd: folder }

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  writeFileSync(join(folder, 'small.yaml'), SMALL)
}, 120_000)
afterAll(remove)

async function reportOf(...args: string[]): Promise<EnsembleReport> {
  const { code, stdout, stderr } = await qunxiang(['ensemble', ...args, '--json'], inFolder)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as EnsembleReport
}

describe('qunxiang ensemble', () => {
  it('prints one JSON document, and nothing else, with the fields of the contract', async () => {
    const report = await reportOf('small.yaml', '--runs', '5', '--seed', 'e')
    expect(Object.keys(report)).toEqual([
      ...['format', 'scenario', 'engine', 'days', 'runs', 'isPartial', 'seeds', 'metrics', 'alive'],
      ...['survival', 'outcomes', 'failed'],
    ])
    expect(report).toMatchObject({
      format: 'qunxiang-ensemble/1',
      scenario: 'small',
      engine: ENGINE,
      days: 40,
      runs: 5,
      isPartial: false,
      seeds: ['e/0', 'e/1', 'e/2', 'e/3', 'e/4'],
      alive: {},
      failed: [],
    })
    expect(Object.keys(report.metrics)).toEqual(METRIC_NAMES.filter((name) => name in report.metrics))
    expect(Object.keys(report.metrics.members ?? {})).toEqual(['30', '40'])
    expect(Object.keys(report.metrics.members?.['40'] ?? {}).sort()).toEqual(
      ['ci95', 'mean', 'median', 'p10', 'p90', 'runs'].sort(),
    )
    expect(report.survival[0]?.slice(0, 2)).toEqual([0, 1])
    expect(report.survival.at(-1)?.[0]).toBe(40)
  })

  it('is made of runs that `run --seed SEED/k` gives one by one', async () => {
    const { outcomes, metrics } = await reportOf('small.yaml', '--runs', '3', '--seed', 'dots')
    const runs = await Promise.all(
      outcomes.map(async ({ seed }) => {
        const { stdout } = await qunxiang(['run', 'small.yaml', '--seed', seed, '--json'], inFolder)
        return JSON.parse(stdout) as Summary
      }),
    )
    expect(outcomes).toEqual(
      runs.map(({ seed, deathDay, silentDay, final }) => {
        const { members, conversionRate, ownerNet } = final
        return { seed, deathDay, silentDay, members, conversionRate, ownerNet }
      }),
    )
    for (const name of METRIC_NAMES) {
      const values = runs.map(({ final }) => final[name]).filter((value) => value !== null)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      if (values.length === 0) expect(metrics[name]?.['40']).toBeUndefined()
      else expect(metrics[name]?.['40']?.mean).toBeCloseTo(mean, 9)
    }
  })

  it('prints the same bytes on one, two and three workers', async () => {
    const [one, two, three] = await Promise.all(
      ['1', '2', '3'].map((workers) =>
        qunxiang(['ensemble', 'small.yaml', '--runs', '7', '--workers', workers, '--json'], inFolder),
      ),
    )
    expect(one?.code).toBe(0)
    expect(two).toEqual(one)
    expect(three).toEqual(one)
  })

  it('prints one screen for people, in three languages', async () => {
    const { code, stdout } = await qunxiang(['ensemble', 'small.yaml', '--runs', '2'], inFolder)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Small \(small\)\n\n2 runs of 40 days · engine /)
    const chinese = await qunxiang(['ensemble', 'small.yaml', '--runs', '2', '--locale', 'zh-Hant'], inFolder)
    expect(chinese.stdout).toMatch(/^小 \(small\)\n\n2 次執行，每次 40 天/)
  })
})

describe('wrong input', () => {
  it.each<[string[], RegExp]>([
    [['ensemble'], /missing required argument 'SCENARIO'/],
    [['ensemble', 'small.yaml', '--runs', '0'], /'--runs <number>' argument '0' is invalid.*1 to 100000/],
    [['ensemble', 'small.yaml', '--runs', '100001'], /whole number from 1 to 100000/],
    [['ensemble', 'small.yaml', '--workers', '0'], /whole number from 1 to 256/],
    [['ensemble', 'pain-point-frist'], /got "pain-point-frist": did you mean pain-point-first\?/],
    [['ensemble', 'small.yaml', '--locale', 'fr'], /Allowed choices are en, zh-Hans, zh-Hant/],
  ])('%o is told in one line, with exit code 2', async (args, says) => {
    const { code, stdout, stderr } = await qunxiang(args, inFolder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/^ +at /m)
  })
})

describe('an ensemble that does not come to its end', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('tells at %s what is done, and exits with %i', async (signal, exitCode) => {
    const mark = join(folder, `begun-${signal}`)
    const node = beforeEachJob(
      folder,
      signal,
      `if (number === 20) writeFileSync(${JSON.stringify(mark)}, '')`,
    )
    const going = start(['ensemble', 'small.yaml', '--runs', '100000', '--json'], { cwd: folder, node })
    await until(() => existsSync(mark))
    going.child.kill(signal)
    const { code, stdout, stderr } = await going.ended
    expect(code).toBe(exitCode)
    const report = JSON.parse(stdout) as EnsembleReport
    expect(report.isPartial).toBe(true)
    expect(report.runs).toBeGreaterThan(5)
    expect(report.outcomes).toHaveLength(report.runs)
    expect(report.metrics.members?.['40']?.runs).toBe(report.runs)
    expect(stderr).toBe(
      `interrupted: ${100_000 - report.runs} runs were not done, and what is told is of the others\n`,
    )
  })

  it.each([
    ['runs out of memory', `for (const all = []; ; ) all.push(new Array(100000).fill(all.length))`, /memory/],
    ['is gone', 'process.exit(9)', /the worker ended with code 9/],
  ])('loses one run to a worker that %s, and tells which', async (name, fate, says) => {
    const node = [
      '--max-old-space-size=64',
      ...beforeEachJob(folder, name, `if (job.seed === 'm/1') ${fate}`),
    ]
    const args = ['ensemble', 'small.yaml', '--runs', '4', '--seed', 'm', '--workers', '2', '--json']
    const { code, stdout, stderr } = await qunxiang(args, { cwd: folder, node })
    const report = JSON.parse(stdout) as EnsembleReport
    expect(report.outcomes.map(({ seed }) => seed)).toEqual(['m/0', 'm/2', 'm/3'])
    expect(report.failed).toEqual([{ seed: 'm/1', failure: expect.stringMatching(says) as string }])
    expect(code).toBe(70)
    expect(stderr).toMatch(/^a run failed: seed m\/1: /)
    expect(stderr).toContain(`version: ${ENGINE}`)
    expect(stderr).toContain('command: qunxiang "ensemble" "small.yaml"')
  })
})
