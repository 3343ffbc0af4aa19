import { saturate } from '../model/arithmetic.ts'
import { GROUP_MARK, GROUP_MARKS, OWNER_MARK, type World } from '../model/world.ts'
import { moderationIn, phaseToday, presenceIn, type Simulation } from './simulation.ts'
import type { GroupPositioning, TownOffer } from './town.ts'

/**
 * What there is to read in a group today: the owner's posts and ads of today and the members' messages since
 * yesterday. The same for everybody, so it is put together once a group and day.
 */
export interface Feed {
  readonly messages: number
  readonly items: number
  readonly ads: number
  /** Mean softness of the ads, 0–1. */
  readonly softness: number
  readonly onTopic: number
  /** Members' off-topic messages and the owner's off-topic posts. */
  readonly offTopic: number
  readonly talk: number
  /** How much there is to open for, 0–1. */
  readonly available: number
  /** How alive the talk is, 0–1. */
  readonly alive: number
  /** Topics of today's posts, and what each is worth to somebody with a full pain (before saturation). */
  readonly contentTopics: readonly number[]
  readonly contentGains: readonly number[]
  /** Value of being entertained by today's posts. */
  readonly fun: number
  /** Value of chat to somebody who loves it, before saturation. */
  readonly chat: number
  /** Step of trust on a fully useful day: more for a charismatic owner. */
  readonly trustLearning: number
  /** Offers advertised today, and the topics that they are for. */
  readonly adOffers: readonly number[]
  readonly adTopics: readonly number[]
  /** Share of drowned posts that are found all the same. */
  readonly rescued: number
  /** Rules as felt: they need somebody who keeps them. */
  readonly rulesFelt: number
  readonly openingFactor: number
  readonly contentFact: number
  readonly adFact: number
  readonly messageFact: number
  /** Ads of outsiders. */
  readonly intruders: number
  readonly intruderFact: number
  /** Whether the owner sent a packet today, and how much it lures somebody who loves windfalls. */
  readonly hasPacket: boolean
  readonly lure: number
  readonly packetFact: number
  /** Ads of the owner's other groups that a member reads as well. */
  readonly adsElsewhere: number
  /** Seq of the latest of them; −1 for none. */
  readonly elsewhereFact: number
  /** What posts are worth to those who pay for what others use, and to the others: 1 where there is no such difference. */
  readonly worthToPayers: number
  readonly worthToUsers: number
}

/** What a packet adds to read: itself, and who took what. */
const PACKET_MESSAGES = 2

/** Messages that there are to read in a group today, once the owner's posts of today stand in the world. */
export function messagesToday({ groupMarks }: World, group: number): number {
  const at = group * GROUP_MARKS
  return (
    (groupMarks[at + GROUP_MARK.items] as number) +
    (groupMarks[at + GROUP_MARK.ads] as number) +
    (groupMarks[at + GROUP_MARK.intruders] as number) +
    (groupMarks[at + GROUP_MARK.onTopicYesterday] as number) +
    (groupMarks[at + GROUP_MARK.offTopicYesterday] as number) +
    ((groupMarks[at + GROUP_MARK.packets] as number) > 0 ? PACKET_MESSAGES : 0)
  )
}

/** Puts today's feed of a group together; to be called once the owner's posts of today stand in the world. */
export function feedOf(simulation: Simulation, group: number): Feed {
  const { town, world } = simulation
  const { parameters } = town
  const at = group * GROUP_MARKS
  const marks = world.groupMarks
  const items = marks[at + GROUP_MARK.items] as number
  const ads = marks[at + GROUP_MARK.ads] as number
  const onTopic = marks[at + GROUP_MARK.onTopicYesterday] as number
  const offTopicTalk = marks[at + GROUP_MARK.offTopicYesterday] as number
  const intruders = marks[at + GROUP_MARK.intruders] as number
  const hasPacket = (marks[at + GROUP_MARK.packets] as number) > 0
  const messages = messagesToday(world, group)
  const content = contentOf(simulation, group)
  const adOffers = offersOf(simulation, group)
  const elsewhere = adsElsewhere(simulation, ads)
  const isHoliday = (world.ownerMarks[OWNER_MARK.holidayUntil] as number) > world.day
  return {
    messages,
    items,
    ads,
    softness: softnessOf(simulation, group, ads),
    onTopic,
    offTopic: offTopicTalk + (marks[at + GROUP_MARK.offItems] as number),
    talk: onTopic + offTopicTalk,
    available: saturate(messages, parameters.openingNeedsMessages),
    alive: saturate(onTopic + 0.5 * offTopicTalk, 8),
    contentTopics: content.topics,
    contentGains: content.gains,
    chat: parameters.companyValue * parameters.chatValue,
    // A step of 1 is all the way to the ceiling.
    trustLearning: Math.min(
      1,
      parameters.trustGrowth *
        parameters.trustPerUsefulDay *
        (1 + 0.5 * town.scenario.owner.charisma) *
        (1 + parameters.valuesEffect * parameters.valuesTrust * (2 * town.scenario.community.values - 1)),
    ),
    fun:
      parameters.contentValue * parameters.funValue * phaseToday(simulation).content.fun * saturate(items, 1),
    adOffers,
    adTopics: adOffers.map((offer) => (town.offers[offer] as TownOffer).topic),
    rescued: rescue(simulation, group),
    rulesFelt: rulesFelt(simulation, group),
    openingFactor: isHoliday ? parameters.holidayOpening : 1,
    contentFact: marks[at + GROUP_MARK.contentFact] as number,
    adFact: marks[at + GROUP_MARK.adFact] as number,
    messageFact: marks[at + GROUP_MARK.messageFact] as number,
    intruders,
    intruderFact: marks[at + GROUP_MARK.intruderFact] as number,
    hasPacket,
    lure:
      parameters.packetEffect *
      parameters.packetLure *
      saturate((marks[at + GROUP_MARK.packetFen] as number) / 100, parameters.packetLureHalf),
    packetFact: marks[at + GROUP_MARK.packetFact] as number,
    adsElsewhere: elsewhere,
    elsewhereFact: elsewhere > 0 ? adFactElsewhere(simulation, group) : -1,
    ...audienceOf(simulation),
  }
}

