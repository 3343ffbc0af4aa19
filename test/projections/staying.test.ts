import { describe, expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import { createWorld } from '../../sim/model/world.ts'
import { worldSetting } from '../../sim/engine/town.ts'
import { stayingOf, staysIn } from '../../sim/projections/staying.ts'
import { takeCensus } from '../../sim/projections/census.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

/** Weeks in remission under 6-mercaptopurine (Freireich 1963), the textbook's example; ended or not known any longer. */
const LEFT = [6, 6, 6, 7, 10, 13, 16, 22, 23]
const CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
const textbook = [
  ...LEFT.map((days) => ({ days, hasLeft: true })),
  ...CENSORED.map((days) => ({ days, hasLeft: false })),
]

describe('how long members stay', () => {
  it('is estimated as in the textbook', () => {
    const { share } = stayingOf(textbook)
    const after = [6, 7, 10, 13, 16, 22, 23].map((days) => share[days + 1]?.toFixed(3))
    expect(after).toEqual(['0.857', '0.807', '0.753', '0.690', '0.627', '0.538', '0.448'])
  })
  it('rests on those who were seen so long', () => {
    const { atRisk } = stayingOf(textbook)
    expect([0, 6, 7, 10, 23].map((days) => atRisk[days])).toEqual([21, 21, 17, 15, 6])
  })
  it('has a median where half have gone', () => expect(stayingOf(textbook).median).toBe(24))
  it('has none where most are still there', () =>
    expect(
      stayingOf([
        { days: 3, hasLeft: true },
        { days: 9, hasLeft: false },
        { days: 9, hasLeft: false },
      ]).median,
    ).toBeNull())
  it('begins with everybody, and with nobody too', () => expect([...stayingOf([]).share]).toEqual([1]))
})

describe('the stays in a world', () => {
  const scenario = smallScenario({ days: 40 })

  it('are one for each who ever joined, ended where somebody left of her own will', () => {
    const { world } = run(scenario, '1')
    const stays = staysIn(world)
    const census = takeCensus(world)
    expect(stays).toHaveLength(census.joined)
    expect(stays.filter(({ hasLeft }) => hasLeft)).toHaveLength(census.left)
    expect(stays.every(({ days }) => days >= 0 && days < scenario.days)).toBe(true)
  })
  it('are none on the morning before the first day', () =>
    expect(staysIn(createWorld(worldSetting(scenario)))).toEqual([]))
})
