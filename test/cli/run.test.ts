import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import { createProgram } from '../../sim/cli/program.ts'
import { ENGINE } from '../../sim/model/engine-version.ts'
import { METRIC_NAMES } from '../../sim/projections/metric.ts'
import type { Summary } from '../../sim/projections/summary.ts'
import { createFolder, LONG, qunxiang, SMALL, start, until } from './process.ts'

const { folder, remove } = createFolder()
const inFolder = { cwd: folder }

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  writeFileSync(join(folder, 'small.yaml'), SMALL)
  writeFileSync(join(folder, 'long.yaml'), LONG)
  writeFileSync(join(folder, 'child.yaml'), 'extends: small\ndays: 2\n')
}, 120_000)
afterAll(remove)

async function summaryOf(...args: string[]): Promise<Summary> {
  const { code, stdout, stderr } = await qunxiang(['run', ...args, '--json'], inFolder)
  expect({ code, stderr }).toMatchObject({ code: 0 })
  return JSON.parse(stdout) as Summary
}

describe('qunxiang run', () => {
  it('prints one JSON document, and nothing else, with the fields of the contract', async () => {
    const summary = await summaryOf('small.yaml')
    expect(summary).toMatchObject({
      format: 'qunxiang-summary/1',
      scenario: 'small',
      seed: '1',
      engine: ENGINE,
      days: 40,
    })
    expect(summary.digest).toMatch(/^[0-9a-f]{16}$/)
    expect(summary.scenarioHash).toMatch(/^[0-9a-f]{16}$/)
    expect(Object.keys(summary.at)).toEqual(['30'])
    expect(Object.keys(summary.final)).toEqual([...METRIC_NAMES])
    expect(summary.groups).toHaveLength(1)
  })

  it('prints a summary for people, in three languages', async () => {
    const { code, stdout } = await qunxiang(['run', 'small.yaml'], inFolder)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Small \(small\)\n/)
    expect(stdout).toContain('after 30 days  after 40 days')
    const { stdout: chinese } = await qunxiang(['run', 'small.yaml', '--locale', 'zh-Hant'], inFolder)
    expect(chinese).toMatch(/^小 \(small\)\n/)
    expect(chinese).toContain('滿 30 天')
  })

  it('runs shipped scenarios by name, from any folder', async () => {
    const { days, scenario } = await summaryOf('pain-point-first', '--days', '3')
    expect({ days, scenario }).toEqual({ days: 3, scenario: 'pain-point-first' })
  })

  it('has one history a seed, however it is spelt', async () => {
    const [one, again, other, composed, decomposed, empty] = await Promise.all([
      summaryOf('small.yaml', '--days', '5'),
      summaryOf('small.yaml', '--days', '5', '--seed', '1'),
      summaryOf('small.yaml', '--days', '5', '--seed', '2'),
      summaryOf('small.yaml', '--days', '5', '--seed', '\u00e9'),
      summaryOf('small.yaml', '--days', '5', '--seed', 'e\u0301'),
      summaryOf('small.yaml', '--days', '5', '--seed', ''),
    ])
    expect(again).toEqual(one)
    expect(other.digest).not.toBe(one.digest)
    expect(decomposed).toEqual(composed)
    expect(empty.seed).toBe('')
  })

  it('with --days is the scenario with those days, and what follows from them', async () => {
    writeFileSync(join(folder, 'sixty.yaml'), SMALL.replace('days: 40', 'days: 60'))
    const [given, written] = await Promise.all([
      summaryOf('small.yaml', '--days', '60'),
      summaryOf('sixty.yaml'),
    ])
    expect(given.digest).toBe(written.digest)
    expect(given.scenarioHash).toBe(written.scenarioHash)
  })

  it('extends what lies beside the file, and what is shipped', async () => {
    writeFileSync(join(folder, 'change.yaml'), 'extends: small\nfounders: 3\n')
    writeFileSync(join(folder, 'shipped.yaml'), 'extends: pain-point-first\ndays: 2\n')
    expect((await summaryOf('change.yaml', '--days', '2')).days).toBe(2)
    expect((await summaryOf('shipped.yaml')).days).toBe(2)
  })

  it('notes on standard error what is not simulated yet', async () => {
    writeFileSync(join(folder, 'later.yaml'), SMALL.replace('answers: 0.5', 'answers: 0.5, entryFee: 5'))
    const { code, stdout, stderr } = await qunxiang(['run', 'later.yaml', '--days', '2', '--json'], inFolder)
    const { notSimulated } = JSON.parse(stdout) as Summary
    expect(code).toBe(0)
    expect(stderr).toBe(
      notSimulated.map((path) => `note: later.yaml: ${path} is not simulated yet\n`).join(''),
    )
  })

  it('writes the metrics of every day with --csv', async () => {
    const { digest } = await summaryOf('small.yaml', '--csv', 'daily.csv')
    expect(digest).toHaveLength(16)
    const rows = readFileSync(join(folder, 'daily.csv'), 'utf8').split('\r\n')
    expect(rows[0]).toBe(`\uFEFFday,${METRIC_NAMES.join(',')}`)
    expect(rows).toHaveLength(1 + 41 + 1)
  })

  it('replaces an old file, and follows a link to it', async () => {
    writeFileSync(join(folder, 'old.csv'), 'old')
    symlinkSync('old.csv', join(folder, 'link.csv'))
    await summaryOf('small.yaml', '--days', '2', '--csv', 'link.csv')
    expect(readFileSync(join(folder, 'old.csv'), 'utf8')).toContain('day,members')
  })
})

