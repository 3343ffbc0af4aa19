import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../bin/build.mjs'
import type { ClaimsReport } from '../../sim/lab/claims-book.ts'
import { ENGINE } from '../../sim/model/engine-version.ts'
import { beforeEachJob, createFolder, qunxiang, SMALL, start, until } from './process.ts'

// The command line as it was built, in a package with a small book of its own: one claim that must hold (a group that
// begins with more people has more on the first evening), one about the same that must fail, one that nothing decides.

const { folder, remove } = createFolder()
const main = join(folder, 'package', 'dist', 'cli', 'main.js')
const inFolder = { cwd: folder, main }

const SAYS = '{ zh-Hans: 甲, zh-Hant: 乙, en: C }'
const BOOK = `format: qunxiang-claims/1
arms:
  few: { scenario: small }
  many: { scenario: small, set: { founders: 60 } }
claims:
  - id: A01
    says: ${SAYS}
    mechanism: [adHarm]
    tests: [{ metric: members, day: 1, of: many, than: few, band: [40, 50] }]
  - id: B02
    says: ${SAYS}
    mechanism: [contentValue]
    tests: [{ metric: members, day: 1, of: few, than: many, band: [40, 50] }]
  - id: C03
    says: ${SAYS}
    mechanism: [adHarm]
    tests: [{ metric: members, day: 400, of: few, within: [0, 1] }]
`

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  cpSync(fileURLToPath(new URL('../../dist/cli', import.meta.url)), join(folder, 'package', 'dist', 'cli'), {
    recursive: true,
  })
  writeFileSync(join(folder, 'package', 'package.json'), '{ "type": "module" }')
  mkdirSync(join(folder, 'package', 'scenarios', 'claims'), { recursive: true })
  writeFileSync(join(folder, 'package', 'scenarios', 'small.yaml'), SMALL)
  writeFileSync(join(folder, 'package', 'scenarios', 'claims', 'book.yaml'), BOOK)
}, 120_000)
afterAll(remove)

const parts = (): string[] => readdirSync(folder).filter((file) => file.endsWith('.part'))

describe('qunxiang claims', () => {
  it('prints one JSON document, and nothing else, with the fields of the contract', async () => {
    const { code, stdout, stderr } = await qunxiang(['claims', 'A01', '--runs', '4', '--json'], inFolder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const report = JSON.parse(stdout) as ClaimsReport
    expect(Object.keys(report)).toEqual(['format', 'engine', 'seed', 'runs', 'isPartial', 'claims'])
    expect(report).toMatchObject({
      ...{ format: 'qunxiang-claims/1', engine: ENGINE, seed: '1', runs: 4, isPartial: false },
    })
    expect(report.claims).toHaveLength(1)
    expect(report.claims[0]).toMatchObject({
      ...{ id: 'A01', metric: 'members', unit: 'people', verdict: 'holds', withoutMechanism: 'holds' },
      ...{ inBand: true, robust: null, mechanism: ['adHarm'] },
    })
  })

  it('tries the direction of a claim in other contexts, when asked to', async () => {
    const asked = ['claims', 'A01', '--runs', '4', '--contexts', '--json']
    const { code, stdout } = await qunxiang(asked, inFolder)
    expect(code).toBe(0)
    const [claim] = (JSON.parse(stdout) as ClaimsReport).claims
    expect(claim?.robust).toBeGreaterThan(0.5)
  })

  it('knows a claim in small letters, and judges all where none is named', async () => {
    const [one, all] = await Promise.all([
      qunxiang(['claims', 'a01', '--runs', '2', '--json'], inFolder),
      qunxiang(['claims', '--runs', '2', '--json'], inFolder),
    ])
    const idsOf = (text: string) => (JSON.parse(text) as ClaimsReport).claims.map(({ id }) => id)
    expect([idsOf(one.stdout), idsOf(all.stdout)]).toEqual([['A01'], ['A01', 'B02', 'C03']])
  })

  it('exits with 1 where a claim fails, and not where one is undecided', async () => {
    const [holds, fails, undecided] = await Promise.all(
      ['A01', 'B02', 'C03'].map((id) => qunxiang(['claims', id, '--runs', '3'], inFolder)),
    )
    expect([holds?.code, fails?.code, undecided?.code]).toEqual([0, 1, 0])
    expect(fails?.stdout).toContain('FAILS')
    expect(undecided?.stdout).toContain('undecided')
  })

  it('prints the same bytes on one, two and three workers', async () => {
    const [one, two, three] = await Promise.all(
      ['1', '2', '3'].map((workers) =>
        qunxiang(['claims', '--runs', '5', '--workers', workers, '--json'], inFolder),
      ),
    )
    expect(one?.code).toBe(1)
    expect(two).toEqual(one)
    expect(three).toEqual(one)
  })

  it('writes the book as a page, whatever the verdicts, and says what wrote it', async () => {
    writeFileSync(join(folder, 'page.md'), 'old')
    const { code, stderr } = await qunxiang(['claims', '--runs', '3', '--markdown', 'page.md'], inFolder)
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'wrote page.md\n' })
    const page = readFileSync(join(folder, 'page.md'), 'utf8')
    expect(page).toContain('`npx qunxiang claims --runs 3 --markdown scenarios/CLAIMS.md`')
    for (const id of ['A01', 'B02', 'C03']) expect(page).toContain(`\n## ${id} C\n`)
    expect(parts()).toEqual([])
  })
})

