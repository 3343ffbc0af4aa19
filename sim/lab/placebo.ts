import { run } from '../engine/run.ts'
import { addLink, chainDigest, createChain } from '../events/chain.ts'
import { METRIC_NAMES } from '../projections/metric.ts'
import { editScenario } from '../scenario/edit.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Placebo } from './compare-report.ts'
import { outcomeOf, seedOfRun } from './outcome.ts'

/** Runs that are enough to show it: a comparison that is not clean shows it in the first. */
const RUNS = 3

/**
 * Compares a scenario with itself under changes that must not matter: a fork without edits, and a stranger who comes on
 * the last day. Anything but zero means that the comparison of other arms shows more than their difference.
 */
export function runPlacebo(scenario: Scenario, seed: string, runs: number): Placebo {
  const seeds = Array.from({ length: Math.min(RUNS, runs) }, (_, run) => seedOfRun(seed, run))
  const middle = scenario.days >> 1
  const same = seeds.filter((one) => digestOf(scenario, one) === digestOf(scenario, one, middle))
  const joined = withJoiner(scenario)
  const days = [...new Set([middle, scenario.days - 1])]
  const differences =
    joined === null ? [] : seeds.map((one) => largestDifference(scenario, joined, one, days))
  return {
    noOpFork: { runs: seeds.length, sameDigests: same.length },
    irrelevantJoiner: { runs: differences.length, largestDifference: Math.max(0, ...differences) },
  }
}

function digestOf(scenario: Scenario, seed: string, forkAt: number | null = null): string {
  const chain = createChain('placebo')
  run(scenario, seed, {
    forks: forkAt === null ? [] : [{ at: forkAt, edits: [] }],
    observers: [(world, rows, from, to) => void addLink(chain, world, rows, from, to)],
  })
  return chainDigest(chain)
}

/** The same with one newcomer more on the last day; null where a run has one day only. */
function withJoiner(scenario: Scenario): Scenario | null {
  const last = scenario.days - 1
  if (last < 1) return null
  const stranger = { from: last, to: scenario.days, perDay: 1, source: 'strangers', fit: 0 }
  return editScenario(scenario, [{ path: 'arrivals', value: [...scenario.arrivals, stranger] }]).scenario
}

function largestDifference(a: Scenario, b: Scenario, seed: string, days: readonly number[]): number {
  const wish = { days, series: [] }
  const [first, second] = [outcomeOf(a, seed, wish), outcomeOf(b, seed, wish)]
  return Math.max(
    ...days.flatMap((day) =>
      METRIC_NAMES.map((name) => Math.abs((first.at[day]?.[name] ?? 0) - (second.at[day]?.[name] ?? 0))),
    ),
  )
}
