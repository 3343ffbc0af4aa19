import type { Parameters } from '../model/parameters.ts'
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
