import { COST, COSTS } from '../../model/causes.ts'
import type { TownOffer } from '../../engine/town.ts'
import { ofKind, type Fact } from '../facts.ts'
import { mustHold } from '../must-hold.ts'
import { daysOf, told } from './history.ts'
import type { Law } from './law.ts'
import { aRush, lawOfHistories } from './of-histories.ts'

// Every fen has its reason: what it was paid for, once, and as what it is booked.

/** What is behind a cost, in the order of COSTS. */
const PAID_FOR: readonly Fact['kind'][] = [
  ...(['order-placed', 'content-posted', 'ad-posted'] as const),
  ...(['packet-sent', 'meeting-held', 'invitation-sent'] as const),
]

const costs = lawOfHistories(
  null,
  'a cost is booked as what it was paid for, once: goods for each order, a packet for what is in it, a reward for who came',
  ({ facts }, { offer }) => {
    const paid = new Map<number, Fact>()
    for (const cost of ofKind(facts, 'cost-paid')) {
      const what = facts[cost.cause]
      const kind = PAID_FOR[cost.object]
      mustHold(
        what?.kind === kind,
        () => `${String(COSTS[cost.object])} must be paid for ${String(kind)}, got ${told(cost)}`,
      )
      mustHold(!paid.has(cost.cause), () => `${told(what)} must be paid for once, got ${told(cost)}`)
      paid.set(cost.cause, cost)
      if (cost.object !== COST.rewards) continue
      const hasCome = facts.some(({ kind: came, cause }) => came === 'member-joined' && cause === cost.cause)
      mustHold(hasCome, () => `a reward must be for somebody who came, got ${told(cost)}`)
    }
    for (const fact of facts) {
      const expected =
        fact.kind === 'order-placed'
          ? Math.fround((offer[fact.object] as TownOffer | undefined)?.unitCost ?? NaN)
          : fact.kind === 'packet-sent' && fact.actor < 0
            ? fact.value
            : null
      if (expected === null) continue
      const cost = paid.get(fact.seq)
      mustHold(cost?.value === expected, () => `${told(fact)} must cost ${expected}, got ${told(cost)}`)
    }
  },
)

const refunds = lawOfHistories(
  null,
  'a refund is what was paid for the order, once, to who placed it and tried what came',
  ({ facts }) => {
    const refunded = new Set<number>()
    for (const refund of ofKind(facts, 'order-refunded')) {
      const tried = facts[refund.cause]
      const order = facts[tried?.cause ?? -1]
      mustHold(
        tried?.kind === 'product-tried' &&
          order?.kind === 'order-placed' &&
          order.value === refund.value &&
          order.actor === refund.actor,
        () => `${told(refund)} must be of what was paid for an order, got ${told(order)}`,
      )
      mustHold(!refunded.has(order.seq), () => `an order must be paid back once, got ${told(refund)}`)
      refunded.add(order.seq)
    }
  },
  aRush,
)

/** What the owner pays only from what is there; the rest is owed to others. */
const VOLUNTARY: readonly number[] = [COST.content, COST.ads, COST.packets, COST.events]

/** Fen that a fact brings in (below 0: takes). */
function netOf({ kind, value }: Fact): number {
  const fen = Math.round(100 * value)
  if (kind === 'order-placed' || kind === 'fee-paid') return fen
  return kind === 'order-refunded' || kind === 'cost-paid' ? -fen : 0
}

const purse = lawOfHistories(
  null,
  'the owner spends on posts, ads, packets and meetings what is there, and no more',
  (history, { owner }) => {
    let left = 100 * owner.cash
    for (const facts of daysOf(history)) {
      // Books are kept in whole fen, while a day's purse goes by what a post costs to the last bit.
      let slack = 0.5
      for (const fact of facts) {
        left += netOf(fact)
        if (fact.kind !== 'cost-paid' || !VOLUNTARY.includes(fact.object)) continue
        slack += 0.5
        mustHold(left >= -slack, () => `there must be money for ${told(fact)}, got ${left} fen after it`)
      }
    }
  },
)

const margin = lawOfHistories(
  null,
  'the margin moves towards what the day has brought in, and never beyond',
  (history) => {
    let before = 0
    daysOf(history).forEach((facts, day) => {
      const net = facts.reduce((sum, fact) => sum + netOf(fact), 0) / 100
      const [drawn] = ofKind(facts, 'margin-drawn')
      const after = drawn?.value ?? before
      const [least, most] = [Math.min(before, net), Math.max(before, net)]
      const slack = 1e-5 * (1 + Math.abs(net))
      mustHold(
        after >= least - slack && after <= most + slack && (drawn !== undefined || most - least < 0.01),
        () => `the margin of day ${day} must lie from ${least} to ${most}, got ${after}`,
      )
      before = after
    })
  },
)

/** Laws of money. */
export const ACCOUNTS: readonly Law[] = [costs, refunds, purse, margin]
