import { CAUSE, SHOCK, SOURCE } from '../model/causes.ts'
import { cut } from '../model/arithmetic.ts'
import { InvariantError } from '../model/invariant.ts'
import { NEEDS, ROLE } from '../model/needs.ts'
import {
  BOOK,
  expectedValue,
  FIGURE,
  GAVE_UP,
  GROUP_LEVEL,
  GROUP_LEVELS,
  GROUP_MARK,
  GROUP_MARKS,
  HELPER,
  KNOWS_PRICE,
  LEFT,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  MUTED,
  OWNER_LEVEL,
  OWNER_MARK,
  POSTERS,
  REMOVED,
  TIES,
  type World,
  type WorldSetting,
} from '../model/world.ts'
import { KIND } from './kinds.ts'
import type { Rows } from './rows.ts'

// The only code that writes a World. It rolls no dice and weighs nothing: a row carries its outcome.
// Columns are read with `as number`: positions come from rows that the engine or the log reader checked.

/**
 * Applies the rows at positions `from` (inclusive) to `to` (exclusive), in their order. Four rows in five move a ledger
 * of a member, most others are openings and needs; those are dealt with right here, because this is the hottest loop of a
 * replay.
 */
export function applyRows(world: World, rows: Rows, from: number, to: number): void {
  const { kind, actor, object, value } = rows
  const { seatOf } = world
  let { levels } = world
  for (let at = from; at < to; at++) {
    const code = kind[at] as number
    const ledger = LEDGER_OF_KIND[code] as number
    if (ledger !== NO_LEDGER) {
      const level = ledger === BY_CAUSE ? (STOCK_OF_CAUSE[object[at] as number] as number) : ledger
      levels[(seatOf[actor[at] as number] as number) * LEVELS + level]! += value[at] as number
    } else if (code === FEED_READ) {
      const groupAt = (rows.group[at] as number) * GROUP_MARKS
      readFeed(world, seatOf[actor[at] as number] as number, groupAt, value[at] as number)
    } else if (code === NEED_CHANGED) {
      const levelAt = (seatOf[actor[at] as number] as number) * LEVELS
      changeNeed(world, levelAt, object[at] as number, value[at] as number)
    } else {
      applyRow(world, rows, at)
      ;({ levels } = world) // a newcomer may have made more room
    }
  }
}

const FEED_READ = KIND['feed-read']
const NEED_CHANGED = KIND['need-changed']
const NO_LEDGER = -1
const BY_CAUSE = -2

/** Which score of a member a kind of fact moves: position in LEVEL; by its cause for value; none for all others. */
const LEDGER_OF_KIND = new Int8Array(256).fill(NO_LEDGER)
LEDGER_OF_KIND[KIND['value-changed']] = BY_CAUSE
LEDGER_OF_KIND[KIND['trust-changed']] = LEVEL.trust
LEDGER_OF_KIND[KIND['fatigue-changed']] = LEVEL.fatigue
LEDGER_OF_KIND[KIND['label-changed']] = LEVEL.label
LEDGER_OF_KIND[KIND['belonging-changed']] = LEVEL.belonging
LEDGER_OF_KIND[KIND['product-trust-changed']] = LEVEL.productTrust
LEDGER_OF_KIND[KIND['windfall-changed']] = LEVEL.windfall
LEDGER_OF_KIND[KIND['member-trust-changed']] = LEVEL.memberTrust

/** Which stock of value a cause moves: position in LEVEL, by cause code; −1 for causes that move none. */
export const STOCK_OF_CAUSE = new Int8Array(32).fill(-1)
STOCK_OF_CAUSE[CAUSE.expectation] = LEVEL.expectation
STOCK_OF_CAUSE[CAUSE.content] = LEVEL.content
STOCK_OF_CAUSE[CAUSE.company] = LEVEL.company
STOCK_OF_CAUSE[CAUSE['soft-ads']] = LEVEL.softAds
STOCK_OF_CAUSE[CAUSE['hard-ads']] = LEVEL.hardAds
STOCK_OF_CAUSE[CAUSE.chatter] = LEVEL.chatter
STOCK_OF_CAUSE[CAUSE.overload] = LEVEL.overload
STOCK_OF_CAUSE[CAUSE.quarrel] = LEVEL.quarrel
STOCK_OF_CAUSE[CAUSE.packets] = LEVEL.packets
STOCK_OF_CAUSE[CAUSE.meeting] = LEVEL.company
STOCK_OF_CAUSE[CAUSE.favours] = LEVEL.company
STOCK_OF_CAUSE[CAUSE['check-ins']] = LEVEL.company
STOCK_OF_CAUSE[CAUSE.tasks] = LEVEL.quarrel

