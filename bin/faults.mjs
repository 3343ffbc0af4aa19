#!/usr/bin/env node
/** `npm run faults`: plants the faults of test/faults one at a time in a copy of the sources, and says which law sees each. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { FAULTS } from '../test/faults/faults.mjs'

const HELP = `npm run faults -- [options] [NAME…]

Plants the faults of test/faults/faults.mjs one at a time in a copy of the sources, and holds the laws against it: those of
runs, then those of files, up to the first that does not hold. Prints a table. First, the unchanged sources must hold.

  --only NAME…    only faults with one of these in their names
  --list          names of all faults, and nothing else
  --planted-only  takes it for granted that the unchanged sources hold
  --limit SECONDS for each fault, 60 where nothing is said: more on a machine that does other things as well
  --write         puts the table into test/faults/README.md
  --help          this

Exit code: 0 when every fault is caught, 1 when one is not (or does not apply, or the unchanged sources fail), 2 for
options that there are not.
`

const root = fileURLToPath(new URL('..', import.meta.url))
/** What laws need. */
const COPIED = [
  ...['sim', 'scenarios', 'package.json', 'tsconfig.json', 'test/faults', 'test/laws', 'test/testing'],
  ...['test/events', 'test/engine/kept-log.law.test.ts'],
]
/** Seconds that the laws have for each fault. */
let limit = 60
/** What hangs is caught, where the unchanged sources are done in this part of the time. */
const FAR_LESS = 1 / 3

const NONE = { law: null, says: '' }
const HUNG = { law: 'none', says: 'they take too long', isHung: true }

const asked = optionsOf(process.argv.slice(2))
if (asked !== null) process.exitCode = await main(asked)

/** Null where there is nothing to be done. */
function optionsOf(words) {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true },
        list: { type: 'boolean' },
        'planted-only': { type: 'boolean' },
        limit: { type: 'string', default: '60' },
        write: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return told(HELP, 0)
    if (values.list) return told(`${FAULTS.map(({ name }) => name).join('\n')}\n`, 0)
    return { ...values, only: [...(values.only ?? []), ...positionals] }
  } catch (problem) {
    return told(`${problem.message}\n${HELP}`, 2)
  }
}

function told(text, exitCode) {
  process[exitCode === 0 ? 'stdout' : 'stderr'].write(text)
  process.exitCode = exitCode
  return null
}

async function main({ only, write, limit: seconds, 'planted-only': isTrusting }) {
  limit = Number(seconds)
  const faults = FAULTS.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)))
  if (faults.length === 0) {
    console.error(`--only must be part of a name that --list prints, got ${only.join(', ')}`)
    return 2
  }
  const workshop = mkdtempSync(join(tmpdir(), 'qunxiang-faults-'))
  try {
    for (const path of COPIED) cpSync(join(root, path), join(workshop, path), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(workshop, 'node_modules'), 'dir')
    const unchanged = isTrusting ? null : await held(workshop)
    if (unchanged !== null) report('the unchanged sources', unchanged)
    if (unchanged !== null && unchanged.law !== null) return 1
    // Without a run of the unchanged sources nothing is known of how long is too long.
    const mayHang = unchanged !== null && unchanged.seconds < FAR_LESS * limit
    const results = []
    for (const fault of faults) {
      const found = await planted(workshop, fault)
      const isCaught = found.isError !== true && found.law !== null && (found.isHung !== true || mayHang)
      report(fault.name, found)
      results.push({ ...found, name: fault.name, isCaught })
    }
    const text = tableOf(results, unchanged)
    console.log(text)
    if (write) writeTable(text)
    return results.every(({ isCaught }) => isCaught) ? 0 : 1
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** What the laws say with a fault in one of the sources, which is then put right again. */
async function planted(workshop, { file, from, to }) {
  const path = join(workshop, 'sim', file)
  const source = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const times = source.split(from).length - 1
  if (times !== 1) {
    const says = `the text to replace must stand in sim/${file} once, got ${times} times`
    return { law: 'does not apply', says, seconds: 0, isError: true }
  }
  writeFileSync(
    path,
    source.replace(from, () => to),
  )
  try {
    return await held(workshop)
  } finally {
    writeFileSync(path, source)
  }
}

/** The first law that does not hold, what it says, and how long that took; null for the law where all hold. */
async function held(workshop) {
  const start = performance.now()
  const left = () => Math.max(1000, Math.round(limit * 1000 - (performance.now() - start)))
  const since = (found) => ({ ...found, seconds: (performance.now() - start) / 1000 })
  try {
    const script = await bundled(workshop)
    const ofRuns = firstOfRuns(script, left())
    return since(ofRuns.law === null ? firstOfFiles(workshop, left()) : ofRuns)
  } catch (problem) {
    return since({ law: 'does not run', says: problem.message, isError: true })
  }
}

async function bundled(workshop) {
  await build({
    configFile: false,
    root: workshop,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'test/faults/laws.ts',
      outDir: join(workshop, 'dist'),
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { topLevelVar: false } },
    },
  })
  return join(workshop, 'dist', 'laws.js')
}

