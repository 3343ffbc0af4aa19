import { simulateDay } from '../engine/day.ts'
import { createSimulation, type Simulation } from '../engine/simulation.ts'
import type { Fork } from '../engine/stages.ts'
import { forget } from '../events/rows.ts'
import type { Edit } from '../scenario/edit.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { createExplainer, REASONS, type DifferingFact, type Reason } from './because.ts'
import { createDifference } from './log-difference.ts'
import { summaryOf, type Summary } from './summary.ts'
import { createWatcher, type Watcher } from './watch.ts'

/** What `qunxiang fork --json` prints (contracts §5), and why its differences came about. */
export interface ForkReport {
  readonly format: 'qunxiang-fork/1'
  readonly at: number
  readonly edits: readonly Edit[]
  readonly parent: Summary
  readonly branch: Summary
  /** Null where the edits change nothing that happens. `event` is the kind of the fact. */
  readonly firstDifference: {
    readonly day: number
    readonly person: number | null
    readonly event: string
  } | null
  /** Facts of the parent that the branch does not have, and the other way round. */
  readonly vanished: number
  readonly appeared: number
  /** Facts of both with another value. */
  readonly changed: number
  readonly because: {
    /** Facts that vanished or appeared, by reason. */
    readonly reasons: Readonly<Record<Reason, number>>
    /** The first of each kind, each with the chain of facts behind it, nearest first. */
    readonly first: readonly { readonly fact: DifferingFact; readonly chain: readonly DifferingFact[] }[]
  }
}

/** Parent and branch side by side, day by day. */
export interface ForkInTheMaking {
  /** Whole days that are done. */
  readonly day: () => number
  readonly isDone: () => boolean
  readonly step: () => void
  /** Every difference so far. */
  readonly facts: readonly DifferingFact[]
  readonly finish: (name: string) => ForkReport
}

/** Facts that a report explains one by one. */
const EXPLAINED = 8

/** The parent and its branch in the morning of day 0. Throws a ScenarioError where the fork is not valid. */
export function openFork(scenario: Scenario, seed: string, fork: Fork): ForkInTheMaking {
  const parent = openHistory(scenario, seed)
  const branch = openHistory(scenario, seed, [fork])
  const difference = createDifference()
  const explainer = createExplainer(fork.edits)
  return {
    day: () => parent.simulation.world.day,
    isDone: () => parent.simulation.world.day >= scenario.days,
    step: () => {
      const [a, b] = [dayOf(parent), dayOf(branch)]
      difference.addDay(a, b)
      explainer.addDay(a, b)
      forget(a.rows)
      forget(b.rows)
    },
    facts: explainer.facts,
    finish: (name) => {
      const { firstDifference, total } = difference.finish()
      const { facts } = explainer
      const comesAndGoes = facts.filter(({ differs }) => differs !== 'changed')
      return {
        format: 'qunxiang-fork/1',
        at: fork.at,
        edits: fork.edits,
        parent: summaryOf(name, parent.watcher.finish(parent.simulation.world)),
        branch: summaryOf(name, branch.watcher.finish(branch.simulation.world)),
        firstDifference: firstDifference && {
          day: firstDifference.day,
          person: firstDifference.person,
          event: (firstDifference.a ?? firstDifference.b)?.kind ?? 'day-closed',
        },
        vanished: total.onlyA,
        appeared: total.onlyB,
        changed: total.changed,
        because: {
          reasons: countReasons(comesAndGoes),
          first: firstOfKinds(comesAndGoes).map((fact) => ({ fact, chain: chainOf(facts, fact) })),
        },
      }
    },
  }
}

/** The same from beginning to end. */
export function compareFork(name: string, scenario: Scenario, seed: string, fork: Fork): ForkReport {
  const making = openFork(scenario, seed, fork)
  while (!making.isDone()) making.step()
  return making.finish(name)
}

function firstOfKinds(facts: readonly DifferingFact[]): DifferingFact[] {
  const first = new Map<string, DifferingFact>()
  for (const fact of facts) if (!first.has(fact.kind)) first.set(fact.kind, fact)
  return [...first.values()].slice(0, EXPLAINED)
}

/** The facts behind a differing fact, nearest first; the last of them is due to the edit. */
export function chainOf(facts: readonly DifferingFact[], fact: DifferingFact): DifferingFact[] {
  const chain: DifferingFact[] = []
  let { because } = fact
  while (because >= 0) {
    const next = facts[because] as DifferingFact
    chain.push(next)
    because = next.because
  }
  return chain
}

interface OpenHistory {
  readonly simulation: Simulation
  readonly watcher: Watcher
}

function openHistory(scenario: Scenario, seed: string, forks: readonly Fork[] = []): OpenHistory {
  return {
    simulation: createSimulation(scenario, seed, forks),
    watcher: createWatcher(scenario, seed, { forks }),
  }
}

function dayOf({ simulation, watcher }: OpenHistory): {
  rows: Simulation['rows']
  from: number
  to: number
} {
  const { world, rows } = simulation
  simulateDay(simulation)
  watcher.observe(world, rows, 0, rows.count)
  return { rows, from: 0, to: rows.count }
}

function countReasons(facts: readonly DifferingFact[]): Record<Reason, number> {
  const counts = Object.fromEntries(REASONS.map((reason) => [reason, 0])) as Record<Reason, number>
  for (const { reason } of facts) counts[reason] += 1
  return counts
}
