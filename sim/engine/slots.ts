import { countOn } from '../scenario/fraction.ts'
import type { Arrival } from '../scenario/scenario.ts'
import { SOURCE } from '../model/causes.ts'
import { PURPOSE, uniform } from './dice.ts'
import { mainPain } from './people.ts'
import type { Town } from './town.ts'

/**
 * Who stands in which arrival slot, drawn before the run: a fact about the town, not about what the owner does,
 * so that two policies meet the same people on the same days (only invitations depend on members).
 */
export interface Slots {
  /** Person number of each slot; the slots of a day lie together. */
  readonly person: Int32Array
  readonly source: Uint8Array
  /** First slot of each day; one more entry than days. Founders are the slots before `day[0]`. */
  readonly dayStart: Int32Array
}

/** Chance that a founder's strong pain is in focus: assumption, as for arrivals. */
const FOUNDERS_FIT = 0.8

/** The town from a day on; a branch has several. */
export interface TownFrom {
  readonly from: number
  readonly town: Town
}

/** Draws the slots of the whole run. Ends early when the market has nobody left. */
export function drawSlots(towns: readonly TownFrom[]): Slots {
  const { town } = towns[0] as TownFrom
  const { scenario } = town
  const pool = createPool(town)
  const person: number[] = []
  const source: number[] = []
  const fill = (fit: number, from: number) => {
    const next = takePerson(town, pool, fit, person.length)
    if (next < 0) return
    person.push(next)
    source.push(from)
  }
  for (let n = 0; n < scenario.founders; n++) fill(FOUNDERS_FIT, SOURCE.friends)
  const dayStart = [person.length]
  for (let day = 0; day < scenario.days; day++) {
    for (const arrival of arrivalsOn(towns, day)) {
      if (day < arrival.from || day >= arrival.to) continue
      const count = countOn(day, arrival.from, arrival.perDay)
      for (let n = 0; n < count; n++) fill(arrival.fit, SOURCE[arrival.source])
    }
    dayStart.push(person.length)
  }
  return {
    person: Int32Array.from(person),
    source: Uint8Array.from(source),
    dayStart: Int32Array.from(dayStart),
  }
}

function arrivalsOn(towns: readonly TownFrom[], day: number): readonly Arrival[] {
  return (towns.findLast(({ from }) => from <= day) as TownFrom).town.scenario.arrivals
}

/** People who have not yet been taken, in focus and out of it. */
interface Pool {
  readonly inFocus: Int32Array
  readonly others: Int32Array
  takenInFocus: number
  takenOthers: number
}

function createPool(town: Town): Pool {
  const { people } = town.scenario.market
  const everybody = new Int32Array(people)
  let inFocus = 0
  let others = 0
  for (let person = 0; person < people; person++) {
    // Those in focus from the front, the others from the back: one array is enough for both.
    const isInFocus = (town.focus[mainPain(town, person)] ?? 0) > 0
    everybody[isInFocus ? inFocus++ : people - ++others] = person
  }
  return {
    inFocus: everybody.subarray(0, inFocus),
    others: everybody.subarray(inFocus).reverse(),
    takenInFocus: 0,
    takenOthers: 0,
  }
}

/** One draw for the kind of person, one for which: no rejection, so a slot's luck is its own. −1 when nobody is left. */
function takePerson(town: Town, pool: Pool, fit: number, slot: number): number {
  const wantsFocus = uniform(town.dice, PURPOSE.slotFit, slot, 0) < fit
  const leftInFocus = pool.inFocus.length - pool.takenInFocus
  const leftOthers = pool.others.length - pool.takenOthers
  if (leftInFocus + leftOthers === 0) return -1
  const u = uniform(town.dice, PURPOSE.slotPerson, slot, 0)
  if (leftOthers === 0 || (wantsFocus && leftInFocus > 0)) {
    pool.takenInFocus += 1
    return takeAt(pool.inFocus, pool.takenInFocus - 1, u)
  }
  pool.takenOthers += 1
  return takeAt(pool.others, pool.takenOthers - 1, u)
}

/** A step of the Fisher–Yates shuffle: swaps a drawn place to the front of what is left. */
function takeAt(people: Int32Array, front: number, u: number): number {
  const place = front + Math.floor(u * (people.length - front))
  const taken = people[place] as number
  people[place] = people[front] as number
  people[front] = taken
  return taken
}
