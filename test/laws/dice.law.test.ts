import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type * as Dice from '../../sim/engine/dice.ts'
import { run } from '../../sim/engine/run.ts'
import { aScenario } from '../../sim/testing/arbitraries.ts'

// Law 19. A draw may be asked for again (what somebody is like is drawn anew whenever it matters, and so is whether she is
// in the market this month): it has the same answer. What must never happen is that two different questions of the
// model share one draw, because then two things that should be independent go together.

/** Who asked for each draw: purpose, person, day and index of one, and the place in the source. */
const asked = vi.hoisted(() => new Map<string, Set<string>>())
/** Purposes whose first draw of the day is rolled for many people at once. */
const rolledTogether = vi.hoisted(() => new Set<number>())

vi.mock('../../sim/engine/dice.ts', async (original) => {
  const dice = await original<typeof Dice>()
  return {
    ...dice,
    uniform: (...question: Parameters<typeof dice.uniform>) => {
      const [, purpose, person, day, index = 0] = question
      const [, place = ''] = /at (?:Module\.)?(\w+)/.exec(new Error().stack?.split('\n')[2] ?? '') ?? []
      const key = [purpose, person, day, index].join('/')
      asked.set(key, (asked.get(key) ?? new Set()).add(place))
      return dice.uniform(...question)
    },
    keyOf: (...question: Parameters<typeof dice.keyOf>) => {
      rolledTogether.add(question[1])
      return dice.keyOf(...question)
    },
  }
})

it('law 19: no two questions of the model share a draw', () => {
  for (const scenario of fc.sample(aScenario, { numRuns: 60, seed: 19 })) {
    asked.clear()
    run(scenario, '1')
    const shared = [...asked].filter(([, places]) => places.size > 1).map(([key, places]) => [key, ...places])
    expect(shared).toEqual([])
    const first = [...asked.keys()].filter((key) => key.endsWith('/0') && rolledTogether.has(parseInt(key)))
    expect(first).toEqual([])
  }
  expect(rolledTogether.size).toBeGreaterThan(3)
})
