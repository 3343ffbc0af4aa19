import { gate, saturate } from '../../../sim/model/arithmetic.ts'
import type { Cause } from '../../../sim/model/causes.ts'
import {
  adFactElsewhere,
  advertisedIn,
  amusedIn,
  elsewhereOf,
  gainsIn,
  learningIn,
  messagesIn,
  rescuedIn,
  softnessIn,
  talkIn,
} from '../reference-feed.ts'
import type { Member } from '../reference-members.ts'
import { placeOf } from '../reference-numbers.ts'
import { groupOf, phaseOf, presentIn, record, type Run } from '../reference-run.ts'
import { opens } from './opening.ts'

/** Who opens today, what they read, and what it does to them. */
export function decideReading(run: Run): void {
  for (const member of presentIn(run)) {
    if (opens(run, member)) recordReading(run, member)
  }
}

/** Something that a reading does to a member. */
interface Change {
  readonly kind: 'value-changed' | 'fatigue-changed' | 'label-changed' | 'trust-changed'
  readonly object: Cause
  /** How much, and whether it is gained or lost. */
  readonly by: number
  readonly sign: 1 | -1
  readonly cause: number
}

function recordReading(run: Run, member: Member): void {
  const { group, person: actor } = member
  const { read, weight } = attentionOf(run, member)
  const reading = record(run, 'feed-read', { group, actor, object: Math.round(read), value: weight })
  for (const { kind, object, by, sign, cause } of changesOf(run, member, reading)) {
    if (by < run.town.parameters.noticeable) continue
    record(run, kind, { group, actor, object, value: sign * by, cause })
  }
}

/** How much of the feed she reads, and how much the reading weighs against what she expected. */
function attentionOf(run: Run, member: Member) {
  const { valueRate, valueFeedHalf } = run.town.parameters
  const messages = messagesIn(groupOf(run, member))
  const { attention } = member.traits
  const share = messages > attention ? attention / messages : 1
  const read = messages * share
  return { share, read, weight: (valueRate * read) / (read + valueFeedHalf) }
}

/** What of the feed is an ad to her, how useful that is, and how much of it is more than she bears. */
function adsOf(run: Run, member: Member) {
  const { parameters, offers } = run.town
  const group = groupOf(run, member)
  const { ads, intruders } = group.today
  const { share } = attentionOf(run, member)
  const { trust } = member
  const { pains, tolerance } = member.traits
  const answered = advertisedIn(group).map((offer) => placeOf(pains, placeOf(offers, offer).topic))
  const match = Math.max(0, ...answered)
  const trusted = ads > 0 ? gate(trust, parameters.trustGate) : 0
  const softness = softnessIn(group)
  const hard =
    ads *
    share *
    (1 - parameters.softHardnessRemoved * softness * trusted) *
    (1 - parameters.trustRelief * trust * match)
  const useful =
    parameters.contentValue * (ads * share) * softness * parameters.softUse * match * (0.3 + 0.7 * trusted)
  const bears = tolerance + (trust * match > 0.3 ? 1 : 0)
  const spamRead = intruders * share
  const excess = Math.max(0, hard + spamRead + elsewhereOf(run, group) * share - bears)
  return { hard, useful, trusted, spamRead, excess }
}

/** Where payers are not users, posts are meant for one of the two. */
function spokenTo(run: Run, { traits }: Member): number {
  const { audienceEffect, audienceLoss } = run.town.parameters
  const isMeant = traits.isPayer === (phaseOf(run).content.for === 'buyer')
  return !run.town.hasPayers || isMeant ? 1 : 1 - audienceEffect * audienceLoss
}

/** What content, useful ads and company are worth to her: one saturation for the three. */
function worthOf(run: Run, member: Member) {
  const { parameters } = run.town
  const group = groupOf(run, member)
  const { share } = attentionOf(run, member)
  const { pains, painInFocus } = member.traits
  const spoken = spokenTo(run, member)
  const worth = gainsIn(run, group).reduce((sum, gain, topic) => sum + gain * placeOf(pains, topic), 0)
  const content = (share + (1 - share) * rescuedIn(run, group)) * (worth * spoken)
  const useful = adsOf(run, member).useful * spoken
  const onTopic = parameters.onTopicTalkValue * group.onTopicYesterday * share * (0.3 + painInFocus)
  const peers = parameters.tieEffect * parameters.tieValue * member.connected * (0.4 + 0.6 * member.belonging)
  const company = parameters.companyValue * (onTopic + parameters.helpValue * member.help + peers)
  const gains = content + 0.6 * useful + company
  return { content, useful, company, per: gains > 0 ? 1 / (gains + parameters.valueHalf) : 0 }
}

/** All changes of a reading in the order in which they are recorded. */
function changesOf(run: Run, member: Member, reading: number): Change[] {
  const group = groupOf(run, member)
  const { ads, intruders } = group.today
  const hasAds = ads + intruders + elsewhereOf(run, group) > 0
  return [
    ...changesOfContent(run, member),
    changeOfChatter(run, member),
    changeOfOverload(run, member, reading),
    ...(hasAds ? changesOfAds(run, member) : []),
    changeOfTrust(run, member),
    ...changesOfPackets(run, member),
  ]
}

