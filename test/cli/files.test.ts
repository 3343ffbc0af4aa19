import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import { scenarioTemplate } from '../../sim/scenario/template.ts'
import { createFolder, qunxiang, SMALL } from './process.ts'

const { folder, remove } = createFolder()
const inFolder = { cwd: folder }

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  writeFileSync(join(folder, 'small.yaml'), SMALL)
}, 120_000)
afterAll(remove)

describe('qunxiang check', () => {
  it('says of good scenarios how long they are and how many people there are', async () => {
    const { code, stdout, stderr } = await qunxiang(['check', 'small.yaml', 'pain-point-first'], inFolder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('ok small: Small, 40 days, 200 people\n')
    expect(stdout).toMatch(/^ok pain-point-first: Pain point first, \d+ days, \d+ people$/m)
  })

  it('tells all problems of all files in one go, each once', async () => {
    writeFileSync(join(folder, 'base.yaml'), `${SMALL}owner: { energi: 1 }\n`)
    writeFileSync(join(folder, 'one.yaml'), 'extends: base\ndays: 0\n')
    writeFileSync(join(folder, 'two.yaml'), 'extends: base\nfounders: many\n')
    const { code, stdout, stderr } = await qunxiang(
      ['check', 'one.yaml', 'small.yaml', 'two.yaml', 'nobody'],
      inFolder,
    )
    expect(code).toBe(2)
    expect(stdout).toBe('ok small: Small, 40 days, 200 people\n')
    expect(stderr.trimEnd().split('\n').sort()).toEqual([
      'SCENARIO must be a file or the name of a shipped scenario, got "nobody": `qunxiang scenarios` lists those that are shipped',
      'base.yaml:9: owner.energi is not a known key: did you mean energy?',
      'one.yaml:2: days must be a whole number from 1 to 1500, got 0',
      expect.stringMatching(
        /^two\.yaml:2: founders must be a whole number from 0 to \d+, got "many"$/,
      ) as string,
    ])
  })
})

describe('qunxiang scenarios', () => {
  it('lists every shipped scenario with title and question', async () => {
    const names = readdirSync(new URL('../../scenarios', import.meta.url))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => file.replace('.yaml', ''))
    const { code, stdout } = await qunxiang(['scenarios'])
    expect(code).toBe(0)
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(names.sort())
    expect((await qunxiang(['scenarios', '--locale', 'zh-Hans'])).stdout).toContain('痛点先行')
  })
})

describe('qunxiang new', () => {
  it('writes a scenario that is valid and runs', async () => {
    const { code, stdout } = await qunxiang(['new', 'mine.yaml'], inFolder)
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(readFileSync(join(folder, 'mine.yaml'), 'utf8')).toBe(scenarioTemplate())
    expect((await qunxiang(['check', 'mine.yaml'], inFolder)).code).toBe(0)
    expect((await qunxiang(['run', 'mine.yaml', '--days', '2'], inFolder)).code).toBe(0)
  })

  it('never replaces a file, and leaves nothing else behind', async () => {
    writeFileSync(join(folder, 'there.yaml'), 'mine')
    const before = readdirSync(folder)
    for (const [file, says] of [
      ['there.yaml', 'there.yaml must be a new file, got one that is there already'],
      ['nowhere/x.yaml', 'nowhere/x.yaml must be a new file, got a folder that is not there'],
      ['x.json', 'FILE must end with .yaml, got "x.json"'],
    ] as const) {
      const { code, stderr } = await qunxiang(['new', file], inFolder)
      expect({ code, stderr }).toEqual({ code: 2, stderr: `${says}\n` })
    }
    expect(readFileSync(join(folder, 'there.yaml'), 'utf8')).toBe('mine')
    expect(readdirSync(folder)).toEqual(before)
  })
})
