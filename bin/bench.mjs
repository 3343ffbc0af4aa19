#!/usr/bin/env node
/**
 * `npm run bench`: the engine against the reference day, in ratios taken inside one process; the median of five
 * processes, because V8 settles in one of several modes. Then ensembles on one and on two worker threads. With --stream
 * it takes minutes more, for the largest run that is promised; --table-only, --ensembles-only and --stream-only measure
 * one thing. What was measured goes into test/bench/README.md with --write, which measures all unless one is named.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const PROCESSES = 5
const SCENARIOS = ['pain-point-first', 'ads-from-day-one']

/** Ratio, its definition, and the goal. */
const RATIOS = [
  ['engine, log on ÷ reference day', (m) => m.logOn / m.reference, '≤ 3'],
  ['log on ÷ log off', (m) => m.logOn / m.logOff, '≤ 1.25'],
  ['fold ÷ simulate (log off)', (m) => m.fold / m.logOff, '≤ 0.35'],
  ['one jump from keyframes ÷ simulate', (m) => m.jump / m.logOff, '≤ 0.05'],
  ['20 groups ÷ one, per member-day', (m) => m.twentyGroups / m.oneGroup, '≤ 1.3'],
  ['thirteen mechanisms that are off ÷ simulate', (m) => m.turnsOff / m.logOff, '≤ 0.02'],
  ['rows a member-day', (m) => m.rowsPerMemberDay, '–'],
]

/** What the streamed run is told by, and the goal. */
const STREAM = [
  ['members at the end', (m) => grouped(m.members), '≈ 100,000'],
  ['member-days', (m) => grouped(m.memberDays), '–'],
  ['events', (m) => grouped(m.events), '–'],
  ['events a member-day', (m) => (m.events / m.memberDays).toFixed(2), '–'],
  ['seconds', (m) => m.seconds.toFixed(0), '–'],
  ['nanoseconds a member-day', (m) => grouped((m.seconds * 1e9) / m.memberDays), '–'],
  ['size of the `.qlog`, MB', (m) => grouped(m.bytes / 1e6), '–'],
  ['bytes an event', (m) => (m.bytes / m.events).toFixed(2), '–'],
  ['peak resident memory, MB', (m) => grouped(m.peakBytes / 1e6), '≤ 2,000'],
]

/** What ensembles are told by, and the goal. */
const ENSEMBLES = [
  ['runs a second on two workers', ({ two }) => two.runsPerSecond, '–'],
  ['two workers ÷ one, in runs a second', ({ one, two }) => two.runsPerSecond / one.runsPerSecond, '≥ 1.8'],
  ['two workers ÷ one, in CPU time a run', ({ one, two }) => two.cpuPerRun / one.cpuPerRun, '≤ 1.1'],
]

const wants = (flag) => process.argv.includes(flag)
const workshop = mkdtempSync(join(tmpdir(), 'qunxiang-bench-'))
try {
  for (const [name, measure] of wantedTables()) await show(name, measure)
} finally {
  rmSync(workshop, { recursive: true, force: true })
}

/** The tables by their names in test/bench/README.md: the one that is named, else all but the slow one. */
function wantedTables() {
  const tables = [
    ['table', ratiosTable],
    ['ensembles', ensemblesTable],
    ['stream', streamTable],
  ]
  const named = tables.filter(([name]) => wants(`--${name}-only`))
  if (named.length > 0) return named
  return tables.filter(([name]) => name !== 'stream' || wants('--stream') || wants('--write'))
}

/** Measures one table, prints it, and puts it between its markers where that is asked for. */
async function show(name, measure) {
  const text = await measure()
  console.log(`\n${text}`)
  if (wants('--write')) writeTable(name, text)
}

/** Bundles a script, by default one of test/bench, as deep in the workshop as the command line lies in the package. */
async function bundled(name, source = `test/bench/${name}.ts`) {
  const folder = join(workshop, 'dist', name)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      // As the command line is built.
      rolldownOptions: { output: { topLevelVar: false } },
    },
  })
  return join(folder, `${name}.js`)
}

async function ratiosTable() {
  const script = await bundled('measure')
  // By itself: in one bundle with the engine V8 does not optimise it, and every ratio to it is worth nothing.
  const reference = await bundled('reference-speed')
  return tableOf(
    SCENARIOS.map((scenario) => ({
      scenario,
      runs: Array.from({ length: PROCESSES }, () => ({
        ...JSON.parse(measured(reference, scenario)),
        ...JSON.parse(measured(script, scenario)),
      })),
    })),
  )
}

async function ensemblesTable() {
  const worker = await bundled('worker', 'sim/lab/worker.ts')
  const rounds = JSON.parse(measured(await bundled('ensemble-speed'), worker))
  const rows = ENSEMBLES.map(
    ([name, value, goal]) => `| ${name} | ${goal} | ${medianOf(rounds.map(value))} |`,
  )
  return ['| 500 members, 180 days | goal | pain-point-first |', '|---|---|---|', ...rows].join('\n')
}

async function streamTable() {
  const script = await bundled('stream')
  // Where the bundle looks for what is shipped.
  cpSync(join(root, 'scenarios'), join(workshop, 'scenarios'), { recursive: true })
  // The summary of the run comes first, what it took on the last line.
  const lines = measured(script, workshop).trimEnd().split('\n')
  const took = JSON.parse(lines.pop())
  const found = { ...took, events: JSON.parse(lines.join('\n')).events }
  const rows = STREAM.map(([name, value, goal]) => `| ${name} | ${goal} | **${value(found)}** |`)
  return ['| 200 groups of 500, 365 days | goal | |', '|---|---|---|', ...rows].join('\n')
}

/** What a process of its own prints. */
function measured(script, argument) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [script, argument], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`a process of the bench must end well, got ${status}\n${stderr}`)
  process.stderr.write('.')
  return stdout
}

function tableOf(table) {
  const head = `| ratio | goal | ${table.map(({ scenario }) => scenario).join(' | ')} |`
  const line = `|---|---|${table.map(() => '---').join('|')}|`
  const rows = RATIOS.map(([name, ratio, goal]) => {
    const cells = table.map(({ runs }) => medianOf(runs.map(ratio)))
    return `| ${name} | ${goal} | ${cells.join(' | ')} |`
  })
  return [head, line, ...rows].join('\n')
}

/** `1.25 [1.21–1.31]`: the median of an odd number of values, the lowest and the highest. */
function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const shown = (value) => value.toFixed(value < 0.1 ? 4 : 2)
  return `**${shown(sorted[sorted.length >> 1])}** [${shown(sorted[0])}–${shown(sorted.at(-1))}]`
}

function writeTable(name, text) {
  const file = join(root, 'test/bench/README.md')
  const between = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- end -->`)
  const before = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    before.replace(between, () => `<!-- ${name} -->\n${text}\n<!-- end -->`),
  )
}

/** A whole number with its thousands apart. */
function grouped(value) {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
}
