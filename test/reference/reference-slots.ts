import type { Source } from '../../sim/model/causes.ts'
import type { Arrival, Scenario } from '../../sim/scenario/scenario.ts'
import { countOf, drawOf, placeOf } from './reference-numbers.ts'
import { mainPainOf } from './reference-people.ts'
import type { Town } from './reference-town.ts'

/** Somebody who comes on a day, of whom that is known before the run. Its number is its place in the list of all. */
export interface Slot {
  readonly day: number
  readonly person: number
  readonly source: Source
}

/** The rules of a run from a day on; a branch has several of these. */
export interface Stage {
  readonly from: number
  readonly scenario: Scenario
}

/** Chance that a founder's strong pain is in focus. */
const FOUNDERS_FIT = 0.8

/** Who comes when: the founders before all others. Ends early when the market has nobody left. */
export function slotsOf(town: Town, stages: readonly Stage[]): Slot[] {
  const { days, founders, market } = town.scenario
  const people = Array.from({ length: market.people }, (_, person) => person)
  const isInFocus = (person: number) => (town.focus[mainPainOf(town, person)] ?? 0) > 0
  const pools = {
    inFocus: people.filter(isInFocus),
    // Those out of focus stand in the order of their numbers as well.
    others: people.filter((person) => !isInFocus(person)),
  }
  const slots: Slot[] = []
  const add = (fit: number, day: number, source: Source) => {
    const person = takePerson(town, pools, { fit, slot: slots.length })
    if (person !== null) slots.push({ day, person, source })
  }
  for (let n = 0; n < founders; n++) add(FOUNDERS_FIT, 0, 'friends')
  for (let day = 0; day < days; day++) {
    for (const arrival of arrivalsOn(stages, day)) {
      for (let n = 0; n < countOf(arrival.perDay, { from: arrival.from, day }); n++) {
        add(arrival.fit, day, arrival.source)
      }
    }
  }
  return slots
}

function arrivalsOn(stages: readonly Stage[], day: number): Arrival[] {
  const stage = stages.findLast(({ from }) => from <= day)
  return (stage?.scenario.arrivals ?? []).filter(({ from, to }) => from <= day && day < to)
}

interface Pools {
  readonly inFocus: number[]
  readonly others: number[]
}

/** One draw for the sort of person, one for which; null when nobody is left. */
function takePerson(
  { dice }: Town,
  { inFocus, others }: Pools,
  { fit, slot }: { readonly fit: number; readonly slot: number },
): number | null {
  if (inFocus.length + others.length === 0) return null
  const wantsFocus = drawOf(dice, 'slotFit', { of: slot, day: 0 }) < fit
  const pool = others.length === 0 || (wantsFocus && inFocus.length > 0) ? inFocus : others
  const place = Math.floor(drawOf(dice, 'slotPerson', { of: slot, day: 0 }) * pool.length)
  const taken = placeOf(pool, place)
  // A step of a shuffle: who stands first takes the place of the one who was taken.
  pool[place] = placeOf(pool, 0)
  pool.shift()
  return taken
}
