import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import type { ShrinkReport } from '../../sim/lab/shrink-report.ts'
import type { Summary } from '../../sim/projections/summary.ts'
import { createFolder, LONG, qunxiang, SMALL, start, until, type Ended } from './process.ts'

const { folder, remove } = createFolder()
const inFolder = { cwd: folder }

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  writeFileSync(join(folder, 'small.yaml'), SMALL)
  writeFileSync(join(folder, 'long.yaml'), LONG)
  writeFileSync(
    join(folder, 'terminal.mjs'),
    'Object.assign(process.stderr, { isTTY: true, columns: 200 })\n',
  )
}, 120_000)
afterAll(remove)

function shrink(...args: string[]) {
  return qunxiang(['shrink', ...args], inFolder)
}

const UNTIL = ['--until', 'muteRate > 0.1']

describe('qunxiang shrink', () => {
  it('prints the smallest scenario, which a run takes and which shows it', async () => {
    const { code, stdout, stderr } = await shrink('small.yaml', ...UNTIL)
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^# The smallest scenario found that still shows: muteRate > 0\.1\n# seed 1: muteRate = /,
    )
    expect(stderr).toMatch(/^Still shown: muteRate > 0\.1\n/)
    expect(stderr).toMatch(/days +40 +\d+\n/)
    expect(stderr).toMatch(/No single step makes it smaller\.\n/)
    writeFileSync(join(folder, 'printed.yaml'), stdout)
    const run = JSON.parse((await qunxiang(['run', 'printed.yaml', '--json'], inFolder)).stdout) as Summary
    expect(run.final.muteRate).toBeGreaterThan(0.1)
    expect(run.days).toBeLessThan(40)
  })

  it('writes it to a file, and prints one JSON document with the same text', async () => {
    const seeds = ['--seed', 's', '--seeds', '2', '--share', '0.5']
    const args = ['small.yaml', ...UNTIL, ...seeds, '--out', 'out.yaml']
    const { code, stdout } = await shrink(...args, '--json')
    expect(code).toBe(0)
    const report = JSON.parse(stdout) as ShrinkReport
    expect(report).toMatchObject({
      ...{ format: 'qunxiang-shrink/1', scenario: 'small', until: 'muteRate > 0.1', share: 0.5 },
      ...{ seeds: ['s/0', 's/1'], isShown: true, isPartial: false },
    })
    expect(report.file).toBe(readFileSync(join(folder, 'out.yaml'), 'utf8'))
  })

  it('says it in the language that is asked for', async () => {
    const { stdout, stderr } = await shrink('small.yaml', ...UNTIL, '--locale', 'zh-Hant')
    expect(stdout).toMatch(/^# 找到的最小場景，仍然成立：muteRate > 0\.1\n# 種子 1：/)
    expect(stderr).toContain('再改任何一步都不會更小。')
  })

  it('exits with 1 where the scenario does not show it, says what was found, and writes nothing', async () => {
    const args = ['small.yaml', '--until', 'members > 9000', '--out', 'none.yaml']
    expect(await shrink(...args)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^small does not show it .*: members > 9000 does not hold\n {2}seed 1: members = \d+ \(does not hold\)\n$/,
      ) as string,
    })
    const { code, stdout } = await shrink(...args, '--json')
    expect({ code, report: JSON.parse(stdout) as ShrinkReport }).toMatchObject({
      code: 1,
      report: { isShown: false, after: null, file: null },
    })
    expect(existsSync(join(folder, 'none.yaml'))).toBe(false)
  })

  it('explains its conditions, with an example', async () => {
    const { code, stdout } = await shrink('--help')
    expect(code).toBe(0)
    expect(stdout).toContain("qunxiang shrink ads-from-day-one --until 'deathDay < 90' --out smallest.yaml")
  })
})

describe('wrong input', () => {
  it.each<[string[], RegExp]>([
    [['small.yaml'], /required option '--until <condition>'/],
    [
      ['small.yaml', '--until', 'deathDya < ninety'],
      /^--until, part 1: .* did you mean deathDay\?\n--until, part 1: must compare with a number, got "ninety"\n--until, known metrics: deathDay silentDay members .* helpers /,
    ],
    [
      ['small.yaml', '--until', 'members@41 < 9'],
      /day of members must be a whole number from 0 to 40, got "41"/,
    ],
    [['missing.yaml', ...UNTIL], /^missing\.yaml must be a scenario file, got no such file\n$/],
    [['small.yaml', ...UNTIL, '--seeds', '0'], /'--seeds <number>' argument '0' is invalid/],
    [['small.yaml', ...UNTIL, '--share', '1.5'], /must be a number above 0 and at most 1/],
    [['small.yaml', ...UNTIL, '--out', 'x.txt'], /^--out must end with \.yaml, got "x\.txt"\n$/],
    [
      ['small.yaml', ...UNTIL, '--out', './small.yaml'],
      /^--out must be another file than a file that SCENARIO is read from/,
    ],
    [['small.yaml', ...UNTIL, '--out', 'no/x.yaml'], /^no\/x\.yaml must be a file that can be written/],
  ])('%o is told with exit code 2, and leaves nothing behind', async (args, says) => {
    const before = readdirSync(folder)
    const { code, stdout, stderr } = await shrink(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(readdirSync(folder)).toEqual(before)
    expect(readFileSync(join(folder, 'small.yaml'), 'utf8')).toBe(SMALL)
  })
})

describe('shrinking that does not come to its end', () => {
  it('gives at Ctrl-C the smallest found so far, says that it was stopped, and exits with 130', async () => {
    // So many that it is still at work when the bar is first drawn.
    const seeds = ['--seeds', '1000', '--until', 'joined > 5', '--out', 'stopped.yaml']
    const { code, stdout } = await stoppedAt(/rules \d/, ['small.yaml', ...seeds, '--json'])
    expect(code).toBe(130)
    const report = JSON.parse(stdout) as ShrinkReport
    expect(report).toMatchObject({ isShown: true, isPartial: true })
    expect(report.file).toContain('# Stopped before the end: it may become smaller still.\n')
    expect(readFileSync(join(folder, 'stopped.yaml'), 'utf8')).toBe(report.file)
  })

  it('leaves nothing behind where not even the first run was over', async () => {
    const before = readdirSync(folder)
    const args = ['long.yaml', ...UNTIL, '--out', 'never.yaml']
    expect(await stoppedAt(/round 1/, args)).toMatchObject({ code: 130, stdout: '' })
    expect(readdirSync(folder)).toEqual(before)
  })
})

/** How it ended when somebody who watches its progress pressed Ctrl-C at what they saw. */
async function stoppedAt(seen: RegExp, args: readonly string[]): Promise<Ended> {
  const node = ['--import', pathToFileURL(join(folder, 'terminal.mjs')).href]
  const { child, ended } = start(['shrink', ...args], { cwd: folder, node })
  let told = ''
  child.stderr?.on('data', (text: string) => (told += text))
  await until(() => seen.test(told))
  child.kill('SIGINT')
  return ended
}
