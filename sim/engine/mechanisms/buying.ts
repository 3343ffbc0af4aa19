// People buy only while they are in the market (about one in ten at a time, R6), an offer they read, from trust, match
// of the offer with their pain, proof, herd (K7), price, and as far as fatigue and label leave them willing.
// Simplified: one order a day; the person in the market is the one who buys; no haggling, no stock.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { gate, hill, saturate } from '../../model/arithmetic.ts'
import { COST } from '../../model/causes.ts'
import { TRAIT, TRAITS } from '../../model/person.ts'
import {
  GROUP_LEVEL,
  GROUP_LEVELS,
  GROUP_MARK,
  GROUP_MARKS,
  KNOWS_PRICE,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
} from '../../model/world.ts'
import { openersToday } from '../daily-draws.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { feedOf, type Feed } from '../feed.ts'
import type { Simulation } from '../simulation.ts'

const OWNER = -1

/** Who buys today. */
export function decideBuying(simulation: Simulation): void {
  const { world, town } = simulation
  if (town.offers.length === 0) return
  const markets: Market[] = []
  for (let group = 0; group < world.setting.groups; group++) markets.push(marketOf(simulation, group))
  if (markets.every(({ feed }) => feed.adOffers.length === 0)) return
  const { seats, count } = openersToday(simulation)
  for (let n = 0; n < count; n++) {
    const seat = seats[n] as number
    decideOrder(simulation, seat, markets[world.marks[seat * MARKS + MARK.group] as number] as Market)
  }
}

function marketOf(simulation: Simulation, group: number): Market {
  return { group, feed: feedOf(simulation, group), proof: proofOf(simulation, group) }
}

/** Cases told, warnings given, and purchases seen in the last two days: the same for everybody in the group. */
function proofOf({ world, town }: Simulation, group: number): number {
  const { proofWeight, herdWeight } = town.parameters
  const good = world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL.good] as number
  const bad = world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL.bad] as number
  const at = group * GROUP_MARKS
  const bought =
    (world.groupMarks[at + GROUP_MARK.ordersYesterday] as number) +
    (world.groupMarks[at + GROUP_MARK.ordersBefore] as number)
  const told = 1 + proofWeight * (saturate(good, 4) - 1.5 * saturate(bad, 2))
  return Math.max(0, told) * (1 + herdWeight * hill(bought, 0.7))
}

interface Market {
  readonly group: number
  readonly feed: Feed
  readonly proof: number
}

function decideOrder(simulation: Simulation, seat: number, market: Market): void {
  const { group, feed, proof } = market
  const { world, town, people, rows } = simulation
  const { marks, day } = world
  const markAt = seat * MARKS
  // Nobody orders again before she knows what the last order was worth.
  if ((marks[markAt + MARK.orders] as number) > (marks[markAt + MARK.tried] as number)) return
  const person = marks[markAt + MARK.person] as number
  const offers = feed.adOffers.length
  // With several offers, which she looks at first is a draw.
  const first = offers > 1 ? Math.floor(offers * uniform(town.dice, PURPOSE.buying, person, day, 255)) : 0
  for (let n = 0; n < offers; n++) {
    const number = feed.adOffers[(first + n) % offers] as number
    const offer = town.offers[number] as (typeof town.offers)[number]
    const match = people.traits[seat * people.stride + TRAITS + offer.topic] as number
    if (!isInMarket(simulation, seat, { match, topic: offer.topic })) continue
    const chance = proof * readiness(simulation, seat, { feed, match, price: offer.price })
    if (uniform(town.dice, PURPOSE.buying, person, day, number % 255) >= chance) continue
    const order = record(rows, KIND['order-placed'], group, person, number, offer.price, feed.adFact)
    record(rows, KIND['cost-paid'], group, OWNER, COST.goods, offer.unitCost, order)
    return
  }
}

interface Need {
  readonly match: number
  readonly topic: number
}

/**
 * Whether a member is in the market: a draw for each person, topic and block of days with an offset of her own.
 * Former buyers come back by their own need, the more the better they found the product (C18).
 */
function isInMarket({ world, town, people }: Simulation, seat: number, { match, topic }: Need): boolean {
  const { parameters, dice } = town
  if (parameters.inMarketGate === 0) return true
  const markAt = seat * MARKS
  const person = world.marks[markAt + MARK.person] as number
  const ordered = world.marks[markAt + MARK.orderedDay] as number
  if (ordered >= 0) {
    const turn = Math.floor((world.day - ordered) / parameters.repurchaseDays)
    if (turn < 1) return false
    const productTrust = world.levels[seat * LEVELS + LEVEL.productTrust] as number
    const again = parameters.repurchaseScale * hill(productTrust, 0.35)
    return uniform(dice, PURPOSE.inMarket, person, ordered + turn, 128 + topic) < again
  }
  const offset =
    (people.traits[seat * people.stride + TRAIT.marketOffset] as number) * parameters.inMarketDays
  const block = Math.floor((world.day + offset) / parameters.inMarketDays)
  const share = parameters.inMarketShare * (0.35 + match)
  // A gate half open lets the others through in proportion.
  const chance = share * parameters.inMarketGate + (1 - parameters.inMarketGate)
  return uniform(dice, PURPOSE.inMarket, person, block, topic) < chance
}

interface OfferRead {
  readonly feed: Feed
  readonly match: number
  readonly price: number
}

/** Chance (0–1) that somebody in the market buys today, before proof. */
function readiness(
  { world, town, people }: Simulation,
  seat: number,
  { feed, match, price }: OfferRead,
): number {
  const { parameters } = town
  const at = seat * LEVELS
  const traitAt = seat * people.stride
  const trust = world.levels[at + LEVEL.trust] as number
  const attention = people.traits[traitAt + TRAIT.attention] as number
  const share = feed.messages > attention ? attention / feed.messages : 1
  const softened = feed.softness * gate(trust, parameters.trustGate)
  const offersRead = feed.ads * share * (1 + parameters.softOfferBonus * softened)
  const confidence = trust + 0.25 * (world.levels[at + LEVEL.productTrust] as number)
  const priceHalf = people.traits[traitAt + TRAIT.priceHalf] as number
  const hasBought = (world.marks[seat * MARKS + MARK.orders] as number) > 0
  const knowsPrice = ((world.marks[seat * MARKS + MARK.flags] as number) & KNOWS_PRICE) !== 0
  return (
    parameters.buyingScale *
    saturate(offersRead, parameters.offersHalf) *
    hill(confidence, parameters.buyingTrustHalf) *
    match *
    (priceHalf / (priceHalf + price)) *
    (1 - parameters.buyingFatigue * (world.levels[at + LEVEL.fatigue] as number)) *
    (1 - parameters.buyingLabel * (world.levels[at + LEVEL.label] as number)) *
    (hasBought ? parameters.repurchaseEase : 1) *
    (knowsPrice ? parameters.overpricedBuying : 1)
  )
}
