import { describe, expect, it } from 'vitest'
import {
  CAUSE,
  CAUSES,
  COST,
  COSTS,
  DEPARTURE_CAUSES,
  SHOCK,
  SHOCKS,
  SOURCE,
  SOURCES,
} from '../../sim/model/causes.ts'

describe('causes', () => {
  it('of a departure are the closed list of the contract, in its order', () => {
    expect(DEPARTURE_CAUSES).toBe(12)
    expect(CAUSES.slice(0, 12).join(' ')).toBe(
      'hard-ads soft-ads packets low-value chatter overload broken-trust tie-left price-exposed product migration background',
    )
  })

  it('occur once each, with their place as their code', () => {
    expect(new Set(CAUSES).size).toBe(CAUSES.length)
    for (const cause of CAUSES) expect(CAUSES[CAUSE[cause]]).toBe(cause)
  })
})

describe('shocks', () => {
  it('begin with the closed list of the contract, in its order', () => {
    expect(SHOCKS.slice(0, 8).join(' ')).toBe(
      'owner-absent star-leaves price-exposed bad-batch rival-opens packets-stop intruders migrate',
    )
  })

  it('occur once each, with their place as their code', () => {
    expect(new Set(SHOCKS).size).toBe(SHOCKS.length)
    for (const shock of SHOCKS) expect(SHOCKS[SHOCK[shock]]).toBe(shock)
  })
})

it('costs and sources have their places as their codes', () => {
  expect(COSTS.map((cost) => COST[cost])).toEqual(COSTS.map((_, place) => place))
  expect(SOURCES.map((source) => SOURCE[source])).toEqual([0, 1, 2, 3])
  expect(Object.keys(COST)).toHaveLength(COSTS.length)
  expect(Object.keys(SOURCE)).toEqual([...SOURCES])
})
