import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import type { CompareReport } from '../../sim/lab/compare-report.ts'
import type { EnsembleReport } from '../../sim/lab/ensemble-report.ts'
import { beforeEachJob, createFolder, qunxiang, SMALL, start, until } from './process.ts'

const { folder, remove } = createFolder()
const inFolder = { cwd: folder }
const PAIR = ['small.yaml', 'many.yaml']

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  writeFileSync(join(folder, 'small.yaml'), SMALL)
  writeFileSync(join(folder, 'many.yaml'), 'extends: small\nname: Many\nfounders: 60\n')
  writeFileSync(join(folder, 'short.yaml'), 'extends: small\ndays: 20\n')
  writeFileSync(join(folder, 'elsewhere.yaml'), 'extends: small\nmarket: { people: 300 }\n')
}, 120_000)
afterAll(remove)

async function printedBy(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await qunxiang([...args, '--json'], inFolder)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('qunxiang compare', () => {
  it('prints one JSON document, and nothing else, with the fields of the contract', async () => {
    const report = (await printedBy('compare', ...PAIR, '--runs', '4')) as CompareReport
    expect(Object.keys(report)).toEqual([
      ...['format', 'runs', 'isPartial', 'a', 'b', 'difference', 'correlation', 'varianceSaved'],
      ...['runsNeeded', 'narrower', 'bOutlives', 'placebo'],
    ])
    expect(report).toMatchObject({ format: 'qunxiang-compare/1', runs: 4, isPartial: false })
    expect([report.a.scenario, report.b.scenario]).toEqual(['small', 'many'])
    expect(report.placebo).toEqual({
      noOpFork: { runs: 3, sameDigests: 3 },
      irrelevantJoiner: { runs: 3, largestDifference: 0 },
    })
  })

  it('is made of an ensemble of each, and of what lies between them seed by seed', async () => {
    const [pair, a, b] = (await Promise.all([
      printedBy('compare', ...PAIR, '--runs', '3', '--seed', 'p'),
      printedBy('ensemble', 'small.yaml', '--runs', '3', '--seed', 'p'),
      printedBy('ensemble', 'many.yaml', '--runs', '3', '--seed', 'p'),
    ])) as [CompareReport, EnsembleReport, EnsembleReport]
    expect([pair.a, pair.b]).toEqual([a, b])
    const net = a.outcomes.map(({ ownerNet }, at) => (b.outcomes[at]?.ownerNet ?? 0) - (ownerNet ?? 0))
    const mean = net.reduce((sum, value) => sum + value, 0) / net.length
    expect(pair.difference.ownerNet?.['40']?.mean).toBeCloseTo(mean, 9)
  })

  it('finds nothing between a scenario and itself', async () => {
    const report = (await printedBy('compare', 'small.yaml', 'small.yaml', '--runs', '3')) as CompareReport
    for (const byDay of Object.values(report.difference)) {
      for (const { mean, runsNeeded } of Object.values(byDay)) expect([mean, runsNeeded]).toEqual([0, null])
    }
    expect(report.bOutlives).toBe(0.5)
  })

  it('prints the same bytes on one, two and three workers', async () => {
    const [one, two, three] = await Promise.all(
      ['1', '2', '3'].map((workers) =>
        qunxiang(['compare', ...PAIR, '--runs', '5', '--workers', workers, '--json'], inFolder),
      ),
    )
    expect(one?.code).toBe(0)
    expect(two).toEqual(one)
    expect(three).toEqual(one)
  })

  it('prints one screen for people, in three languages', async () => {
    const { code, stdout } = await qunxiang(['compare', ...PAIR, '--runs', '2'], inFolder)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^A: Small \(small\)\nB: Many \(many\)\n2 pairs of runs of 40 days/)
    const chinese = await qunxiang(['compare', ...PAIR, '--runs', '2', '--locale', 'zh-Hans'], inFolder)
    expect(chinese.stdout).toContain('2 对运行，每次 40 天')
  })

  it('notes that people of different markets are not the same', async () => {
    const { code, stderr } = await qunxiang(
      ['compare', 'small.yaml', 'elsewhere.yaml', '--runs', '2'],
      inFolder,
    )
    expect(code).toBe(0)
    expect(stderr).toMatch(/^note: small\.yaml and elsewhere\.yaml have different markets/)
  })
})

describe('wrong input', () => {
  it.each<[string[], RegExp]>([
    [['compare', 'small.yaml'], /missing required argument 'B'/],
    [['compare', ...PAIR, '--runs', '0'], /'--runs <number>' argument '0' is invalid/],
    [['compare', 'small.yaml', 'pain-point-frist'], /did you mean pain-point-first\?/],
    [
      ['compare', 'small.yaml', 'short.yaml'],
      /^A and B must run for as many days, got 40 in small\.yaml and 20 in short\.yaml\n$/,
    ],
  ])('%o is told in one line, with exit code 2', async (args, says) => {
    const { code, stdout, stderr } = await qunxiang(args, inFolder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
  })
})

describe('a comparison that does not come to its end', () => {
  it('tells at Ctrl-C of whole pairs, without a placebo, and exits with 130', async () => {
    const mark = join(folder, 'begun')
    const node = beforeEachJob(
      folder,
      'mark',
      `if (number === 20) writeFileSync(${JSON.stringify(mark)}, '')`,
    )
    const going = start(['compare', ...PAIR, '--runs', '100000', '--json'], { cwd: folder, node })
    await until(() => existsSync(mark))
    going.child.kill('SIGINT')
    const { code, stdout } = await going.ended
    expect(code).toBe(130)
    const report = JSON.parse(stdout) as CompareReport
    expect(report).toMatchObject({ isPartial: true, placebo: null })
    expect(report.runs).toBeGreaterThan(2)
    expect(report.difference.members?.['40']?.runs).toBe(report.runs)
  })

  it('has no placebo where a run of A broke, which might break the whole process', async () => {
    const node = beforeEachJob(folder, 'broken', `if (job.seed === '1/0' && job.arm === 0) process.exit(9)`)
    const { code, stdout } = await qunxiang(['compare', ...PAIR, '--runs', '3', '--json'], {
      cwd: folder,
      node,
    })
    const report = JSON.parse(stdout) as CompareReport
    expect(code).toBe(70)
    expect(report).toMatchObject({ runs: 2, isPartial: false, placebo: null })
    expect(report.a.failed.map(({ seed }) => seed)).toEqual(['1/0'])
  })
})
