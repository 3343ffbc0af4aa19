import { KINDS } from '../../events/kinds.ts'
import { COSTS } from '../../model/causes.ts'
import { BOOK, GROUP_MARK, GROUP_MARKS, ownerNet, type World } from '../../model/world.ts'
import { countOn } from '../../scenario/fraction.ts'
import type { Phase, Scenario } from '../../scenario/scenario.ts'
import { ofKind, type Fact } from '../facts.ts'
import { daysOf, told, type History } from './history.ts'
import { type Law } from './law.ts'
import { aBazaar, aRush, lawOfHistories } from './of-histories.ts'
import { mustHold } from '../must-hold.ts'

// Nothing comes from nowhere, and nothing goes beyond its bounds.

const fen = (value: number) => Math.round(value * 100)

function sumOf(facts: readonly Fact[], kind: Fact['kind'], object?: number): number {
  return ofKind(facts, kind).reduce(
    (sum, fact) => sum + (object === undefined || fact.object === object ? fen(fact.value) : 0),
    0,
  )
}

const money = lawOfHistories(
  22,
  'the books are the sums of what was paid, in whole fen',
  ({ facts, simulation: { world } }) => {
    const { books } = world
    const isBooked = (name: string, found: number | undefined, expected: number) =>
      mustHold(found === expected, () => `the book of ${name} must be ${expected} fen, got ${String(found)}`)
    const fees = sumOf(facts, 'fee-paid')
    isBooked('fees', books[BOOK.fees], fees)
    isBooked('revenue', books[BOOK.revenue], sumOf(facts, 'order-placed') + fees)
    isBooked('refunds', books[BOOK.refunded], sumOf(facts, 'order-refunded'))
    const costs = COSTS.map((name, cost) => {
      const paid = sumOf(facts, 'cost-paid', cost)
      isBooked(name, books[BOOK.costs + cost], paid)
      return paid
    })
    const net =
      sumOf(facts, 'order-placed') +
      fees -
      sumOf(facts, 'order-refunded') -
      costs.reduce((sum, cost) => sum + cost, 0)
    mustHold(ownerNet(world) === net / 100, () => `ownerNet must be ${net / 100}, got ${ownerNet(world)}`)
  },
)

const packets = lawOfHistories(
  23,
  'a red packet is shared out among those who are there, once each, and never beyond what is in it',
  ({ facts }) => {
    const claims = new Map<number, Fact[]>()
    for (const claim of ofKind(facts, 'packet-claimed')) {
      const packet = facts[claim.cause]
      mustHold(
        packet?.kind === 'packet-sent',
        () => `${told(claim)} must be of a packet, got ${told(packet)}`,
      )
      mustHold(fen(claim.value) >= 1, () => `a share must be at least a fen, got ${told(claim)}`)
      mustHold(claim.actor !== packet.actor, () => `nobody may take from her own packet, got ${told(claim)}`)
      claims.set(claim.cause, [...(claims.get(claim.cause) ?? []), claim])
    }
    for (const [seq, shares] of claims) {
      const packet = facts[seq] as Fact
      const taken = shares.reduce((sum, { value }) => sum + fen(value), 0)
      const isAllTaken = shares.length === packet.object
      mustHold(
        shares.length <= packet.object &&
          (isAllTaken ? taken === fen(packet.value) : taken < fen(packet.value)),
        () =>
          `${told(packet)} must be shared out exactly, got ${shares.length} shares of ${taken} fen in all`,
      )
      const takers = new Set(shares.map(({ actor }) => actor))
      mustHold(takers.size === shares.length, () => `nobody may take twice from ${told(packet)}`)
    }
  },
)

/** Facts that are about somebody who need not be present: refused, gone, or with goods at home. */
const OF_ABSENT: readonly string[] = [
  ...['join-refused', 'entry-declined', 'blame-shared', 'product-tried', 'order-refunded'],
]
/** Who has left has been there once, and may come to trust or not what she tries at home. */
function isAtHome({ kind, cause }: Fact, facts: readonly Fact[]): boolean {
  const isTrust = kind === 'trust-changed' || kind === 'product-trust-changed'
  return isTrust && facts[cause]?.kind === 'product-tried'
}

const population = lawOfHistories(
  24,
  'members are joins less departures, no group is overfull, and nobody acts before joining or after leaving',
  mustBePeopled,
)

const peopledMarket = lawOfHistories(
  24,
  'the same where everybody buys: nobody tells of a product who has left',
  mustBePeopled,
  aRush,
)

const peopledBazaar = lawOfHistories(
  24,
  'the same where everybody advertises: nobody who was removed minds the next removal',
  mustBePeopled,
  aBazaar,
)

function mustBePeopled({ facts, simulation: { world } }: History, scenario: Scenario): void {
  const present = new Set<number>()
  const ever = new Set<number>()
  for (const fact of facts) {
    const { kind, actor } = fact
    if (kind === 'member-joined') {
      mustHold(!ever.has(actor), () => `nobody may join twice, got ${told(fact)}`)
      present.add(actor)
      ever.add(actor)
    } else if (kind === 'member-left' || kind === 'member-removed') {
      mustHold(present.delete(actor), () => `who leaves must be there, got ${told(fact)}`)
    } else if (actor >= 0 && !OF_ABSENT.includes(kind)) {
      const isAllowed = isAtHome(fact, facts) ? ever.has(actor) : present.has(actor)
      mustHold(isAllowed, () => `who acts must be there, got ${told(fact)}`)
    }
  }
  let members = 0
  for (let group = 0; group < scenario.community.groups; group++) {
    const inGroup = membersOf(world, group)
    const { capacity } = scenario.community
    mustHold(inGroup <= capacity, () => `group ${group} must hold at most ${capacity}, got ${inGroup}`)
    members += inGroup
  }
  mustHold(members === present.size, () => `members must be ${present.size}, got ${members}`)
}

