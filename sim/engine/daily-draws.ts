import { LEFT, MARK, MARKS, type World } from '../model/world.ts'
import { keyOf, PURPOSE } from './dice.ts'
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
  /** Room for numbers and for a list of seats and their people, for whoever needs it within a turn. */
  scratch: Float64Array
  list: SeatList
  /** The day whose openers the list holds; −1 for none. */
  openersDay: number
}

/** Some of the seats, in their order, and who sits there: the first `count` places. */
export interface SeatList {
  readonly seats: Int32Array
  readonly persons: Int32Array
  count: number
}

export function createDailyDraws(): DailyDraws {
  return {
    day: -1,
    seats: 0,
    opening: new Float64Array(64),
    leaving: new Float64Array(64),
    scratch: new Float64Array(64),
    list: createList(64),
    openersDay: -1,
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

/** Room for so many numbers; what it held before is of no use. */
export function scratchFor(draws: DailyDraws, numbers: number): Float64Array {
  if (draws.scratch.length < numbers) draws.scratch = new Float64Array(numbers * 2)
  return draws.scratch
}

/** Room for a list of so many seats; what it held before is of no use. */
export function listFor(draws: DailyDraws, seats: number): SeatList {
  if (draws.list.seats.length < seats) draws.list = createList(seats * 2)
  draws.list.count = 0
  return draws.list
}

function createList(room: number): SeatList {
  return { seats: new Int32Array(room), persons: new Int32Array(room), count: 0 }
}

/**
 * Everybody who has opened today and is still there. Each is put on the list, and the next one overwrites her if she does
 * not belong there: no branch to be guessed wrong.
 */
export function openersToday({ world, draws }: Roller): SeatList {
  if (draws.openersDay === world.day) return draws.list
  const { marks, day } = world
  const list = listFor(draws, world.seats)
  const { seats, persons } = list
  let count = 0
  for (let seat = 0; seat < world.seats; seat++) {
    const at = seat * MARKS
    seats[count] = seat
    persons[count] = marks[at + MARK.person] as number
    const isThere = ((marks[at + MARK.flags] as number) & LEFT) === 0
    count += Number(marks[at + MARK.openedDay] === day) & Number(isThere)
  }
  list.count = count
  return list
}

/** Takes note that the list holds today's openers: nobody opens or leaves between reading and the end of the day's talk. */
export function noteOpeners({ world, draws }: Roller): void {
  draws.openersDay = world.day
}

/** Today's first draw of those on a list for a purpose, in the order of the list. */
export function drawsOf({ world, town, draws }: Roller, purpose: number, list: SeatList): Float64Array {
  const { persons, count } = list
  const into = scratchFor(draws, 2 * count)
  const counters = { of: persons, stride: 1, count, c1: world.day * 256 }
  threefry13Each(keyOf(town.dice, purpose), counters, { first: into, second: into.subarray(count) })
  return into
}

function rolled({ world, town, draws }: Roller): DailyDraws {
  if (draws.day === world.day && draws.seats === world.seats) return draws
  if (draws.opening.length < world.seats) {
    draws.opening = new Float64Array(world.seats * 2)
    draws.leaving = new Float64Array(world.seats * 2)
  }
  const persons = {
    of: world.marks.subarray(MARK.person),
    stride: MARKS,
    count: world.seats,
    c1: world.day * 256,
  }
  threefry13Each(keyOf(town.dice, PURPOSE.daily), persons, { first: draws.opening, second: draws.leaving })
  draws.day = world.day
  draws.seats = world.seats
  return draws
}
