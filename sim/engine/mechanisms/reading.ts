// Members open the group or not, read up to their attention, and appraise what they read: expected value learns
// from it, ads tire, label the group as commercial and cost trust where there is none to lean on; useful posts
// build trust slowly; ties to those who write make the group worth more, packets please and are missed (R1–R4, R7, R9,
// R13; K3; A50; E19). All members read this morning's state: the phase is simultaneous.
// Simplified: no time of day; what is read is a share of the feed, not single messages.

import { KIND } from '../../events/kinds.ts'
import { reserve } from '../../events/rows.ts'
import { CAUSE } from '../../model/causes.ts'
import { TRAIT, TRAITS } from '../../model/person.ts'
import { LEVEL, LEVELS, MARK, MARKS } from '../../model/world.ts'
import { listFor, noteOpeners, openingDraws, scratchFor, type SeatList } from '../daily-draws.ts'
import { feedOf, type Feed } from '../feed.ts'
import type { Simulation } from '../simulation.ts'
import { openingChances } from './opening.ts'

/** Who opens today, what they read, and what it does to them. */
export function decideReading(simulation: Simulation): void {
  const groups: Reading[] = []
  for (let group = 0; group < simulation.world.setting.groups; group++) {
    const feed = feedOf(simulation, group)
    groups.push({ feed, facts: factsBehind(feed), changes: changesOf(feed) })
  }
  const openers = openersOf(simulation, groups)
  const impressions = scratchFor(simulation.draws, openers.count * IMPRESSION)
  appraise(simulation, { openers, groups, impressions })
  recordImpressions(simulation, { openers, groups, impressions })
  noteOpeners(simulation)
}

/** What is the same for all readers of a group. */
interface Reading {
  readonly feed: Feed
  /** Seq of the fact behind each change of an impression; OWN for the reading itself. */
  readonly facts: Int32Array
  /** Which changes there can be, in their order. */
  readonly changes: Uint8Array
}

interface Readers {
  readonly openers: SeatList
  readonly groups: readonly Reading[]
  /** IMPRESSION numbers an opener. */
  readonly impressions: Float64Array
}

/**
 * What a day's reading does to a member: the size of each change, in the order in which they are written down, then
 * the weight of the experience against what was expected before (0–1) and the number of messages read.
 */
const CHANGE = {
  content: 0,
  company: 1,
  chatter: 2,
  overload: 3,
  softAds: 4,
  hardAds: 5,
  fatigue: 6,
  label: 7,
  trustLost: 8,
  trustGained: 9,
  packetJoy: 10,
  packetMissed: 11,
} as const
const CHANGES = 12
const ALWAYS = [CHANGE.content, CHANGE.company, CHANGE.chatter, CHANGE.overload]
const OF_ADS = [CHANGE.softAds, CHANGE.hardAds, CHANGE.fatigue, CHANGE.label, CHANGE.trustLost]
const AT_LAST = [CHANGE.trustGained, CHANGE.packetJoy, CHANGE.packetMissed]
const ALL = Uint8Array.of(...ALWAYS, ...OF_ADS, ...AT_LAST)
const WITHOUT_ADS = Uint8Array.of(...ALWAYS, ...AT_LAST)
const WEIGHT = 12
const READ = 13
const IMPRESSION = 14

/** Habit of packets below which nobody misses them. */
const NO_HABIT = 0.05

/** Which changes today's feed can bring about. */
function changesOf({ ads, intruders, adsElsewhere }: Feed): Uint8Array {
  return ads + intruders + adsElsewhere > 0 ? ALL : WITHOUT_ADS
}

