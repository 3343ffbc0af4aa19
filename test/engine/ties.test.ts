import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../sim/engine/mechanisms/arrivals.ts'
import { contactOf, CONTACTS } from '../../sim/engine/contacts.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import { LEFT, TIES } from '../../sim/model/world.ts'
import { ofKind } from '../../sim/testing/facts.ts'
import { given } from '../../sim/testing/given.ts'
import { handMade, type HandMade } from '../testing/hand-made.ts'
import { crowd, levelOf, play, setMarks } from '../testing/arrange.ts'

/** Whom a seat is tied to, by seat, and how strongly. */
function tiesOf({ world }: HandMade, seat: number): Map<number, number> {
  const ties = new Map<number, number>()
  for (let slot = seat * TIES; slot < seat * TIES + TIES; slot++) {
    const other = (world.ties[slot] as number) - 1
    if (other >= 0) ties.set(other, world.tieStrengths[slot] as number)
  }
  return ties
}

/** People 0, 1, 2 … in the seats 0, 1, 2 … */
function people(count: number): HandMade {
  const made = handMade({ market: { people: 100, pains: { skin: 1 } } })
  made.join(Array.from({ length: count }, (_, person) => person))
  return made
}

const tie = (made: HandMade, actor: number, object: number, value: number) =>
  made.happen('tie-changed', { actor, object, value })

describe('a tie', () => {
  it('is of both, and grows by steps towards 1', () => {
    const made = people(3)
    tie(made, 0, 1, 0.25)
    tie(made, 1, 0, 0.5)
    for (const [seat, other] of [
      [0, 1],
      [1, 0],
    ] as const) {
      expect([...tiesOf(made, seat)]).toEqual([[other, 0.625]])
    }
    expect(tiesOf(made, 2).size).toBe(0)
  })

  it('has one of six places, and takes that of the weakest who is weaker', () => {
    const made = people(10)
    const strengths = [0.5, 0.25, 0.75, 0.5, 0.5, 0.5]
    strengths.forEach((value, n) => tie(made, 0, n + 1, value))
    tie(made, 0, 7, 0.125)
    expect([...tiesOf(made, 0).keys()]).toEqual([1, 2, 3, 4, 5, 6])
    tie(made, 0, 8, 0.375)
    expect([...tiesOf(made, 0).keys()]).toEqual([1, 8, 3, 4, 5, 6])
    // Who finds no place with the other has her own all the same.
    expect(tiesOf(made, 7).get(0)).toBe(0.125)
    expect(tiesOf(made, 2).get(0)).toBe(0.25)
  })

  it('never exceeds 1, and nobody has more than six or one to herself twice, whatever happens', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 }), fc.integer({ min: 1, max: 10 })), {
          maxLength: 80,
        }),
        (steps) => {
          const made = people(12)
          for (const [one, other, tenths] of steps) {
            if (one !== other) tie(made, one, other, tenths / 10)
            if (tenths === 10) made.pass(1)
          }
          for (let seat = 0; seat < 12; seat++) {
            const slots = [...made.world.ties.slice(seat * TIES, seat * TIES + TIES)]
            const others = slots.filter((slot) => slot > 0)
            expect(new Set(others).size).toBe(others.length)
            expect(others).not.toContain(seat + 1)
            // Places are filled from the first on.
            expect(slots.slice(others.length).every((slot) => slot === 0)).toBe(true)
            for (const strength of tiesOf(made, seat).values()) {
              expect(strength).toBeGreaterThanOrEqual(0)
              expect(strength).toBeLessThanOrEqual(1)
            }
          }
        },
      ),
      { numRuns: 100 },
    ))

  it('fades by a tenth a fortnight, and by 3 in 10 of that where she looks in', () => {
    const made = people(2)
    tie(made, 0, 1, 0.5)
    made.happen('feed-read', { actor: 1, value: 0.1 })
    made.pass(1)
    expect(tiesOf(made, 0).get(1)).toBeCloseTo(0.5 * (1 - 0.008), 6)
    expect(tiesOf(made, 1).get(0)).toBeCloseTo(0.5 * (1 - 0.3 * 0.008), 6)
    made.pass(13)
    expect(tiesOf(made, 0).get(1)).toBeCloseTo(0.5 * (1 - 0.008) ** 14, 5)
  })

  it('of somebody who left stays as it was', () => {
    const made = people(2)
    tie(made, 0, 1, 0.5)
    made.happen('member-left', { actor: 0, object: 11 })
    made.pass(5)
    expect(tiesOf(made, 0).get(1)).toBe(0.5)
    expect(tiesOf(made, 1).get(0)).toBeLessThan(0.5)
  })
})

