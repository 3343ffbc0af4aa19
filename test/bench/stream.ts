// The largest run that is promised, streamed: 200 full groups of 500 for a year, written down as `qunxiang run --log`
// writes it, with no more than a day in memory. Argument: a folder to work in. Prints the summary of the run, and then
// one line of JSON with what it took.

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../../sim/cli/run-command.ts'

const GROUPS = 200
const CAPACITY = 500

/**
 * `pain-point-first`, grown: full from the first morning, with newcomers enough to fill the seats of those who leave.
 * Its owner never sleeps nor tires: nobody can look after 200 groups, and groups that lie idle write hardly anything.
 */
const LARGE = {
  extends: 'pain-point-first',
  days: 365,
  market: { people: 300_000 },
  community: { groups: GROUPS, capacity: CAPACITY },
  founders: GROUPS * CAPACITY,
  arrivals: [{ from: 0, to: 365, perDay: 400, source: 'friends', fit: 0.8 }],
  owner: { hoursPerDay: 24, cash: 10_000_000 },
  model: { energyPerHour: 0 },
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('a folder to work in must be given')
const [scenario, log, csv] = ['large.json', 'large.qlog', 'large.csv'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
writeFileSync(scenario, JSON.stringify(LARGE))

const start = performance.now()
await runCommand(scenario, { seed: 'bench/stream', log, csv, json: true, locale: 'en' })
const seconds = (performance.now() - start) / 1000
const membersByDay = membersOf(readFileSync(csv, 'utf8'))
console.log(
  JSON.stringify({
    members: membersByDay.at(-1),
    memberDays: membersByDay.reduce((sum, members) => sum + members, 0),
    seconds,
    bytes: statSync(log).size,
    // Kilobytes, on every system that Node runs on.
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
)

/** Members present after each whole day. */
function membersOf(table: string): number[] {
  const [head, ...rows] = table
    .trim()
    .split('\r\n')
    .map((row) => row.split(','))
  const column = (head as string[]).indexOf('members')
  return rows.slice(1).map((row) => Number(row[column]))
}