describe('wrong input', () => {
  it.each<[string[], RegExp]>([
    [['run'], /missing required argument 'SCENARIO'/],
    [['run', 'pain-point-frist'], /got "pain-point-frist": did you mean pain-point-first\?/],
    [['run', 'zzzzzzz'], /`qunxiang scenarios` lists/],
    [['run', 'nowhere.yaml'], /nowhere\.yaml must be a scenario file, got no such file/],
    [['run', '.'], /must be a scenario file that can be read, got a folder/],
    [
      ['run', 'small.yaml', '--days', '0'],
      /'--days <number>' argument '0' is invalid.*whole number from 1 to 1500/,
    ],
    [['run', 'small.yaml', '--days', '1501'], /whole number from 1 to 1500/],
    [['run', 'small.yaml', '--days', 'ten'], /whole number from 1 to 1500/],
    [['run', 'small.yaml', '--days', '1.5'], /whole number from 1 to 1500/],
    [['run', 'small.yaml', '--days', '-1'], /whole number from 1 to 1500/],
    [['run', 'small.yaml', '--days='], /whole number from 1 to 1500/],
    [
      ['run', 'small.yaml', '--log', 'x.txt'],
      /--log must end with \.qlog, \.jsonl or \.jsonl\.gz, got "x\.txt"/,
    ],
    [['run', 'small.yaml', '--log', 'nowhere/x.jsonl'], /can be written, got a folder that is not there/],
    [
      ['run', 'small.yaml', '--log', 'small.yaml/x.jsonl'],
      /can be written, got a file where a folder should be/,
    ],
    [['run', 'small.yaml', '--csv', 'folder'], /folder must be a file, got a folder/],
    [['run', 'small.yaml', '--csv', '/dev/null'], /must be a file, got something else/],
    [
      ['run', 'small.yaml', '--csv', 'small.yaml'],
      /^--csv must be another file than a file that SCENARIO is read from, got small\.yaml/,
    ],
    // What a scenario extends is read as well. Found by fuzzing.
    [['run', 'child.yaml', '--csv', 'small.yaml'], /^--csv must be another file than a file that SCENARIO/],
    [
      ['run', 'small.yaml', '--log', 'x.jsonl', '--csv', './x.jsonl'],
      /^--csv must be another file than --log, got/,
    ],
    [['run', 'small.yaml', '--locale', 'fr'], /Allowed choices are en, zh-Hans, zh-Hant/],
    [['run', 'small.yaml', '--sed', '2'], /Did you mean --seed\?/],
    [['run', 'small.yaml', 'more'], /too many arguments/],
    [['runn', 'small.yaml'], /Did you mean run\?/],
    [['dream', 'small.yaml'], /unknown command 'dream'/],
    [['run', 'bytes.yaml'], /bytes\.yaml must be a text in UTF-8, got other bytes/],
    [
      ['run', 'wrong.yaml', '--log', 'x.jsonl'],
      /wrong\.yaml:2: days must be .*got -3\nwrong\.yaml:3: founders must be .*got "many"/,
    ],
  ])('%o is told in one line, with exit code 2 and nothing written', async (args, says) => {
    mkdirSync(join(folder, 'folder'), { recursive: true })
    writeFileSync(join(folder, 'bytes.yaml'), Uint8Array.of(0x61, 0xff, 0xfe))
    writeFileSync(join(folder, 'wrong.yaml'), 'extends: small\ndays: -3\nfounders: many\n')
    const before = readdirSync(folder)
    const { code, stdout, stderr } = await qunxiang(args, inFolder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(readdirSync(folder)).toEqual(before)
  })

  it('without a command is told with the help', async () => {
    const { code, stdout, stderr } = await qunxiang([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: qunxiang')
  })
})

describe('the process', () => {
  it('tells help and version of every command', async () => {
    const names = createProgram(() => undefined).commands.map((command) => command.name())
    for (const name of ['run', 'replay', 'diff', 'fork', 'why', 'check', 'scenarios', 'new', 'view'])
      expect(names).toContain(name)
    const commands = [[], ...names.map((name) => [name])]
    const ended = await Promise.all(
      commands.flatMap((command) => [qunxiang([...command, '--help']), qunxiang([...command, '--version'])]),
    )
    ended.forEach(({ code, stdout, stderr }, index) => {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      if (index % 2 === 0) expect(stdout).toMatch(/^Usage: qunxiang/)
      else expect(stdout).toBe(`${ENGINE}\n`)
    })
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops at %s with %i and leaves nothing half written', async (signal, exitCode) => {
    for (const log of ['long.jsonl', 'long.jsonl.gz']) {
      const { child, ended } = start(['run', 'long.yaml', '--log', log, '--csv', 'long.csv'], inFolder)
      const parts = (): string[] => readdirSync(folder).filter((file) => file.endsWith('.part'))
      await until(() => parts().length === 2)
      await new Promise((resolve) => setTimeout(resolve, 300))
      child.kill(signal)
      const { code, stdout, stderr } = await ended
      expect({ code, stdout, stderr }).toEqual({ code: exitCode, stdout: '', stderr: '' })
      expect(parts()).toEqual([])
      expect([log, 'long.csv'].filter((file) => existsSync(join(folder, file)))).toEqual([])
    }
  })

  it('leaves the old file as it was when it is interrupted', async () => {
    writeFileSync(join(folder, 'kept.jsonl'), 'old')
    const { child, ended } = start(['run', 'long.yaml', '--log', 'kept.jsonl'], inFolder)
    await until(() => readdirSync(folder).some((file) => file.endsWith('.part')))
    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
    expect(readFileSync(join(folder, 'kept.jsonl'), 'utf8')).toBe('old')
  })

  it('is quiet when whoever reads it has gone', async () => {
    const { child, ended } = start(['run', 'small.yaml', '--json'], inFolder)
    child.stdout?.destroy()
    const { code, stderr } = await ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('says of our own bugs that they are ours, what to report, and exits with 70', async () => {
    const breaking = 'data:text/javascript,Math.fround=()=>{throw new Error("broken on purpose")}'
    const { code, stdout, stderr } = await qunxiang(['run', 'small.yaml', '--log', 'bug.jsonl'], {
      cwd: folder,
      node: ['--import', breaking],
    })
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' })
    expect(stderr).toContain('This is a bug in Qunxiang')
    expect(stderr).toContain(`version: ${ENGINE}`)
    expect(stderr).toContain('command: qunxiang "run" "small.yaml" "--log" "bug.jsonl"')
    expect(stderr).toContain('message: Error: broken on purpose')
    expect(readdirSync(folder).filter((file) => file.endsWith('.part') || file === 'bug.jsonl')).toEqual([])
  })
})
