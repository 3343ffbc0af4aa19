import { exponential } from '../model/arithmetic.ts'
import { parametersWith, type Parameters } from '../model/parameters.ts'
import { normalQuantile } from '../model/quantiles.ts'
import type { DayRules, WorldSetting } from '../model/world.ts'
import type { Phase, Scenario } from '../scenario/scenario.ts'
import { createDice, keyOf, PURPOSE, uniform, type Dice, type Luck } from './dice.ts'
import { threefry13Each } from './threefry.ts'

/** An offer, ready for use: topic as a number. */
export interface TownOffer {
  readonly topic: number
  readonly quality: number
  readonly promise: number
  readonly price: number
  readonly unitCost: number
  readonly complexity: number
  readonly standardisation: number
  readonly buyer: 'user' | 'other'
}

/** The positioning of one group. */
export interface GroupPositioning {
  /** Share of each topic; adds up to 1. */
  readonly focus: Float64Array
  /** Depth of content: 1 for one topic, less for more (S04). */
  readonly depth: number
  /** Numbers of the offers that answer one of its topics; all of them where none does. */
  readonly offers: readonly number[]
}

/** Everything that is fixed before day 0: scenario, parameters, dice, and what kind of town this is. */
export interface Town {
  readonly scenario: Scenario
  readonly parameters: Parameters
  readonly dice: Dice
  readonly topics: readonly string[]
  /** Topic of everybody's strong pain, by person; the number of topics for none of the scenario's. */
  readonly mainPains: Uint16Array
  /** Share of each topic in the positioning; adds up to 1. */
  readonly focus: Float64Array
  /** What each group is about: the whole focus, or one topic of it. */
  readonly about: readonly GroupPositioning[]
  readonly offers: readonly TownOffer[]
  readonly plan: readonly Phase[]
  /** How this run's people differ from the average: factors around 1. */
  readonly busy: number
  readonly warm: number
  readonly patient: number
  readonly crowd: Crowd
  /** Whether any offer is paid for by others than those who use it. */
  readonly hasPayers: boolean
}

/** What other sellers among the same friends do: all 1 where there are none (E10). */
export interface Crowd {
  /** Factor by which attention is divided. */
  readonly attention: number
  /** Purchases that are left to this owner, 0–1. */
  readonly buying: number
  /** How fast friends' trust wears off: to 1 ÷ (1 + this × months). */
  readonly wear: number
}

/** Prepares a run: what is the same whatever the owner does. */
export function createTown(scenario: Scenario, seed: string, luck: Luck = {}): Town {
  const parameters = parametersWith(scenario.model)
  const dice = createDice(seed, luck)
  const topics = Object.keys(scenario.market.pains)
  const focus = focusOf(scenario, topics)
  const spread = (index: number, logSd: number) =>
    exponential(parameters.townSpread * logSd * normalQuantile(uniform(dice, PURPOSE.town, 0, 0, index)))
  return {
    scenario,
    parameters,
    dice,
    topics,
    mainPains: drawMainPains(dice, scenario, parameters.homophily),
    focus,
    about: positioningOf(scenario, focus, parameters.breadthDilution),
    offers: scenario.offer.map((offer) => ({ ...offer, topic: topics.indexOf(offer.solves) })),
    plan: scenario.plan,
    busy: spread(0, parameters.townBusy),
    warm: spread(1, parameters.townWarm),
    patient: spread(2, parameters.townPatient),
    crowd: crowdOf(scenario, parameters),
    hasPayers: parameters.audienceEffect > 0 && scenario.offer.some(({ buyer }) => buyer === 'other'),
  }
}

/** The same town after its owner has turned to one topic: people, dice and rules stay. */
export function pivotedTown(town: Town, topic: number): Town {
  const focus = Float64Array.from(town.topics, (_, other) => (other === topic ? 1 : 0))
  return { ...town, focus, about: positioningOf(town.scenario, focus, town.parameters.breadthDilution) }
}

function crowdOf(
  { market }: Scenario,
  { crowding, crowdingAttention, crowdingBuying, crowdingTrust }: Parameters,
): Crowd {
  const sellers = crowding * market.otherSellers
  return {
    attention: 1 + crowdingAttention * sellers,
    buying: 1 / (1 + crowdingBuying * sellers),
    wear: crowdingTrust * sellers,
  }
}

/**
 * Everybody's strong pain, by inversion over the shares of `market.pains`. Neighbours often share theirs: a block of eight
 * draws one that part of its people have (a small world that knows its like); how many people have which does not change.
 * All draws are rolled together, because the whole market is asked before anything begins.
 */
