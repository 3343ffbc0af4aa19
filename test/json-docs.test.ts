import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../bin/build.mjs'

// docs/json.md is read as it stands: each section has the commands that it is about, and the keys that the last of them
// prints.

const DOCUMENT = fileURLToPath(new URL('../docs/json.md', import.meta.url))
const LAUNCHER = fileURLToPath(new URL('../bin/qunxiang.mjs', import.meta.url))

interface Section {
  readonly name: string
  readonly commands: readonly string[]
  readonly keys: readonly string[]
}

const sections = readFileSync(DOCUMENT, 'utf8').split(/^## /m).slice(1).map(sectionOf)

function sectionOf(text: string): Section {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'))
  return {
    name: text.slice(0, text.indexOf('\n')),
    commands: [...text.matchAll(/^npx qunxiang (.*)$/gm)].map(([, command]) => command as string),
    keys: rows.flatMap((row) =>
      [...(row.split('|')[1] as string).matchAll(/`([^`]+)`/g)].map(([, key]) => key as string),
    ),
  }
}

let folder = ''

beforeAll(async () => {
  await ensureBuilt({ parts: ['cli'] })
  folder = mkdtempSync(join(tmpdir(), 'qunxiang-json-'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function printedBy(command: string): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...command.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout)
}

/** What stands at a path: `[]` looks into every entry of a list, `*` into every value of a map. */
function valuesAt(found: unknown, path: string): unknown[] {
  return path
    .replaceAll('[]', '.[]')
    .split('.')
    .reduce<unknown[]>((values, step) => values.flatMap((value) => valuesBelow(value, step)), [found])
}

function valuesBelow(value: unknown, step: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  if (step === '[]') return Array.isArray(value) ? value : []
  if (step === '*') return Object.values(value)
  return Object.hasOwn(value, step) ? [(value as Record<string, unknown>)[step]] : []
}

describe('the documentation of JSON', () => {
  it('has the commands that print some', () => {
    expect(sections.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'run',
        'replay',
        'fork',
        'why',
        'diff',
        'ensemble',
        'compare',
        'shrink',
        'claims',
      ]),
    )
  })

  // One after the other: some read the log that another one has written.
  it.each(sections)(
    'has every key that $name prints, and no other',
    ({ name, commands, keys }) => {
      expect(commands.at(-1)).toMatch(new RegExp(`^${name} .*--json$`))
      const printed = commands.map(printedBy).at(-1) as object
      expect(keys.filter((key) => valuesAt(printed, key).length === 0)).toEqual([])
      const documented = new Set(keys.map((key) => key.split(/[.[]/)[0]))
      expect(Object.keys(printed).filter((key) => !documented.has(key))).toEqual([])
      const [format] = valuesAt(printed, 'format')
      expect(readFileSync(DOCUMENT, 'utf8')).toContain(`| \`format\` | \`${format as string}\` |`)
    },
    60_000,
  )
})
