import { gate, hill, saturate } from '../../../sim/model/arithmetic.ts'
import { advertisedIn, messagesIn, softnessIn } from '../reference-feed.ts'
import { boughtLately, type Group } from '../reference-groups.ts'
import type { Member } from '../reference-members.ts'
import { drawOf, placeOf } from '../reference-numbers.ts'
import { daysSince, draw, groupOf, openersIn, record, type Run } from '../reference-run.ts'
import type { TownOffer } from '../reference-town.ts'
import { serviceHoursOf } from './service.ts'

/** Who buys today. */
export function decideBuying(run: Run): void {
  for (const member of openersIn(run)) decideOrder(run, member)
}

/** She looks at the offers in sight, from a drawn one on, and orders at most one of them. */
function decideOrder(run: Run, member: Member): void {
  // Nobody orders again before she knows what the last order was worth.
  if (member.orders > member.tried) return
  const { person: actor, group } = member
  const { offers, cause } = sightIn(run, groupOf(run, member))
  const first = offers.length > 1 ? Math.floor(offers.length * draw(run, 'buying', actor, 255)) : 0
  for (let n = 0; n < offers.length; n++) {
    const number = placeOf(offers, (first + n) % offers.length)
    const offer = placeOf(run.town.offers, number)
    if (serviceHoursOf(run, number) > roomIn(run, groupOf(run, member))) continue
    if (!isInMarket(run, member, offer)) continue
    const chance = proofIn(run, groupOf(run, member)) * readinessOf(run, member, offer)
    if (draw(run, 'buying', actor, number % 255) >= chance) continue
    const order = record(run, 'order-placed', { group, actor, object: number, value: offer.price, cause })
    record(run, 'cost-paid', { group, object: 'goods', value: offer.unitCost, cause: order })
    return
  }
}

/** What is in sight: today's ads; without one, what others ordered lately. */
function sightIn(run: Run, group: Group) {
  const { herdWeight, herdChain } = run.town.parameters
  const advertised = advertisedIn(group)
  const chain = saturate(boughtLately(group), 1)
  if (advertised.length === 0 && group.lastOrder !== null && herdWeight > 0 && chain > 0) {
    const { offer, fact } = group.lastOrder
    return { offers: [offer], ads: herdChain * chain, softness: 1, cause: fact }
  }
  return { offers: advertised, ads: group.today.ads, softness: softnessIn(group), cause: group.adFact }
}

/** Hours left for what is made for each buyer: three days of the owner's, less those of the orders of two days. */
function roomIn(run: Run, group: Group): number {
  const queued = boughtLately(group) * serviceHoursOf(run, group.lastOrder?.offer)
  return 3 * run.town.scenario.owner.hoursPerDay - queued
}

/** Cases told, warnings given and purchases seen. */
function proofIn(run: Run, group: Group): number {
  const { proofWeight, herdWeight } = run.town.parameters
  const told = 1 + proofWeight * (saturate(group.good, 4) - 1.5 * saturate(group.bad, 2))
  return Math.max(0, told) * (1 + herdWeight * hill(boughtLately(group), 0.7))
}

function isInMarket(run: Run, member: Member, { topic }: TownOffer): boolean {
  const { dice, parameters } = run.town
  const { inMarketGate, inMarketShare, inMarketDays, repurchaseDays, repurchaseScale } = parameters
  if (inMarketGate === 0) return true
  const { person: of, lastOrder } = member
  if (lastOrder !== null) {
    const turn = Math.floor(daysSince(run, lastOrder.day) / repurchaseDays)
    const again = repurchaseScale * hill(member.productTrust, 0.35)
    return (
      turn >= 1 && drawOf(dice, 'inMarket', { of, day: lastOrder.day + turn, index: 128 + topic }) < again
    )
  }
  const block = Math.floor((run.day + member.traits.marketOffset * inMarketDays) / inMarketDays)
  const share = inMarketShare * (0.35 + wantOf(run, member, topic))
  const chance = share * inMarketGate + (1 - inMarketGate)
  return drawOf(dice, 'inMarket', { of, day: block, index: topic }) < chance
}

/** Her pain of a topic; more where goods of this owner for another one served her well and were kept. */
function wantOf({ town }: Run, member: Member, topic: number): number {
  const pain = placeOf(member.traits.pains, topic)
  const { lastOrder, orders, refunds, productTrust } = member
  if (lastOrder === null || orders === refunds) return pain
  if (placeOf(town.offers, lastOrder.offer).topic === topic) return pain
  return pain + town.parameters.crossBuying * hill(productTrust, 0.35) * (1 - pain)
}

/** Chance to buy of somebody in the market, before proof. */
function readinessOf(run: Run, member: Member, offer: TownOffer): number {
  const { parameters, scenario, rivals } = run.town
  const { ready, dearer } = fitOf(run, member, offer)
  const bears = member.traits.priceHalf * dearer
  const isForOthers = run.town.hasPayers && offer.buyer === 'other' && !member.traits.isPayer
  return (
    parameters.buyingScale *
    saturate(offersRead(run, member), parameters.offersHalf) *
    hill(sureOf(run, member), parameters.buyingTrustHalf) *
    wantOf(run, member, offer.topic) *
    ready *
    (1 - parameters.clarityEffect * parameters.clarityOffer * (1 - scenario.community.positioning.clarity)) *
    (1 / (1 + parameters.crowdingBuying * rivals)) *
    (bears / (bears + offer.price)) *
    (1 - parameters.buyingFatigue * member.fatigue) *
    (1 - parameters.buyingLabel * member.label) *
    (member.orders > 0 ? parameters.repurchaseEase : 1) *
    (member.knowsPrice ? parameters.overpricedBuying : 1) *
    (isForOthers ? 1 - parameters.audienceEffect * (1 - parameters.userBuying) : 1)
  )
}

function offersRead(run: Run, member: Member): number {
  const group = groupOf(run, member)
  const { trustGate, softOfferBonus } = run.town.parameters
  const { ads, softness } = sightIn(run, group)
  const { attention } = member.traits
  const messages = messagesIn(group)
  const share = messages > attention ? attention / messages : 1
  return ads * share * (1 + softOfferBonus * (softness * gate(member.trust, trustGate)))
}

/** Trust in the owner, in the product, and in the others as far as they tell of good cases. */
function sureOf(run: Run, member: Member): number {
  const { memberTrustEffect, memberTrustWeight } = run.town.parameters
  const told = saturate(groupOf(run, member).good, 4)
  return (
    member.trust +
    0.25 * member.productTrust +
    memberTrustEffect * memberTrustWeight * member.memberTrust * told
  )
}

/** Complex goods must be understood and may then be dear; simple ones are compared. Both are 1 where all is as usual. */
function fitOf({ town: { parameters } }: Run, member: Member, { complexity }: TownOffer) {
  const { productFit, comparison, educationPrice, understandingHalf, understoodUntaught } = parameters
  const learned = saturate(member.content, understandingHalf)
  const understood = understoodUntaught + (1 - understoodUntaught) * learned
  const willing = (complex: number, known: number) =>
    (1 - complex * (1 - known)) * (1 - comparison * (1 - complex))
  const dearer = (complex: number, known: number) => 1 + educationPrice * complex * known
  return {
    ready: 1 + productFit * (willing(complexity, understood) / willing(0.5, 0.85) - 1),
    dearer: 1 + productFit * (dearer(complexity, understood) / dearer(0.5, 0.85) - 1),
  }
}
