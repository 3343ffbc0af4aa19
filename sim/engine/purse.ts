import { ownerNet } from '../model/world.ts'
import type { Simulation } from './simulation.ts'

/** CNY that the owner can still spend today. */
export interface Purse {
  left: number
}

/** What there is: the cash at the start and all that came in since. */
export function createPurse({ town, world }: Simulation): Purse {
  return { left: town.scenario.owner.cash + ownerNet(world) }
}

/** Takes an amount out, if it is there. */
export function spendToday(purse: Purse, amount: number): boolean {
  if (purse.left < amount) return false
  purse.left -= amount
  return true
}
