// Members who opened may write: the sociable more, the engaged more, and more where others write and answer. Being
// answered makes people post again (K1); met needs make all talk more, small talk too (E26; people post for what it is to
// them among others: Tonteri et al. 2011); answers help, bind, and build trust when the owner gives them (R4, R9).
// Posts come in the order of drawn times, not of seats. Simplified: replies are counted as messages, not as threads.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { saturate } from '../../model/arithmetic.ts'
import { CAUSE, SOURCE } from '../../model/causes.ts'
import { TRAIT } from '../../model/person.ts'
import {
  GROUP_MARK,
  GROUP_MARKS,
  HELPER,
  isPresent,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  POSTERS,
} from '../../model/world.ts'
import { drawsOf, openersToday, type SeatList } from '../daily-draws.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { feedOf, type Feed } from '../feed.ts'
import { mainPain } from '../people.ts'
import { helpersCare, helpersShare, ownerEffort, phaseToday, type Simulation } from '../simulation.ts'
import { decideFavour } from './favours.ts'
import { decideHearing, isPitch } from './listening.ts'
import { forcedToday } from './tasks.ts'

const OWNER = -1
/** Greetings on the day of joining: of a friend (at full ease), of a stranger. Assumptions (S01 with K6). */
const FRIEND_GREETING = 0.51
const STRANGER_GREETING = 0.06

/** How much less often a post is on topic on a day with a packet (C12). */
const PACKET_DISTRACTION = 0.45

/** More messages than this a member does not write in a day. */
const POSTS_MAX = 5

/** What is written and answered today. */
export function decideTalking(simulation: Simulation): void {
  const moods: Mood[] = []
  for (let group = 0; group < simulation.world.setting.groups; group++) moods.push(moodOf(simulation, group))
  for (const post of drawPosts(simulation, moods)) decidePost(simulation, moods[post.group] as Mood, post)
}

/** What moves everybody in a group to write or keep silent today. */
interface Mood {
  readonly group: number
  readonly feed: Feed
  /** Posts of a person of mean sociability, as far as members have a voice here: a pure broadcast leaves them little. */
  readonly scale: number
  /** Drive to post without the others, and what the others' messages add to it. */
  readonly stimulus: number
  readonly peerStimulus: number
  /** How much being answered moves further posting. */
  readonly replyLearning: number
  /** Posts a day that members are made to write. */
  readonly ofTasks: number
  /** Small talk of a friend at full ease. */
  readonly smallTalk: number
  readonly ownerAnswers: number
  readonly peerAnswers: number
  /** How much the owner has members help each other, 0–1. */
  readonly reciprocity: number
  /** Today's posts on topic, saturated: they set the tone. */
  readonly content: number
}

function moodOf(simulation: Simulation, group: number): Mood {
  const { parameters } = simulation.town
  const phase = phaseToday(simulation)
  const feed = feedOf(simulation, group)
  const at = group * GROUP_MARKS
  const members = simulation.world.groupMarks[at + GROUP_MARK.members] as number
  const openers = simulation.world.groupMarks[at + GROUP_MARK.openers] as number
  const answers = phase.answers * ownerEffort(simulation)
  const care = 0.9 * phase.reciprocity + 0.4 * parameters.roleEffect * helpersShare(simulation, group)
  const peers = parameters.peerAnswers * saturate(openers, 25) * (0.35 + 0.65 * care)
  const figures =
    parameters.figureEffect *
    parameters.figurePull *
    (simulation.world.groupMarks[at + GROUP_MARK.figuresToday] as number)
  const forced = forcedToday(simulation)
  const voice =
    parameters.broadcastVoice +
    (1 - parameters.broadcastVoice) * (0.6 * phase.answers + 0.6 * phase.reciprocity)
  return {
    group,
    feed,
    scale:
      parameters.postingScale * voice * (1 + parameters.smallGroupTalk / (members + 5)) * forced.keenness,
    ofTasks: forced.posts,
    stimulus: parameters.ownStimulus + parameters.ownerStimulus * 1.3 * saturate(feed.items, 0.5),
    peerStimulus: parameters.peerStimulus * saturate(feed.talk + figures, 10),
    replyLearning: parameters.replyEffect * parameters.replyLearning,
    smallTalk: simulation.town.warm * parameters.smallTalk,
    // What members with a role answer, the owner need not (B34).
    ownerAnswers:
      parameters.ownerAnswers * answers * (1 - parameters.roleRelief * helpersCare(simulation, group)),
    peerAnswers: Math.min(0.95, peers),
    reciprocity: phase.reciprocity,
    content: phase.content.onTopic * saturate(feed.items, 0.5),
  }
}

