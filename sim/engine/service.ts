import type { Parameters } from '../model/parameters.ts'
import { GROUP_MARK, GROUP_MARKS } from '../model/world.ts'
import type { Simulation } from './simulation.ts'
import type { TownOffer } from './town.ts'

/** Hours that one order takes the owner: none where one piece is like another, all where each is made for its buyer (B24). */
export function serviceHoursOf(
  { standardisation }: TownOffer,
  { serviceEffect, serviceHours }: Parameters,
): number {
  return standardisation >= STANDARD ? 0 : serviceEffect * serviceHours * (1 - standardisation / STANDARD)
}

/** From here on one piece is like another: nothing is made for the buyer. */
const STANDARD = 0.5

/** Hours that so many orders in a group take the owner, all of them taken as orders of what was ordered there last. */
export function hoursOfOrders({ town, world }: Simulation, group: number, orders: number): number {
  const ordered = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.orderedOffer] as number
  const latest = town.offers[ordered - 1]
  return latest === undefined ? 0 : orders * serviceHoursOf(latest, town.parameters)
}
