import { saturate } from '../../../sim/model/arithmetic.ts'
import { drawOf } from '../reference-numbers.ts'
import { painsOf, priceHalfOf, strongestInFocus } from '../reference-people.ts'
import { phaseOf, type Run } from '../reference-run.ts'

/** Whether somebody pays what joining costs. Her draw is the same on every day. */
export function paysFee(run: Run, person: number, group: number): boolean {
  const { town } = run
  const { entryFee } = phaseOf(run)
  if (entryFee === 0) return true
  const { feeEffect, feeHalf } = town.parameters
  const fit = strongestInFocus(town, painsOf(town, person), group)
  const bears = 1 - saturate(entryFee, feeHalf * priceHalfOf(town, person))
  const pays = 1 - feeEffect * (1 - bears * (0.4 + 0.6 * fit))
  return drawOf(town.dice, 'fees', { of: person, day: 0 }) < pays
}