function membersOf(world: World, group: number): number {
  return world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number
}

const silence = lawOfHistories(
  25,
  'somebody mutes only a group that is not muted, and is woken only where it is',
  ({ facts }) => {
    const muted = new Set<number>()
    for (const fact of facts) {
      const { kind, actor } = fact
      if (kind === 'member-muted') {
        mustHold(!muted.has(actor), () => `a muted group must not be muted again, got ${told(fact)}`)
        muted.add(actor)
      } else if (kind === 'member-woken') {
        mustHold(muted.delete(actor), () => `only a muted group can be woken, got ${told(fact)}`)
      }
    }
  },
)

/** What one member does at most once a day. */
const ONCE_A_DAY: readonly Fact['kind'][] = [
  ...(['feed-read', 'invitation-sent', 'order-placed', 'checked-in', 'member-muted'] as const),
]
/** Messages that a member writes in a day at most: of her own, and one of thanks for a packet. */
const MESSAGES_MOST = 6

const caps = lawOfHistories(
  26,
  'nobody does more in a day than there is room for: the owner as planned, members within their caps',
  (history, { plan, community }) => {
    daysOf(history).forEach((facts, day) => {
      const phase = plan.findLast(({ from }) => from <= day) as Phase
      for (let group = 0; group < community.groups; group++) {
        const byOwner = (kind: Fact['kind']) =>
          facts.filter((fact) => fact.kind === kind && fact.group === group && fact.actor < 0).length
        const isWithin = (kind: Fact['kind'], perDay: number) => {
          const most = countOn(day, phase.from, perDay)
          mustHold(
            byOwner(kind) <= most,
            () => `${kind} on day ${day} must be at most ${most}, got ${byOwner(kind)}`,
          )
        }
        isWithin('ad-posted', phase.ads.perDay)
        isWithin('content-posted', phase.content.perDay)
        isWithin('packet-sent', phase.redPackets.perDay)
      }
      for (const kind of ONCE_A_DAY) mustBeAtMost(facts, { kind, most: 1, day })
      mustBeAtMost(facts, { kind: 'message-posted', most: MESSAGES_MOST, day })
    })
  },
)

interface Cap {
  readonly kind: Fact['kind']
  readonly most: number
  readonly day: number
}

function mustBeAtMost(facts: readonly Fact[], { kind, most, day }: Cap): void {
  const times = new Map<number, number>()
  for (const { actor } of ofKind(facts, kind)) {
    const count = (times.get(actor) ?? 0) + 1
    times.set(actor, count)
    mustHold(count <= most, () => `${kind} by ${actor} on day ${day} must be at most ${most}, got ${count}`)
  }
}

const references = lawOfHistories(
  27,
  'every cause is an earlier fact of a kind that may be one',
  ({ facts }) => {
    for (const fact of facts) {
      if (fact.cause < 0) continue
      mustHold(fact.cause < fact.seq, () => `a cause must come before its effect, got ${told(fact)}`)
      const causes: readonly string[] = KINDS[fact.kind].causes
      const cause = facts[fact.cause]
      mustHold(
        causes.includes(String(cause?.kind)),
        () => `${told(fact)} must be caused by one of ${causes.join(', ')}, got ${told(cause)}`,
      )
    }
  },
)

const funnel = lawOfHistories(
  29,
  'buyers have read the group, and behind each order stands an ad',
  ({ facts }) => {
    const readers = new Set(ofKind(facts, 'feed-read').map(({ actor }) => actor))
    for (const order of ofKind(facts, 'order-placed')) {
      mustHold(readers.has(order.actor), () => `who orders must have read, got ${told(order)}`)
      // An order may hang on others of the days before (a chain), the first of them on an ad.
      let behind = facts[order.cause]
      while (behind?.kind === 'order-placed') behind = facts[behind.cause]
      mustHold(
        behind?.kind === 'ad-posted',
        () => `an ad must stand behind ${told(order)}, got ${told(behind)}`,
      )
    }
  },
)

const shares = lawOfHistories(null, 'the shares of a departure or a mute add up to 1', ({ facts }) => {
  const sums = new Map<number, number>()
  for (const { cause, value } of ofKind(facts, 'blame-shared')) {
    sums.set(cause, (sums.get(cause) ?? 0) + value)
  }
  const departures = facts.filter(({ kind }) => kind === 'member-left' || kind === 'member-muted')
  for (const departure of departures) {
    const sum = sums.get(departure.seq) ?? 0
    mustHold(Math.abs(sum - 1) < 1e-5, () => `shares of ${told(departure)} must add up to 1, got ${sum}`)
  }
  mustHold(sums.size === departures.length, () => 'shares must be of departures and mutes alone')
})

/** Laws of conservation. */
export const CONSERVATION: readonly Law[] = [
  ...[money, packets, population, peopledMarket, peopledBazaar, silence, caps, references, funnel, shares],
]
