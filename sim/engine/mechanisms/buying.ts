// People buy only while they are in the market (about one in ten at a time, R6), an offer they read, from trust, match
// of the offer with their pain, proof, herd (K7), price, and as far as fatigue and label leave them willing.
// Whom the owner's goods served well turns to the same owner for other goods, too: what she would have bought elsewhere,
// or not yet (P38). Research finds such cross-buying where goods are alike, and less clearly where they are not (Liu & Wu 2008).
// Simplified: one order a day; the person in the market is the one who buys; no haggling, no stock; all goods of an owner are
// equally alike.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { gate, hill, saturate } from '../../model/arithmetic.ts'
import { COST } from '../../model/causes.ts'
import type { Parameters } from '../../model/parameters.ts'
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
import { feedOf } from '../feed.ts'
import { hoursOfOrders, serviceHoursOf } from '../service.ts'
import type { Simulation } from '../simulation.ts'
import type { TownOffer } from '../town.ts'

const OWNER = -1

/** Who buys today. */
export function decideBuying(simulation: Simulation): void {
  const { world, town } = simulation
  if (town.offers.length === 0) return
  const markets: Market[] = []
  for (let group = 0; group < world.setting.groups; group++) markets.push(marketOf(simulation, group))
  if (markets.every(({ offers }) => offers.length === 0)) return
  const { seats, count } = openersToday(simulation)
  for (let n = 0; n < count; n++) {
    const seat = seats[n] as number
    decideOrder(simulation, seat, markets[world.marks[seat * MARKS + MARK.group] as number] as Market)
  }
}

function marketOf(simulation: Simulation, group: number): Market {
  const feed = feedOf(simulation, group)
  const at = group * GROUP_MARKS
  const latest = (simulation.world.groupMarks[at + GROUP_MARK.orderedOffer] as number) - 1
  const { herdWeight, herdChain } = simulation.town.parameters
  // Where others ordered in the last two days, the offer is still in sight: a chain that one can join (A43).
  const chain =
    feed.adOffers.length === 0 && latest >= 0 && herdWeight > 0
      ? saturate(boughtLately(simulation, group), 1)
      : 0
  return {
    group,
    ads: chain > 0 ? herdChain * chain : feed.ads,
    softness: chain > 0 ? 1 : feed.softness,
    messages: feed.messages,
    offers: chain > 0 ? [latest] : feed.adOffers,
    cause: chain > 0 ? (simulation.world.groupMarks[at + GROUP_MARK.orderFact] as number) : feed.adFact,
    proof: proofOf(simulation, group),
    good: saturate(simulation.world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL.good] as number, 4),
    room: roomForService(simulation, group),
    usually: {
      willing: willingOf(simulation.town.parameters, 0.5, USUAL),
      dearer: dearerOf(simulation.town.parameters, 0.5, USUAL),
    },
  }
}

function boughtLately({ world }: Simulation, group: number): number {
  const at = group * GROUP_MARKS
  return (
    (world.groupMarks[at + GROUP_MARK.ordersYesterday] as number) +
    (world.groupMarks[at + GROUP_MARK.ordersBefore] as number)
  )
}

/** Days over which orders that are made for the buyer queue up (B24). */
const QUEUE_DAYS = 3

/** Hours that the owner has left for goods that are made for each buyer. */
function roomForService(simulation: Simulation, group: number): number {
  const queued = hoursOfOrders(simulation, group, boughtLately(simulation, group))
  return QUEUE_DAYS * simulation.town.scenario.owner.hoursPerDay - queued
}

/** Cases told, warnings given, and purchases seen in the last two days: the same for everybody in the group. */
function proofOf(simulation: Simulation, group: number): number {
  const { world, town } = simulation
  const { proofWeight, herdWeight } = town.parameters
  const good = world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL.good] as number
  const bad = world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL.bad] as number
  const bought = boughtLately(simulation, group)
  const told = 1 + proofWeight * (saturate(good, 4) - 1.5 * saturate(bad, 2))
  return Math.max(0, told) * (1 + herdWeight * hill(bought, 0.7))
}

/** What there is to buy in a group today. */
interface Market {
  readonly group: number
  /** Ads today and how soft they are; on a day without, how far the orders of others keep an offer in sight. */
  readonly ads: number
  readonly softness: number
  readonly messages: number
  /** Numbers of the offers in sight. */
  readonly offers: readonly number[]
  /** Seq of the ad, or of the order that others follow. */
  readonly cause: number
  readonly proof: number
  /** Good cases told, saturated. */
  readonly good: number
  /** Hours left for what is made for each buyer. */
  readonly room: number
  /** What a half complex product comes to for somebody who was taught as members usually are. */
  readonly usually: Fit
}

/** What the kind of product does to readiness, and to the price that is borne. */
interface Fit {
  readonly willing: number
  readonly dearer: number
}

function decideOrder(simulation: Simulation, seat: number, market: Market): void {
  const { group, proof, offers } = market
  const { world, town, rows } = simulation
  const { marks, day } = world
  const markAt = seat * MARKS
  // Nobody orders again before she knows what the last order was worth.
  if ((marks[markAt + MARK.orders] as number) > (marks[markAt + MARK.tried] as number)) return
  const person = marks[markAt + MARK.person] as number
  const count = offers.length
  // With several offers, which she looks at first is a draw.
  const first = count > 1 ? Math.floor(count * uniform(town.dice, PURPOSE.buying, person, day, 255)) : 0
  for (let n = 0; n < count; n++) {
    const number = offers[(first + n) % count] as number
    const offer = town.offers[number] as TownOffer
    const match = wantOf(simulation, seat, offer)
    if (serviceHoursOf(offer, town.parameters) > market.room) continue
    if (!isInMarket(simulation, seat, { match, topic: offer.topic })) continue
    const chance = proof * readiness(simulation, seat, { market, match, offer })
    if (uniform(town.dice, PURPOSE.buying, person, day, number % 255) >= chance) continue
    const order = record(rows, KIND['order-placed'], group, person, number, offer.price, market.cause)
    record(rows, KIND['cost-paid'], group, OWNER, COST.goods, offer.unitCost, order)
    return
  }
}