function applyRow(world: World, rows: Rows, at: number): void {
  const kind = rows.kind[at] as number
  const actor = rows.actor[at] as number
  const object = rows.object[at] as number
  const value = rows.value[at] as number
  const groupAt = (rows.group[at] as number) * GROUP_MARKS
  const marks = world.groupMarks
  switch (kind) {
    case KIND['message-posted']:
      return postMessage(world, rows, at)
    case KIND['reply-given']:
      return giveReply(world, rows, at)
    case KIND['message-ignored']:
      return learnAnswered(world, seatOf(world, actor), 0)
    case KIND['content-posted']:
      return postContent(world, rows, at)
    case KIND['ad-posted']:
      return postAd(world, rows, at)
    case KIND['member-joined']:
      return join(world, rows, at)
    case KIND['member-muted']: {
      const markAt = seatOf(world, actor) * MARKS
      world.marks[markAt + MARK.flags]! |= MUTED
      world.marks[markAt + MARK.mutedDay] = world.day
      return
    }
    case KIND['member-left']:
      leave(world, seatOf(world, actor), groupAt)
      return exposeOthers(world, seatOf(world, actor))
    case KIND['member-removed']:
      world.marks[seatOf(world, actor) * MARKS + MARK.flags]! |= REMOVED
      marks[groupAt + GROUP_MARK.removed]! += 1
      return leave(world, seatOf(world, actor), groupAt)
    case KIND['role-given']: {
      const isHelper = object === ROLE.helper
      world.marks[seatOf(world, actor) * MARKS + MARK.flags]! |= isHelper ? HELPER : FIGURE
      marks[groupAt + (isHelper ? GROUP_MARK.helpers : GROUP_MARK.figures)]! += 1
      return
    }
    case KIND['need-heard']:
      return believe(world, object, world.setting.rules.hearing)
    case KIND['belief-drifted']:
      return believe(world, object, value)
    case KIND['need-found']:
      world.ownerMarks[OWNER_MARK.found] = object + 1
      world.ownerMarks[OWNER_MARK.foundDay] = world.day
      return
    case KIND['pivot-made']:
      world.ownerMarks[OWNER_MARK.pivot] = object + 1
      return
    case KIND['favour-done']:
      return helpOther(world, seatOf(world, actor))
    case KIND['checked-in']:
      return checkIn(world, seatOf(world, actor) * MARKS, groupAt)
    case KIND['check-in-stopped']:
      world.marks[seatOf(world, actor) * MARKS + MARK.flags]! |= GAVE_UP
      return
    case KIND['fee-paid']:
      world.books[BOOK.fees]! += fen(value)
      world.books[BOOK.revenue]! += fen(value)
      world.books[BOOK.today]! += fen(value)
      return
    case KIND['order-placed']:
      return placeOrder(world, rows, at)
    case KIND['order-refunded']:
      world.marks[seatOf(world, actor) * MARKS + MARK.refunds]! += 1
      world.books[BOOK.refunded]! += fen(value)
      world.books[BOOK.today]! -= fen(value)
      return
    case KIND['product-tried']:
      world.marks[seatOf(world, actor) * MARKS + MARK.tried]! += 1
      if (value > 0) world.ownerMarks[OWNER_MARK.experiences]! += 1
      return
    case KIND['experience-told']: {
      const level =
        (rows.group[at] as number) * GROUP_LEVELS + (value > 0 ? GROUP_LEVEL.good : GROUP_LEVEL.bad)
      world.groupLevels[level]! += 1
      return
    }
    case KIND['cost-paid']:
      world.books[BOOK.costs + object]! += fen(value)
      world.books[BOOK.today]! -= fen(value)
      return
    case KIND['hours-worked']:
      world.books[BOOK.hours]! += value
      world.books[BOOK.hoursToday]! += value
      return
    case KIND['energy-changed']:
      world.ownerLevels[OWNER_LEVEL.energy]! += value
      return
    case KIND['margin-drawn']:
      world.ownerLevels[OWNER_LEVEL.margin] = value
      return
    case KIND['owner-tired']:
      world.ownerMarks[OWNER_MARK.isTired] = 1
      return
    case KIND['owner-recovered']:
      world.ownerMarks[OWNER_MARK.isTired] = 0
      return
    case KIND['shock-struck']:
      return strike(world, groupAt, object, value)
    case KIND['fork-opened']:
      world.ownerMarks[OWNER_MARK.stage] = object
      world.setting = world.later[object - 1] as WorldSetting
      return
    case KIND['phase-begun']:
      world.ownerMarks[OWNER_MARK.phase] = object
      return
    case KIND['tie-changed']:
      return tie(world, seatOf(world, actor), seatOf(world, object), value)
    case KIND['packet-sent']:
      if (actor >= 0) return // a member's gift is opened on the spot
      marks[groupAt + GROUP_MARK.packets]! += 1
      marks[groupAt + GROUP_MARK.packetFen]! += fen(value)
      marks[groupAt + GROUP_MARK.packetFact] = rows.base + at
      return
    case KIND['intruder-posted']:
      marks[groupAt + GROUP_MARK.intruders]! += 1
      marks[groupAt + GROUP_MARK.intruderFact] = rows.base + at
      return
    case KIND['meeting-held']: {
      const before = marks[groupAt + GROUP_MARK.meetingDay] as number
      if (before >= 0 && before < world.day) marks[groupAt + GROUP_MARK.meetingGap] = world.day - before
      marks[groupAt + GROUP_MARK.meetingDay] = world.day
      marks[groupAt + GROUP_MARK.meetings]! += 1
      return
    }
    case KIND['meeting-attended']:
      world.marks[seatOf(world, actor) * MARKS + MARK.meetings]! += 1
      return
    case KIND['member-woken']: {
      const markAt = seatOf(world, actor) * MARKS
      world.marks[markAt + MARK.flags]! &= ~MUTED
      world.marks[markAt + MARK.mutedDay] = -1
      return
    }
    case KIND['invitation-sent']: {
      const markAt = seatOf(world, actor) * MARKS
      world.marks[markAt + MARK.invited]! += 1
      if (value > 0) world.marks[markAt + MARK.accepted]! += 1
      world.marks[markAt + MARK.invitedDay] = world.day
      return
    }
    case KIND['price-learned']:
      world.marks[seatOf(world, actor) * MARKS + MARK.flags]! |= KNOWS_PRICE
      return
    case KIND['packet-claimed']:
    case KIND['join-refused']:
    case KIND['entry-declined']:
    case KIND['cue-given']:
    case KIND['blame-shared']:
      return // facts for readers; nothing in the world moves
    case KIND['day-closed']:
      return closeDay(world)
    default:
      throw new InvariantError(`a fact must be of a known kind, got code ${kind}`)
  }
}

