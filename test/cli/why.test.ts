import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import type { AccountReport } from '../../sim/projections/account-report.ts'
import { createFolder, qunxiang, SMALL } from './process.ts'

const { folder, remove } = createFolder()
const inFolder = { cwd: folder }
let member: number

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  writeFileSync(join(folder, 'small.yaml'), SMALL)
  await qunxiang(['run', 'small.yaml', '--log', 'small.jsonl', '--seed', '3'], inFolder)
  const { stderr } = await qunxiang(['why', 'small.jsonl', '999999'], inFolder)
  member = Number(/near it are .*#(\d+)$/m.exec(stderr)?.[1])
}, 120_000)
afterAll(remove)

describe('qunxiang why', () => {
  it('tells the same from a log as from its scenario and seed', async () => {
    const [log, scenario] = await Promise.all([
      qunxiang(['why', 'small.jsonl', `#${member}`, '--json'], inFolder),
      qunxiang(['why', 'small.yaml', String(member), '--seed', '3', '--json'], inFolder),
    ])
    expect([log.code, scenario.code]).toEqual([0, 0])
    const report = JSON.parse(log.stdout) as AccountReport
    expect(report).toMatchObject({ format: 'qunxiang-why/1', member })
    expect(JSON.parse(scenario.stdout)).toEqual(report)
  })

  it.each([
    ['en', `#${'M'} joined on day`],
    ['zh-Hans', '进群'],
    ['zh-Hant', '進群'],
  ])('tells the story in %s', async (locale, says) => {
    const { code, stdout } = await qunxiang(
      ['why', 'small.jsonl', String(member), '--locale', locale],
      inFolder,
    )
    expect(code).toBe(0)
    expect(stdout).toContain(says.replace('M', String(member)))
  })

  it.each<[string[], RegExp]>([
    [['why', 'small.yaml', 'x'], /MEMBER must be the number of a member, such as 17 or #17, got "x"/],
    [['why', 'small.yaml', '999999'], /got #999999: members near it are #\d+/],
    [['why', 'small.jsonl', '1', '--seed', '2'], /--seed must be left out with a log/],
    [['why', 'nowhere.jsonl', '1'], /must be a log that can be read/],
  ])('refuses %j with exit code 2', async (args, says) => {
    const { code, stdout, stderr } = await qunxiang(args, inFolder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
  })
})
