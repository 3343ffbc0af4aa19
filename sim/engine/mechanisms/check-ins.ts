// Members who are asked to report each day what they did begin to, the more their pain is what the group is about. Most
// give up alone; buddies who report as well keep each other at it (A17; S18). Keeping at it is worth something.
// Simplified: whoever has given up does not begin again; what is reported is taken on trust.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { saturate } from '../../model/arithmetic.ts'
import { CAUSE } from '../../model/causes.ts'
import { TRAIT } from '../../model/person.ts'
import { GAVE_UP, isPresent, MARK, MARKS, TIES, type World } from '../../model/world.ts'
import { openersToday } from '../daily-draws.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { phaseToday, type Simulation } from '../simulation.ts'

/** Days for which a check-in of somebody is in her buddies' minds. */
const IN_MIND = 3
/** Tie to one buddy who keeps at it at which half of the company is there. */
const COMPANY_HALF = 0.25

/** Who checks in today, and who gives up. */
export function decideCheckIns(simulation: Simulation): void {
  const { checkIns } = phaseToday(simulation)
  if (checkIns === 0) return
  const { world, town, people, rows } = simulation
  const { checkInEffect, checkInStart, checkInStop, buddyShield, checkInValue } = town.parameters
  const { marks, day } = world
  const { seats, persons, count } = openersToday(simulation)
  for (let n = 0; n < count; n++) {
    const seat = seats[n] as number
    const markAt = seat * MARKS
    if (((marks[markAt + MARK.flags] as number) & GAVE_UP) !== 0) continue
    const person = persons[n] as number
    const group = marks[markAt + MARK.group] as number
    const u = uniform(town.dice, PURPOSE.checkIns, person, day)
    const company = checkInEffect * companyOf(world, seat)
    if ((marks[markAt + MARK.checkInFrom] as number) < 0) {
      const pain = people.traits[seat * people.stride + TRAIT.painInFocus] as number
      if (u < checkIns * checkInStart * pain) record(rows, KIND['checked-in'], group, person, -1, company, -1)
      continue
    }
    // A day on which she did not look in is one on which she might have given up.
    const days = Math.max(1, day - (marks[markAt + MARK.checkedDay] as number))
    if (u < Math.min(1, checkInStop * days * (1 - buddyShield * company))) {
      record(rows, KIND['check-in-stopped'], group, person, -1, company, -1)
      continue
    }
    const fact = record(rows, KIND['checked-in'], group, person, -1, company, -1)
    const worth = checkInEffect * checkInValue
    if (worth > 0) record(rows, KIND['value-changed'], group, person, CAUSE['check-ins'], worth, fact)
  }
}

/** How much company she has of buddies who checked in lately, 0–1. */
function companyOf(world: World, seat: number): number {
  const { ties, tieStrengths, marks, day } = world
  let sum = 0
  for (let slot = seat * TIES; slot < seat * TIES + TIES && ties[slot] !== 0; slot++) {
    const other = (ties[slot] as number) - 1
    const checked = marks[other * MARKS + MARK.checkedDay] as number
    if (checked >= 0 && day - checked <= IN_MIND && isPresent(world, other))
      sum += tieStrengths[slot] as number
  }
  return saturate(sum, COMPANY_HALF)
}