function seatOf(world: World, person: number): number {
  return world.seatOf[person] as number
}

/** CNY as stored (32-bit) to whole fen. */
function fen(value: number): number {
  return Math.round(value * 100)
}

/**
 * What was expected gives way to what was read; the rows that follow add what it was worth. Help and value in a group
 * that shares values bind (R8).
 */
function readFeed(world: World, seat: number, groupAt: number, weight: number): void {
  const { levels, marks } = world
  const { rules } = world.setting
  const at = seat * LEVELS
  const bond =
    rules.bondOfTies * (levels[at + LEVEL.connected] as number) +
    rules.bondOfHelp * (levels[at + LEVEL.help] as number) +
    rules.bondOfValues * expectedValue(levels, seat)
  levels[at + LEVEL.belonging]! +=
    Math.min(1, rules.belongingRate * bond) * (1 - (levels[at + LEVEL.belonging] as number))
  const keep = 1 - weight
  fade(levels, at, keep)
  levels[at + LEVEL.habit]! += rules.habitRate * (1 - (levels[at + LEVEL.habit] as number))
  levels[at + LEVEL.help]! *= 0.5 // help is felt at the next opening, and half of what is left at each later one
  marks[seat * MARKS + MARK.openedDay] = world.day
  world.groupMarks[groupAt + GROUP_MARK.openers]! += 1
  const flags = marks[seat * MARKS + MARK.flags] as number
  if ((flags & (HELPER | FIGURE)) === 0) return
  if ((flags & HELPER) !== 0) world.groupMarks[groupAt + GROUP_MARK.helpersToday]! += 1
  if ((flags & FIGURE) !== 0) world.groupMarks[groupAt + GROUP_MARK.figuresToday]! += 1
}

