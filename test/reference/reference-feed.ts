import { cut, saturate } from '../../sim/model/arithmetic.ts'
import type { Group } from './reference-groups.ts'
import { placeOf } from './reference-numbers.ts'
import { phaseOf, type Run } from './reference-run.ts'

// What is the same for everybody in a group (sim/MODEL.md, the beginning of section 7).

/** Whether the owner is away, ill or absent. */
export function isAway({ owner, day }: Run): boolean {
  return owner.awayUntil > day
}

/** How much of what is planned the owner has the energy for, 0–1. */
export function effortOf(run: Run): number {
  const { tiredBelow, freshAbove } = run.town.parameters
  return isAway(run) ? 0 : cut((run.owner.energy - tiredBelow) / (freshAbove - tiredBelow))
}

/** Helpers who look in, against those that a group of this size needs. */
export function helpersShare({ helpersSmoothed, members }: Group): number {
  return helpersSmoothed / (0.06 * members + 0.5)
}

/** Order that helpers keep. */
export function helpingIn({ town }: Run, group: Group): number {
  return town.parameters.roleEffect * town.parameters.roleCare * cut(helpersShare(group))
}

/** How much somebody is at home, 0–1. */
export function presenceIn(run: Run, group: Group): number {
  const ofOwner = effortOf(run) * (0.3 + 0.7 * Math.min(1, 2 * phaseOf(run).answers))
  return Math.max(ofOwner, helpingIn(run, group))
}

/** How much order somebody keeps, 0–1. */
export function orderIn(run: Run, group: Group): number {
  return Math.max(phaseOf(run).moderation * effortOf(run), helpingIn(run, group))
}

/** Rules as far as somebody keeps them, 0–1. */
export function rulesFeltIn(run: Run, group: Group): number {
  return run.town.scenario.community.rules * (0.3 + 0.7 * orderIn(run, group))
}

/** Share of drowned posts that are found all the same. */
export function rescuedIn(run: Run, group: Group): number {
  const { parameters, scenario } = run.town
  return parameters.orderRescue * scenario.community.rules * presenceIn(run, group)
}

/** Members' messages of yesterday. */
export function talkIn({ onTopicYesterday, offTopicYesterday }: Group): number {
  return onTopicYesterday + offTopicYesterday
}

/** What there is to read. A packet counts as two: itself, and who took what. */
export function messagesIn(group: Group): number {
  const { items, ads, intruders, packets } = group.today
  return items + ads + intruders + talkIn(group) + (packets > 0 ? 2 : 0)
}

/** How alive the talk is, 0–1. */
export function aliveIn({ onTopicYesterday, offTopicYesterday }: Group): number {
  return saturate(onTopicYesterday + 0.5 * offTopicYesterday, 8)
}

/** Mean softness of today's ads. */
export function softnessIn({ today }: Group): number {
  if (today.ads === 0) return 0
  return today.offers.reduce((sum, { softness }) => sum + softness, 0) / today.ads
}

/** Numbers of the offers that are advertised today. */
export function advertisedIn({ today }: Group): number[] {
  return today.offers.slice(0, -1).flatMap(({ ads }, offer) => (ads > 0 ? [offer] : []))
}

/** How much today's packets lure somebody who loves windfalls. */
export function lureIn({ town: { parameters } }: Run, { today }: Group): number {
  const { packetEffect, packetLure, packetLureHalf } = parameters
  return packetEffect * packetLure * saturate(today.packetFen / 100, packetLureHalf)
}

/** What is had nowhere else is worth more; what is picked, to a precise audience. */
function rarityIn(run: Run, group: Group): number {
  const { parameters, groups } = run.town
  const { exclusive, curated } = phaseOf(run).content
  const { depth } = placeOf(groups, group.number)
  const precision = depth * depth
  const picked = precision * (1 + parameters.curatedValue) - (1 - precision)
  return (
    (1 + parameters.exclusiveEffect * parameters.exclusiveValue * exclusive) *
    (1 + parameters.curationEffect * curated * (picked - 1))
  )
}

/** What today's posts on each topic are worth to somebody with a full pain. */
export function gainsIn(run: Run, group: Group): number[] {
  const { contentValue, contentGain, itemsHalf, purposeLoss } = run.town.parameters
  const scale =
    contentValue *
    contentGain *
    (0.4 + 0.6 * phaseOf(run).content.fun) *
    placeOf(run.town.groups, group.number).depth *
    (group.purposeEnded ? 1 - purposeLoss : 1) *
    rarityIn(run, group)
  return group.today.topics.map(({ posts, quality }) =>
    posts === 0 ? 0 : scale * (quality / posts) * (itemsHalf + 1) * saturate(posts, itemsHalf),
  )
}

/** What it is worth to be amused. */
export function amusedIn(run: Run, { today }: Group): number {
  const { contentValue, funValue } = run.town.parameters
  return contentValue * funValue * phaseOf(run).content.fun * saturate(today.items, 1)
}

/** Step of trust on a fully useful day. */
export function learningIn({ town: { parameters, scenario } }: Run): number {
  return Math.min(
    1,
    parameters.trustGrowth *
      parameters.trustPerUsefulDay *
      (1 + 0.5 * scenario.owner.charisma) *
      (1 + parameters.valuesEffect * parameters.valuesTrust * (2 * scenario.community.values - 1)),
  )
}

/** Ads in the owner's other groups, as far as members of this one read them. */
export function elsewhereOf({ town, groups }: Run, group: Group): number {
  const others = groups.filter((other) => other !== group)
  const ads = others.reduce((sum, { today }) => sum + today.ads, 0)
  return town.parameters.spillover * town.scenario.community.overlap * ads
}

/** Seq of the latest of today's ads there; −1 for none. */
export function adFactElsewhere({ groups }: Run, group: Group): number {
  const others = groups.filter((other) => other !== group && other.today.ads > 0)
  return Math.max(-1, ...others.map(({ adFact }) => adFact))
}
