// Members open the group or not, read up to their attention, and appraise what they read: expected value learns
// from it, ads tire, label the group as commercial and cost trust where there is none to lean on; useful posts
// build trust slowly (R1–R4, R13; K3; A50; E19). All members read this morning's state: the phase is simultaneous.
// Simplified: no time of day; what is read is a share of the feed, not single messages.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { gate, hill, saturate } from '../../model/arithmetic.ts'
import { CAUSE } from '../../model/causes.ts'
import type { Parameters } from '../../model/parameters.ts'
import { TRAIT, TRAITS } from '../../model/person.ts'
import { expectedValue, isPresent, LEVEL, LEVELS, MARK, MARKS, MUTED, type World } from '../../model/world.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { feedOf, type Feed } from '../feed.ts'
import type { Simulation } from '../simulation.ts'

/** Who opens today, what they read, and what it does to them. */
export function decideReading(simulation: Simulation): void {
  const { world, town } = simulation
  const feeds: Feed[] = []
  for (let group = 0; group < world.setting.groups; group++) feeds.push(feedOf(simulation, group))
  const { dice, parameters } = town
  const charisma = town.scenario.owner.charisma
  for (let seat = 0; seat < world.seats; seat++) {
    if (!isPresent(world, seat)) continue
    const feed = feeds[world.marks[seat * MARKS + MARK.group] as number] as Feed
    const chance = openingChance(world, seat, { feed, parameters, charisma })
    if (chance <= 0) continue
    const person = world.marks[seat * MARKS + MARK.person] as number
    if (uniform(dice, PURPOSE.opening, person, world.day) < chance) appraise(simulation, seat, feed)
  }
}

interface OpeningSetting {
  readonly feed: Feed
  readonly parameters: Parameters
  readonly charisma: number
}

/**
 * Chance (0–1) that a member opens today. Nothing posted, nothing to open. Muted members still peek, and less with
 * every week: a group out of sight goes to sleep.
 */
export function openingChance(world: World, seat: number, { feed, parameters, charisma }: OpeningSetting): number {
  const { levels, marks, day } = world
  const at = seat * LEVELS
  const drive =
    expectedValue(levels, seat) +
    parameters.openingBelonging * (levels[at + LEVEL.belonging] as number) * feed.alive +
    parameters.openingHabit * (levels[at + LEVEL.habit] as number) +
    parameters.openingCharisma * charisma * (levels[at + LEVEL.trust] as number) -
    parameters.openingFatigue * (levels[at + LEVEL.fatigue] as number) -
    parameters.openingLabel * (levels[at + LEVEL.label] as number)
  let chance = feed.available * hill(drive, parameters.openingHalf)
  const markAt = seat * MARKS
  if (((marks[markAt + MARK.flags] as number) & MUTED) !== 0) {
    const daysMuted = day - (marks[markAt + MARK.mutedDay] as number)
    chance *= parameters.mutedOpening / (1 + daysMuted / parameters.mutedFading)
  }
  const isNew = day - (marks[markAt + MARK.joinedDay] as number) < 2
  if (isNew && feed.available > 0 && chance < parameters.openingFirstDays) chance = parameters.openingFirstDays
  return chance * feed.openingFactor
}

