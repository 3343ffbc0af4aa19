// A fee at the door keeps away those to whom the group means little, and those to whom it is too dear (A13); founders pay
// it as well. Whoever stays away is lost for good: nobody asks twice.
// Simplified: it is paid once, by everybody who comes of her own accord or is invited; it buys no loyalty by itself.

import { saturate } from '../../model/arithmetic.ts'
import type { Town } from '../town.ts'

/**
 * Chance (0–1) that a newcomer pays. `fit` is how well the positioning fits her (0–1), `priceHalf` the price in CNY at
 * which she is half as ready to buy anything.
 */
export function payingChance(
  { parameters }: Town,
  { fee, fit, priceHalf }: { readonly fee: number; readonly fit: number; readonly priceHalf: number },
): number {
  if (fee === 0) return 1
  const deterred = 1 - (1 - saturate(fee, parameters.feeHalf * priceHalf)) * (0.4 + 0.6 * fit)
  return 1 - parameters.feeEffect * deterred
}
