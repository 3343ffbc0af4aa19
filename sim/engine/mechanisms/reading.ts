// Members open the group or not, read up to their attention, and appraise what they read: expected value learns
// from it, ads tire, label the group as commercial and cost trust where there is none to lean on; useful posts
// build trust slowly (R1–R4, R13; K3; A50; E19). All members read this morning's state: the phase is simultaneous.
// Simplified: no time of day; what is read is a share of the feed, not single messages.

import { KIND } from '../../events/kinds.ts'
import { record, type Rows } from '../../events/rows.ts'
import { gate, saturate } from '../../model/arithmetic.ts'
import { CAUSE } from '../../model/causes.ts'
import { TRAIT, TRAITS } from '../../model/person.ts'
import { LEVEL, LEVELS, MARK, MARKS } from '../../model/world.ts'
import { openingDraws } from '../daily-draws.ts'
import { feedOf, type Feed } from '../feed.ts'
import type { Simulation } from '../simulation.ts'
import { openingChances } from './opening.ts'

/** Who opens today, what they read, and what it does to them. */
export function decideReading(simulation: Simulation): void {
  const { world, rows } = simulation
  const readers: Reader[] = []
  const impression = createImpression()
  for (let group = 0; group < world.setting.groups; group++) {
    readers.push({ group, feed: feedOf(simulation, group), impression })
  }
  const draws = openingDraws(simulation)
  const chances = openingChances(simulation, readers)
  const { noticeable } = simulation.town.parameters
  for (let seat = 0; seat < world.seats; seat++) {
    if ((draws[seat] as number) >= (chances[seat] as number)) continue
    const reader = readers[world.marks[seat * MARKS + MARK.group] as number] as Reader
    appraise(simulation, seat, reader)
    recordImpression(rows, world.marks[seat * MARKS + MARK.person] as number, reader, noticeable)
  }
}

/** A reader's place: her group, what there is to read, and room for what it does to her. */
interface Reader {
  readonly group: number
  readonly feed: Feed
  readonly impression: Impression
}

/** What a day's reading does to a member. One object is filled again and again: the loop is hot. */
interface Impression {
  /** Messages read, and the weight of the experience against what was expected before (0–1). */
  read: number
  weight: number
  /** Worth of what was read, by stock of value; costs are ≤ 0. */
  content: number
  company: number
  softAds: number
  hardAds: number
  chatter: number
  overload: number
  /** Changes of the other ledgers. */
  fatigue: number
  label: number
  trustLost: number
  trustGained: number
}

function createImpression(): Impression {
  return {
    read: 0.5,
    weight: 0.5,
    content: 0.5,
    company: 0.5,
    softAds: 0.5,
    hardAds: 0.5,
    chatter: 0.5,
    overload: 0.5,
    fatigue: 0.5,
    label: 0.5,
    trustLost: 0.5,
    trustGained: 0.5,
  }
}

/** Reads today's feed with the eyes of one member. When it is longer than her attention, what she came for drowns. */
function appraise(simulation: Simulation, seat: number, { feed, impression }: Reader): void {
  const { world, town, people } = simulation
  const { parameters } = town
  const { levels } = world
  const { traits } = people
  const at = seat * LEVELS
  const traitAt = seat * people.stride
  const attention = traits[traitAt + TRAIT.attention] as number
  const share = feed.messages > attention ? attention / feed.messages : 1
  const useful = feed.ads > 0 ? appraiseAds(simulation, seat, { feed, impression, share }) : noAds(impression)

  // Content, useful ads and company share one saturation: nobody can be served twice at once.
  const visible = share + (1 - share) * feed.rescued
  const content = visible * contentFor(traits, traitAt + TRAITS, feed)
  const painInFocus = traits[traitAt + TRAIT.painInFocus] as number
  const onTopic = parameters.onTopicTalkValue * feed.onTopic * share * (0.3 + painInFocus)
  const company =
    parameters.companyValue * (onTopic + parameters.helpValue * (levels[at + LEVEL.help] as number))
  const gains = content + 0.6 * useful + company
  const perGain = gains > 0 ? 1 / (gains + parameters.valueHalf) : 0 // of a saturated whole
  const talk = feed.talk * share
  const chat = feed.chat * (traits[traitAt + TRAIT.chatLove] as number) * saturate(talk, parameters.chatHalf)
  const noise =
    parameters.offTopicCost * feed.offTopic * share * (1 - 0.6 * (levels[at + LEVEL.belonging] as number))

  const read = feed.messages * share
  impression.read = read
  impression.weight = (parameters.valueRate * read) / (read + parameters.valueFeedHalf)
  impression.content = content * perGain + feed.fun
  impression.company = company * perGain + chat
  impression.softAds = 0.6 * useful * perGain
  impression.chatter = noise > 0.25 ? -0.25 : -noise
  impression.overload =
    feed.messages > attention ? -parameters.overloadCost * saturate(feed.messages / attention - 1, 2) : 0

  const room =
    parameters.trustCeilingOnline * (1 - (levels[at + LEVEL.label] as number)) -
    (levels[at + LEVEL.trust] as number)
  const learned = content + 0.5 * useful
  impression.trustGained =
    room > 0 && learned > 0 ? (feed.trustLearning * room * learned) / (learned + 0.6) : 0
}

