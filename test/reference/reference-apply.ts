import type { KindName } from '../../sim/events/kinds.ts'
import { closeDay } from './reference-close.ts'
import {
  changeNeed,
  checkIn,
  giveReply,
  giveRole,
  join,
  learnAnswered,
  leave,
  postMessage,
  readFeed,
  rememberHelp,
  stockOf,
  vacate,
} from './reference-effects-members.ts'
import {
  believe,
  fen,
  followRules,
  holdMeeting,
  payCost,
  placeOrder,
  postAd,
  postContent,
  sendPacket,
  strike,
} from './reference-effects-owner.ts'
import type { NamedFact } from './reference-facts.ts'
import { add, tieTogether, type Score } from './reference-members.ts'
import { stored } from './reference-numbers.ts'
import { groupNamed, memberOf, type Run } from './reference-run.ts'

type Effect = (run: Run, fact: NamedFact) => void

/** What each kind of fact does to the state. Nothing else changes it. */
const EFFECTS: Readonly<Record<KindName, Effect>> = {
  'member-joined': join,
  'join-refused': nothing,
  'entry-declined': nothing,
  'fee-paid': ({ owner }, { value }) => {
    owner.revenue += fen(value)
    owner.today += fen(value)
  },
  'content-posted': postContent,
  'ad-posted': postAd,
  'feed-read': readFeed,
  'value-changed': (run, { actor, object, value }) => add(memberOf(run, actor), stockOf(object), value),
  'trust-changed': moves('trust'),
  'fatigue-changed': moves('fatigue'),
  'label-changed': moves('label'),
  'belonging-changed': moves('belonging'),
  'product-trust-changed': moves('productTrust'),
  'windfall-changed': moves('windfall'),
  'member-trust-changed': moves('memberTrust'),
  'need-changed': changeNeed,
  'message-posted': postMessage,
  'reply-given': giveReply,
  'message-ignored': (run, { actor }) => learnAnswered(memberOf(run, actor), 0),
  'favour-done': (run, { actor }) => rememberHelp(run, memberOf(run, actor)),
  'tie-changed': (run, { actor, object, value }) =>
    tieTogether(memberOf(run, actor), memberOf(run, Number(object)), value),
  'member-muted': (run, { actor }) => {
    memberOf(run, actor).mutedDay = run.day
  },
  'member-woken': (run, { actor }) => {
    memberOf(run, actor).mutedDay = null
  },
  'member-left': leave,
  'member-removed': (run, { actor }) => vacate(run, memberOf(run, actor)),
  'blame-shared': nothing,
  'role-given': giveRole,
  'order-placed': placeOrder,
  'order-refunded': (run, { actor, value }) => {
    memberOf(run, actor).refunds += 1
    run.owner.refunded += fen(value)
    run.owner.today -= fen(value)
  },
  'product-tried': (run, { actor, value }) => {
    memberOf(run, actor).tried += 1
    if (value > 0) run.owner.experiences += 1
  },
  'experience-told': (run, fact) => {
    const group = groupNamed(run, fact)
    if (fact.value > 0) group.good = stored(group.good + 1)
    else group.bad = stored(group.bad + 1)
  },
  'cost-paid': payCost,
  'hours-worked': nothing, // books of hours are kept for readers
  'energy-changed': ({ owner }, { value }) => {
    owner.energy = stored(owner.energy + value)
  },
  'margin-drawn': ({ owner }, { value }) => {
    owner.margin = value
  },
  'owner-tired': ({ owner }) => {
    owner.isTired = true
  },
  'owner-recovered': ({ owner }) => {
    owner.isTired = false
  },
  'shock-struck': strike,
  'fork-opened': (run, { object }) => {
    run.owner.stage = Number(object)
    followRules(run)
  },
  'phase-begun': ({ owner }, { object }) => {
    owner.phase = Number(object)
  },
  'packet-sent': sendPacket,
  'packet-claimed': nothing, // members' money is not in the books
  'intruder-posted': (run, fact) => {
    const group = groupNamed(run, fact)
    group.today.intruders += 1
    group.intruderFact = fact.seq
  },
  'meeting-held': holdMeeting,
  'meeting-attended': (run, { actor }) => {
    memberOf(run, actor).meetings += 1
  },
  'invitation-sent': (run, { actor }) => {
    memberOf(run, actor).invitedDay = run.day
  },
  'price-learned': (run, { actor }) => {
    memberOf(run, actor).knowsPrice = true
  },
  'need-heard': (run, { object }) => believe(run, Number(object), run.town.parameters.hearing),
  'belief-drifted': (run, { object, value }) => believe(run, Number(object), value),
  'need-found': ({ owner, day }, { object }) => {
    owner.found = Number(object) < 0 ? null : Number(object)
    owner.foundDay = day
  },
  'pivot-made': (run, { object }) => {
    run.owner.turnedTo = Number(object)
    followRules(run)
  },
  'cue-given': nothing,
  'checked-in': checkIn,
  'check-in-stopped': (run, { actor }) => {
    memberOf(run, actor).gaveUp = true
  },
  'day-closed': closeDay,
}

/** Applies a fact. */
export function applyFact(run: Run, fact: NamedFact): void {
  EFFECTS[fact.kind](run, fact)
}

function nothing(): void {}

function moves(score: Score): Effect {
  return (run, { actor, value }) => add(memberOf(run, actor), score, value)
}