interface Post {
  readonly group: number
  readonly seat: number
  readonly person: number
  /** When in the day it was written, 0–1. */
  readonly time: number
  readonly isOnTopic: boolean
  /** Number of the post among the person's posts of today. */
  readonly index: number
}

/** Today's posts, group by group, in the order of their times. */
function drawPosts(simulation: Simulation, moods: readonly Mood[]): Post[] {
  const { world, town } = simulation
  const posts: Post[] = []
  const openers = openersToday(simulation)
  const counts = countPosts(simulation, moods, openers)
  for (let n = 0; n < openers.count; n++) {
    const count = counts[n] as number
    if (count === 0) continue
    const seat = openers.seats[n] as number
    const person = openers.persons[n] as number
    const group = world.marks[seat * MARKS + MARK.group] as number
    const chance = onTopicChance(simulation, moods[group] as Mood, seat)
    for (let index = 0; index < count; index++) {
      const time = uniform(town.dice, PURPOSE.arrivalTime, person, world.day, index)
      const isOnTopic = uniform(town.dice, PURPOSE.onTopic, person, world.day, index) < chance
      posts.push({ group, seat, person, time, index, isOnTopic })
    }
  }
  return posts.sort(byTime)
}

function byTime(a: Post, b: Post): number {
  if (a.group !== b.group) return a.group - b.group
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  return a.person - b.person || a.index - b.index
}

/**
 * How many posts each of those who opened today writes: from her drive, and from small talk with the owner's friends,
 * who greet on the day they join and chat among themselves for as long as they expect something of the group.
 * One loop with everything in locals, because every opener is asked.
 */