describe('wrong input', () => {
  it.each<[string[], RegExp]>([
    [
      ['claims', 'A10', 'Z99'],
      /^ID must be a claim of the book, got "A10": did you mean A01\?\nID must .*"Z99"\nthe book has A01 B02 C03\n$/,
    ],
    [['claims', '--runs', '0'], /'--runs <number>' argument '0' is invalid/],
    [
      ['claims', '--markdown', 'nowhere/page.md'],
      /must be a file that can be written, got a folder that is not/,
    ],
    [['claims', '--markdown', '.'], /must be a file, got a folder/],
  ])('%o is told before anything is run, with exit code 2 and nothing written', async (args, says) => {
    const before = readdirSync(folder)
    const { code, stdout, stderr } = await qunxiang(args, inFolder)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(readdirSync(folder)).toEqual(before)
  })

  it('in the book is told with its file and line', async () => {
    const wrong = join(folder, 'wrong', 'scenarios', 'claims')
    cpSync(join(folder, 'package'), join(folder, 'wrong'), { recursive: true })
    writeFileSync(join(wrong, 'book.yaml'), BOOK.replace('{ scenario: small }', '{ scenario: smal }'))
    const other = { ...inFolder, main: join(folder, 'wrong', 'dist', 'cli', 'main.js') }
    const { code, stderr } = await qunxiang(['claims', '--runs', '1'], other)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^scenarios\/claims\/book\.yaml:3: .*got "smal": did you mean small\?/)
    writeFileSync(join(wrong, 'book.yaml'), BOOK.replace('{ founders: 60 }', '{ foundrs: 60 }'))
    const again = await qunxiang(['claims', '--runs', '1'], other)
    expect(again.code).toBe(2)
    expect(again.stderr).toMatch(
      /scenarios\/claims\/book\.yaml: A01, arm many: .*foundrs.*did you mean founders\?/,
    )
    writeFileSync(join(wrong, 'book.yaml'), BOOK)
    writeFileSync(join(wrong, 'twice.yaml'), BOOK)
    const twice = await qunxiang(['claims', '--runs', '1'], other)
    expect(twice.code).toBe(2)
    expect(twice.stderr).toMatch(/twice\.yaml: A01 must be given once, got it again/)
  })
})

describe('a book that is not judged to its end', () => {
  it('is told as far as it is at Ctrl-C, with 130, and the old page stays as it was', async () => {
    writeFileSync(join(folder, 'kept.md'), 'old')
    const mark = join(folder, 'begun')
    const node = beforeEachJob(
      folder,
      'mark',
      `if (number === 20) writeFileSync(${JSON.stringify(mark)}, '')`,
    )
    const args = ['claims', '--runs', '100000', '--markdown', 'kept.md', '--json']
    const going = start(args, { ...inFolder, node })
    await until(() => existsSync(mark))
    expect(parts()).toHaveLength(1)
    going.child.kill('SIGINT')
    const { code, stdout, stderr } = await going.ended
    expect(code).toBe(130)
    const report = JSON.parse(stdout) as ClaimsReport
    expect(report.isPartial).toBe(true)
    expect(report.runs).toBeGreaterThan(1)
    expect(report.runs).toBeLessThan(100_000)
    expect(stderr).toMatch(/^interrupted: \d+ runs were not done/)
    expect(parts()).toEqual([])
    expect(readFileSync(join(folder, 'kept.md'), 'utf8')).toBe('old')
  })
})