/**
 * How much she wants what an offer answers, 0–1: her own pain, and, where she has kept goods of this owner that answer
 * another one, more of what is left of a full one, the better she found them.
 */
function wantOf({ world, town, people }: Simulation, seat: number, { topic }: TownOffer): number {
  const pain = people.traits[seat * people.stride + TRAITS + topic] as number
  const { crossBuying } = town.parameters
  const markAt = seat * MARKS
  const kept = (world.marks[markAt + MARK.orders] as number) - (world.marks[markAt + MARK.refunds] as number)
  if (crossBuying === 0 || kept === 0) return pain
  const known = town.offers[world.marks[markAt + MARK.orderedOffer] as number] as TownOffer
  if (known.topic === topic) return pain
  const served = hill(world.levels[seat * LEVELS + LEVEL.productTrust] as number, SERVED_WELL)
  return pain + crossBuying * served * (1 - pain)
}

/** Trust in the product at which a buyer comes back half as often as she may (C18), and turns to other goods. */
const SERVED_WELL = 0.35

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
    const again = parameters.repurchaseScale * hill(productTrust, SERVED_WELL)
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
  readonly market: Market
  readonly match: number
  readonly offer: TownOffer
}

/** Chance (0–1) that somebody in the market buys today, before proof. */
function readiness(
  { world, town, people }: Simulation,
  seat: number,
  { market, match, offer }: OfferRead,
): number {
  const { parameters, crowd, hasPayers } = town
  const at = seat * LEVELS
  const traitAt = seat * people.stride
  const trust = world.levels[at + LEVEL.trust] as number
  const attention = people.traits[traitAt + TRAIT.attention] as number
  const share = market.messages > attention ? attention / market.messages : 1
  const softened = market.softness * gate(trust, parameters.trustGate)
  const offersRead = market.ads * share * (1 + parameters.softOfferBonus * softened)
  // From trust in the owner grows trust in the product; trust in the others makes their cases count (C10).
  const confidence =
    trust +
    0.25 * (world.levels[at + LEVEL.productTrust] as number) +
    parameters.memberTrustEffect *
      parameters.memberTrustWeight *
      (world.levels[at + LEVEL.memberTrust] as number) *
      market.good
  const hasBought = (world.marks[seat * MARKS + MARK.orders] as number) > 0
  const knowsPrice = ((world.marks[seat * MARKS + MARK.flags] as number) & KNOWS_PRICE) !== 0
  const isUser = hasPayers && offer.buyer === 'other' && people.traits[traitAt + TRAIT.isPayer] === 0
  const taught = world.levels[at + LEVEL.content] as number
  const { willing, dearer } = productFit(parameters, offer, { taught, usually: market.usually })
  const priceHalf = (people.traits[traitAt + TRAIT.priceHalf] as number) * dearer
  return (
    parameters.buyingScale *
    saturate(offersRead, parameters.offersHalf) *
    hill(confidence, parameters.buyingTrustHalf) *
    match *
    willing *
    (1 -
      parameters.clarityEffect *
        parameters.clarityOffer *
        (1 - town.scenario.community.positioning.clarity)) *
    crowd.buying *
    (priceHalf / (priceHalf + offer.price)) *
    (1 - parameters.buyingFatigue * (world.levels[at + LEVEL.fatigue] as number)) *
    (1 - parameters.buyingLabel * (world.levels[at + LEVEL.label] as number)) *
    (hasBought ? parameters.repurchaseEase : 1) *
    (knowsPrice ? parameters.overpricedBuying : 1) *
    (isUser ? 1 - parameters.audienceEffect * (1 - parameters.userBuying) : 1)
  )
}

/** Understanding of somebody who was taught as members usually are: there, and for a half complex product, all is 1. */
const USUAL = 0.85

/**
 * What the kind of product does to readiness and to the price that is borne (B20, B21): complex goods are not bought before
 * they are understood, and may then be dear; simple ones are bought from whoever is cheapest. `taught` is the value that
 * she has from posts.
 */
function productFit(
  parameters: Parameters,
  { complexity }: TownOffer,
  { taught, usually }: { readonly taught: number; readonly usually: Fit },
): Fit {
  if (parameters.productFit === 0) return { willing: 1, dearer: 1 }
  const { understoodUntaught } = parameters
  const learned = saturate(Math.max(0, taught), parameters.understandingHalf)
  const understood = understoodUntaught + (1 - understoodUntaught) * learned
  const ofUsual = (here: number, there: number) => 1 + parameters.productFit * (here / there - 1)
  return {
    willing: ofUsual(willingOf(parameters, complexity, understood), usually.willing),
    dearer: ofUsual(dearerOf(parameters, complexity, understood), usually.dearer),
  }
}

function willingOf({ comparison }: Parameters, complex: number, known: number): number {
  return (1 - complex * (1 - known)) * (1 - comparison * (1 - complex))
}

function dearerOf({ educationPrice }: Parameters, complex: number, known: number): number {
  return 1 + educationPrice * complex * known
}