/** A seat becomes empty for good. */
function leave({ marks, groupMarks, day }: World, seat: number, groupAt: number): void {
  const markAt = seat * MARKS
  marks[markAt + MARK.flags]! |= LEFT
  marks[markAt + MARK.leftDay] = day
  const flags = marks[markAt + MARK.flags] as number
  groupMarks[groupAt + GROUP_MARK.members]! -= 1
  if ((flags & HELPER) !== 0) groupMarks[groupAt + GROUP_MARK.helpers]! -= 1
  if ((flags & FIGURE) !== 0) groupMarks[groupAt + GROUP_MARK.figures]! -= 1
}

/** Those whom she knew see her go. */
function exposeOthers({ levels, ties, tieStrengths }: World, seat: number): void {
  for (let slot = seat * TIES; slot < seat * TIES + TIES && ties[slot] !== 0; slot++) {
    const at = ((ties[slot] as number) - 1) * LEVELS + LEVEL.exposure
    levels[at]! += (tieStrengths[slot] as number) * (1 - (levels[at] as number))
  }
}

/** One need moves, and with it how many are met: each in part, from `needFrom` on. Six sums, because it is a hot row. */
function changeNeed({ levels, setting: { rules } }: World, at: number, need: number, change: number): void {
  const needFrom = +rules.needFrom
  const needSpan = +rules.needSpan
  levels[at + LEVEL.certainty + need]! += change
  levels[at + LEVEL.needsMet] =
    cut(((levels[at + LEVEL.certainty] as number) - needFrom) / needSpan) +
    cut(((levels[at + LEVEL.variety] as number) - needFrom) / needSpan) +
    cut(((levels[at + LEVEL.significance] as number) - needFrom) / needSpan) +
    cut(((levels[at + LEVEL.connection] as number) - needFrom) / needSpan) +
    cut(((levels[at + LEVEL.growth] as number) - needFrom) / needSpan) +
    cut(((levels[at + LEVEL.contribution] as number) - needFrom) / needSpan)
}

/** The owner's belief moves a step towards a topic. */
function believe({ beliefs }: World, topic: number, step: number): void {
  for (let other = 0; other < beliefs.length; other++) beliefs[other]! *= 1 - step
  beliefs[topic]! += step
}

/** Help given to others is remembered for a while by who gave it. */
function helpOther({ levels, setting: { rules } }: World, seat: number): void {
  const at = seat * LEVELS + LEVEL.helped
  levels[at]! += rules.helpedStep * (1 - (levels[at] as number))
}

function checkIn({ marks, groupMarks, day }: World, markAt: number, groupAt: number): void {
  if ((marks[markAt + MARK.checkInFrom] as number) < 0) marks[markAt + MARK.checkInFrom] = day
  marks[markAt + MARK.checkedDay] = day
  marks[markAt + MARK.postedDay] = day
  groupMarks[groupAt + GROUP_MARK.onTopic]! += 1
}

/** Lets all stocks of value fade. Written out, because it is done to nearly everybody on every day. */
function fade(levels: Float32Array, at: number, keep: number): void {
  levels[at]! *= keep
  levels[at + 1]! *= keep
  levels[at + 2]! *= keep
  levels[at + 3]! *= keep
  levels[at + 4]! *= keep
  levels[at + 5]! *= keep
  levels[at + 6]! *= keep
  levels[at + 7]! *= keep
  levels[at + 8]! *= keep
}

function postMessage(world: World, rows: Rows, at: number): void {
  const person = rows.actor[at] as number
  const group = rows.group[at] as number
  const markAt = seatOf(world, person) * MARKS
  world.marks[markAt + MARK.postedDay] = world.day
  world.marks[markAt + MARK.posts]! += 1
  const groupAt = group * GROUP_MARKS
  const isOnTopic = (rows.value[at] as number) > 0
  world.groupMarks[groupAt + (isOnTopic ? GROUP_MARK.onTopic : GROUP_MARK.offTopic)]! += 1
  world.groupMarks[groupAt + GROUP_MARK.messageFact] = rows.base + at
  const next = world.groupMarks[groupAt + GROUP_MARK.posterNext] as number
  world.posters[group * POSTERS + next] = person
  world.groupMarks[groupAt + GROUP_MARK.posterNext] = (next + 1) % POSTERS
  if ((world.groupMarks[groupAt + GROUP_MARK.posterCount] as number) < POSTERS) {
    world.groupMarks[groupAt + GROUP_MARK.posterCount]! += 1
  }
}

