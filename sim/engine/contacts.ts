import { PURPOSE, uniform } from './dice.ts'
import type { Town } from './town.ts'

/** People whom somebody knows: neighbours on a ring to both sides, and a few from anywhere (a small world). */
const NEIGHBOURS = 3
const STRANGERS = 2
export const CONTACTS = 2 * NEIGHBOURS + STRANGERS

/**
 * Contact `n` (0 to CONTACTS − 1) of a person. Neighbours share pains more often than others do (see mainPain), so that
 * like knows like. Drawn from the person's own number: the same under every policy.
 */
export function contactOf(town: Town, person: number, n: number): number {
  const { people } = town.scenario.market
  if (n < 2 * NEIGHBOURS) {
    const step = n < NEIGHBOURS ? n + 1 : NEIGHBOURS - 1 - n
    return (person + step + people) % people
  }
  return Math.floor(people * uniform(town.dice, PURPOSE.contacts, person, 0, n - 2 * NEIGHBOURS))
}