/** The laws of runs, from one bundle: no test runner is needed, and they begin at once. */
function firstOfRuns(script, timeout) {
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    timeout,
  })
  if (error?.code === 'ETIMEDOUT') return HUNG
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(0) ?? `ended with ${status}`)
  return stdout === '' ? NONE : JSON.parse(stdout)
}

/** The laws of files and of what watches a run are tests: vitest runs them as they are. */
function firstOfFiles(workshop, timeout) {
  const file = join(workshop, 'results.json')
  rmSync(file, { force: true })
  const { status, error, stderr } = spawnSync(
    process.execPath,
    [
      ...[join(workshop, 'node_modules', 'vitest', 'vitest.mjs'), 'run'],
      ...['--config', 'test/faults/vitest.config.ts', '--reporter=json', `--outputFile=${file}`],
    ],
    { cwd: workshop, encoding: 'utf8', timeout },
  )
  if (error?.code === 'ETIMEDOUT') return HUNG
  if (!existsSync(file)) throw new Error(stderr.trim().split('\n').at(0) ?? `ended with ${status}`)
  if (status === 0) return NONE
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.find(({ status: state }) => state === 'failed')
  if (failed === undefined) throw new Error(testResults.map(({ message }) => message).join(' '))
  return { law: failed.title.split(':')[0], says: saidBy(failed.failureMessages[0]) }
}

/** What did not hold, behind what fast-check tells of how to see it again. */
function saidBy(message) {
  const lines = message.split('\n').map((line) => line.trim())
  return (lines.find((line) => line.startsWith('Got ')) ?? lines[0]).replace(/^(Got )?\w*Error: /, '')
}

function report(name, { law, says, seconds, isError }) {
  const found = law === null ? 'every law holds' : `${law}: ${firstLine(says)}`
  console.error(`${isError === true ? '! ' : ''}${name} → ${found} (${seconds.toFixed(1)} s)`)
}

/** The first line, short enough for a table. */
function firstLine(text) {
  const [line = ''] = text.split('\n')
  return line.length > 110 ? `${line.slice(0, 109)}…` : line
}

function tableOf(results, unchanged) {
  const rows = results.map(({ name, law, says, seconds, isCaught }) => {
    const by = isCaught
      ? `${law}: ${firstLine(says)}`
      : `**not caught**${law === null ? '' : ` (${law}: ${firstLine(says)})`}`
    return `| ${name} | ${by.replaceAll('|', '\\|')} | ${seconds.toFixed(1)} |`
  })
  const caught = results.filter(({ isCaught }) => isCaught).length
  const took =
    unchanged === null
      ? ''
      : ` The unchanged sources take ${unchanged.seconds.toFixed(0)} s, and every law holds.`
  return [
    ...['| fault | caught by | seconds |', '|---|---|---|', ...rows, ''],
    `${caught} of ${results.length} faults are caught.${took}`,
  ].join('\n')
}

function writeTable(text) {
  const file = join(root, 'test/faults/README.md')
  const before = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    before.replace(/<!-- table -->[\s\S]*?<!-- end -->/, () => `<!-- table -->\n${text}\n<!-- end -->`),
  )
}