function giveReply(world: World, rows: Rows, at: number): void {
  const answered = seatOf(world, rows.object[at] as number)
  const isOnTopic = (rows.value[at] as number) > 0
  learnAnswered(world, answered, 1)
  if (isOnTopic) world.levels[answered * LEVELS + LEVEL.help]! += world.setting.rules.helpPerReply
  const groupAt = (rows.group[at] as number) * GROUP_MARKS
  if ((rows.actor[at] as number) < 0) {
    world.groupMarks[groupAt + GROUP_MARK.ownAnswers]! += 1
    return
  }
  const helper = seatOf(world, rows.actor[at] as number)
  world.marks[helper * MARKS + MARK.postedDay] = world.day
  helpOther(world, helper)
  const trustAt = answered * LEVELS + LEVEL.memberTrust
  world.levels[trustAt]! += world.setting.rules.memberTrustPerReply * (1 - (world.levels[trustAt] as number))
  world.groupMarks[groupAt + (isOnTopic ? GROUP_MARK.onTopic : GROUP_MARK.offTopic)]! += 1
}

/** The share of own posts that get an answer, learned in steps of 1 ÷ (1 + posts/2) (K1). */
function learnAnswered(world: World, seat: number, outcome: number): void {
  const step = 1 / (1 + (world.marks[seat * MARKS + MARK.posts] as number) / 2)
  const at = seat * LEVELS + LEVEL.answered
  world.levels[at]! += step * (outcome - (world.levels[at] as number))
}

function postContent(world: World, rows: Rows, at: number): void {
  const group = rows.group[at] as number
  const topic = rows.object[at] as number
  world.groupMarks[group * GROUP_MARKS + GROUP_MARK.items]! += 1
  if ((rows.actor[at] as number) >= 0) world.groupMarks[group * GROUP_MARKS + GROUP_MARK.memberItems]! += 1
  world.groupMarks[group * GROUP_MARKS + GROUP_MARK.contentFact] = rows.base + at
  if (topic < 0) {
    world.groupMarks[group * GROUP_MARKS + GROUP_MARK.offItems]! += 1
    return
  }
  const topicAt = group * world.setting.topics + topic
  world.topicItems[topicAt]! += 1
  world.topicQuality[topicAt]! += rows.value[at] as number
}

function postAd(world: World, rows: Rows, at: number): void {
  const group = rows.group[at] as number
  const { offers } = world.setting
  const offer = rows.object[at] as number
  const offerAt = group * (offers + 1) + (offer < 0 ? offers : offer)
  world.offerAds[offerAt]! += 1
  world.offerSoft[offerAt]! += rows.value[at] as number
  world.groupMarks[group * GROUP_MARKS + GROUP_MARK.ads]! += 1
  world.groupMarks[group * GROUP_MARKS + GROUP_MARK.adFact] = rows.base + at
}

function join(world: World, rows: Rows, at: number): void {
  const seat = world.seats
  if ((seat + 1) * LEVELS > world.levels.length) addRoom(world)
  world.seats = seat + 1
  const person = rows.actor[at] as number
  const group = rows.group[at] as number
  world.seatOf[person] = seat
  const { rules } = world.setting
  const isBounty = rows.object[at] === SOURCE.bounty
  const levelAt = seat * LEVELS
  world.levels[levelAt + LEVEL.trust] = rows.value[at] as number
  world.levels[levelAt + LEVEL.habit] = rules.habitAtJoining * (isBounty ? 0.4 : 1)
  world.levels[levelAt + LEVEL.answered] = rules.answeredAtJoining
  world.levels[levelAt + LEVEL.productTrust] = rules.productTrustAtJoining
  const isKnown = rows.object[at] === SOURCE.friends || rows.object[at] === SOURCE.invitees
  world.levels[levelAt + LEVEL.memberTrust] = isKnown
    ? rules.memberTrustOfFriends
    : rules.memberTrustOfStrangers
  for (let need = 0; need < NEEDS.length; need++) {
    changeNeed(world, levelAt, need, rules.needsAtJoining)
  }
  const markAt = seat * MARKS
  for (const day of [
    MARK.openedDay,
    MARK.postedDay,
    MARK.orderedDay,
    MARK.mutedDay,
    MARK.leftDay,
    MARK.orderFact,
    MARK.invitedDay,
    MARK.checkInFrom,
    MARK.checkedDay,
  ]) {
    world.marks[markAt + day] = -1
  }
  world.marks[markAt + MARK.person] = person
  world.marks[markAt + MARK.group] = group
  world.marks[markAt + MARK.joinedDay] = world.day
  world.marks[markAt + MARK.source] = rows.object[at] as number
  world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members]! += 1
}

