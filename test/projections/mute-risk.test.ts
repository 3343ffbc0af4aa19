import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../sim/engine/mechanisms/arrivals.ts'
import { decideLeaving } from '../../sim/engine/mechanisms/leaving.ts'
import { parametersWith } from '../../sim/model/parameters.ts'
import { fatigueThatDoublesMuteRisk } from '../../sim/projections/mute-risk.ts'
import { ofKind } from '../../sim/testing/facts.ts'
import { given } from '../../sim/testing/given.ts'
import { crowd, play, setAllLevels } from '../testing/arrange.ts'

/** The risk of muting of members who expect just enough, as the engine writes it down for those whom it struck. */
function muteRisk(fatigue: number, model: Record<string, number>): number {
  const { lowValueLine } = parametersWith(model)
  const { when } = given(crowd({ model }), {
    arrange: (simulation) => {
      play(decideArrivals)(simulation)
      setAllLevels(simulation.world, { expectation: lowValueLine, trust: 0.5, needsMet: 4, fatigue })
      simulation.world.day = 1000
    },
  })
  const risks = new Set(ofKind(when(decideLeaving), 'member-muted').map(({ value }) => value))
  expect(risks.size).toBe(1)
  return [...risks][0] as number
}

describe('the fatigue that doubles the risk of muting', () => {
  // High enough that somebody is struck without any fatigue.
  it.each([
    { muteBase: 0.2 },
    { muteBase: 0.2, muteFatigue: 0.6 },
    { muteBase: 0.3, lowValueLine: 0.5, muteFatigue: 0.4 },
  ])('doubles the hazard of the engine with %j', (model) => {
    const fatigue = fatigueThatDoublesMuteRisk(parametersWith(model))
    expect(muteRisk(fatigue, model) / muteRisk(0, model)).toBeCloseTo(2, 4)
  })
  it('is reached by no one where fatigue makes nobody mute', () =>
    expect(fatigueThatDoublesMuteRisk(parametersWith({ muteFatigue: 0 }))).toBe(Infinity))
  it('is any at all where nobody mutes without a reason', () =>
    expect(fatigueThatDoublesMuteRisk(parametersWith({ muteBase: 0 }))).toBe(0))
})