/** Kind and cause of each change, and whether it is a gain (1) or a loss (−1). */
const KIND_OF = Uint8Array.of(...Array.from({ length: CHANGES }, () => KIND['value-changed']))
KIND_OF[CHANGE.fatigue] = KIND['fatigue-changed']
KIND_OF[CHANGE.label] = KIND['label-changed']
KIND_OF[CHANGE.trustLost] = KIND['trust-changed']
KIND_OF[CHANGE.trustGained] = KIND['trust-changed']
const CAUSE_OF = Uint8Array.of(
  CAUSE.content,
  CAUSE.company,
  CAUSE.chatter,
  CAUSE.overload,
  CAUSE['soft-ads'],
  CAUSE['hard-ads'],
  CAUSE['hard-ads'],
  CAUSE['hard-ads'],
  CAUSE['hard-ads'],
  CAUSE.content,
  CAUSE.packets,
  CAUSE.packets,
)
const SIGN_OF = Int8Array.of(1, 1, -1, -1, 1, -1, 1, 1, -1, 1, 1, -1)

/** The fact behind a change is that she read so much. */
const OWN = -2

function factsBehind({ ads, talk, intruders, intruderFact, packetFact, ...feed }: Feed): Int32Array {
  const { contentFact, adFact, elsewhereFact, messageFact } = feed
  const facts = new Int32Array(CHANGES).fill(ads > 0 ? adFact : intruders > 0 ? intruderFact : elsewhereFact)
  facts[CHANGE.content] = contentFact
  facts[CHANGE.company] = messageFact
  // Where no member wrote, the noise is of intruders, or the owner's own posts off topic.
  facts[CHANGE.chatter] = intruders > 0 ? intruderFact : talk > 0 ? messageFact : contentFact
  facts[CHANGE.overload] = OWN
  facts[CHANGE.trustGained] = contentFact
  facts[CHANGE.packetJoy] = packetFact
  facts[CHANGE.packetMissed] = packetFact
  return facts
}

/** Everybody is put on the list, and the next one overwrites her if she does not open: no branch to be guessed wrong. */
function openersOf(simulation: Simulation, groups: readonly Reading[]): SeatList {
  const { marks, seats } = simulation.world
  const draws = openingDraws(simulation)
  const chances = openingChances(simulation, groups)
  const list = listFor(simulation.draws, seats)
  let count = 0
  for (let seat = 0; seat < seats; seat++) {
    list.seats[count] = seat
    list.persons[count] = marks[seat * MARKS + MARK.person] as number
    count += 1 - Number((draws[seat] as number) >= (chances[seat] as number))
  }
  list.count = count
  return list
}

/**
 * Today's feed with the eyes of each opener. When it is longer than her attention, what she came for drowns. A soft ad
 * is useful to those who trust and have the pain that it answers, the rest of it is hard (E19, R3). Hard ads above
 * tolerance tire; hard ads without trust label the group as commercial and cost what trust there is (A50).
 * One long loop with everything in locals: it is the hottest of the engine.
 */