function addRoom(world: World): void {
  const levels = new Float32Array(world.levels.length * 2)
  levels.set(world.levels)
  world.levels = levels
  const marks = new Int32Array(world.marks.length * 2)
  marks.set(world.marks)
  world.marks = marks
  const ties = new Int32Array(world.ties.length * 2)
  ties.set(world.ties)
  world.ties = ties
  const tieStrengths = new Float32Array(world.tieStrengths.length * 2)
  tieStrengths.set(world.tieStrengths)
  world.tieStrengths = tieStrengths
}

/** Two members come closer, each by a step towards 1. */
function tie(world: World, one: number, other: number, step: number): void {
  tieTo(world, one, other, step)
  tieTo(world, other, one, step)
}

/** A member has room for TIES others; a new one takes the place of the weakest that is weaker. */
function tieTo({ ties, tieStrengths }: World, seat: number, other: number, step: number): void {
  const from = seat * TIES
  let weakest = from
  for (let slot = from; slot < from + TIES; slot++) {
    if (ties[slot] === other + 1) {
      tieStrengths[slot]! += step * (1 - (tieStrengths[slot] as number))
      return
    }
    if ((tieStrengths[slot] as number) < (tieStrengths[weakest] as number)) weakest = slot
  }
  if (step <= (tieStrengths[weakest] as number)) return
  ties[weakest] = other + 1
  tieStrengths[weakest] = step
}

function placeOrder(world: World, rows: Rows, at: number): void {
  const markAt = seatOf(world, rows.actor[at] as number) * MARKS
  world.marks[markAt + MARK.orders]! += 1
  world.marks[markAt + MARK.orderedDay] = world.day
  world.marks[markAt + MARK.orderFact] = rows.base + at
  world.marks[markAt + MARK.orderedOffer] = rows.object[at] as number
  const groupAt = (rows.group[at] as number) * GROUP_MARKS
  world.groupMarks[groupAt + GROUP_MARK.orders]! += 1
  world.groupMarks[groupAt + GROUP_MARK.orderedOffer] = (rows.object[at] as number) + 1
  world.groupMarks[groupAt + GROUP_MARK.orderFact] = rows.base + at
  const price = fen(rows.value[at] as number)
  world.books[BOOK.revenue]! += price
  world.books[BOOK.today]! += price
}

function strike(world: World, groupAt: number, shock: number, strength: number): void {
  const until = world.day + strength
  if (shock === SHOCK['owner-absent'] || shock === SHOCK['owner-ill']) {
    const away = world.ownerMarks[OWNER_MARK.awayUntil] as number
    if (until > away) world.ownerMarks[OWNER_MARK.awayUntil] = until
  } else if (shock === SHOCK.holiday) {
    world.ownerMarks[OWNER_MARK.holidayUntil] = until
  } else if (shock === SHOCK['purpose-ends']) {
    world.groupMarks[groupAt + GROUP_MARK.purposeEnded] = 1
  } else if (shock === SHOCK['packets-stop']) {
    world.ownerMarks[OWNER_MARK.packetsStopped] = 1
  } else if (shock === SHOCK['bad-batch']) {
    world.ownerMarks[OWNER_MARK.badUntil] = until
  } else if (shock === SHOCK['rival-opens']) {
    world.ownerLevels[OWNER_LEVEL.rival] = strength
  }
}

/** Below this a decaying score is gone; also keeps 32-bit floats out of the slow subnormal range. */
const TRACE = 1e-6

/** Decay with the factors of the header, then yesterday becomes the day before. */
function closeDay(world: World): void {
  const { groups, topics, offers } = world.setting
  decayMembers(world)
  fadeTies(world)
  for (let group = 0; group < groups; group++) closeGroup(world, group * GROUP_MARKS, group * GROUP_LEVELS)
  world.topicItems.fill(0, 0, groups * topics)
  world.topicQuality.fill(0, 0, groups * topics)
  world.offerAds.fill(0, 0, groups * (offers + 1))
  world.offerSoft.fill(0, 0, groups * (offers + 1))
  world.ownerMarks[OWNER_MARK.experiences] = 0
  world.books[BOOK.today] = 0
  world.books[BOOK.hoursToday] = 0
  world.day += 1
}

