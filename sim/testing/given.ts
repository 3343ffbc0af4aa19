import { stateText } from '../events/digest.ts'
import { simulateDay } from '../engine/day.ts'
import { applyFrom, createSimulation, type Simulation } from '../engine/simulation.ts'
import { invariant } from '../model/invariant.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { factsOf, type Fact } from './facts.ts'
import { mustHold } from './must-hold.ts'

/** What an example starts from. */
export interface GivenOptions {
  readonly seed?: string
  /** Whole days that have passed. */
  readonly days?: number
  /** Prepares the world by hand, to reach a state that no short run would. */
  readonly arrange?: (simulation: Simulation) => void
}

/** A town on some morning, and what one turn of the day decides there. */
export interface Given {
  readonly simulation: Simulation
  /** Runs one decision and returns its facts. Checks that deciding changed nothing, then applies them. */
  readonly when: (decide: (simulation: Simulation) => void) => Fact[]
}

/** Sets an example up: `given(scenario).when(decideLeaving)` yields facts to look at. */
export function given(scenario: Scenario, { seed = '1', days = 0, arrange }: GivenOptions = {}): Given {
  const simulation = createSimulation(scenario, seed)
  for (let day = 0; day < days; day++) simulateDay(simulation)
  arrange?.(simulation)
  return { simulation, when: (decide) => decideOnce(simulation, decide) }
}

function decideOnce(simulation: Simulation, decide: (simulation: Simulation) => void): Fact[] {
  const before = stateText(simulation.world)
  const from = simulation.rows.count
  decide(simulation)
  const after = stateText(simulation.world)
  invariant(before === after, 'a decision must leave the world as it was')
  const facts = factsOf(simulation.rows, from)
  applyFrom(simulation, from)
  return facts
}

/** A fact as an example tells it: what is left out may be anything. */
export type Expected = Partial<Fact>

/**
 * Throws unless a decision came to these facts, one by one and no more:
 * `yields(given(scenario).when(decideLeaving), [{ kind: 'member-left', actor: 3 }])`.
 */
export function yields(facts: readonly Fact[], expected: readonly Expected[]): void {
  expected.forEach((wanted, at) => {
    const found = facts[at]
    mustHold(
      found !== undefined && matches(found, wanted),
      () => `fact ${at} must be ${JSON.stringify(wanted)}, got ${JSON.stringify(found ?? null)}`,
    )
  })
  const more = facts[expected.length]
  mustHold(
    more === undefined,
    () => `there must be ${expected.length} facts, got ${JSON.stringify(more)} as well`,
  )
}

function matches(fact: Fact, wanted: Expected): boolean {
  return Object.entries(wanted).every(([column, value]) => Object.is(fact[column as keyof Fact], value))
}
