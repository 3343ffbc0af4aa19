import fc from 'fast-check'
import { run } from '../../engine/run.ts'
import { LEVEL, LEVELS, VALUE_STOCKS, type World } from '../../model/world.ts'
import { editScenario } from '../../scenario/edit.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { aScenario, aSeed } from '../arbitraries.ts'
import { mustHold } from '../must-hold.ts'
import type { Law } from './law.ts'
import { aRush } from './of-histories.ts'

// Every score is a number, and stays where it belongs.

const RUNS = 150

const ranges = lawOfRanges('no score leaves its range, and no number is NaN, infinite or −0', aScenario)

const rangesOfOwner = lawOfRanges(
  'the same where everything is worth it to the owner, and nothing tires',
  aRush.map(
    (scenario) =>
      editScenario(scenario, [
        ...['energyOfMargin', 'energyOfThanks', 'energyMarginHalf', 'postingScale'].map((name) => ({
          path: `model.${name}`,
          value: 1,
        })),
        { path: 'model.ownerFatigue', value: 0 },
        ...[0, 1].map((offer) => ({ path: `offer[${offer}].price`, value: 100 })),
        ...[0, 1].map((phase) => ({ path: `plan[${phase}].answers`, value: 1 })),
      ]).scenario,
  ),
)

function lawOfRanges(says: string, scenarios: fc.Arbitrary<Scenario>): Law {
  return {
    number: 28,
    says,
    runs: RUNS,
    property: ({ turns }) =>
      fc.property(scenarios, aSeed, (scenario, seed) => {
        run(scenario, seed, {
          turns,
          observers: [
            (world, rows, from, to) => {
              mustBeInRange(world)
              for (let at = from; at < to; at++) mustBeNumber(rows.value[at] as number, `value of fact ${at}`)
            },
          ],
        })
      }),
  }
}

/** The most that the stocks of value may add up to: each gain saturates at a part of 1. */
const VALUE_MOST = 2

/** Throws unless every score of a world is a number within its range. */
function mustBeInRange(world: World): void {
  const { levels, seats, day } = world
  for (let seat = 0; seat < seats; seat++) {
    let value = 0
    for (let level = 0; level < LEVELS; level++) {
      const score = levels[seat * LEVELS + level] as number
      const isStock = level < VALUE_STOCKS
      if (isStock) value += score
      const least = isStock ? -Infinity : 0
      const most = isStock || level === LEVEL.help ? Infinity : level === LEVEL.needsMet ? 6 : 1
      mustHold(
        score >= least && score <= most,
        () =>
          `level ${level} of seat ${seat} must be from ${least} to ${most}, got ${score} before day ${day}`,
      )
    }
    mustHold(value <= VALUE_MOST, () => `value of seat ${seat} must be at most ${VALUE_MOST}, got ${value}`)
  }
  for (const name of ['levels', 'tieStrengths', 'groupLevels', 'ownerLevels', 'beliefs', 'books'] as const) {
    for (const number of world[name]) mustBeNumber(number, name)
  }
  const energy = world.ownerLevels[0] as number
  mustHold(energy >= 0 && energy <= 1, () => `energy must be from 0 to 1, got ${energy} before day ${day}`)
  const beliefs = world.beliefs.reduce((sum, belief) => sum + belief, 0)
  mustHold(
    Math.min(...world.beliefs) >= 0 && Math.abs(beliefs - 1) < 1e-4,
    () => `beliefs must add up to 1, got ${beliefs} before day ${day}`,
  )
}

function mustBeNumber(number: number, what: string): void {
  mustHold(Number.isFinite(number) && !Object.is(number, -0), () => `${what} must be a number, got ${number}`)
}

/** Laws of bounds. */
export const RANGES: readonly Law[] = [ranges, rangesOfOwner]
