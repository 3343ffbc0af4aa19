#!/usr/bin/env node
/**
 * `npm run verify`: the two scenarios over 1,000 seeds, each claim with its mechanism on and off, and their table; then
 * whether scenarios/CLAIMS.md is what `npm run claims` would write now. A claim that fails is no failure of this: that it
 * does stands on the page. Then every law and property on examples that `npm test` does not take, 100,000 broken inputs at
 * every door, and whether the laws see every planted fault.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const PAGE = 'scenarios/CLAIMS.md'

const book = tests(['test/book'], { BOOK_SEEDS: '1000', BOOK_TABLE: '1' })
const isPageNew = isClaimsPageNew()
const properties = tests(filesWithProperties(), { QUNXIANG_FC_SEED: newSeed() })
const fuzz = node([join(root, 'bin', 'fuzz.mjs')])
const faults = node([join(root, 'bin', 'faults.mjs')])
process.exitCode = isPageNew && [book, properties, fuzz, faults].every((status) => status === 0) ? 0 : 1

/** A seed of fast-check that is new each time, and told. */
function newSeed() {
  const seed = process.env.QUNXIANG_FC_SEED ?? String(randomInt(2 ** 31))
  console.log(`\nlaws and properties with QUNXIANG_FC_SEED=${seed}`)
  return seed
}

/** The test files that draw examples. */
function filesWithProperties() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((name) => join('test', name))
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith(join('test', 'browser')))
    .filter((file) => /'fast-check'|\bcheckLaw\b/.test(readFileSync(join(root, file), 'utf8')))
}

/** Judges the book as `npm run claims` does, but beside the page, and compares the two. */
function isClaimsPageNew() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'qunxiang-verify-'))
  const file = join(folder, 'CLAIMS.md')
  try {
    const words = scripts.claims.split(' ').slice(1)
    const status = node(words.map((word) => (word === PAGE ? file : word)))
    if (!existsSync(file)) return told(`${PAGE} cannot be checked: the claims ended with ${status}`)
    const page = existsSync(join(root, PAGE)) ? readFileSync(join(root, PAGE), 'utf8') : ''
    return page === readFileSync(file, 'utf8') || told(differenceOf(page, readFileSync(file, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The first line that is not what it should be. */
function differenceOf(page, now) {
  const [old, lines] = [page.split('\n'), now.split('\n')]
  const at = Math.max(
    0,
    lines.findIndex((line, n) => line !== old[n]),
  )
  const place = `${PAGE}:${at + 1} must be "${lines[at]}", got "${old[at] ?? ''}"`
  return `${place}\n\`npm run claims\` writes it anew`
}

function told(problem) {
  console.error(problem)
  return false
}

/** Runs tests of the project without a browser; returns the exit code. */
function tests(files, environment) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  return node([vitest, 'run', '--project', 'node', ...files], environment)
}

/** Runs a script of Node in the package; returns its exit code. */
function node(words, environment = {}) {
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, ...process.env },
  })
  return status ?? 1
}
