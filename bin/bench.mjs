#!/usr/bin/env node
/**
 * `npm run bench`: the engine against the reference day, in ratios taken inside one process; the median of five
 * processes, because V8 settles in one of several modes. Writes the table to test/bench/README.md with --write.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  ['rows a member-day', (m) => m.rowsPerMemberDay, '–'],
]

const workshop = mkdtempSync(join(tmpdir(), 'qunxiang-bench-'))
try {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: 'test/bench/measure.ts', outDir: workshop, emptyOutDir: true, target: 'node20' },
  })
  const table = SCENARIOS.map((scenario) => ({
    scenario,
    runs: Array.from({ length: PROCESSES }, () => measured(scenario)),
  }))
  const text = tableOf(table)
  console.log(text)
  if (process.argv.includes('--write')) writeTable(text)
} finally {
  rmSync(workshop, { recursive: true, force: true })
}

function measured(scenario) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [join(workshop, 'measure.js'), scenario], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`a process of the bench must end well, got ${status}\n${stderr}`)
  process.stderr.write('.')
  return JSON.parse(stdout)
}

function tableOf(table) {
  const head = `| ratio | goal | ${table.map(({ scenario }) => scenario).join(' | ')} |`
  const line = `|---|---|${table.map(() => '---').join('|')}|`
  const rows = RATIOS.map(([name, ratio, goal]) => {
    const cells = table.map(({ runs }) => {
      const values = runs.map(ratio).sort((a, b) => a - b)
      const shown = (value) => value.toFixed(value < 0.1 ? 4 : 2)
      return `**${shown(values[PROCESSES >> 1])}** [${shown(values[0])}–${shown(values.at(-1))}]`
    })
    return `| ${name} | ${goal} | ${cells.join(' | ')} |`
  })
  return `\n${[head, line, ...rows].join('\n')}`
}

function writeTable(text) {
  const file = join(root, 'test/bench/README.md')
  const before = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    before.replace(/<!-- table -->[\s\S]*<!-- end -->/, `<!-- table -->\n${text.trim()}\n<!-- end -->`),
  )
}
