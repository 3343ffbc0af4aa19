// Where members are used to helping each other, an answer is now and then followed by more than words: an order passed on,
// a recommendation, a tip (A48, A49). It is worth something to whom it is done, and brings the two closer.
// Simplified: favours cost the giver nothing, and their money is not in the books of the owner.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { CAUSE } from '../../model/causes.ts'
import { PURPOSE, uniform } from '../dice.ts'
import type { Simulation } from '../simulation.ts'

interface Answer {
  readonly group: number
  readonly giver: number
  readonly receiver: number
  /** Seq of the answer. */
  readonly reply: number
  /** How much the owner has members help each other, 0–1. */
  readonly reciprocity: number
}

/** Whether a member who answered another one also does her a favour. */
export function decideFavour(
  { world, town, rows }: Simulation,
  { group, giver, receiver, reply, reciprocity }: Answer,
): void {
  const { favourEffect, favourRate, favourValue, favourTie, tieEffect } = town.parameters
  const chance = favourEffect * favourRate * reciprocity * reciprocity
  if (chance === 0 || uniform(town.dice, PURPOSE.favours, receiver, world.day, giver & 255) >= chance) return
  const favour = record(rows, KIND['favour-done'], group, giver, receiver, 0, reply)
  if (favourValue > 0)
    record(rows, KIND['value-changed'], group, receiver, CAUSE.favours, favourValue, favour)
  const closer = tieEffect * favourTie
  if (closer > 0) record(rows, KIND['tie-changed'], group, giver, receiver, closer, favour)
}
