import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import type { ForkReport } from '../../sim/projections/fork.ts'
import type { Summary } from '../../sim/projections/summary.ts'
import { createFolder, qunxiang, SMALL } from './process.ts'

const { folder, remove } = createFolder()
const inFolder = { cwd: folder }

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  writeFileSync(join(folder, 'small.yaml'), SMALL)
}, 120_000)
afterAll(remove)

describe('qunxiang fork', () => {
  it('has the parent as it runs alone, and parts on its day', async () => {
    const set = ['--set', 'plan[0].ads.perDay=0', '--set', 'plan[0].content.perDay=2']
    const [fork, run] = await Promise.all([
      qunxiang(['fork', 'small.yaml', '--at', '10', ...set, '--json'], inFolder),
      qunxiang(['run', 'small.yaml', '--json'], inFolder),
    ])
    const report = JSON.parse(fork.stdout) as ForkReport
    expect({ code: fork.code, stderr: fork.stderr }).toEqual({ code: 0, stderr: '' })
    expect(report.parent).toEqual(JSON.parse(run.stdout) as Summary)
    expect(report.edits).toEqual([
      { path: 'plan[0].ads.perDay', value: 0 },
      { path: 'plan[0].content.perDay', value: 2 },
    ])
    expect(report.firstDifference?.day).toBe(10)
    expect(report.vanished).toBeGreaterThan(30)
    expect(report.appeared).toBeGreaterThan(30)
  })

  it.each([
    ['en', 'The first difference is on day 11'],
    ['zh-Hans', '第一处不同在第 11 天'],
    ['zh-Hant', '第一處不同在第 11 天'],
  ])('puts both side by side in %s', async (locale, says) => {
    const { code, stdout } = await qunxiang(
      ['fork', 'small.yaml', '--at', '10', '--set', 'plan[0].ads.perDay=0', '--locale', locale],
      inFolder,
    )
    expect(code).toBe(0)
    expect(stdout).toContain(says)
  })

  it.each<[string[], RegExp]>([
    [['--set', 'plan[0].ads.perDay=0'], /required option '--at <day>'/],
    [['--at', '10'], /required option '--set <path=value>'/],
    [['--at', '40', '--set', 'plan[0].answers=1'], /at must be a day from 0 to 39, got 40/],
    [['--at', '10', '--set', 'market.people=500'], /must not be a path of the market/],
    [['--at', '10', '--set', 'plan[0].answers'], /--set must be PATH=VALUE/],
    [['--at', '10', '--set', 'plan[0].answers=many'], /answers must be a number from 0 to 1/],
    [['--at', '10', '--set', 'plan[0].answers={'], /must have a value in YAML/],
    [['--at', '10', '--set', 'pl\nan=1'], /^"pl\\nan" must begin with one of [^\n]+\n/],
    [
      ['--at', '10', '--set', 'plan[0].answers=%'],
      /^--set plan\[0\]\.answers must have a value in YAML, got "%"\n$/,
    ],
    [
      ['--at', '10', '--set', 'plan[0].answers=!foo 1'],
      /^--set [^\n]* must have a value in YAML, got "!foo 1"\n$/,
    ],
  ])('refuses %j with exit code 2', async (args, says) => {
    const { code, stdout, stderr } = await qunxiang(['fork', 'small.yaml', ...args], inFolder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
  })
})
