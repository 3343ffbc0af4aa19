import { createDice, type Dice } from '../../sim/engine/dice.ts'
import { exponential } from '../../sim/model/arithmetic.ts'
import { parametersWith, type Parameters } from '../../sim/model/parameters.ts'
import { normalQuantile } from '../../sim/model/quantiles.ts'
import type { Offer, Scenario } from '../../sim/scenario/scenario.ts'
import { drawOf, placeOf } from './reference-numbers.ts'

/** What holds before day 0 and does not depend on what anybody does: the rules, the dice, and what kind of town this is. */
export interface Town {
  readonly scenario: Scenario
  readonly parameters: Parameters
  readonly dice: Dice
  /** Topics are known by their place in this list. */
  readonly topics: readonly string[]
  /** Weight of each topic in the positioning; adds up to 1. */
  readonly focus: readonly number[]
  /** What each group is about. */
  readonly groups: readonly GroupFocus[]
  readonly offers: readonly TownOffer[]
  /** How busy, warm and patient people are here: factors around 1. */
  readonly busy: number
  readonly warm: number
  readonly patient: number
  /** Other sellers among the same friends, as far as crowding matters. */
  readonly rivals: number
  /** Whether any offer is paid for by others than those who use it. */
  readonly hasPayers: boolean
}

/** An offer, with its topic by number. */
export interface TownOffer extends Offer {
  readonly topic: number
}

/** What one group is about. */
export interface GroupFocus {
  readonly focus: readonly number[]
  /** 1 for one topic, less for more. */
  readonly depth: number
  /** Numbers of the offers that fit: those for a topic in focus, all where there are none. */
  readonly offers: readonly number[]
}

/** The town of a scenario; `turnedTo` is the topic that its owner has turned to, null before that. */
export function townOf(scenario: Scenario, seed: string, turnedTo: number | null): Town {
  const parameters = parametersWith(scenario.model)
  const dice = createDice(seed)
  const topics = Object.keys(scenario.market.pains)
  const focus = turnedTo === null ? plannedFocus(scenario) : onlyOn(turnedTo, topics)
  const offers = scenario.offer.map((offer) => ({ ...offer, topic: topics.indexOf(offer.solves) }))
  const factor = (index: number, spread: number) =>
    exponential(
      parameters.townSpread * spread * normalQuantile(drawOf(dice, 'town', { of: 0, day: 0, index })),
    )
  return {
    scenario,
    parameters,
    dice,
    topics,
    focus,
    groups: groupsOf(scenario, focus, offers),
    offers,
    busy: factor(0, parameters.townBusy),
    warm: factor(1, parameters.townWarm),
    patient: factor(2, parameters.townPatient),
    rivals: parameters.crowding * scenario.market.otherSellers,
    hasPayers: parameters.audienceEffect > 0 && offers.some(({ buyer }) => buyer === 'other'),
  }
}

/** The focus of the plan: weights ÷ their sum. */
export function plannedFocus({ market, community }: Scenario): number[] {
  const weights = Object.keys(market.pains).map((topic) => community.positioning.focus[topic] ?? 0)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

function onlyOn(topic: number, topics: readonly string[]): number[] {
  return topics.map((_, other) => (other === topic ? 1 : 0))
}

/** All groups are about everything, or each about one topic of the focus, beginning again after the last. */
function groupsOf(scenario: Scenario, focus: readonly number[], offers: readonly TownOffer[]): GroupFocus[] {
  const topics = Object.keys(scenario.market.pains)
  const inFocus = topics.flatMap((_, topic) => (placeOf(focus, topic) > 0 ? [topic] : []))
  return Array.from({ length: scenario.community.groups }, (_, group) => {
    const own =
      scenario.community.groupsBy === 'size'
        ? focus
        : onlyOn(placeOf(inFocus, group % inFocus.length), topics)
    return aboutOf(own, offers, parametersWith(scenario.model).breadthDilution)
  })
}

function aboutOf(focus: readonly number[], offers: readonly TownOffer[], dilution: number): GroupFocus {
  const breadth = 1 / focus.reduce((sum, weight) => sum + weight * weight, 0)
  const fitting = offers.flatMap(({ topic }, offer) => (placeOf(focus, topic) > 0 ? [offer] : []))
  return {
    focus,
    depth: 1 / (1 - dilution + dilution * breadth),
    offers: fitting.length > 0 ? fitting : offers.map((_, offer) => offer),
  }
}
