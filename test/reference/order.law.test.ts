import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { decisionsOf, liveTurn, TURN_NAMES, type TurnName } from './reference-day.ts'
import type { NamedFact } from './reference-facts.ts'
import { beginRun, type Run } from './reference-run.ts'
import { aLivelyScenario } from './reference-scenarios.ts'

// Law 14, on the naive engine, which is the engine (law 36): within a turn everybody sees the same state, so that it does
// not matter whom the turn comes to first.

/**
 * Turns in which somebody does come first. Those who joined first: where stars are equally well known, and where more
 * want to help than are needed. A place in the list of those who looked in: who is brought together with whom. And
 * removals come one after the other: who is removed first does not see the second.
 */
const ORDERED: readonly TurnName[] = ['decideShocks', 'decideModerating', 'decideRoles', 'decideCues']

/** What was decided, without numbers and order: a cause within the turn is told by what it says. */
function told(facts: readonly NamedFact[], from: number): string[] {
  const tell = ({ kind, group, actor, object, value, cause }: NamedFact): string => {
    const behind = cause >= from ? (facts[cause - from] as NamedFact) : null
    // A tie has no direction.
    const both = kind === 'tie-changed' ? [actor, object].map(Number).sort((a, b) => a - b) : [actor, object]
    return `${kind} ${group} ${both.join(' ')} ${value} (${behind === null ? cause : tell(behind)})`
  }
  return facts.map(tell).sort()
}

/** Lives a run, and decides each turn from both ends of the list of members. */
function mustNotDependOnOrder(run: Run, scenario: Scenario): number {
  let compared = 0
  for (let day = 0; day < scenario.days; day++) {
    for (const turn of TURN_NAMES) {
      const from = run.facts.length
      if (!ORDERED.includes(turn)) {
        const forward = told(decisionsOf(run, turn), from)
        run.isReversed = true
        const backward = told(decisionsOf(run, turn), from)
        run.isReversed = false
        expect(backward, `${turn} on day ${day}`).toEqual(forward)
        compared += forward.length
      }
      liveTurn(run, turn)
    }
  }
  return compared
}

it.each([
  ['some mechanisms off', aScenario],
  ['every mechanism on', aLivelyScenario],
])('law 14: whom a turn comes to first does not matter, with %s', (_mechanisms, scenarios) => {
  let compared = 0
  fc.assert(
    fc.property(scenarios, aSeed, (scenario, seed) => {
      compared += mustNotDependOnOrder(beginRun(seed, [{ from: 0, scenario }]), scenario)
    }),
    { numRuns: 100 },
  )
  expect(compared).toBeGreaterThan(1000)
})
