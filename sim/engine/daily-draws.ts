import { MARK, MARKS, type World } from '../model/world.ts'
import { PURPOSE } from './dice.ts'
import { threefry13Each } from './threefry.ts'
import type { Town } from './town.ts'

/** What the draws depend on, and where they are kept. */
interface Roller {
  readonly world: World
  readonly town: Town
  readonly draws: DailyDraws
}

/**
 * The two draws that everybody has every day: whether she opens (first word), and whether she leaves or mutes
 * (second word). Like all draws they depend on seed, person and day alone; they are rolled together because that is
 * three times as fast as one by one.
 */
export interface DailyDraws {
  /** Day and number of seats that have been rolled. */
  day: number
  seats: number
  opening: Float64Array
  leaving: Float64Array
  /** Room for one number a seat, for whoever needs it within a turn. */
  scratch: Float64Array
}

export function createDailyDraws(): DailyDraws {
  return {
    day: -1,
    seats: 0,
    opening: new Float64Array(64),
    leaving: new Float64Array(64),
    scratch: new Float64Array(64),
  }
}

/** Today's draws for opening, by seat. */
export function openingDraws(roller: Roller): Float64Array {
  return rolled(roller).opening
}

/** Today's draws for leaving and muting, by seat. */
export function leavingDraws(roller: Roller): Float64Array {
  return rolled(roller).leaving
}

/** Room for a number a seat; what it held before is of no use. */
export function scratchFor(draws: DailyDraws, seats: number): Float64Array {
  if (draws.scratch.length < seats) draws.scratch = new Float64Array(seats * 2)
  return draws.scratch
}

function rolled({ world, town, draws }: Roller): DailyDraws {
  if (draws.day === world.day && draws.seats === world.seats) return draws
  if (draws.opening.length < world.seats) {
    draws.opening = new Float64Array(world.seats * 2)
    draws.leaving = new Float64Array(world.seats * 2)
  }
  const { keys } = town.dice
  const key = [keys[PURPOSE.daily * 2] as number, keys[PURPOSE.daily * 2 + 1] as number] as const
  const persons = {
    of: world.marks.subarray(MARK.person),
    stride: MARKS,
    count: world.seats,
    c1: world.day * 256,
  }
  threefry13Each(key, persons, { first: draws.opening, second: draws.leaving })
  draws.day = world.day
  draws.seats = world.seats
  return draws
}