describe('a member', () => {
  const late = () => {
    const made = people(4)
    made.pass(10)
    tie(made, 0, 1, 0.5)
    return made
  }
  const connected = ({ world }: HandMade, seat = 0) => levelOf(world, seat, 'connected')
  const held = ({ world }: HandMade, seat = 0) => levelOf(world, seat, 'held')

  it('is connected to those who wrote in the last three days, and held by all who are there', () => {
    const made = late()
    const strength = () => tiesOf(made, 0).get(1) as number
    made.pass(1)
    expect([connected(made), held(made)]).toEqual([0, expect.closeTo(strength() / (strength() + 1.2), 5)])
    made.happen('message-posted', { actor: 1, value: 1 })
    const days = [0, 1, 2, 3].map(() => {
      made.pass(1)
      return connected(made) > 0
    })
    expect(days).toEqual([true, true, true, false])
    expect(held(made)).toBeCloseTo(strength() / (strength() + 1.2), 5)
  })

  it('is the more connected the more and the stronger her ties', () => {
    const made = late()
    for (const actor of [1, 2]) made.happen('message-posted', { actor, value: 0 })
    made.pass(1)
    const one = connected(made)
    expect(one).toBeCloseTo((0.5 * 0.992) / (0.5 * 0.992 + 0.8), 5)
    tie(made, 0, 2, 0.5)
    made.pass(1)
    expect(connected(made)).toBeGreaterThan(one)
    expect(connected(made)).toBeLessThan(1)
  })

  it('is neither connected to nor held by those who left', () => {
    const made = late()
    made.happen('message-posted', { actor: 1, value: 1 })
    made.happen('member-left', { actor: 1, object: 11 })
    made.pass(1)
    expect([connected(made), held(made)]).toEqual([0, 0])
  })

  // Found: on the first two days, who had never written counted as heard of.
  it('is not connected to those who never wrote, not even on the first days', () => {
    const made = people(2)
    tie(made, 0, 1, 0.5)
    for (let day = 0; day < 4; day++) {
      made.pass(1)
      expect(connected(made)).toBe(0)
      expect(held(made)).toBeGreaterThan(0)
    }
  })

  it('belongs the more the more connected she is, at each reading', () => {
    const belonging = (isTied: boolean) => {
      const made = people(2)
      if (isTied) tie(made, 0, 1, 0.5)
      made.happen('message-posted', { actor: 1, value: 1 })
      made.pass(1)
      made.happen('feed-read', { actor: 0, value: 0 })
      return levelOf(made.world, 0, 'belonging')
    }
    expect(belonging(true)).toBeGreaterThan(belonging(false))
  })
})

describe('a newcomer', () => {
  const arrivals = (model: Record<string, number> = {}) => {
    const scenario = crowd({ founders: 300, arrivals: [{ from: 1, perDay: 30 }], model })
    return given(scenario, {
      arrange: (simulation) => {
        play(decideArrivals)(simulation)
        simulation.world.day = 1
      },
    })
  }

  it('is tied to those of her contacts who are in the group or have just come, and to nobody else', () => {
    const { simulation, when } = arrivals()
    const before = new Set(simulation.slots.person.slice(0, 300))
    const facts = when(decideArrivals)
    const ties = ofKind(facts, 'tie-changed')
    expect(ties.length).toBeGreaterThan(30)
    for (const { actor, seq } of ofKind(facts, 'member-joined')) {
      const known = Array.from({ length: CONTACTS }, (_, n) => contactOf(simulation.town, actor, n))
      const own = ties.filter(({ cause }) => cause === seq)
      expect(own.map(({ object }) => object)).toEqual(known.filter((person) => before.has(person)))
      before.add(actor)
      expect(own.every((fact) => fact.actor === actor && Math.abs(fact.value - 0.25) < 1e-6)).toBe(true)
    }
  })

  it('is tied to nobody who has left', () => {
    const { simulation, when } = arrivals()
    for (let seat = 0; seat < 300; seat++) setMarks(simulation.world, seat, { flags: LEFT })
    const facts = when(decideArrivals)
    const joined = new Set(ofKind(facts, 'member-joined').map(({ actor }) => actor))
    expect(ofKind(facts, 'tie-changed').every(({ object }) => joined.has(object))).toBe(true)
  })

  it('is tied to nobody with ties switched off', () => {
    for (const model of [{ tieEffect: 0 }, { acquaintedTie: 0 }]) {
      expect(ofKind(arrivals(model).when(decideArrivals), 'tie-changed')).toEqual([])
    }
  })
})

it('is nobody’s at first: a simulation begins without ties', () => {
  const { world } = createSimulation(crowd(), '1')
  expect(world.ties.every((other) => other === 0)).toBe(true)
})
