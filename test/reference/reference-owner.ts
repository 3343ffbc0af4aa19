import type { COSTS } from '../../sim/model/causes.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { stored } from './reference-numbers.ts'
import { plannedFocus } from './reference-town.ts'

/** Whoever runs the community. Scores are 32-bit floats, money is whole fen. */
export interface Owner {
  energy: number
  /** CNY a day, smoothed. */
  margin: number
  /** Appeal of the latest rival to open, 0–1. */
  rival: number
  /** The day on which the owner is back, people’s holiday over, the goods good again. */
  awayUntil: number
  holidayUntil: number
  badUntil: number
  /** Number of the phase of the plan, and of the stage of a branch. */
  phase: number
  stage: number
  isTired: boolean
  /** No packets any more. */
  hasStoppedPackets: boolean
  /** Products found better than promised today. */
  experiences: number
  /** Weight that each topic is believed to have among the needs; adds up to 1. */
  beliefs: number[]
  /** The need that was found, null for none, and the day of the last change. */
  found: number | null
  foundDay: number
  /** The topic that the positioning has turned to. */
  turnedTo: number | null
  /** All that came in, that was given back and that was paid, and the balance of today. */
  revenue: number
  refunded: number
  readonly costs: Record<(typeof COSTS)[number], number>
  today: number
}

/** The owner on the morning of day 0. */
export function newOwner(scenario: Scenario): Owner {
  return {
    ...{ energy: stored(scenario.owner.energy), margin: 0, rival: 0 },
    ...{ awayUntil: 0, holidayUntil: 0, badUntil: 0, phase: 0, stage: 0 },
    ...{ isTired: false, hasStoppedPackets: false, experiences: 0 },
    beliefs: plannedFocus(scenario).map(stored),
    ...{ found: null, foundDay: 0, turnedTo: null },
    ...{ revenue: 0, refunded: 0, today: 0 },
    costs: { goods: 0, content: 0, ads: 0, packets: 0, events: 0, rewards: 0 },
  }
}

/** CNY that the owner can still spend today. */
export interface Purse {
  left: number
}

/** What there is: the cash at the start and the net of the books. */
export function purseOf(owner: Owner, { owner: { cash } }: Scenario): Purse {
  const paid = Object.values(owner.costs).reduce((sum, cost) => sum + cost, 0)
  return { left: cash + (owner.revenue - owner.refunded - paid) / 100 }
}

/** Takes an amount out, if it is there. */
export function spend(purse: Purse, amount: number): boolean {
  if (purse.left < amount) return false
  purse.left -= amount
  return true
}
