import { exponential, saturate } from '../model/arithmetic.ts'
import { TRAIT, TRAITS } from '../model/person.ts'
import { normalQuantile } from '../model/quantiles.ts'
import { MARK, MARKS, type World } from '../model/world.ts'
import { PURPOSE, uniform } from './dice.ts'
import type { GroupPositioning, Town } from './town.ts'

/**
 * Traits of those who have a seat, in seat order. A person is drawn when she first matters, from her own number
 * alone: she is the same in every market size and under every policy.
 */
export interface People {
  town: Town
  /** TRAITS numbers, then one pain a topic, a seat. */
  traits: Float32Array
  /** Numbers a seat. */
  readonly stride: number
  /** Seats filled so far. */
  count: number
}

/** Nobody yet. */
export function createPeople(town: Town): People {
  const stride = TRAITS + town.topics.length
  return { town, traits: new Float32Array(stride * 64), stride, count: 0 }
}

/** The topic of the person's strong pain; topics.length for none of the scenario's. */
export function mainPain({ mainPains }: Town, person: number): number {
  return mainPains[person] as number
}

/** Draws everybody again under other rules of the same town: what depends on the rules (focus, attention) follows. */
export function redrawPeople(people: People, town: Town, world: World): void {
  people.town = town
  people.count = 0
  for (let seat = 0; seat < world.seats; seat++) {
    seatPerson(
      people,
      world.marks[seat * MARKS + MARK.person] as number,
      world.marks[seat * MARKS + MARK.group] as number,
    )
  }
}

/** Gives the next seat, in a group, to a person and draws her traits. */
export function seatPerson(people: People, person: number, group: number): void {
  const { town, stride } = people
  const at = people.count * stride
  if (at + stride > people.traits.length) addRoom(people)
  people.count += 1
  const { parameters, dice } = town
  const draw = (index: number) => uniform(dice, PURPOSE.traits, person, 0, index)
  const spread = parameters.sociabilitySpread
  const sociability = exponential(spread * normalQuantile(draw(0))) / exponential((spread * spread) / 2)
  const attention =
    parameters.attentionMedian * exponential(parameters.attentionSpread * normalQuantile(draw(1)))
  const { traits } = people
  traits[at + TRAIT.sociability] = sociability
  // A busy town, and other sellers, leave each of its people less time for this group.
  traits[at + TRAIT.attention] = attention / (town.busy * town.crowd.attention)
  traits[at + TRAIT.tolerance] =
    parameters.adToleranceMin + (parameters.adToleranceMax - parameters.adToleranceMin) * draw(2)
  traits[at + TRAIT.chatLove] = draw(3)
  traits[at + TRAIT.priceHalf] = priceHalfOf(town, person)
  traits[at + TRAIT.smallTalk] = saturate(sociability, 0.35)
  traits[at + TRAIT.marketOffset] = draw(5)
  traits[at + TRAIT.windfallLove] = draw(6) * draw(6)
  traits[at + TRAIT.isPayer] = draw(7) < parameters.payerShare ? 1 : 0
  traits[at + TRAIT.isSeller] = draw(8) < parameters.memberSellers ? 1 : 0
  drawPains(town, { person, into: traits, at: at + TRAITS })
  traits[at + TRAIT.painInFocus] = painInFocus(people, at + TRAITS, group)
}

function painInFocus({ town, traits }: People, at: number, group: number): number {
  const { focus } = town.about[group] as GroupPositioning
  let sum = 0
  for (let topic = 0; topic < town.topics.length; topic++) {
    sum += (focus[topic] as number) * (traits[at + topic] as number)
  }
  return sum
}

/**
 * Price (CNY) at which somebody, who need not have a seat, is half as ready to buy, by budget class: 30 %, 50 %, 20 % of
 * people (P16).
 */
export function priceHalfOf({ dice }: Town, person: number): number {
  const u = uniform(dice, PURPOSE.traits, person, 0, 4)
  return u < 0.3 ? 150 : u < 0.8 ? 400 : 900
}

/** Where a person's pains go. */
interface Drawing {
  readonly person: number
  readonly into: Float32Array
  readonly at: number
}

/**
 * One strong pain (0.5–1), one side pain (0.15–0.45), the rest weak (0.2·u²). Where topics do not matter, every pain is
 * the mean of hers: anything helps her as much as anything else.
 */
function drawPains(town: Town, { person, into, at }: Drawing): void {
  const topics = town.topics.length
  const main = mainPain(town, person)
  const side = Math.floor(uniform(town.dice, PURPOSE.pains, person, 0) * topics)
  let sum = 0
  for (let topic = 0; topic < topics; topic++) {
    const u = uniform(town.dice, PURPOSE.pains, person, 1, topic)
    into[at + topic] = topic === main ? 0.5 + 0.5 * u : topic === side ? 0.15 + 0.3 * u : 0.2 * u * u
    sum += into[at + topic] as number
  }
  const matters = town.parameters.topicMatters
  if (matters === 1) return
  for (let topic = 0; topic < topics; topic++) {
    into[at + topic] = matters * (into[at + topic] as number) + ((1 - matters) * sum) / topics
  }
}

/** The strongest pain that a group is about of somebody who need not have a seat, 0–1. */
export function strongestInFocus(town: Town, person: number, group: number): number {
  const { focus } = town.about[group] as GroupPositioning
  const pains = new Float32Array(town.topics.length)
  drawPains(town, { person, into: pains, at: 0 })
  return pains.reduce((most, pain, topic) => ((focus[topic] as number) > 0 ? Math.max(most, pain) : most), 0)
}

function addRoom(people: People): void {
  const traits = new Float32Array(people.traits.length * 2)
  traits.set(people.traits)
  people.traits = traits
}
