#!/usr/bin/env node
/** `npm run verify:engines`: the same runs in every JavaScript engine that this machine has, and whether they are the same. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleCertificate, runCertificate } from './engine-runner.mjs'
import { compareOutcomes, labelOf, tableOf } from './engine-table.mjs'
import { ENGINE_NAMES, findEngines, wantsOf } from './engines.mjs'

const PAGE = 'test/engines/README.md'
const HELP = `npm run verify:engines -- [options]

Runs ten shipped scenarios with three seeds each, in full length, in every JavaScript engine found, and compares the digests
with those of this Node. Prints a table; ends with 1 if a digest differs, if an engine fails, or if a required one is missing.

Options:
  --require=NAME,NAME  engines that must be found
  --seconds=N          time that each engine gets at most (300)
  --write              put the table into ${PAGE}
  --help               this text

Engines:
${ENGINE_NAMES.map((name) => `  ${name.padEnd(19)}  ${wantsOf(name)}`).join('\n')}
`

const { values, problem } = readOptions()
if (problem !== undefined) {
  console.error(problem)
  process.exitCode = 2
} else if (values.help) {
  console.log(HELP.trimEnd())
} else {
  process.exitCode = await verify(values)
}

function readOptions() {
  const options = {
    require: { type: 'string', default: '' },
    seconds: { type: 'string', default: '300' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  }
  try {
    const { values } = parseArgs({ options })
    const required = values.require.split(',').filter((name) => name !== '')
    const stranger = required.find((name) => !ENGINE_NAMES.includes(name))
    if (stranger !== undefined) {
      return { problem: `--require must name engines of ${ENGINE_NAMES.join(', ')}, got ${stranger}` }
    }
    const seconds = Number(values.seconds)
    if (!(seconds > 0)) return { problem: `--seconds must be a number above 0, got ${values.seconds}` }
    return { values: { ...values, required, seconds } }
  } catch (error) {
    return { problem: `${error.message}\n\n${HELP.trimEnd()}` }
  }
}

/** Runs the certificate everywhere, prints the table, and returns the exit code. */
async function verify({ required, seconds, write }) {
  const calledOff = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => calledOff.abort())
  const missing = ENGINE_NAMES.filter((name) => findEngines(name).length === 0)
  const folder = mkdtempSync(join(tmpdir(), 'qunxiang-engines-'))
  try {
    const outcomes = await outcomesOf({ folder, secondsMax: seconds, signal: calledOff.signal })
    return report(compareOutcomes(outcomes), { missing, required, write })
  } catch (error) {
    if (!calledOff.signal.aborted) throw error
    process.stderr.write('\ncalled off\n')
    return 130
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** One engine after the other, so that the seconds are its own. */
async function outcomesOf({ folder, ...options }) {
  const bundle = await bundleCertificate()
  const outcomes = []
  for (const engine of ENGINE_NAMES.flatMap((name) => findEngines(name))) {
    process.stderr.write(`${labelOf(engine)} … `)
    const place = join(folder, String(outcomes.length))
    const outcome = await runCertificate(engine, { bundle, folder: place, ...options })
    process.stderr.write(
      `${outcome.problem === undefined ? '' : 'failed, '}${outcome.seconds.toFixed(1)} s\n`,
    )
    options.signal.throwIfAborted()
    outcomes.push(outcome)
  }
  return outcomes
}

function report(comparison, { missing, required, write }) {
  const table = tableOf(comparison)
  console.log(table)
  const failures = [
    ...comparison.failures,
    ...required
      .filter((name) => missing.includes(name))
      .map((name) => `${name} must be there (${wantsOf(name)}), got none`),
  ]
  for (const name of missing) console.error(`skipped: ${name} needs ${wantsOf(name)}`)
  for (const failure of failures) console.error(failure)
  if (write && failures.length === 0) writeTable(table)
  else if (write) console.error(`${PAGE} stays as it is`)
  return failures.length === 0 ? 0 : 1
}

function writeTable(table) {
  const file = join(fileURLToPath(new URL('..', import.meta.url)), PAGE)
  const before = readFileSync(file, 'utf8')
  const between = /<!-- table -->[\s\S]*?<!-- end -->/
  writeFileSync(
    file,
    before.replace(between, () => `<!-- table -->\n${table}\n<!-- end -->`),
  )
  console.error(`wrote ${PAGE}`)
}
