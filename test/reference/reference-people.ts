import { exponential, saturate } from '../../sim/model/arithmetic.ts'
import { normalQuantile } from '../../sim/model/quantiles.ts'
import { drawOf, placeOf, secondDrawOf, stored } from './reference-numbers.ts'
import type { Town } from './reference-town.ts'

/** What a person is like, whatever she meets. */
export interface Traits {
  readonly sociability: number
  readonly attention: number
  readonly tolerance: number
  readonly chatLove: number
  readonly priceHalf: number
  /** How easily she talks. */
  readonly ease: number
  readonly marketOffset: number
  readonly windfallLove: number
  readonly isPayer: boolean
  readonly isSeller: boolean
  /** One a topic, 0–1. */
  readonly pains: readonly number[]
  /** How much her group is about her pains, 0–1. */
  readonly painInFocus: number
}

/** The traits of a person in a group. Only attention and what she feels about the focus depend on more than her number. */
export function traitsOf(town: Town, person: number, group: number): Traits {
  const { parameters } = town
  const u = (index: number) => traitDraw(town, person, index)
  const spread = parameters.sociabilitySpread
  const sociability = exponential(spread * normalQuantile(u(0))) / exponential((spread * spread) / 2)
  const attention =
    parameters.attentionMedian * exponential(parameters.attentionSpread * normalQuantile(u(1)))
  const { adToleranceMin, adToleranceMax } = parameters
  const pains = painsOf(town, person)
  return {
    sociability: stored(sociability),
    attention: stored(attention / (town.busy * (1 + parameters.crowdingAttention * town.rivals))),
    tolerance: stored(adToleranceMin + (adToleranceMax - adToleranceMin) * u(2)),
    chatLove: stored(u(3)),
    priceHalf: priceHalfOf(town, person),
    ease: stored(saturate(sociability, 0.35)),
    marketOffset: stored(u(5)),
    windfallLove: stored(u(6) * u(6)),
    isPayer: u(7) < parameters.payerShare,
    isSeller: u(8) < parameters.memberSellers,
    pains,
    painInFocus: stored(
      pains.reduce((sum, pain, topic) => sum + placeOf(placeOf(town.groups, group).focus, topic) * pain, 0),
    ),
  }
}

function traitDraw({ dice }: Town, person: number, index: number): number {
  return drawOf(dice, 'traits', { of: person, day: 0, index })
}

/** CNY at which she is half as ready to buy: three classes of people. */
export function priceHalfOf(town: Town, person: number): number {
  const u = traitDraw(town, person, 4)
  return u < 0.3 ? 150 : u < 0.8 ? 400 : 900
}

/**
 * The topic of her strong pain, by the shares of the market; the number of topics where it is none of them. With chance
 * `homophily` the draw is that of her block of eight neighbours.
 */
export function mainPainOf({ scenario, parameters, dice }: Town, person: number): number {
  const isLike = secondDrawOf(dice, 'mainPain', { of: person, day: 0 }) < parameters.homophily
  const u = isLike
    ? drawOf(dice, 'mainPain', { of: Math.floor(person / 8), day: 1 })
    : drawOf(dice, 'mainPain', { of: person, day: 0 })
  const shares = Object.values(scenario.market.pains)
  let sum = 0
  for (const [topic, share] of shares.entries()) {
    sum += share
    if (u < sum) return topic
  }
  return shares.length
}

/** Her pains: one strong, one beside it, the others weak; nearer to their mean the less topics matter. */
export function painsOf(town: Town, person: number): number[] {
  const count = town.topics.length
  const main = mainPainOf(town, person)
  const side = Math.floor(drawOf(town.dice, 'pains', { of: person, day: 0 }) * count)
  const pains = town.topics.map((_, topic) => {
    const u = drawOf(town.dice, 'pains', { of: person, day: 1, index: topic })
    return stored(topic === main ? 0.5 + 0.5 * u : topic === side ? 0.15 + 0.3 * u : 0.2 * u * u)
  })
  const matters = town.parameters.topicMatters
  const sum = pains.reduce((total, pain) => total + pain, 0)
  // At 1 the pains stay as they are: what is left of the mean is nothing.
  return matters === 1 ? pains : pains.map((pain) => stored(matters * pain + ((1 - matters) * sum) / count))
}

/** The strongest of some pains that a group is about, 0–1. */
export function strongestInFocus(town: Town, pains: readonly number[], group: number): number {
  const { focus } = placeOf(town.groups, group)
  return Math.max(0, ...pains.filter((_, topic) => placeOf(focus, topic) > 0))
}

/** Whom she knows: three neighbours on a ring to each side, and two people from anywhere. */
export function contactsOf({ scenario, dice }: Town, person: number): number[] {
  const { people } = scenario.market
  const neighbours = [1, 2, 3, -1, -2, -3].map((step) => (person + step + people) % people)
  const others = [0, 1].map((index) =>
    Math.floor(people * drawOf(dice, 'contacts', { of: person, day: 0, index })),
  )
  return [...neighbours, ...others]
}