function drawMainPains(dice: Dice, { market }: Scenario, homophily: number): Uint16Array {
  const { people, pains } = market
  const shares = Float64Array.from(Object.values(pains))
  const numbers = new Int32Array(people)
  for (let person = 0; person < people; person++) numbers[person] = person
  const [own, likeness] = [new Float64Array(people), new Float64Array(people)]
  const blocks = (people + 7) >> 3
  const [ofBlock, unused] = [new Float64Array(blocks), new Float64Array(blocks)]
  const key = keyOf(dice, PURPOSE.mainPain)
  threefry13Each(key, { of: numbers, stride: 1, count: people, c1: 0 }, { first: own, second: likeness })
  threefry13Each(key, { of: numbers, stride: 1, count: blocks, c1: 256 }, { first: ofBlock, second: unused })
  const mainPains = new Uint16Array(people)
  for (let person = 0; person < people; person++) {
    const isLike = (likeness[person] as number) < homophily
    const u = (isLike ? ofBlock[person >> 3] : own[person]) as number
    let topic = 0
    let sum = 0
    while (topic < shares.length && u >= (sum += shares[topic] as number)) topic++
    mainPains[person] = topic
  }
  return mainPains
}

function focusOf(scenario: Scenario, topics: readonly string[]): Float64Array {
  const weights = topics.map((topic) => scenario.community.positioning.focus[topic] ?? 0)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Float64Array.from(weights, (weight) => weight / sum)
}

/** What the groups are about: by topic, group g takes the g-th topic of the focus, and begins again after the last. */
function positioningOf(scenario: Scenario, focus: Float64Array, dilution: number): GroupPositioning[] {
  const { groups, groupsBy } = scenario.community
  const topics = Object.keys(scenario.market.pains)
  const solved = scenario.offer.map(({ solves }) => topics.indexOf(solves))
  const about = (shares: Float64Array): GroupPositioning => {
    const breadth = 1 / shares.reduce((sum, share) => sum + share * share, 0)
    const fitting = solved.flatMap((topic, offer) => ((shares[topic] as number) > 0 ? [offer] : []))
    return {
      focus: shares,
      depth: 1 / (1 - dilution + dilution * breadth),
      offers: fitting.length > 0 ? fitting : solved.map((_, offer) => offer),
    }
  }
  const inFocus = topics.flatMap((_, topic) => ((focus[topic] as number) > 0 ? [topic] : []))
  const kinds =
    groupsBy === 'size'
      ? [about(focus)]
      : inFocus.map((topic) => about(Float64Array.from(topics, (_, other) => (other === topic ? 1 : 0))))
  return Array.from({ length: groups }, (_, group) => kinds[group % kinds.length] as GroupPositioning)
}

/** What `apply` must know: drawn from the scenario alone, so that a log can be folded without a town. */
export function worldSetting(scenario: Scenario): WorldSetting {
  const parameters = parametersWith(scenario.model)
  return {
    people: scenario.market.people,
    groups: scenario.community.groups,
    topics: Object.keys(scenario.market.pains).length,
    offers: scenario.offer.length,
    energy: scenario.owner.energy,
    focus: Array.from(focusOf(scenario, Object.keys(scenario.market.pains))),
    rules: dayRules(parameters, scenario.community.values),
  }
}

function dayRules(parameters: Parameters, values: number): DayRules {
  return {
    habitAtJoining: parameters.habitAtJoining,
    answeredAtJoining: parameters.answeredAtJoining,
    productTrustAtJoining: parameters.productTrustAtJoining,
    habitRate: parameters.habitRate,
    valueFadingUnread: parameters.valueFadingUnread,
    valueFadingSilent: parameters.valueFadingSilent,
    fatigueDecay: parameters.fatigueDecay,
    labelDecay: parameters.labelDecay,
    belongingDecay: parameters.belongingDecay,
    belongingRate: parameters.belongingRate,
    bondOfHelp: 0.5 * parameters.helpValue,
    bondOfValues: parameters.belongingOfValues * values,
    productTrustRate: parameters.productTrustRate,
    productTrustShare: parameters.productTrustShare,
    helpPerReply: parameters.helpPerReply,
    caseFading: parameters.caseFading,
    warningFading: parameters.warningFading,
    windfallFading: parameters.windfallFading,
    bondOfTies: parameters.tieEffect,
    tieFadingOpened: 0.3 * parameters.tieFading,
    tieFading: parameters.tieFading,
    connectedHalf: parameters.connectedHalf,
    heldHalf: parameters.heldHalf,
    memberTrustOfFriends: parameters.memberTrustOfFriends,
    memberTrustOfStrangers: parameters.memberTrustOfStrangers,
    memberTrustPerReply: parameters.memberTrustPerReply,
    exposureFading: parameters.exposureFading,
    helpedFading: parameters.helpedFading,
    helpedStep: parameters.helpedStep,
    needsAtJoining: parameters.needsAtJoining,
    needFrom: parameters.needFrom,
    needSpan: parameters.needSpan,
    hearing: parameters.hearing,
  }
}
