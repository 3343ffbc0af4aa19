import { hill, roundByDraw, saturate } from '../../../sim/model/arithmetic.ts'
import { messagesIn, rulesFeltIn, talkIn } from '../reference-feed.ts'
import { valueOf, type Member } from '../reference-members.ts'
import { draw, groupOf, phaseOf, type Run } from '../reference-run.ts'
import { forcedToday } from './tasks.ts'

/** Messages that nobody exceeds on a day. */
export const POSTS_MAX = 5

/** How many messages somebody writes who opened today. */
export function postsToday(run: Run, member: Member): number {
  const { source } = member
  const isKnown = source === 'friends' || source === 'invitees'
  let posts = rateOf(run, member)
  if (isKnown) posts += smallTalkOf(run, member)
  if (member.joinedDay === run.day) {
    if (isKnown) posts += 0.51 * member.traits.ease
    if (source === 'strangers') posts += 0.06
  }
  posts += forcedToday(run).dutiful
  return roundByDraw(Math.min(POSTS_MAX, posts), draw(run, 'posting', member.person))
}

/** What she writes of her own accord. */
function rateOf(run: Run, member: Member): number {
  const { parameters } = run.town
  const { sociability, attention } = member.traits
  const group = groupOf(run, member)
  const crowded = saturate(messagesIn(group) / attention - 1, 2)
  return (
    scaleOf(run, member) *
    sociability *
    (0.25 + valueOf(member) + 0.8 * member.belonging) *
    stimulusOf(run, member) *
    learnedOf(run, member) *
    contentmentOf(run, member) *
    (member.posts > 0 ? 1 : parameters.firstPostIce) *
    (member.isHelper ? 1 + parameters.roleEffect * (parameters.roleTalk - 1) : 1) *
    (1 - 0.5 * crowded)
  )
}

/** What somebody of mean sociability writes: more in a small group, little in a mere broadcast. */
function scaleOf(run: Run, member: Member): number {
  const { postingScale, broadcastVoice, smallGroupTalk } = run.town.parameters
  const { answers, reciprocity } = phaseOf(run)
  const voice = broadcastVoice + (1 - broadcastVoice) * (0.6 * answers + 0.6 * reciprocity)
  const { members } = groupOf(run, member)
  return postingScale * voice * (1 + smallGroupTalk / (members + 5)) * forcedToday(run).keenness
}

function stimulusOf(run: Run, member: Member): number {
  const { parameters } = run.town
  const group = groupOf(run, member)
  const { items, packets } = group.today
  const figures = parameters.figureEffect * parameters.figurePull * group.today.figures
  const heeded = Math.min(1, member.belonging + phaseOf(run).reciprocity)
  const ofOwner = parameters.ownStimulus + parameters.ownerStimulus * 1.3 * saturate(items, 0.5)
  const ofPeers = parameters.peerStimulus * saturate(talkIn(group) + figures, 10) * (0.25 + 0.75 * heeded)
  const ofPacket = packets > 0 ? 0.5 * parameters.packetEffect * (0.3 + member.traits.windfallLove) : 0
  return ofOwner + ofPeers + ofPacket
}

/** Who has been answered writes more. */
function learnedOf({ town: { parameters } }: Run, { answered }: Member): number {
  return 1 + parameters.replyEffect * parameters.replyLearning * (answered - 0.5)
}

/** How much met needs make her write: 1 where four of the six are met. */
function contentmentOf({ town: { parameters } }: Run, { needsMet }: Member): number {
  const ofNeeds = (parameters.needsEffect * parameters.needsTalk) / 4
  return 1 - 4 * ofNeeds + ofNeeds * needsMet
}

/** Friends and invitees chat for as long as they expect something of the group. */
function smallTalkOf(run: Run, member: Member): number {
  const { warm, parameters } = run.town
  return (
    warm *
    parameters.smallTalk *
    member.traits.ease *
    hill(valueOf(member), 0.3) *
    learnedOf(run, member) *
    contentmentOf(run, member) *
    (member.posts > 0 ? 1 : 0.7)
  )
}

/** Chance that a message of hers is on topic. */
export function onTopicChance(run: Run, member: Member): number {
  const { parameters, scenario } = run.town
  const { values, positioning } = scenario.community
  const group = groupOf(run, member)
  const { items, packets } = group.today
  return (
    0.08 +
    0.36 * rulesFeltIn(run, group) +
    0.18 * values * (0.4 + 0.6 * member.belonging) +
    0.42 * member.traits.painInFocus * positioning.clarity * parameters.clarityEffect +
    0.1 * (phaseOf(run).content.onTopic * saturate(items, 0.5)) -
    (packets > 0 ? 0.45 * parameters.packetEffect : 0)
  )
}