function appraise(simulation: Simulation, { openers, groups, impressions }: Readers): void {
  const { levels, marks } = simulation.world
  const { traits, stride } = simulation.people
  const { parameters } = simulation.town
  // `+` says once that this is a number: a compiler that is not told checks it again at every reader.
  const adHarm = +parameters.adHarm
  const valueHalf = +parameters.valueHalf
  const valueRate = +parameters.valueRate
  const valueFeedHalf = +parameters.valueFeedHalf
  const companyValue = +parameters.companyValue
  const helpValue = +parameters.helpValue
  const tieValue = parameters.tieEffect * parameters.tieValue
  const perPacketDay = parameters.packetEffect * parameters.packetJoy
  const perMissed = parameters.packetEffect * parameters.packetMissed
  const chatHalf = +parameters.chatHalf
  const overloadCost = +parameters.overloadCost
  const trustCeilingOnline = +parameters.trustCeilingOnline
  const trustRelief = +parameters.trustRelief
  const contentValue = +parameters.contentValue
  const softUse = +parameters.softUse
  const perDistrust = +parameters.suspicion
  const trustLostPerAd = +parameters.trustLostPerAd
  const trustLostUntrusted = +parameters.trustLostUntrusted
  const gateHalf2 = parameters.trustGate * parameters.trustGate
  const gateHalf4 = gateHalf2 * gateHalf2
  const labelPerAd = adHarm * parameters.labelPerAd
  const fatiguePerAd = adHarm * parameters.fatiguePerAd
  const costPerAd = adHarm * parameters.hardAdCost
  const perSpam = +parameters.intruderCost
  const { seats, count } = openers
  // What there is to read in the group of the last reader: fetched anew only when the next is in another one.
  let group = -1
  let messages = 0
  let ads = 0
  let softness = 0
  let hardnessRemoved = 0
  let talk = 0
  let perTopic = 0
  let perOffTopic = 0
  let perChat = 0
  let rescued = 0
  let fun = 0
  let trustLearning = 0
  let intruders = 0
  let elsewhere = 0
  let worthToPayers = 1
  let worthToUsers = 1
  let hasPacket = false
  let { adTopics, contentTopics, contentGains } = (groups[0] as Reading).feed
  for (let n = 0; n < count; n++) {
    const seat = seats[n] as number
    const own = marks[seat * MARKS + MARK.group] as number
    if (own !== group) {
      group = own
      const { feed } = groups[group] as Reading
      messages = +feed.messages
      ads = +feed.ads
      softness = +feed.softness
      hardnessRemoved = parameters.softHardnessRemoved * softness
      talk = +feed.talk
      perTopic = parameters.onTopicTalkValue * feed.onTopic
      perOffTopic = parameters.offTopicCost * feed.offTopic
      perChat = +feed.chat
      rescued = +feed.rescued
      fun = +feed.fun
      trustLearning = +feed.trustLearning
      intruders = +feed.intruders
      elsewhere = +feed.adsElsewhere
      worthToPayers = +feed.worthToPayers
      worthToUsers = +feed.worthToUsers
      hasPacket = feed.hasPacket
      ;({ adTopics, contentTopics, contentGains } = feed)
    }
    const at = seat * LEVELS
    const traitAt = seat * stride
    const painsAt = traitAt + TRAITS
    const to = n * IMPRESSION
    const trust = levels[at + LEVEL.trust] as number
    const label = levels[at + LEVEL.label] as number
    const attention = traits[traitAt + TRAIT.attention] as number
    const isTooMuch = messages > attention
    const share = isTooMuch ? attention / messages : 1
    const read = messages * share
    const weight = (valueRate * read) / (read + valueFeedHalf)

    let useful = 0
    let hard = 0
    let tolerance = traits[traitAt + TRAIT.tolerance] as number
    let trusted = 0
    if (ads > 0) {
      // How much of her pain the offers advertised today answer: the best of them counts (0–1).
      let match = 0
      for (let ad = 0; ad < adTopics.length; ad++) {
        const pain = traits[painsAt + (adTopics[ad] as number)] as number
        if (pain > match) match = pain
      }
      const trust2 = trust * trust
      trusted = trust > 0 ? (trust2 * trust2) / (trust2 * trust2 + gateHalf4) : 0 // gate(trust, trustGate)
      const adsRead = ads * share
      hard = adsRead * (1 - hardnessRemoved * trusted) * (1 - trustRelief * trust * match)
      if (trust * match > 0.3) tolerance += 1
      useful = contentValue * adsRead * softness * softUse * match * (0.3 + 0.7 * trusted)
    }
    // What outsiders post, and what the owner posts in other groups, is borne or not together with what stands here.
    const spam = intruders * share
    const borne = hard + spam + elsewhere * share
    const excess = borne > tolerance ? borne - tolerance : 0
    const suspicion = 1 + perDistrust * (1 - trusted)
    const labelStep = labelPerAd * hard * suspicion
    const fatigueStep = fatiguePerAd * excess
    const lost = adHarm * (trustLostPerAd * excess + trustLostUntrusted * hard * (1 - trusted))
    impressions[to + CHANGE.hardAds] = weight * (costPerAd * hard)
    impressions[to + CHANGE.fatigue] =
      (fatigueStep > 1 ? 1 : fatigueStep) * (1 - (levels[at + LEVEL.fatigue] as number))
    impressions[to + CHANGE.label] = (labelStep > 1 ? 1 : labelStep) * (1 - label)
    impressions[to + CHANGE.trustLost] = lost < trust ? lost : trust

    // Content, useful ads and company share one saturation: nobody can be served twice at once.
    let worth = 0
    for (let post = 0; post < contentTopics.length; post++) {
      worth += (contentGains[post] as number) * (traits[painsAt + (contentTopics[post] as number)] as number)
    }
    if (worthToPayers !== worthToUsers) {
      const spokenTo = (traits[traitAt + TRAIT.isPayer] as number) === 1 ? worthToPayers : worthToUsers
      worth *= spokenTo
      useful *= spokenTo
    }
    const content = (share + (1 - share) * rescued) * worth
    const onTopic = perTopic * share * (0.3 + (traits[traitAt + TRAIT.painInFocus] as number))
    const belonging = levels[at + LEVEL.belonging] as number
    const peers = tieValue * (levels[at + LEVEL.connected] as number) * (0.4 + 0.6 * belonging)
    const company = companyValue * (onTopic + helpValue * (levels[at + LEVEL.help] as number) + peers)
    const gains = content + 0.6 * useful + company
    const perGain = gains > 0 ? 1 / (gains + valueHalf) : 0 // of a saturated whole
    const talkRead = talk * share
    const chatty = talkRead > 0 ? talkRead / (talkRead + chatHalf) : 0
    const chat = perChat * (traits[traitAt + TRAIT.chatLove] as number) * chatty
    const noise = perOffTopic * share * (1 - 0.6 * belonging)
    impressions[to + CHANGE.content] = weight * (content * perGain + fun)
    impressions[to + CHANGE.company] = weight * (company * perGain + chat)
    impressions[to + CHANGE.softAds] = weight * (0.6 * useful * perGain)
    impressions[to + CHANGE.chatter] = weight * ((noise > 0.25 ? 0.25 : noise) + perSpam * spam)
    const tooMuch = messages / attention - 1
    impressions[to + CHANGE.overload] =
      weight * (isTooMuch && tooMuch > 0 ? overloadCost * (tooMuch / (tooMuch + 2)) : 0)

    const room = trustCeilingOnline * (1 - label) - trust
    const learned = content + 0.5 * useful
    impressions[to + CHANGE.trustGained] =
      room > 0 && learned > 0 ? (trustLearning * room * learned) / (learned + 0.6) : 0
    const habit = levels[at + LEVEL.windfall] as number
    impressions[to + CHANGE.packetJoy] = hasPacket
      ? weight * perPacketDay * (traits[traitAt + TRAIT.windfallLove] as number)
      : 0
    impressions[to + CHANGE.packetMissed] = !hasPacket && habit > NO_HABIT ? weight * perMissed * habit : 0
    impressions[to + WEIGHT] = weight
    impressions[to + READ] = read
  }
}