/** What reading today's feed does to one member: a row a ledger and cause that moved. */
function appraise({ world, town, people, rows }: Simulation, seat: number, feed: Feed): void {
  const { parameters } = town
  const { levels } = world
  const at = seat * LEVELS
  const traitAt = seat * people.stride
  const group = world.marks[seat * MARKS + MARK.group] as number
  const person = world.marks[seat * MARKS + MARK.person] as number
  const traits = people.traits
  const trust = levels[at + LEVEL.trust] as number
  const belonging = levels[at + LEVEL.belonging] as number
  const value = expectedValue(levels, seat)

  // Reading: when the feed is longer than her attention, what she came for drowns.
  const attention = traits[traitAt + TRAIT.attention] as number
  const share = feed.messages > attention ? attention / feed.messages : 1
  const visible = share + (1 - share) * parameters.orderRescue * feed.rulesFelt
  const overload = feed.messages > attention ? saturate(feed.messages / attention - 1, 2) : 0
  const read = feed.messages * share
  const weight = parameters.valueRate * saturate(read, parameters.valueFeedHalf)
  const readFact = record(rows, KIND['feed-read'], group, person, Math.round(read), weight, -1)

  // Ads: a soft ad is useful to those who trust and have the pain; the rest of it is hard.
  let match = 0
  for (let n = 0; n < feed.adOffers.length; n++) {
    const topic = town.offers[feed.adOffers[n] as number]?.topic as number
    match = Math.max(match, traits[traitAt + TRAITS + topic] as number)
  }
  const adsRead = feed.ads * share
  const trusted = gate(trust, parameters.trustGate)
  const softened = feed.softness * trusted
  const hard =
    adsRead * (1 - parameters.softHardnessRemoved * softened) * (1 - parameters.trustRelief * trust * match)
  const useful =
    parameters.contentValue * adsRead * feed.softness * parameters.softUse * match * (0.3 + 0.7 * trusted)

  // Gains: content, useful ads and company share one saturation.
  let content = 0
  for (let n = 0; n < feed.contentTopics.length; n++) {
    const pain = traits[traitAt + TRAITS + (feed.contentTopics[n] as number)] as number
    content += (feed.contentGains[n] as number) * pain
  }
  content *= visible
  const painInFocus = traits[traitAt + TRAIT.painInFocus] as number
  const help = parameters.helpValue * (levels[at + LEVEL.help] as number)
  const company =
    parameters.companyValue * (parameters.onTopicTalkValue * feed.onTopic * share * (0.3 + painInFocus) + help)
  const fromAds = 0.6 * useful
  const gains = content + fromAds + company
  const perGain = gains > 0 ? saturate(gains, parameters.valueHalf) / gains : 0
  const chat =
    parameters.companyValue *
    parameters.chatValue *
    (traits[traitAt + TRAIT.chatLove] as number) *
    saturate(feed.talk * share, parameters.chatHalf)
  const fun = feed.items > 0 ? feed.fun * saturate(feed.items, 1) : 0
  const noise = Math.min(0.25, parameters.offTopicCost * feed.offTopic * share * (1 - 0.6 * belonging))

  const change = (kind: number, cause: number, by: number, fact: number) => {
    if (by >= parameters.noticeable || by <= -parameters.noticeable) {
      record(rows, kind, group, person, cause, by, fact)
    }
  }
  const valueChanged = KIND['value-changed']
  change(valueChanged, CAUSE.content, weight * (content * perGain + fun), feed.contentFact)
  change(valueChanged, CAUSE.company, weight * (company * perGain + chat), feed.messageFact)
  change(valueChanged, CAUSE['soft-ads'], weight * fromAds * perGain, feed.adFact)
  change(valueChanged, CAUSE['hard-ads'], -weight * parameters.adHarm * parameters.hardAdCost * hard, feed.adFact)
  change(valueChanged, CAUSE.chatter, -weight * noise, feed.messageFact)
  change(valueChanged, CAUSE.overload, -weight * parameters.overloadCost * overload, readFact)

  // Ads above tolerance tire; hard ads without trust label the group as commercial and cost trust (A50).
  if (hard > 0) {
    const borne = (traits[traitAt + TRAIT.tolerance] as number) + (trust * match > 0.3 ? 1 : 0)
    const excess = hard > borne ? hard - borne : 0
    const fatigue = levels[at + LEVEL.fatigue] as number
    const label = levels[at + LEVEL.label] as number
    const { adHarm } = parameters
    if (excess > 0 && adHarm > 0) {
      record(rows, KIND['fatigue-changed'], group, person, CAUSE['hard-ads'], adHarm * parameters.fatiguePerAd * excess * (1 - fatigue), feed.adFact)
    }
    const suspicion = 1 + parameters.suspicion * (1 - trusted)
    change(KIND['label-changed'], CAUSE['hard-ads'], Math.min(1 - label, adHarm * parameters.labelPerAd * hard * suspicion * (1 - label)), feed.adFact)
    const lost = adHarm * (parameters.trustLostPerAd * excess + parameters.trustLostUntrusted * hard * (1 - trusted))
    change(KIND['trust-changed'], CAUSE['hard-ads'], -Math.min(trust, lost), feed.adFact)
  }
  const ceiling = parameters.trustCeilingOnline * (1 - (levels[at + LEVEL.label] as number))
  if (trust < ceiling && content + useful > 0) {
    const rate = parameters.trustGrowth * parameters.trustPerUsefulDay * (1 + 0.5 * town.scenario.owner.charisma)
    const gained = rate * saturate(content + 0.5 * useful, 0.6) * (ceiling - trust)
    change(KIND['trust-changed'], CAUSE.content, gained, feed.contentFact)
  }
  const shared = parameters.belongingOfValues * town.scenario.community.values * value
  const bond = parameters.belongingRate * (0.5 * help + shared) * (1 - belonging)
  change(KIND['belonging-changed'], CAUSE['shared-values'], bond, readFact)
}
