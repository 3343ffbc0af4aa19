#!/usr/bin/env node
/**
 * `npm test`: every check and every test, in order, to the end, whatever fails on the way. Its last lines tell each test that
 * failed, and how.
 * What follows `npm test --` goes to vitest: `npm test -- leaving` runs the tests of files with that name.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'
import { failuresIn, tellFailures } from './failures.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const vitestArguments = process.argv.slice(2)
const mustHaveBrowser = !['', '0', 'false'].includes(process.env.CI ?? '')

const steps = [
  ['format', () => runScript('check:format')],
  ['lint', () => runScript('check:lint')],
  ['types', () => runScript('check:types')],
  ['dead code', () => runScript('check:dead')],
  ['layers', () => runScript('check:layers')],
  ['build', () => runScript('build')],
  ['unit and property tests', () => runVitest('node')],
  ['browser tests', runBrowserTests],
]

const results = steps.map(([name, step]) => {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
  const start = performance.now()
  const counts = step()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `${name}: ${counts.failed > 0 ? 'failed' : counts.passed > 0 ? 'passed' : 'skipped'} (${seconds} s)`,
  )
  return { name, ...counts }
})

const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
const failures = results.filter(({ failed }) => failed > 0).map(({ name }) => name)
console.log(failures.length > 0 ? `\nfailed: ${failures.join(', ')}` : '\neverything passed')
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`)
const failedTests = results.flatMap(({ failures = [] }) => failures)
if (failedTests.length > 0) console.log(tellFailures(failedTests))
process.exitCode = failures.length > 0 ? 1 : 0

/** Runs a script of package.json; it counts as one. */
function runScript(name) {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`
  const { status } = spawnSync(scripts[name], {
    cwd: root,
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  })
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** Runs one project of vite.config.ts; each of its tests counts. */
function runVitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'qunxiang-'))
  const file = join(folder, 'results.json')
  const { status } = spawnSync(
    process.execPath,
    [
      ...[join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...(vitestArguments.length > 0 ? ['--passWithNoTests', ...vitestArguments] : []),
    ],
    { cwd: root, stdio: 'inherit' },
  )
  const counts = readResults(file)
  rmSync(folder, { recursive: true })
  if (status === 0) return counts
  // A file that cannot even be loaded has no tests that could fail.
  const failed = Math.max(counts.failed, 1)
  const message = `vitest ended with ${status}, and no test failed: what broke is told above`
  const failures = counts.failures.length > 0 ? counts.failures : [{ file: '', title: project, message }]
  return { ...counts, failed, failures }
}

function readResults(file) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'))
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests,
      skipped: results.numPendingTests + results.numTodoTests,
      failures: failuresIn(results, root),
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failures: [] }
  }
}

function runBrowserTests() {
  if (findChromium()) return runVitest('browser')
  const wanted = 'a chromium, chromium-browser or google-chrome on PATH, or its path in $CHROMIUM'
  console.log(
    `The browser tests need ${wanted}; there is none here, so they ${mustHaveBrowser ? 'fail' : 'are skipped'}.`,
  )
  return { passed: 0, failed: mustHaveBrowser ? 1 : 0, skipped: mustHaveBrowser ? 0 : 1 }
}