/** One row for what was read, and one for each ledger and cause that moved by more than is `noticeable`. */
function recordImpressions(simulation: Simulation, { openers, groups, impressions }: Readers): void {
  const { rows, town, world } = simulation
  const noticeable = +town.parameters.noticeable
  const { marks } = world
  const { seats, persons, count } = openers
  reserve(rows, count * (1 + CHANGES))
  const { base, kind, group, actor, object, value, cause } = rows
  let at = rows.count
  for (let n = 0; n < count; n++) {
    const own = marks[(seats[n] as number) * MARKS + MARK.group] as number
    const person = persons[n] as number
    const { facts, changes } = groups[own] as Reading
    const from = n * IMPRESSION
    const read = base + at
    kind[at] = KIND['feed-read']
    group[at] = own
    actor[at] = person
    object[at] = Math.round(impressions[from + READ] as number)
    value[at] = impressions[from + WEIGHT] as number
    cause[at] = -1
    at++
    for (let next = 0; next < changes.length; next++) {
      const change = changes[next] as number
      const by = impressions[from + change] as number
      if (!(by >= noticeable)) continue // nor what cannot be compared at all
      const fact = facts[change] as number
      kind[at] = KIND_OF[change] as number
      group[at] = own
      actor[at] = person
      object[at] = CAUSE_OF[change] as number
      value[at] = Math.fround((SIGN_OF[change] as number) * by) + 0 // no −0, as in `record`
      cause[at] = fact === OWN ? read : fact
      at++
    }
  }
  rows.count = at
}
