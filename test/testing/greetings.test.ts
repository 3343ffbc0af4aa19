import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aScenario,
  aSeed,
  checkLaw,
  daysOf,
  given,
  historyOf,
  LAWS,
  mustHold,
  ofKind,
  smallScenario,
  withTurn,
  yields,
  type Engine,
  type Law,
} from 'qunxiang/testing'
import { KIND } from '../../sim/events/kinds.ts'
import { record } from '../../sim/events/rows.ts'
import { decideArrivals } from '../../sim/engine/mechanisms/arrivals.ts'
import { decideTrying } from '../../sim/engine/mechanisms/trying.ts'
import type { Simulation } from '../../sim/engine/simulation.ts'
import { CAUSE } from '../../sim/model/causes.ts'
import { isPresent } from '../../sim/model/world.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import {
  decideGreetings,
  decideGreetingsAtOnce,
  decideGreetingsByChance,
  decideGreetingsWithoutCeiling,
} from './greetings.ts'
import { markOf, play, setAllLevels } from './arrange.ts'

const law = (number: number) => LAWS.find((one) => one.number === number) as Law
const engineWith = (turn: typeof decideGreetings): Engine => withTurn(turn, decideTrying)

/** A greeting out of turn, to see that a law of one's own can fail. */
function greetAnew({ world, rows }: Simulation, seat: number): void {
  const person = markOf(world, seat, 'person')
  if (isPresent(world, seat)) record(rows, KIND['trust-changed'], 0, person, CAUSE.answers, 0.001, -1)
}

/** The smallest counterexample to a law that was found, from a fixed seed; null where there is none. */
function counterexample(one: Law, engine: Engine) {
  const { counterexample: found, errorInstance } = fc.check(one.property(engine) as fc.IProperty<unknown>, {
    numRuns: 200,
    seed: 1,
  })
  if (found === null) return null
  const [scenario] = found as [Scenario]
  return { scenario, says: (errorInstance as Error).message }
}

describe('a new mechanism', () => {
  it('is shown by an example', () => {
    const example = given(smallScenario({ founders: 1 }), {
      arrange: (simulation) => {
        play(decideArrivals)(simulation)
        setAllLevels(simulation.world, { trust: 0.5 })
      },
    })
    const [person = -1] = example.simulation.world.marks
    example.simulation.world.day = 7 - (person % 7) // her day of the week
    yields(example.when(decideGreetings), [{ kind: 'trust-changed', actor: person, value: 0.25 }])
    example.simulation.world.day += 1
    yields(example.when(decideGreetings), [])
  })

  it.each(LAWS.map((one) => [one.says, one] as const))('keeps the law: %s', (_says, one) =>
    checkLaw(one, { engine: engineWith(decideGreetings), runs: 25 }),
  )

  it('keeps the law of her who does nothing as long as she does nothing', () => {
    // Greeted, she trusts a charismatic owner, looks in, and advertises what she sells: the others have one more to read.
    const charmed = smallScenario({
      founders: 10,
      owner: { charisma: 1 },
      plan: [{ content: { perDay: 2 } }],
      model: { openingCharisma: 1, memberSellers: 1, memberAdRate: 1 },
    })
    checkLaw(law(18), { engine: engineWith(decideGreetings), runs: 1, examples: [[charmed, '1']] })
  })

  it('may have a law of its own', () => {
    const greeted: Law = {
      number: null,
      says: 'who is greeted is greeted again after a week, not sooner',
      runs: 50,
      property: (engine) =>
        fc.property(aScenario, aSeed, (scenario, seed) => {
          const last = new Map<number, number>()
          daysOf(historyOf(engine, scenario, seed)).forEach((facts, day) => {
            for (const { actor, object, cause } of ofKind(facts, 'trust-changed')) {
              if (object !== CAUSE.answers || cause >= 0) continue // what is answered has a fact behind it
              const since = day - (last.get(actor) ?? day - 7)
              mustHold(since === 7, () => `${actor} must be greeted after 7 days, got ${since} on day ${day}`)
              last.set(actor, day)
            }
          })
        }),
    }
    const daily: Engine = engineWith((simulation) => {
      decideGreetings(simulation)
      for (let seat = 0; seat < simulation.world.seats; seat++) greetAnew(simulation, seat)
    })
    checkLaw(greeted, { engine: engineWith(decideGreetings) })
    expect(() => checkLaw(greeted, { engine: daily })).toThrow('Property failed')
  })
})

describe('a fault in it is found by a law, and told in the smallest world that has it', () => {
  it('a score beyond its range: one newcomer a day, and nothing else that matters', () => {
    const found = counterexample(law(28), engineWith(decideGreetingsWithoutCeiling))
    expect(found?.says).toMatch(/level 9 of seat 0 must be from 0 to 1, got 1\.\d+/)
    expect(found?.scenario).toMatchObject({ founders: 0, arrivals: [{ perDay: 1 }], offer: [], shocks: [] })
  })

  it('a dice that cannot be rolled again', () => {
    const found = counterexample(law(1), engineWith(decideGreetingsByChance))
    expect(found?.says).toMatch(/^the second run: /)
  })

  it('a state that no log tells', () => {
    const found = counterexample(law(2), engineWith(decideGreetingsAtOnce))
    expect(found?.says).toMatch(/^the fold to day \d+ must have state/)
    expect(counterexample(law(9), engineWith(decideGreetingsAtOnce))?.says).toMatch(
      /decideGreetingsAtOnce on day \d+ must not write the world/,
    )
  })
})
