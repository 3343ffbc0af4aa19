#!/usr/bin/env node
/**
 * `npm run fuzz`: broken inputs at every door, as many as are asked for, and real processes that are killed midway.
 *
 *   --inputs 100000    inputs of each door
 *   --processes N      real processes; default: one in 500 inputs
 *   --seed TEXT        another seed, other inputs; default 1
 *   --door NAME        one door: scenario, jsonl, qlog, arguments, messages or processes
 *   --input N          this input alone, to see a failure again
 *   --json             the counts as JSON
 *
 * Exit code 1 when a door broke, with the smallest input found and how to see it again.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clearInterval, setInterval } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { ensureBuilt } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const DOORS = ['scenario', 'jsonl', 'qlog', 'arguments', 'messages', 'processes']
/** Inputs of a door for one real process. */
const INPUTS_PER_PROCESS = 500
/** Files come and go by the hundred thousand: in memory, where there is a disk of it. */
const TEMPORARY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
/** An input that takes so long hangs, in milliseconds. */
const HANG = 60_000

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    processes: { type: 'string' },
    seed: { type: 'string', default: '1' },
    door: { type: 'string' },
    input: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const inputs = wholeNumber(values.inputs, '--inputs')
const processes = wholeNumber(
  values.processes ?? String(Math.ceil(inputs / INPUTS_PER_PROCESS)),
  '--processes',
)
const only = values.input === undefined ? null : wholeNumber(values.input, '--input')
const doors = values.door === undefined ? DOORS : [values.door]
if (!doors.every((door) => DOORS.includes(door)))
  wrong(`--door must be one of ${DOORS.join(', ')}, got ${values.door}`)
if (only !== null && values.door === undefined) wrong('--input must come with --door, got none')

await ensureBuilt({ parts: ['cli'] })
// As deep in the package as dist/cli, so that the command line finds the shipped scenarios.
mkdirSync(join(root, 'dist'), { recursive: true })
const workshop = mkdtempSync(join(root, 'dist', '.fuzz-'))
process.on('exit', () => rmSync(workshop, { recursive: true, force: true }))
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.on(signal, () => process.exit(code))
await buildFuzz()

const tallies = []
for (const door of doors) tallies.push(await tallyOf(door))
if (values.json) console.log(JSON.stringify(tallies, null, 2))
else for (const tally of tallies) console.log(lineOf(tally))
const failed = tallies.filter(({ failure }) => failure !== null)
for (const { door, failure } of failed) console.error(`\n${tellFailure(door, failure)}`)
process.exit(failed.length > 0 ? 1 : 0)

async function buildFuzz() {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true },
    plugins: [
      {
        // The workers of the page do what they do when they are loaded, and package.json says that no module does.
        name: 'workers-that-listen',
        transform: (code, id) =>
          id.endsWith('worker.ts') ? { code, map: null, moduleSideEffects: true } : null,
      },
    ],
    build: {
      ssr: true,
      outDir: workshop,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: { main: join(root, 'test/fuzz/main.ts'), worker: join(root, 'sim/lab/worker.ts') },
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}

/** Tries a door in a process of its own, in a folder of its own; looks now and then whether it still moves. */
async function tallyOf(door) {
  const folder = mkdtempSync(join(TEMPORARY, 'qunxiang-fuzz-'))
  const [beat, tally] = [join(workshop, 'beat'), join(workshop, 'tally.json')]
  const to = only === null ? (door === 'processes' ? processes : inputs) : only + 1
  const asked = { door, seed: values.seed, from: only ?? 0, to, folder, beat, tally }
  rmSync(tally, { force: true })
  const child = spawn(process.execPath, [join(workshop, 'main.js'), JSON.stringify(asked)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4000)))
  const stop = () => child.kill('SIGKILL')
  const tidy = () => {
    stop()
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', tidy)
  let hangs = false
  let [at, since] = [-1, performance.now()]
  const watch = setInterval(() => {
    const now = beatOf(beat)
    if (now !== at) [at, since] = [now, performance.now()]
    process.stderr.write(`\r\u001B[K${door}: ${at} of ${to}`)
    hangs = performance.now() - since > HANG
    if (hangs) stop()
  }, 500)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  process.off('exit', tidy)
  process.stderr.write('\r\u001B[K')
  rmSync(folder, { recursive: true, force: true })
  if (existsSync(tally)) return JSON.parse(readFileSync(tally, 'utf8'))
  const input = beatOf(beat)
  const says = hangs ? `it takes more than ${HANG / 1000} s` : `the process ended with ${code}\n${said}`
  const failure = { input, says, smallest: '(not made smaller)' }
  return { door, inputs: input + 1, accepted: 0, refused: {}, slowest: { ms: HANG, input }, failure }
}

function beatOf(file) {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : -1
}

function lineOf({ door, inputs, accepted, refused, slowest, failure }) {
  const kinds = Object.entries(refused).map(([kind, count]) => `${count} ${kind}`)
  const end = failure === null ? '' : ' – BROKEN'
  return `${door}: ${inputs} inputs, ${accepted} accepted, refused: ${kinds.join(', ') || 'none'}; slowest ${slowest.ms} ms (input ${slowest.input})${end}`
}

function tellFailure(door, { input, says, smallest }) {
  const again = `npm run fuzz -- --seed ${JSON.stringify(values.seed)} --door ${door} --input ${input}`
  return `${door} must hold, got: ${says}\nthe smallest input found:\n${smallest.slice(0, 4000)}\nagain: ${again}`
}

function wholeNumber(text, name) {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : wrong(`${name} must be a whole number, got ${text}`)
}

function wrong(says) {
  console.error(says)
  process.exit(2)
}
