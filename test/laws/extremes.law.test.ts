import { expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import { LEVEL, LEVELS, VALUE_STOCKS, type World } from '../../sim/model/world.ts'
import { PARAMETER_NAMES, PARAMETERS } from '../../sim/model/parameters.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

// Law 28 at the ends of every range: what the schema lets in must not break the model. Found so: habit −5e35 with a
// learning rate of 1000, energy 1.49 where margin and thanks both filled the same room.

/** A busy little town in which everything can happen. */
const busy = {
  founders: 30,
  arrivals: [{ from: 0, to: 10, perDay: 2, source: 'friends' }],
  plan: [
    {
      from: 0,
      content: { perDay: 2, quality: 0.9, fun: 0.5 },
      answers: 1,
      reciprocity: 1,
      ads: { perDay: 2, soft: 0.5 },
      offline: { everyDays: 2, size: 10, irregular: 0.5 },
      ...{ roles: 0.2, identityCue: 1, bondCue: 1, checkIns: 1, forcedTasks: 0.5, entryFee: 1 },
    },
  ],
  community: { groups: 2, centres: 1, rules: 0.3, overlap: 0.5, positioning: { focus: { skin: 1 } } },
  owner: { stock: 0.5 },
}

function scoresIn(world: World): void {
  for (let seat = 0; seat < world.seats; seat++) {
    for (let level = 0; level < LEVELS; level++) {
      const score = world.levels[seat * LEVELS + level] as number
      // Asked tens of millions of times: `expect` is for what does not hold.
      const isFree = level < VALUE_STOCKS || level === LEVEL.help
      const most = level === LEVEL.needsMet ? 6 : 1
      if (isFree ? Number.isFinite(score) : score >= 0 && score <= most) continue
      expect.fail(`level ${level} of seat ${seat} must stay in its range, got ${score} on day ${world.day}`)
    }
  }
  expect(world.ownerLevels[0]).toBeGreaterThanOrEqual(0)
  expect(world.ownerLevels[0]).toBeLessThanOrEqual(1)
  expect(world.beliefs.reduce((sum, belief) => sum + belief, 0)).toBeCloseTo(1, 4)
}

it.each(PARAMETER_NAMES)('scores stay in their ranges with %s at either end of its own', (name) => {
  for (const value of PARAMETERS[name].range) {
    const chanceShocks = 1
    const scenario = smallScenario({
      ...busy,
      model: { chanceShocks, postingScale: 0.5, inMarketShare: 1, memberSellers: 0.3, [name]: value },
    })
    run(scenario, '1', { observers: [scoresIn] })
  }
})
