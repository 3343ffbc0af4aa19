import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { payingChance } from '../../../sim/engine/mechanisms/fees.ts'
import { strongestInFocus } from '../../../sim/engine/people.ts'
import { createTown } from '../../../sim/engine/town.ts'
import { SOURCE } from '../../../sim/model/causes.ts'
import { BOOK, OWNER_MARK, ownerNet } from '../../../sim/model/world.ts'
import { ofKind } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import { smallScenario } from '../../../sim/testing/small-scenario.ts'
import { crowd } from '../../testing/arrange.ts'

/** A crowd at the door on the first morning. */
function door(entryFee: number, { model = {}, changes = {} }: Record<string, Record<string, unknown>> = {}) {
  const { simulation, when } = given(crowd({ plan: [{ from: 0, entryFee }], model, ...changes }))
  const facts = when(decideArrivals)
  return {
    simulation,
    joined: ofKind(facts, 'member-joined'),
    declined: ofKind(facts, 'entry-declined'),
    refused: ofKind(facts, 'join-refused'),
    paid: ofKind(facts, 'fee-paid'),
  }
}

describe('the chance to pay', () => {
  const chance = (fee: number, fit: number, priceHalf = 400, model = {}) =>
    payingChance(createTown(smallScenario({ model }), '1'), { fee, fit, priceHalf })

  it('falls with the fee, and is higher for those whom the group is about and who have more money', () => {
    expect(chance(0, 0)).toBe(1)
    expect(chance(50, 0.8)).toBeLessThan(chance(10, 0.8))
    expect(chance(50, 0.8)).toBeGreaterThan(chance(50, 0.2))
    expect(chance(50, 0.8, 900)).toBeGreaterThan(chance(50, 0.8, 150))
  })

  it('lies between 0 and 1, whatever it costs', () => {
    for (const fee of [0.01, 1, 99, 1e9]) {
      for (const fit of [0, 0.5, 1]) {
        expect(chance(fee, fit)).toBeGreaterThanOrEqual(0)
        expect(chance(fee, fit)).toBeLessThanOrEqual(1)
      }
    }
    expect(chance(1e9, 1)).toBeLessThan(1e-3)
  })

  it('is 1 for everybody with fees switched off, and in between with half of it', () => {
    expect(chance(1e6, 0, 150, { feeEffect: 0 })).toBe(1)
    expect(chance(50, 0.5, 400, { feeEffect: 0.5 })).toBeCloseTo(0.5 + 0.5 * chance(50, 0.5), 9)
  })
})

describe('a fee at the door', () => {
  it('is paid once by everybody who joins, and stands in the books', () => {
    const { simulation, joined, paid, declined } = door(30)
    expect(joined.length).toBeGreaterThan(0)
    expect(joined.length + declined.length).toBe(300)
    expect(paid.map(({ actor, cause }) => [actor, cause])).toEqual(
      joined.map(({ actor, seq }) => [actor, seq]),
    )
    expect(paid.every(({ value }) => value === 30)).toBe(true)
    expect(simulation.world.books[BOOK.revenue]).toBe(3000 * joined.length)
    expect(ownerNet(simulation.world)).toBe(30 * joined.length)
  })

  it('keeps some away, who have no seat and say what they were asked for', () => {
    const { simulation, declined } = door(30)
    expect(declined.length).toBeGreaterThan(0)
    for (const { actor, object, value, cause } of declined) {
      expect([object, value, cause]).toEqual([SOURCE.friends, 30, -1])
      expect(simulation.world.seatOf[actor]).toBe(-1)
    }
  })

  it('keeps away those first to whom the group means little', () => {
    const { simulation, joined, declined } = door(30)
    const fit = (facts: typeof joined) =>
      facts.reduce((sum, { actor }) => sum + strongestInFocus(simulation.town, actor, 0), 0) / facts.length
    expect(fit(joined)).toBeGreaterThan(fit(declined))
  })

  it('keeps the more away the dearer it is, and lets nobody in who would not come for less', () => {
    const members = (fee: number) => door(fee).joined.map(({ actor }) => actor)
    const [free, cheap, dear] = [0, 10, 100].map(members) as [number[], number[], number[]]
    expect(free).toHaveLength(300)
    expect(cheap.length).toBeLessThan(300)
    expect(dear.length).toBeLessThan(cheap.length)
    expect(dear.every((person) => cheap.includes(person))).toBe(true)
  })

  it('is none where joining is free', () => {
    const { paid, declined } = door(0)
    expect([...paid, ...declined]).toEqual([])
  })

  it('keeps nobody away with fees switched off, and is paid all the same', () => {
    const { paid, declined } = door(1e6, { model: { feeEffect: 0 } })
    expect(paid).toHaveLength(300)
    expect(declined).toEqual([])
  })

  it('is not asked of those for whom there is no room', () => {
    const { joined, declined, refused } = door(30, {
      changes: {
        founders: 0,
        arrivals: [{ from: 0, to: 1, perDay: 300 }],
        community: { capacity: 50, positioning: { focus: { skin: 1 } } },
      },
    })
    expect(joined).toHaveLength(50)
    expect(declined.length).toBeGreaterThan(0)
    expect(joined.length + declined.length + refused.length).toBe(300)
    expect(declined.at(-1)?.seq).toBeLessThan(refused[0]?.seq as number)
  })

  it('is that of the phase', () => {
    const plan = [{ from: 0 }, { from: 1, entryFee: 1e9 }]
    const { when, simulation } = given(
      crowd({ plan, founders: 9, arrivals: [{ from: 1, to: 2, perDay: 50 }], model: { feeEffect: 1 } }),
    )
    expect(ofKind(when(decideArrivals), 'fee-paid')).toEqual([])
    simulation.world.day = 1
    simulation.world.ownerMarks[OWNER_MARK.phase] = 1
    expect(ofKind(when(decideArrivals), 'entry-declined').length).toBeGreaterThan(40)
  })
})
