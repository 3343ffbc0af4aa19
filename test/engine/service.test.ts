import { describe, expect, it } from 'vitest'
import { serviceHoursOf } from '../../sim/engine/service.ts'
import { createTown, type TownOffer } from '../../sim/engine/town.ts'
import { PARAMETERS } from '../../sim/model/parameters.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

function hours(standardisation: number, model: Record<string, number> = {}): number {
  const scenario = smallScenario({ offer: { solves: 'skin', standardisation }, model })
  const { offers, parameters } = createTown(scenario, '1')
  return serviceHoursOf(offers[0] as TownOffer, parameters)
}

describe('an order', () => {
  it('takes hours where each piece is made for its buyer, less the more one is like another', () => {
    const { serviceHours } = PARAMETERS
    expect(hours(0)).toBe(serviceHours.default)
    expect(hours(0.25)).toBeCloseTo(0.5 * serviceHours.default, 9)
    expect(hours(0.1)).toBeLessThan(hours(0))
    expect(hours(0, { serviceHours: 2 })).toBe(2)
  })

  it('takes none where one piece is like another', () => {
    for (const standardisation of [0.5, 0.75, 1]) expect(hours(standardisation)).toBe(0)
  })

  it('takes none with service switched off, and half of it in between', () => {
    expect(hours(0, { serviceEffect: 0 })).toBe(0)
    expect(hours(0, { serviceEffect: 0.5 })).toBeCloseTo(0.5 * hours(0), 9)
  })
})
