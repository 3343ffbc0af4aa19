import { simulateDay } from '../engine/day.ts'
import { createSimulation } from '../engine/simulation.ts'
import type { Link } from '../events/chain.ts'
import { forget } from '../events/rows.ts'
import { invariant } from '../model/invariant.ts'
import { summaryOf } from '../projections/summary.ts'
import { createWatcher, type Watched } from '../projections/watch.ts'
import { csvOfHistory } from '../report/csv.ts'
import { summaryText } from '../report/summary-text.ts'
import type { Locale } from '../model/local-text.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { openAside, type Aside } from './aside.ts'
import { EXIT } from './exit.ts'
import { breathe } from './interrupt.ts'
import { openLog, type LogWriter } from './log-file-writer.ts'
import { note, noteNotSimulated, print, printJson } from './output.ts'
import { checkPlaces } from './places.ts'
import { createProgress } from './progress.ts'
import { readGiven } from './scenario-files.ts'

export interface RunCommandOptions {
  readonly seed: string
  readonly days?: number
  readonly log?: string
  readonly csv?: string
  readonly json?: boolean
  readonly locale: Locale
}

/** `qunxiang run SCENARIO`: one run, its summary, and on request its log and its daily metrics. */
export async function runCommand(wanted: string, options: RunCommandOptions): Promise<number> {
  const { days, log, csv, json, locale } = options
  const given = readGiven(wanted, { days })
  checkPlaces(given.files, [
    { option: '--log', path: log },
    { option: '--csv', path: csv },
  ])
  noteNotSimulated(given)
  const files: Aside[] = []
  try {
    const logFile = log === undefined ? null : await openLog(log, '--log')
    if (logFile !== null) files.push(logFile.file)
    const csvFile = csv === undefined ? null : await openAside(csv)
    if (csvFile !== null) files.push(csvFile)
    // One spelling of a seed is one history, down to the digest of its header.
    const watched = await simulate(given.scenario, options.seed.normalize('NFC'), logFile?.writer ?? null)
    await csvFile?.write(csvOfHistory(watched.history))
    for (const file of files) await file.keep()
    const summary = summaryOf(given.name, watched)
    if (json === true) printJson(summary)
    else print(summaryText(summary, given.scenario, locale))
    for (const path of [log, csv]) if (path !== undefined) note(`wrote ${path}`)
    return EXIT.done
  } finally {
    for (const file of files) file.discard()
  }
}

/** Runs day by day, with a breath between days, and writes each day down when it is over. */
async function simulate(scenario: Scenario, seed: string, log: LogWriter | null): Promise<Watched> {
  const watcher = createWatcher(scenario, seed)
  const progress = createProgress()
  await log?.header(watcher.header)
  const simulation = createSimulation(scenario, seed)
  const { world, rows } = simulation
  try {
    while (world.day < scenario.days) {
      simulateDay(simulation)
      watcher.observe(world, rows, 0, rows.count)
      await log?.day(rows, 0, rows.count, lastOf(watcher.links))
      forget(rows)
      progress.show(world.day / scenario.days, `day ${world.day} of ${scenario.days}`)
      await breathe()
    }
  } finally {
    progress.clear()
  }
  const watched = watcher.finish(world)
  const { events, digest } = watched
  await log?.end({ days: scenario.days, events, digest })
  return watched
}

function lastOf(links: readonly Link[]): Link {
  const link = links.at(-1)
  invariant(link !== undefined, 'a day that was watched must have a link')
  return link
}