function decayMembers({ levels, marks, groupMarks, day, seats, setting: { rules } }: World): void {
  const keepFatigue = 1 - rules.fatigueDecay
  const keepLabel = 1 - rules.labelDecay
  const keepBelonging = 1 - rules.belongingDecay
  const keepHabit = 1 - rules.habitRate
  const keepWindfall = 1 - rules.windfallFading
  const keepUnread = 1 - rules.valueFadingUnread
  const keepSilent = 1 - rules.valueFadingSilent
  const keepExposure = 1 - rules.exposureFading
  const keepHelped = 1 - rules.helpedFading
  const { productTrustRate, productTrustShare } = rules
  let group = -1
  let keepValue = keepUnread
  for (let seat = 0; seat < seats; seat++) {
    const markAt = seat * MARKS
    if (((marks[markAt + MARK.flags] as number) & LEFT) !== 0) continue
    const at = seat * LEVELS
    const fatigue = levels[at + LEVEL.fatigue] as number
    if (fatigue !== 0) levels[at + LEVEL.fatigue] = decayed(fatigue, keepFatigue)
    const label = levels[at + LEVEL.label] as number
    if (label !== 0) levels[at + LEVEL.label] = decayed(label, keepLabel)
    const windfall = levels[at + LEVEL.windfall] as number
    if (windfall !== 0) levels[at + LEVEL.windfall] = decayed(windfall, keepWindfall)
    const exposure = levels[at + LEVEL.exposure] as number
    if (exposure !== 0) levels[at + LEVEL.exposure] = decayed(exposure, keepExposure)
    const helped = levels[at + LEVEL.helped] as number
    if (helped !== 0) levels[at + LEVEL.helped] = decayed(helped, keepHelped)
    levels[at + LEVEL.belonging] = decayed(levels[at + LEVEL.belonging] as number, keepBelonging)
    if (marks[markAt + MARK.openedDay] === day) {
      const gap =
        productTrustShare * (levels[at + LEVEL.trust] as number) - (levels[at + LEVEL.productTrust] as number)
      if (gap > 0) levels[at + LEVEL.productTrust]! += productTrustRate * gap
      continue
    }
    levels[at + LEVEL.habit] = decayed(levels[at + LEVEL.habit] as number, keepHabit)
    const own = marks[markAt + MARK.group] as number
    if (own !== group) {
      group = own
      keepValue = hadNothing(groupMarks, group) ? keepSilent : keepUnread
    }
    fade(levels, at, keepValue)
  }
}

/** Days for which somebody who wrote is in mind. */
const IN_MIND = 3
/** By seat, for the loop below: 1 where somebody is there, and where she is there and was heard of lately; else 0. */
let isThere = new Float64Array(1024)
let isHeard = new Float64Array(1024)

/**
 * Ties fade, less for those who looked in today; then how connected and how held each member is, for tomorrow: by those
 * whom she knows and who wrote lately, and by those who are there at all. Sums of products, because who is there and who
 * wrote cannot be foretold: a branch would be guessed wrong at every other tie.
 */
function fadeTies(world: World): void {
  const { levels, marks, ties, tieStrengths, day, seats } = world
  const { connectedHalf, heldHalf, tieFading, tieFadingOpened } = world.setting.rules
  const keepOpened = 1 - tieFadingOpened
  const keepUnread = 1 - tieFading
  noteStanding(world)
  const there = isThere // local ones: the columns may be replaced by larger ones, and not in here
  const heard = isHeard
  for (let seat = 0; seat < seats; seat++) {
    const first = seat * TIES
    if (ties[first] === 0 || there[seat] === 0) continue
    const keep = marks[seat * MARKS + MARK.openedDay] === day ? keepOpened : keepUnread
    let near = 0
    let present = 0
    for (let slot = first; slot < first + TIES; slot++) {
      const other = ties[slot] as number
      if (other === 0) break
      const kept = (tieStrengths[slot] as number) * keep
      const left = kept < TRACE ? 0 : kept
      tieStrengths[slot] = left
      present += left * (there[other - 1] as number)
      near += left * (heard[other - 1] as number)
    }
    const at = seat * LEVELS
    levels[at + LEVEL.connected] = near > 0 ? near / (near + connectedHalf) : 0
    levels[at + LEVEL.held] = present > 0 ? present / (present + heldHalf) : 0
  }
}

