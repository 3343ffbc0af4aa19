import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../sim/engine/mechanisms/arrivals.ts'
import { KIND } from '../../sim/events/kinds.ts'
import { record } from '../../sim/events/rows.ts'
import { InvariantError } from '../../sim/model/invariant.ts'
import { causeNamed, ofKind } from '../../sim/testing/facts.ts'
import { given } from '../../sim/testing/given.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { setEnergy } from './arrange.ts'

describe('an example', () => {
  it('starts on the morning after so many days, with what was arranged', () => {
    const { simulation } = given(smallScenario(), { days: 3, arrange: ({ world }) => setEnergy(world, 0.25) })
    expect(simulation.world).toMatchObject({ day: 3, seats: 12 })
    expect(simulation.world.ownerLevels[0]).toBe(0.25)
  })

  it('yields the facts of its decision alone, and applies them', () => {
    const { simulation, when } = given(smallScenario(), { days: 1 })
    const before = simulation.rows.count
    const facts = when(({ rows }) => record(rows, KIND['hours-worked'], 0, -1, -1, 2, -1))
    expect(facts).toEqual([
      { seq: before, kind: 'hours-worked', group: 0, actor: -1, object: -1, value: 2, cause: -1 },
    ])
    expect(simulation.world.books[4]).toBe(2)
  })

  it('refuses a decision that writes to the world', () => {
    const { when } = given(smallScenario())
    expect(() => when(({ world }) => setEnergy(world, 0))).toThrow(InvariantError)
  })

  it('has a seed of its own', () => {
    const personsWith = (seed: string) =>
      ofKind(given(smallScenario(), { seed }).when(decideArrivals), 'member-joined').map(({ actor }) => actor)
    expect(personsWith('1')).toEqual(personsWith('1'))
    expect(personsWith('2')).not.toEqual(personsWith('1'))
  })

  it('can name the causes of its ledgers', () => {
    const facts = given(smallScenario()).when(decideArrivals)
    expect(new Set(ofKind(facts, 'value-changed').map(causeNamed))).toEqual(new Set(['expectation']))
  })
})
