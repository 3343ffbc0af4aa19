import { keyOf, PURPOSE, uniform, type Dice } from '../../sim/engine/dice.ts'
import { threefry } from '../../sim/engine/threefry.ts'
import { invariant } from '../../sim/model/invariant.ts'

/**
 * A number as it is kept. Scores, traits and the values of facts are 32-bit floats; what is reckoned from them on the way
 * has 64 bits. Sums and products are taken in the order of the engine, because another order may change a last bit.
 */
export function stored(x: number): number {
  return Math.fround(x)
}

/** Below this a fading score is gone. */
const TRACE = 1e-6

/** What is left of a fading score; not yet stored. */
export function faded(level: number, keep: number): number {
  const left = level * keep
  return left < TRACE ? 0 : left
}

/** How many of `perDay` things a day fall on this one: fractions add up to whole things. */
export function countOf(
  perDay: number,
  { from, day }: { readonly from: number; readonly day: number },
): number {
  if (day < from) return 0
  return Math.floor((day - from + 1) * perDay) - Math.floor((day - from) * perDay)
}

export type Purpose = keyof typeof PURPOSE

/** What a draw is of: a person, slot, group or post by its number, a day, and which draw of several. */
export interface Question {
  readonly of: number
  readonly day: number
  readonly index?: number
}

/** A draw in [0, 1): the first word of the block of its key. */
export function drawOf(dice: Dice, purpose: Purpose, { of, day, index = 0 }: Question): number {
  return uniform(dice, PURPOSE[purpose], of, day, index)
}

/** The second word of the same block, where a question has two answers. */
export function secondDrawOf(dice: Dice, purpose: Purpose, { of, day, index = 0 }: Question): number {
  return threefry(13, keyOf(dice, PURPOSE[purpose]), [of, day * 256 + index])[1] / 4294967296
}

/** The place of a list that must be there. */
export function placeOf<Item>(list: readonly Item[], place: number): Item {
  const item = list[place]
  invariant(item !== undefined, `a list must have a place ${place}, got ${list.length} places`)
  return item
}
