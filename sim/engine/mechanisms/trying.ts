// A week after an order the buyer knows the product: quality against promise moves trust in product and owner, and
// is told to the group as a case or a warning (C18, P13, B17). A bad one is returned.
// Simplified: every order is tried once; stories do not travel beyond the group.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { CAUSE } from '../../model/causes.ts'
import { isPresent, LEVEL, LEVELS, MARK, MARKS, OWNER_MARK } from '../../model/world.ts'
import { PURPOSE, uniform } from '../dice.ts'
import type { Simulation } from '../simulation.ts'

/** Trust that experience with the product can reach (B29: as much as meeting can). */
const TRUST_CEILING = 0.85

/** Which orders are tried today, and what comes of it. */
export function decideTrying(simulation: Simulation): void {
  const { world, town } = simulation
  const due = world.day - Math.round(town.parameters.experienceDays)
  for (let seat = 0; seat < world.seats; seat++) {
    const markAt = seat * MARKS
    if (world.marks[markAt + MARK.orderedDay] !== due || due < 0) continue
    if ((world.marks[markAt + MARK.tried] as number) < (world.marks[markAt + MARK.orders] as number)) {
      decideExperience(simulation, seat)
    }
  }
}

function decideExperience({ world, town, rows }: Simulation, seat: number): void {
  const { parameters, dice, offers } = town
  const markAt = seat * MARKS
  const at = seat * LEVELS
  const person = world.marks[markAt + MARK.person] as number
  const group = world.marks[markAt + MARK.group] as number
  const number = world.marks[markAt + MARK.orderedOffer] as number
  const offer = offers[number] as (typeof offers)[number]
  // What is made for each buyer turns out unevenly (B24).
  const unevenness = 1 + parameters.serviceEffect * Math.max(0, 1 - 2 * offer.standardisation)
  const scatter =
    unevenness * parameters.qualityScatter * (2 * uniform(dice, PURPOSE.experience, person, world.day) - 1)
  const isBad = (world.ownerMarks[OWNER_MARK.badUntil] as number) > world.day
  const gap = offer.quality - (isBad ? parameters.badBatch : 0) + scatter - offer.promise
  const order = world.marks[markAt + MARK.orderFact] as number
  const fact = record(rows, KIND['product-tried'], group, person, number, gap, order)

  const trust = world.levels[at + LEVEL.trust] as number
  const productTrust = world.levels[at + LEVEL.productTrust] as number
  // Losses weigh about twice as much as gains of the same size (C18; trust falls faster than it grows, R4).
  if (gap === 0) return // exactly as promised: nothing to learn, nothing to tell
  const productChange =
    gap > 0 ? Math.min(1, 0.8 * gap + 0.1) * (1 - productTrust) : -Math.min(productTrust, -1.2 * gap)
  // Where values were declared, a broken promise is a double breach (C06).
  const breach = Math.max(
    0,
    1 + parameters.valuesEffect * parameters.valuesBreach * (town.scenario.community.values - 0.5),
  )
  const trustChange =
    gap > 0 ? 0.5 * gap * Math.max(0, TRUST_CEILING - trust) : -Math.min(trust, -0.9 * gap * breach)
  if (productChange !== 0) {
    record(rows, KIND['product-trust-changed'], group, person, CAUSE.product, productChange, fact)
  }
  if (trustChange !== 0) record(rows, KIND['trust-changed'], group, person, CAUSE.product, trustChange, fact)
  if (gap > 0 && isPresent(world, seat)) {
    // A product that is better than promised makes its buyer one of them (B15).
    const room = 1 - (world.levels[at + LEVEL.belonging] as number)
    const closer = parameters.experienceBelonging * Math.min(1, 0.3 + 3 * gap) * room
    if (closer > 0) record(rows, KIND['belonging-changed'], group, person, CAUSE.product, closer, fact)
  }
  if (gap < 0 && uniform(dice, PURPOSE.experience, person, world.day, 1) < -1.5 * gap) {
    record(rows, KIND['order-refunded'], group, person, number, offer.price, fact)
  }
  if (isPresent(world, seat) && uniform(dice, PURPOSE.telling, person, world.day) < parameters.tellingShare) {
    record(rows, KIND['experience-told'], group, person, number, gap > 0 ? 1 : 0, fact)
  }
}
