import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('the engine', () => {
  it('has no clock and no dice but its own, outside the command line', () => {
    const clockOrDice = /\bMath\.random\b|\bnew Date\b|\bDate\.|\bperformance\.|\bcrypto\.|\bhrtime\b/
    expect(
      filesUnder('sim', '.ts')
        .filter((file) => !file.startsWith('sim/cli/'))
        .flatMap((file) =>
          finds(withoutComments(read(file)), clockOrDice, `${file} must not read clock or dice`),
        ),
    ).toEqual([])
  })

  it('knows no scenario and no claim: neither is named outside of comments', () => {
    const scenarios = readdirSync(join(root, 'scenarios')).flatMap((file) =>
      file.endsWith('.yaml') ? [file.slice(0, -5)] : [],
    )
    expect(scenarios.length).toBeGreaterThan(24)
    const scenario = new RegExp(`['"\`](${scenarios.join('|')})['"\`]`)
    const claim = /['"`][ABCEPX]\d\d['"`]/
    const named = (folder: string, name: RegExp) =>
      filesUnder(folder, '.ts').flatMap((file) =>
        finds(withoutComments(read(file)), name, `${file} must not name it`),
      )
    expect([
      ...['sim/engine', 'sim/model', 'sim/events'].flatMap((folder) => named(folder, scenario)),
      // The table of parameters names claims as its sources, and nothing else.
      ...['sim/engine', 'sim/events'].flatMap((folder) => named(folder, claim)),
    ]).toEqual([])
  })

  it('has a test for every mechanism, in the same place under test/', () => {
    expect(
      mechanisms()
        .filter((file) => !testsOf(file).some((test) => existsSync(join(root, test))))
        .map((file) => `${file} must have a test ${testsOf(file).join(' or ')}, got none`),
    ).toEqual([])
  })

  it('opens every mechanism with what people do, the source and the simplification', () => {
    expect(
      mechanisms()
        .map((file) => ({ file, lines: openingComment(read(file)) }))
        .filter(({ lines }) => lines < 3)
        .map(({ file, lines }) => `${file} must open with a comment of at least 3 lines, got ${lines}`),
    ).toEqual([])
  })

  it('explains each of its folders', () => {
    const overview = existsSync(join(root, 'sim/README.md')) ? read('sim/README.md') : ''
    const folders = new Set(filesUnder('sim', '.ts').map((file) => dirname(file)))
    folders.delete('sim')
    expect(
      [...folders]
        .filter((folder) => !existsSync(join(root, folder, 'README.md')))
        .filter((folder) => !overview.includes(`${relative('sim', folder)}/`))
        .map((folder) => `${folder}/ must have a README.md or a line in sim/README.md, got neither`),
    ).toEqual([])
  })
})

describe('the tests', () => {
  const tests = filesUnder('test', '.test.ts')

  it('have titles that state a fact', () => {
    const wish = /\b(?:it|test)(?:\.\w+)*\(\s*['"`]should\b/
    expect(tests.flatMap((file) => finds(read(file), wish, `${file} must state a fact, not a wish`))).toEqual(
      [],
    )
  })

  it('all run', () => {
    const absent = /\b(?:it|test|describe|suite)\.(?:only|skip|todo)\b/
    expect(tests.flatMap((file) => finds(read(file), absent, `${file} must run every test`))).toEqual([])
  })
})

describe('the sources', () => {
  it('leave nothing for later', () => {
    const note = /\bTO[D]O\b|\bFIX[M]E\b/
    expect(
      ['sim', 'viz', 'scenarios', 'test']
        .flatMap((folder) => filesUnder(folder))
        .filter((file) => /\.(ts|css|html|yaml|md)$/.test(file))
        .flatMap((file) => finds(read(file), note, `${file} must be finished`)),
    ).toEqual([])
  })
})

function mechanisms(): string[] {
  return filesUnder('sim/engine/mechanisms', '.ts')
}

function testsOf(file: string): string[] {
  const mirrored = join('test', dirname(relative('sim', file)), basename(file, '.ts'))
  return [`${mirrored}.test.ts`, `${mirrored}.law.test.ts`]
}

/** Lines with text in the comment that a file begins with, whichever way it is written. */
function openingComment(source: string): number {
  const block = /^\/\*[^]*?\*\/|^(?:\/\/.*\n)+/.exec(source)?.[0] ?? ''
  return block.split('\n').filter((line) => /[\p{Letter}\p{Number}]/u.test(line)).length
}

/** Blanks comments and keeps the line breaks, so that line numbers stay right. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[^]*?\*\/|(?<![:'"`])\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ' '))
}

/** One sentence, in the form of our other errors, for each line in which the pattern occurs. */
function finds(source: string, pattern: RegExp, demand: string): string[] {
  return source.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line)?.[0]
    return found ? [`${demand}, got ${JSON.stringify(found)} on line ${index + 1}`] : []
  })
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Paths from the root of the project, with forward slashes, in order. */
function filesUnder(folder: string, ending = ''): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}