function changesOfContent(run: Run, member: Member): Change[] {
  const { companyValue, chatValue, chatHalf } = run.town.parameters
  const group = groupOf(run, member)
  const { share, weight } = attentionOf(run, member)
  const { content, company, per } = worthOf(run, member)
  const chat = companyValue * chatValue * member.traits.chatLove * saturate(talkIn(group) * share, chatHalf)
  const gained = { kind: 'value-changed', sign: 1 } as const
  return [
    {
      ...gained,
      object: 'content',
      by: weight * (content * per + amusedIn(run, group)),
      cause: group.contentFact,
    },
    { ...gained, object: 'company', by: weight * (company * per + chat), cause: group.messageFact },
  ]
}

/** Talk off topic, and the spam of outsiders and members. */
function changeOfChatter(run: Run, member: Member): Change {
  const { offTopicCost, intruderCost } = run.town.parameters
  const group = groupOf(run, member)
  const { share, weight } = attentionOf(run, member)
  const offTopic = group.offTopicYesterday + group.today.offItems
  const noise = Math.min(0.25, offTopicCost * offTopic * share * (1 - 0.6 * member.belonging))
  const { spamRead } = adsOf(run, member)
  const ofTalk = talkIn(group) > 0 ? group.messageFact : group.contentFact
  return {
    kind: 'value-changed',
    object: 'chatter',
    by: weight * (noise + intruderCost * spamRead),
    sign: -1,
    cause: group.today.intruders > 0 ? group.intruderFact : ofTalk,
  }
}

function changeOfOverload(run: Run, member: Member, reading: number): Change {
  const { weight } = attentionOf(run, member)
  const tooMuch = messagesIn(groupOf(run, member)) / member.traits.attention - 1
  const by = weight * (run.town.parameters.overloadCost * saturate(tooMuch, 2))
  return { kind: 'value-changed', object: 'overload', by, sign: -1, cause: reading }
}

function changesOfAds(run: Run, member: Member): Change[] {
  const { parameters } = run.town
  const { adHarm } = parameters
  const { weight } = attentionOf(run, member)
  const { hard, trusted, excess } = adsOf(run, member)
  const { useful, per } = worthOf(run, member)
  const suspicion = 1 + parameters.suspicion * (1 - trusted)
  const lost =
    adHarm * (parameters.trustLostPerAd * excess + parameters.trustLostUntrusted * hard * (1 - trusted))
  const cause = factBehindAds(run, member)
  const change = (kind: Change['kind'], by: number, sign: 1 | -1): Change => ({
    ...{ kind, by, sign, cause },
    object: 'hard-ads',
  })
  return [
    { kind: 'value-changed', object: 'soft-ads', by: weight * (0.6 * useful * per), sign: 1, cause },
    change('value-changed', weight * (adHarm * parameters.hardAdCost * hard), -1),
    change(
      'fatigue-changed',
      Math.min(1, adHarm * parameters.fatiguePerAd * excess) * (1 - member.fatigue),
      1,
    ),
    change(
      'label-changed',
      Math.min(1, adHarm * parameters.labelPerAd * hard * suspicion) * (1 - member.label),
      1,
    ),
    change('trust-changed', Math.min(member.trust, lost), -1),
  ]
}

/** The owner's latest ad here, else the latest of the intruders, else the owner's latest elsewhere. */
function factBehindAds(run: Run, member: Member): number {
  const group = groupOf(run, member)
  if (group.today.ads > 0) return group.adFact
  return group.today.intruders > 0 ? group.intruderFact : adFactElsewhere(run, group)
}

/** Trust that grows from what was useful, towards a ceiling. */
function changeOfTrust(run: Run, member: Member): Change {
  const { content, useful } = worthOf(run, member)
  const room = run.town.parameters.trustCeilingOnline * (1 - member.label) - member.trust
  const learned = content + 0.5 * useful
  const by = room > 0 && learned > 0 ? (learningIn(run) * room * learned) / (learned + 0.6) : 0
  return { kind: 'trust-changed', object: 'content', by, sign: 1, cause: groupOf(run, member).contentFact }
}

/** Packets please, and are missed by who is used to them. */
function changesOfPackets(run: Run, member: Member): Change[] {
  const { packetEffect, packetJoy, packetMissed } = run.town.parameters
  const group = groupOf(run, member)
  const hasPacket = group.today.packets > 0
  const { weight } = attentionOf(run, member)
  const joy = hasPacket ? weight * (packetEffect * packetJoy) * member.traits.windfallLove : 0
  const isUsedTo = member.windfall > 0.05
  const missed = !hasPacket && isUsedTo ? weight * (packetEffect * packetMissed) * member.windfall : 0
  const change = { kind: 'value-changed', object: 'packets', cause: group.packetFact } as const
  return [
    { ...change, by: joy, sign: 1 },
    { ...change, by: missed, sign: -1 },
  ]
}
