import { describe, expect, it } from 'vitest'
import { createPurse, spendToday } from '../../sim/engine/purse.ts'
import { given } from '../../sim/testing/given.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { happen } from '../testing/arrange.ts'

const withCash = (cash: number) => given(smallScenario({ owner: { cash } })).simulation

describe('a purse', () => {
  it('holds the cash at the start', () => {
    expect(createPurse(withCash(120)).left).toBe(120)
  })

  it('holds what came in since, less what was paid and given back', () => {
    const simulation = given(smallScenario({ owner: { cash: 50 } }), { days: 1 }).simulation
    const before = createPurse(simulation).left
    const actor = simulation.slots.person[0] as number
    happen(simulation, 'order-placed', { actor, object: 0, value: 30 })
    happen(simulation, 'cost-paid', { object: 0, value: 12.5 })
    expect(createPurse(simulation).left).toBeCloseTo(before + 17.5, 9)
    happen(simulation, 'order-refunded', { actor, object: 0, value: 30 })
    expect(createPurse(simulation).left).toBeCloseTo(before - 12.5, 9)
  })

  it('gives out what is in it, to the last fen, and no more', () => {
    const purse = createPurse(withCash(10))
    expect(spendToday(purse, 10.01)).toBe(false)
    expect(purse.left).toBe(10)
    expect(spendToday(purse, 10)).toBe(true)
    expect(purse.left).toBe(0)
    expect(spendToday(purse, 0.01)).toBe(false)
  })

  it('may be empty beyond empty, and gives out nothing then', () => {
    const simulation = withCash(5)
    happen(simulation, 'cost-paid', { object: 0, value: 20 })
    const purse = createPurse(simulation)
    expect(purse.left).toBe(-15)
    expect(spendToday(purse, 1)).toBe(false)
  })

  it('is opened without a fact', () => {
    const simulation = withCash(5)
    const before = simulation.rows.count
    spendToday(createPurse(simulation), 5)
    expect(simulation.rows.count).toBe(before)
    expect(createPurse(simulation).left).toBe(5)
  })
})