function countPosts(simulation: Simulation, moods: readonly Mood[], openers: SeatList): Float64Array {
  const { world, town, people } = simulation
  const { levels, marks, day } = world
  const { traits, stride } = people
  const firstPostIce = +town.parameters.firstPostIce
  const packetEffect = +town.parameters.packetEffect
  // At four needs of six, the usual, this is 1.
  const ofNeeds = (town.parameters.needsEffect * town.parameters.needsTalk) / 4
  const withoutNeeds = 1 - 4 * ofNeeds
  const roleMore = 1 + town.parameters.roleEffect * (town.parameters.roleTalk - 1)
  const { seats, count } = openers
  // Draws on the way in, numbers of posts on the way out.
  const drawn = drawsOf(simulation, PURPOSE.posting, openers)
  let group = -1
  let scale = 0
  let ofOwn = 0
  let ofPeers = 0
  let replyLearning = 0
  let smallTalk = 0
  let reciprocity = 0
  let messages = 0
  let ofPacket = 0
  let ofTasks = 0
  for (let n = 0; n < count; n++) {
    const seat = seats[n] as number
    const at = seat * LEVELS
    const markAt = seat * MARKS
    const traitAt = seat * stride
    const own = marks[markAt + MARK.group] as number
    if (own !== group) {
      group = own
      const mood = moods[group] as Mood
      // `+` says once that this is a number: a compiler that is not told checks it again at every opener.
      scale = +mood.scale
      ofOwn = +mood.stimulus
      ofPeers = +mood.peerStimulus
      replyLearning = +mood.replyLearning
      smallTalk = +mood.smallTalk
      reciprocity = +mood.reciprocity
      messages = +mood.feed.messages
      ofTasks = +mood.ofTasks
      ofPacket = mood.feed.hasPacket ? 0.5 * packetEffect : 0
    }
    // The sum of the stocks is expectedValue, written out: called from here it would box its result.
    const stocks =
      (levels[at] as number) +
      (levels[at + 1] as number) +
      (levels[at + 2] as number) +
      (levels[at + 3] as number) +
      (levels[at + 4] as number) +
      (levels[at + 5] as number) +
      (levels[at + 6] as number) +
      (levels[at + 7] as number) +
      (levels[at + 8] as number)
    const value = stocks > 0 ? stocks : 0
    const belonging = levels[at + LEVEL.belonging] as number
    const heeded = belonging + reciprocity
    let stimulus = ofOwn + ofPeers * (0.25 + 0.75 * (heeded < 1 ? heeded : 1))
    if (ofPacket > 0) stimulus += ofPacket * (0.3 + (traits[traitAt + TRAIT.windfallLove] as number))
    const learned = 1 + replyLearning * ((levels[at + LEVEL.answered] as number) - 0.5)
    const contentment = withoutNeeds + ofNeeds * (levels[at + LEVEL.needsMet] as number)
    const hasPosted = (marks[markAt + MARK.posts] as number) > 0
    let rate =
      scale *
      (traits[traitAt + TRAIT.sociability] as number) *
      (0.25 + value + 0.8 * belonging) *
      stimulus *
      learned *
      contentment *
      (hasPosted ? 1 : firstPostIce)
    if (((marks[markAt + MARK.flags] as number) & HELPER) !== 0) rate *= roleMore
    const attention = traits[traitAt + TRAIT.attention] as number
    if (messages > attention) rate *= 1 - 0.5 * saturate(messages / attention - 1, 2)
    const source = marks[markAt + MARK.source] as number
    if (source === SOURCE.friends || source === SOURCE.invitees) {
      const ease = traits[traitAt + TRAIT.smallTalk] as number
      const hopeful = (value * value) / (value * value + 0.09) // hill(value, 0.3)
      rate += smallTalk * ease * hopeful * learned * contentment * (hasPosted ? 1 : 0.7)
      if (marks[markAt + MARK.joinedDay] === day) rate += FRIEND_GREETING * ease
    } else if (source === SOURCE.strangers && marks[markAt + MARK.joinedDay] === day) {
      rate += STRANGER_GREETING
    }
    rate += ofTasks
    rate = rate < POSTS_MAX ? rate : POSTS_MAX
    const whole = Math.floor(rate)
    drawn[n] = whole + Number((drawn[n] as number) < rate - whole) // roundByDraw
  }
  return drawn
}

/** Chance that a post is on topic: rules, shared values with belonging, clear positioning that fits, fresh content. */
function onTopicChance({ town, world, people }: Simulation, mood: Mood, seat: number): number {
  const { positioning, values } = town.scenario.community
  const belonging = world.levels[seat * LEVELS + LEVEL.belonging] as number
  const painInFocus = people.traits[seat * people.stride + TRAIT.painInFocus] as number
  return (
    0.08 +
    0.36 * mood.feed.rulesFelt +
    0.18 * values * (0.4 + 0.6 * belonging) +
    0.42 * painInFocus * positioning.clarity * town.parameters.clarityEffect +
    0.1 * mood.content -
    (mood.feed.hasPacket ? PACKET_DISTRACTION * town.parameters.packetEffect : 0)
  )
}

