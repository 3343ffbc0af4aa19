import type { Run } from '../reference-run.ts'

/** Hours that an order of an offer takes the owner; none where nothing has been ordered. */
export function serviceHoursOf({ town }: Run, offer: number | undefined): number {
  const sold = offer === undefined ? undefined : town.offers[offer]
  if (sold === undefined) return 0
  const { serviceEffect, serviceHours } = town.parameters
  return serviceEffect * serviceHours * Math.max(0, 1 - 2 * sold.standardisation)
}
