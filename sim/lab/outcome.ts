import { run, type Observer } from '../engine/run.ts'
import type { Fork } from '../engine/stages.ts'
import { createWorld, type World } from '../model/world.ts'
import { worldSetting } from '../engine/town.ts'
import { takeCensus, type Census } from '../projections/census.ts'
import { endsOf } from '../projections/history.ts'
import type { MetricName } from '../projections/metric.ts'
import { measure, METRICS, type View } from '../projections/metrics.ts'
import { createPulse, feelPulse, type Pulse } from '../projections/pulse.ts'
import { stayingOf, staysIn } from '../projections/staying.ts'
import type { Metrics } from '../projections/summary.ts'
import { createTally, tallyDay, type Tally } from '../projections/tally.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** What is to be kept of every run. The metrics of the last day are always kept. */
export interface Wish {
  /** Whole days after which all metrics are taken; those beyond the run are left out. */
  readonly days: readonly number[]
  /** Metrics of which every day is kept. */
  readonly series: readonly MetricName[]
  /** Whether it is kept how long members stay. Default: no. */
  readonly staying?: boolean
}

/** What is kept of one run of an ensemble: enough for survival, bands and comparisons, without a log. */
export interface Outcome {
  readonly seed: string
  readonly deathDay: number | null
  readonly silentDay: number | null
  /** Metrics after so many whole days: those asked for, and the last. */
  readonly at: Readonly<Record<number, Metrics>>
  /** A metric after d whole days at index d, NaN where nothing can be said; for those asked for. */
  readonly series: Readonly<Partial<Record<MetricName, Float64Array>>>
  /** Share of members still there k days after joining, at index k, by what is known after the last day; if asked for. */
  readonly staying?: Float64Array
}

/** A run that did not come to its end. */
export interface FailedRun {
  readonly seed: string
  /** What went wrong. */
  readonly failure: string
}

export type RunResult = Outcome | FailedRun

/** What became of the runs of one arm, in the order of their seeds; null for a run that was not done. */
export type ArmResults = readonly (RunResult | null)[]

export function hasFailed(result: RunResult): result is FailedRun {
  return 'failure' in result
}

/** Seed of run k of an ensemble: `run --seed` accepts it, so that every dot can be opened. */
export function seedOfRun(seed: string, run: number): string {
  return `${seed}/${run}`
}

/** Somebody who watches a run day by day, and tells its outcome when it is over. */
export interface OutcomeWatch {
  readonly observe: Observer
  readonly outcome: () => Outcome
}

/** Runs a scenario, or with forks a branch of it, once and keeps what was wished for. */
export function outcomeOf(
  scenario: Scenario,
  seed: string,
  wish: Wish = { days: [], series: [] },
  forks: readonly Fork[] = [],
): Outcome {
  const { observe, outcome } = watchOutcome(scenario, seed, wish)
  run(scenario, seed, { forks, observers: [observe] })
  return outcome()
}

/** The same for whoever lets the days pass himself. */
export function watchOutcome(scenario: Scenario, seed: string, wish: Wish): OutcomeWatch {
  const pulse = createPulse(scenario.community.groups)
  const tally = createTally()
  const at: Record<number, Metrics> = {}
  const series: Partial<Record<MetricName, Float64Array>> = {}
  for (const name of wish.series) series[name] = new Float64Array(scenario.days + 1)
  const days = new Set([...wish.days, scenario.days])
  let staying: Float64Array | null = null
  const look = (world: World) => {
    const view = viewOf(world, tally)
    for (const name of wish.series) {
      ;(series[name] as Float64Array)[world.day] = METRICS[name].value(view) ?? NaN
    }
    if (days.has(world.day)) at[world.day] = measure(world, tally, view.census)
    if (wish.staying === true && world.day === scenario.days) staying = stayingOf(staysIn(world)).share
  }
  const observe: Observer = (world, rows, from, to) => {
    tallyDay(tally, rows, from, to)
    feelPulse(pulse, world)
    look(world)
  }
  look(createWorld(worldSetting(scenario)))
  return {
    observe,
    outcome: () => ({ seed, ...daysOf(pulse), at, series, ...(staying !== null && { staying }) }),
  }
}

/** What metrics look at; the census is taken when one of them asks for it, because most days nobody does. */
function viewOf(world: World, tally: Tally): View {
  let census: Census | null = null
  return {
    world,
    tally,
    get census() {
      return (census ??= takeCensus(world))
    },
  }
}

function daysOf(pulse: Pulse): Pick<Outcome, 'deathDay' | 'silentDay'> {
  const { deathDay, silentDay } = endsOf({ pulse })
  return { deathDay, silentDay }
}