/** One post and its answer, by the owner, by a member, or by nobody. */
function decidePost(simulation: Simulation, mood: Mood, post: Post): void {
  const { world, town, rows } = simulation
  const { group, ownerAnswers, peerAnswers } = mood
  const onTopic = post.isOnTopic ? 1 : 0
  const message = record(rows, KIND['message-posted'], group, post.person, -1, onTopic, -1)
  decideHearing(simulation, post, message)
  const u = uniform(town.dice, PURPOSE.answer, post.person, world.day, post.index)
  const answered = 1 - (1 - ownerAnswers) * (1 - peerAnswers)
  // One draw decides both whether and by whom: the owner's share of the answered comes first.
  const byOwner = answered * (ownerAnswers / Math.max(ownerAnswers + peerAnswers, 1e-9))
  const helper = u >= byOwner && u < answered ? answererOf(simulation, group, post) : -1
  if (u >= answered || (u >= byOwner && helper < 0)) {
    record(rows, KIND['message-ignored'], group, post.person, -1, 0, message)
    return
  }
  const reply = record(
    rows,
    KIND['reply-given'],
    group,
    u < byOwner ? OWNER : helper,
    post.person,
    onTopic,
    message,
  )
  decideEffects(simulation, post, { group, helper, reply, reciprocity: mood.reciprocity })
}

/** A member who might answer: one of the last POSTERS posters who opened today and is not the asker; −1 for none. */
function answererOf({ world, town }: Simulation, group: number, post: Post): number {
  const count = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.posterCount] as number
  const start = Math.floor(count * uniform(town.dice, PURPOSE.answerer, post.person, world.day, post.index))
  for (let step = 0; step < count; step++) {
    const person = world.posters[group * POSTERS + ((start + step) % count)] as number
    const seat = world.seatOf[person] as number
    const hasOpened = world.marks[seat * MARKS + MARK.openedDay] === world.day
    if (person !== post.person && hasOpened && isPresent(world, seat)) return person
  }
  return -1
}

interface Reply {
  readonly group: number
  /** Person who answered, −1 for the owner. */
  readonly helper: number
  readonly reply: number
  /** How much the owner has members help each other, 0–1. */
  readonly reciprocity: number
}

function decideEffects(
  simulation: Simulation,
  post: Post,
  { group, helper, reply, reciprocity }: Reply,
): void {
  const { world, town, rows } = simulation
  const { parameters } = town
  const at = post.seat * LEVELS
  const belonging = world.levels[at + LEVEL.belonging] as number
  const step = parameters.belongingPerReply + (helper < 0 ? 0 : parameters.belongingPerPeer)
  record(rows, KIND['belonging-changed'], group, post.person, CAUSE.answers, step * (1 - belonging), reply)
  if (helper >= 0) {
    const ofHelper = world.levels[(world.seatOf[helper] as number) * LEVELS + LEVEL.belonging] as number
    const gained = parameters.belongingOfHelper * (1 - ofHelper)
    record(rows, KIND['belonging-changed'], group, helper, CAUSE.answers, gained, reply)
    const isAlike = mainPain(town, helper) === mainPain(town, post.person)
    const likeness = isAlike ? 1 : 1 - parameters.attributeEffect * parameters.attributeTies
    const closer = parameters.tieEffect * parameters.tieGrowth * (0.5 + reciprocity) * likeness
    if (closer > 0) record(rows, KIND['tie-changed'], group, helper, post.person, closer, reply)
    decideFavour(simulation, { group, giver: helper, receiver: post.person, reply, reciprocity })
    return
  }
  if (isPitch(simulation, post)) {
    const room = 1 - (world.levels[at + LEVEL.fatigue] as number)
    // Several pitches of one day add up, each reckoned from the morning's score.
    const tired = Math.min(1 / (POSTS_MAX + 1), parameters.adHarm * parameters.fatiguePerAd) * room
    if (tired > 0) record(rows, KIND['fatigue-changed'], group, post.person, CAUSE['hard-ads'], tired, reply)
    return
  }
  const trust = world.levels[at + LEVEL.trust] as number
  const ceiling = parameters.trustCeilingOnline
  if (trust < ceiling && parameters.trustGrowth > 0) {
    const gained = parameters.trustGrowth * parameters.trustPerAnswer * (ceiling - trust)
    record(rows, KIND['trust-changed'], group, post.person, CAUSE.answers, gained, reply)
  }
}