/** Ads of the other groups, as far as a member of this one reads them as well (E21). */
function adsElsewhere({ town, world }: Simulation, adsHere: number): number {
  const overlap = town.parameters.spillover * town.scenario.community.overlap
  if (overlap === 0) return 0
  let ads = -adsHere
  for (let group = 0; group < world.setting.groups; group++) {
    ads += world.groupMarks[group * GROUP_MARKS + GROUP_MARK.ads] as number
  }
  return overlap * ads
}

/** The latest ad of today in any of the other groups. */
function adFactElsewhere({ world }: Simulation, group: number): number {
  let latest = -1
  for (let other = 0; other < world.setting.groups; other++) {
    const at = other * GROUP_MARKS
    if (other === group || world.groupMarks[at + GROUP_MARK.ads] === 0) continue
    latest = Math.max(latest, world.groupMarks[at + GROUP_MARK.adFact] as number)
  }
  return latest
}

/** Posts speak to those who use a product or to those who pay for it, where these are not the same people (A33). */
function audienceOf(simulation: Simulation): {
  readonly worthToPayers: number
  readonly worthToUsers: number
} {
  const { hasPayers, parameters } = simulation.town
  const lost = hasPayers ? parameters.audienceEffect * parameters.audienceLoss : 0
  const isForPayers = phaseToday(simulation).content.for === 'buyer'
  return { worthToPayers: isForPayers ? 1 : 1 - lost, worthToUsers: isForPayers ? 1 - lost : 1 }
}

/** What is pinned and ordered is found where there are rules, and somebody at home who keeps things in place. */
function rescue(simulation: Simulation, group: number): number {
  const { parameters, scenario } = simulation.town
  return parameters.orderRescue * scenario.community.rules * presenceIn(simulation, group)
}

/** Rules count as far as somebody keeps them: the owner, as far as energy lasts, or members with a role. */
export function rulesFelt(simulation: Simulation, group: number): number {
  return simulation.town.scenario.community.rules * (0.3 + 0.7 * moderationIn(simulation, group))
}

function softnessOf({ world }: Simulation, group: number, ads: number): number {
  if (ads === 0) return 0
  const stride = world.setting.offers + 1
  let sum = 0
  for (let offer = 0; offer < stride; offer++) sum += world.offerSoft[group * stride + offer] as number
  return sum / ads
}

function offersOf({ world }: Simulation, group: number): number[] {
  const stride = world.setting.offers + 1
  const offers: number[] = []
  for (let offer = 0; offer < world.setting.offers; offer++) {
    if ((world.offerAds[group * stride + offer] as number) > 0) offers.push(offer)
  }
  return offers
}

/** What can be had nowhere else is worth more (A13); picking saves time where the audience is precise (A14). */
function rarityOf(simulation: Simulation, group: number): number {
  const { parameters, about } = simulation.town
  const { exclusive, curated } = phaseToday(simulation).content
  const { depth } = about[group] as GroupPositioning
  const precision = depth * depth
  const picked = precision * (1 + parameters.curatedValue) - (1 - precision)
  return (
    (1 + parameters.exclusiveEffect * parameters.exclusiveValue * exclusive) *
    (1 + parameters.curationEffect * curated * (picked - 1))
  )
}

interface Content {
  readonly topics: readonly number[]
  readonly gains: readonly number[]
}

/** Posts on one topic saturate: three a day are not three times one (C13). Entertaining posts are read to the end. */
function contentOf(simulation: Simulation, group: number): Content {
  const { town, world } = simulation
  const { contentGain, contentValue, itemsHalf, purposeLoss } = town.parameters
  const read = 0.4 + 0.6 * phaseToday(simulation).content.fun
  const hasPurpose = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.purposeEnded] === 0
  const scale =
    contentValue *
    contentGain *
    read *
    (town.about[group] as GroupPositioning).depth *
    (hasPurpose ? 1 : 1 - purposeLoss) *
    rarityOf(simulation, group)
  const topics: number[] = []
  const gains: number[] = []
  for (let topic = 0; topic < town.topics.length; topic++) {
    const posts = world.topicItems[group * town.topics.length + topic] as number
    if (posts === 0) continue
    const quality = (world.topicQuality[group * town.topics.length + topic] as number) / posts
    topics.push(topic)
    // One post a day counts as 1 (hence itemsHalf + 1), any number of them as at most itemsHalf + 1.
    gains.push(scale * quality * (itemsHalf + 1) * saturate(posts, itemsHalf))
  }
  return { topics, gains }
}
