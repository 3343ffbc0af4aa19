// The certificate: the digests of thirty runs, computed by whatever JavaScript engine loads this file once it is bundled
// into one plain script. It reads no file, no clock and no argument, and needs nothing of a platform but a way to print:
// shells of engines have hardly more. bin/verify-engines.mjs compares what they print.

import { simulateDay } from '../../sim/engine/day.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import { KIND_NAMES, KINDS } from '../../sim/events/kinds.ts'
import { forget } from '../../sim/events/rows.ts'
import { createWatcher } from '../../sim/projections/watch.ts'
import { parseScenario, type ScenarioText } from '../../sim/scenario/parse.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { CASES, SEEDS } from './cases.ts'
import { fillInMethods } from './older-engines.ts'

/** What the script may be told by a global variable of this name, set before it runs. */
export interface CertificateOrder {
  /** Days after which every run stops; its full length when left out. */
  readonly daysMax?: number
}

/** The digests of one run. */
export interface CertifiedRun {
  readonly scenario: string
  readonly seed: string
  /** Length of the run in full, whether or not it was stopped before. */
  readonly days: number
  /** Digest of the chain after each day; that of the last day is the one that `qunxiang run` prints. */
  readonly chain: readonly string[]
  /** Number of facts of the days that were run. */
  readonly events: number
}

/** What the script prints, as one line of JSON. */
export interface Certificate {
  readonly runs: readonly CertifiedRun[]
  /** Kinds of facts that occurred, in the order of the catalogue. */
  readonly kinds: readonly string[]
}

declare const print: ((line: string) => void) | undefined

const FOLDER = '../../scenarios/'
const TEXTS: Readonly<Record<string, string>> = import.meta.glob('../../scenarios/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
})

fillInMethods()
say(JSON.stringify(certificate(order())))

/** Runs every scenario with every seed. */
function certificate({ daysMax = Infinity }: CertificateOrder): Certificate {
  const seen = new Set<number>()
  const runs = CASES.flatMap(({ scenario }) =>
    SEEDS.map((seed) => certifiedRun(scenario, { seed, daysMax, seen })),
  )
  return { runs, kinds: KIND_NAMES.filter((name) => seen.has(KINDS[name].code)) }
}

interface RunOrder {
  readonly seed: string
  readonly daysMax: number
  /** Codes of the kinds of facts that have occurred; this run adds its own. */
  readonly seen: Set<number>
}

/** Runs a scenario as the command line does: a day at a time, with the facts of the day before forgotten. */
function certifiedRun(name: string, { seed, daysMax, seen }: RunOrder): CertifiedRun {
  const scenario = shippedScenario(name)
  const watcher = createWatcher(scenario, seed)
  const simulation = createSimulation(scenario, seed)
  const { world, rows } = simulation
  let events = 0
  while (world.day < Math.min(scenario.days, daysMax)) {
    simulateDay(simulation)
    watcher.observe(world, rows, 0, rows.count)
    events += rows.count
    for (let row = 0; row < rows.count; row++) seen.add(rows.kind[row] as number)
    forget(rows)
  }
  return {
    scenario: name,
    seed,
    days: scenario.days,
    chain: watcher.links.map(({ digest }) => digest),
    events,
  }
}

/** Parsed here, from its text: the road from the file to the digest is the same in every engine as well. */
function shippedScenario(name: string): Scenario {
  const { text, file } = textOf(name) as ScenarioText
  return parseScenario(text, file, textOf)
}

function textOf(name: string): ScenarioText | undefined {
  const text = TEXTS[`${FOLDER}${name}.yaml`]
  return text === undefined ? undefined : { text, file: `scenarios/${name}.yaml` }
}

function order(): CertificateOrder {
  return (globalThis as { readonly certificateOrder?: CertificateOrder }).certificateOrder ?? {}
}

/** Shells of engines have `print`; in a browser that word would open a dialogue, so there the page defines its own. */
function say(line: string): void {
  if (typeof print === 'function') print(line)
  else console.log(line)
}
