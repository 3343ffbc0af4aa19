import { simulateDay } from '../engine/day.ts'
import type { Observer } from '../engine/run.ts'
import { createSimulation } from '../engine/simulation.ts'
import type { Fork } from '../engine/stages.ts'
import { addLink, chainDigest, createChain } from '../events/chain.ts'
import { forget } from '../events/rows.ts'
import { METRIC_NAMES } from '../projections/metric.ts'
import { editScenario } from '../scenario/edit.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Placebo } from './compare-report.ts'
import { seedOfRun, watchOutcome, type Outcome } from './outcome.ts'

/** Runs that are enough to show it: a comparison that is not clean shows it in the first. */
const RUNS = 3

/** Runs of each seed: without and with a fork, without and with a stranger. */
const RUNS_A_SEED = 4

export interface PlaceboOptions {
  readonly seed: string
  /** Runs of the comparison that it goes with: a placebo never has more. */
  readonly runs: number
  /** Awaited after every day with the share of the work that is done (0–1); ends the work by throwing. */
  readonly breathe?: (share: number) => Promise<void>
}

/** Lets a run pass day by day. */
type Pass = (scenario: Scenario, seed: string, observe: Observer, forks?: readonly Fork[]) => Promise<void>

/**
 * Compares a scenario with itself under changes that must not matter: a fork without edits, and a stranger who comes on
 * the last day. Anything but zero means that the comparison of other arms shows more than their difference.
 */
export async function runPlacebo(scenario: Scenario, options: PlaceboOptions): Promise<Placebo> {
  const seeds = Array.from({ length: Math.min(RUNS, options.runs) }, (_, run) => seedOfRun(options.seed, run))
  const joined = withJoiner(scenario)
  const pass = createPass(seeds.length * RUNS_A_SEED * scenario.days, options.breathe)
  let sameDigests = 0
  const differences: number[] = []
  for (const seed of seeds) {
    if (await isSameWithFork(scenario, seed, pass)) sameDigests += 1
    if (joined !== null) differences.push(await largestDifference([scenario, joined], seed, pass))
  }
  return {
    noOpFork: { runs: seeds.length, sameDigests },
    irrelevantJoiner: { runs: differences.length, largestDifference: Math.max(0, ...differences) },
  }
}

/** Like `run`, with a breath between days: a run may be long, and whoever waits may want to stop. */
function createPass(
  daysInAll: number,
  breathe: (share: number) => Promise<void> = () => Promise.resolve(),
): Pass {
  let days = 0
  return async (scenario, seed, observe, forks = []) => {
    const simulation = createSimulation(scenario, seed, forks)
    const { world, rows } = simulation
    while (world.day < scenario.days) {
      simulateDay(simulation)
      observe(world, rows, 0, rows.count)
      forget(rows)
      await breathe(++days / daysInAll)
    }
  }
}

async function isSameWithFork(scenario: Scenario, seed: string, pass: Pass): Promise<boolean> {
  const fork = { at: middleOf(scenario), edits: [] }
  const digests: string[] = []
  for (const forks of [[], [fork]]) {
    const chain = createChain('placebo')
    await pass(scenario, seed, (world, rows, from, to) => void addLink(chain, world, rows, from, to), forks)
    digests.push(chainDigest(chain))
  }
  return digests[0] === digests[1]
}

/** The same with one newcomer more on the last day; null where a run has one day only. */
function withJoiner(scenario: Scenario): Scenario | null {
  const last = scenario.days - 1
  if (last < 1) return null
  const stranger = { from: last, to: scenario.days, perDay: 1, source: 'strangers', fit: 0 }
  return editScenario(scenario, [{ path: 'arrivals', value: [...scenario.arrivals, stranger] }]).scenario
}

async function largestDifference(pair: readonly Scenario[], seed: string, pass: Pass): Promise<number> {
  const days = pair.flatMap((scenario) => [middleOf(scenario), scenario.days - 1])
  const outcomes: Outcome[] = []
  for (const scenario of pair) {
    const { observe, outcome } = watchOutcome(scenario, seed, { days, series: [] })
    await pass(scenario, seed, observe)
    outcomes.push(outcome())
  }
  const [first, second] = outcomes
  return Math.max(
    ...days.flatMap((day) =>
      METRIC_NAMES.map((name) => Math.abs((first?.at[day]?.[name] ?? 0) - (second?.at[day]?.[name] ?? 0))),
    ),
  )
}

function middleOf({ days }: Scenario): number {
  return days >> 1
}