interface AdsRead {
  readonly feed: Feed
  readonly impression: Impression
  /** Share of the feed that she reads. */
  readonly share: number
}

/**
 * What today's ads do to one member; returns how useful they are to her. A soft ad is useful to those who trust and
 * have the pain that it answers, the rest of it is hard (E19, R3). Hard ads above tolerance tire; hard ads without trust
 * label the group as commercial and cost what trust there is (A50).
 */
function appraiseAds(simulation: Simulation, seat: number, { feed, impression, share }: AdsRead): number {
  const { world, town, people } = simulation
  const { parameters } = town
  const { levels } = world
  const { adHarm } = parameters
  const at = seat * LEVELS
  const traitAt = seat * people.stride
  const trust = levels[at + LEVEL.trust] as number
  const match = matchOf(simulation, feed, traitAt)
  const trusted = gate(trust, parameters.trustGate)
  const adsRead = feed.ads * share
  const hardness = 1 - parameters.softHardnessRemoved * feed.softness * trusted
  const hard = adsRead * hardness * (1 - parameters.trustRelief * trust * match)

  const tolerance = (people.traits[traitAt + TRAIT.tolerance] as number) + (trust * match > 0.3 ? 1 : 0)
  const excess = hard > tolerance ? hard - tolerance : 0
  const suspicion = 1 + parameters.suspicion * (1 - trusted)
  const labelStep = Math.min(1, adHarm * parameters.labelPerAd * hard * suspicion)
  const lost =
    adHarm * (parameters.trustLostPerAd * excess + parameters.trustLostUntrusted * hard * (1 - trusted))
  impression.hardAds = -adHarm * parameters.hardAdCost * hard
  impression.fatigue =
    Math.min(1, adHarm * parameters.fatiguePerAd * excess) * (1 - (levels[at + LEVEL.fatigue] as number))
  impression.label = labelStep * (1 - (levels[at + LEVEL.label] as number))
  impression.trustLost = lost < trust ? -lost : -trust
  return (
    parameters.contentValue * adsRead * feed.softness * parameters.softUse * match * (0.3 + 0.7 * trusted)
  )
}

function noAds(impression: Impression): number {
  impression.hardAds = 0
  impression.fatigue = 0
  impression.label = 0
  impression.trustLost = 0
  return 0
}

/** How much of her pain the offers advertised today answer: the best of them counts (0–1). */
function matchOf({ town, people }: Simulation, feed: Feed, traitAt: number): number {
  let match = 0
  for (let n = 0; n < feed.adOffers.length; n++) {
    const topic = town.offers[feed.adOffers[n] as number]?.topic as number
    match = Math.max(match, people.traits[traitAt + TRAITS + topic] as number)
  }
  return match
}

function contentFor(traits: Float32Array, painsAt: number, feed: Feed): number {
  let content = 0
  for (let n = 0; n < feed.contentTopics.length; n++) {
    content +=
      (feed.contentGains[n] as number) * (traits[painsAt + (feed.contentTopics[n] as number)] as number)
  }
  return content
}

/** One row for what was read, and one for each ledger and cause that moved by more than is `noticeable`. */
function recordImpression(rows: Rows, person: number, reader: Reader, noticeable: number): void {
  const { group, feed, impression } = reader
  const { weight } = impression
  const read = record(rows, KIND['feed-read'], group, person, Math.round(impression.read), weight, -1)
  const value = KIND['value-changed']
  const content = weight * impression.content
  if (content >= noticeable) record(rows, value, group, person, CAUSE.content, content, feed.contentFact)
  const company = weight * impression.company
  if (company >= noticeable) record(rows, value, group, person, CAUSE.company, company, feed.messageFact)
  const chatter = weight * impression.chatter
  // Where no member wrote, the noise is the owner's own posts off topic.
  const noise = feed.talk > 0 ? feed.messageFact : feed.contentFact
  if (chatter <= -noticeable) record(rows, value, group, person, CAUSE.chatter, chatter, noise)
  const overload = weight * impression.overload
  if (overload <= -noticeable) record(rows, value, group, person, CAUSE.overload, overload, read)
  if (feed.ads > 0) recordAds(rows, person, reader, noticeable)
  const gained = impression.trustGained
  if (gained >= noticeable)
    record(rows, KIND['trust-changed'], group, person, CAUSE.content, gained, feed.contentFact)
}

function recordAds(
  rows: Rows,
  person: number,
  { group, feed, impression }: Reader,
  noticeable: number,
): void {
  const value = KIND['value-changed']
  const ads = CAUSE['hard-ads']
  const softAds = impression.weight * impression.softAds
  if (softAds >= noticeable) record(rows, value, group, person, CAUSE['soft-ads'], softAds, feed.adFact)
  const hardAds = impression.weight * impression.hardAds
  if (hardAds <= -noticeable) record(rows, value, group, person, ads, hardAds, feed.adFact)
  const { fatigue, label, trustLost } = impression
  if (fatigue >= noticeable) record(rows, KIND['fatigue-changed'], group, person, ads, fatigue, feed.adFact)
  if (label >= noticeable) record(rows, KIND['label-changed'], group, person, ads, label, feed.adFact)
  if (trustLost <= -noticeable)
    record(rows, KIND['trust-changed'], group, person, ads, trustLost, feed.adFact)
}