function noteStanding({ marks, day, seats }: World): void {
  if (isThere.length < seats) {
    isThere = new Float64Array(seats * 2)
    isHeard = new Float64Array(seats * 2)
  }
  const there = isThere
  const heard = isHeard
  const since = Math.max(0, day - IN_MIND + 1) // −1 stands for somebody who never wrote
  for (let seat = 0; seat < seats; seat++) {
    const markAt = seat * MARKS
    const present = 1 - Number(((marks[markAt + MARK.flags] as number) & LEFT) !== 0)
    there[seat] = present
    heard[seat] = present * Number((marks[markAt + MARK.postedDay] as number) >= since)
  }
}

function decayed(level: number, keep: number): number {
  const left = level * keep
  return left < TRACE ? 0 : left
}

/** Whether there was less than one message to read in the group today. */
function hadNothing(groupMarks: Int32Array, group: number): boolean {
  const at = group * GROUP_MARKS
  return (
    (groupMarks[at + GROUP_MARK.items] as number) +
      (groupMarks[at + GROUP_MARK.ads] as number) +
      (groupMarks[at + GROUP_MARK.intruders] as number) +
      (groupMarks[at + GROUP_MARK.packets] as number) +
      (groupMarks[at + GROUP_MARK.onTopicYesterday] as number) +
      (groupMarks[at + GROUP_MARK.offTopicYesterday] as number) <
    1
  )
}

/** Step a day of the smoothed number of posts (about ten days) and of helpers who look in (about three). */
const ITEMS_STEP = 0.1
const HELPERS_STEP = 0.3

/** A smoothed score takes a step towards today's number. */
function follow(levels: Float32Array, at: number, step: number, today: number): void {
  const level = (levels[at] as number) + step * (today - (levels[at] as number))
  levels[at] = level < TRACE ? 0 : level
}

function closeGroup(world: World, at: number, levelAt: number): void {
  const marks = world.groupMarks
  marks[at + GROUP_MARK.onTopicYesterday] = marks[at + GROUP_MARK.onTopic] as number
  marks[at + GROUP_MARK.offTopicYesterday] = marks[at + GROUP_MARK.offTopic] as number
  marks[at + GROUP_MARK.openersYesterday] = marks[at + GROUP_MARK.openers] as number
  marks[at + GROUP_MARK.ordersBefore] = marks[at + GROUP_MARK.ordersYesterday] as number
  marks[at + GROUP_MARK.ordersYesterday] = marks[at + GROUP_MARK.orders] as number
  const spam = levelAt + GROUP_LEVEL.spam
  world.groupLevels[spam] =
    decayed(world.groupLevels[spam] as number, 0.9) + 0.1 * (marks[at + GROUP_MARK.intruders] as number)
  follow(world.groupLevels, levelAt + GROUP_LEVEL.items, ITEMS_STEP, marks[at + GROUP_MARK.items] as number)
  follow(
    world.groupLevels,
    levelAt + GROUP_LEVEL.helpers,
    HELPERS_STEP,
    marks[at + GROUP_MARK.helpersToday] as number,
  )
  for (const today of [
    GROUP_MARK.items,
    GROUP_MARK.offItems,
    GROUP_MARK.ads,
    GROUP_MARK.onTopic,
    GROUP_MARK.offTopic,
    GROUP_MARK.openers,
    GROUP_MARK.orders,
    GROUP_MARK.ownAnswers,
    GROUP_MARK.intruders,
    GROUP_MARK.packets,
    GROUP_MARK.packetFen,
    GROUP_MARK.meetings,
    GROUP_MARK.helpersToday,
    GROUP_MARK.figuresToday,
    GROUP_MARK.memberItems,
  ]) {
    marks[at + today] = 0
  }
  world.groupLevels[levelAt + GROUP_LEVEL.good] = decayed(
    world.groupLevels[levelAt + GROUP_LEVEL.good] as number,
    1 - world.setting.rules.caseFading,
  )
  world.groupLevels[levelAt + GROUP_LEVEL.bad] = decayed(
    world.groupLevels[levelAt + GROUP_LEVEL.bad] as number,
    1 - world.setting.rules.warningFading,
  )
}
