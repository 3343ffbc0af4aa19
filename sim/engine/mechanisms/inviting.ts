// Members bring others: most in their first days, out of what they expect and trust; later a thin stream from those who
// trust, bought and belong, and again soon after an invitation (R12, B36; K5). An invitee inherits part of the trust and
// is tied to whom she came through. A reward makes more people invite and more accept, most of whom come for the
// reward (P40). Simplified: contacts are a ring of neighbours and a few others; one invitation a day.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { cut, hill, saturate } from '../../model/arithmetic.ts'
import { COST, SOURCE } from '../../model/causes.ts'
import { TRAIT } from '../../model/person.ts'
import { expectedValue, GROUP_MARK, GROUP_MARKS, LEVEL, LEVELS, MARK, MARKS } from '../../model/world.ts'
import { contactOf, CONTACTS } from '../contacts.ts'
import { drawsOf, openersToday } from '../daily-draws.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { strongestInFocus } from '../people.ts'
import { phaseToday, type Simulation } from '../simulation.ts'
import { admit, paysFee } from './arrivals.ts'

const OWNER = -1

/** Who invites whom today, and who comes. */
export function decideInviting(simulation: Simulation): void {
  const { world, town } = simulation
  if (town.parameters.inviting === 0) return
  const openers = openersToday(simulation)
  const draws = drawsOf(simulation, PURPOSE.inviting, openers)
  const wishes: Wish[] = []
  const { levels, marks, day } = world
  const ceiling = wishOfOld(simulation)
  // wishOfNew written out, with `+` to say that these are numbers: every opener is asked.
  const perValue = town.parameters.inviting * town.parameters.invitingNew
  const invitingFading = +town.parameters.invitingFading
  for (let n = 0; n < openers.count; n++) {
    const u = draws[n] as number
    const seat = openers.seats[n] as number
    const slowing = 1 + invitingFading * (day - (marks[seat * MARKS + MARK.joinedDay] as number))
    // Most draws lie above what anybody could come to: nothing more needs to be known of them.
    if (u >= ceiling + (perValue * expectedValue(levels, seat)) / (slowing * slowing)) continue
    const person = openers.persons[n] as number
    const wish = inviteWish(simulation, seat)
    if (u >= wish + rewardWish(simulation, seat)) continue
    const which = Math.floor(CONTACTS * uniform(town.dice, PURPOSE.inviting, person, world.day, 1))
    const contact = contactOf(town, person, which)
    // Nobody is asked who is or was there.
    if (contact === person || (world.seatOf[contact] as number) >= 0) continue
    const time = uniform(town.dice, PURPOSE.inviting, person, world.day, 2)
    wishes.push({ seat, person, contact, time, isForReward: u >= wish })
  }
  decideAnswers(simulation, wishes)
}

/** Somebody who is about to invite somebody else. */
interface Wish {
  readonly seat: number
  readonly person: number
  readonly contact: number
  /** When in the day she asks, 0–1. */
  readonly time: number
  readonly isForReward: boolean
}

/** In the order of their times; whoever was asked already today is not asked again. */
function decideAnswers(simulation: Simulation, wishes: readonly Wish[]): void {
  const joining = new Int32Array(simulation.world.setting.groups)
  const invited = new Set<number>()
  for (const wish of wishes.toSorted((a, b) => a.time - b.time || a.person - b.person)) {
    if (invited.has(wish.contact)) continue
    invited.add(wish.contact)
    decideAnswer(simulation, { ...wish, joining })
  }
}

/** The most that the wishes of somebody who has been there for long, and of one who wants the reward, can come to. */
function wishOfOld({ town }: Simulation): number {
  const { inviting, invitingFans, invitingAgain, invitingReward, invitingOfGivers } = town.parameters
  const { reward, to } = town.scenario.invitations
  const ofReward = reward > 0 && to !== 'none' ? 1.2 * invitingReward : 0
  return inviting * (4 * 1.3 * (1 + invitingOfGivers) * invitingFans + invitingAgain + ofReward)
}

/** The most that the wish of a newcomer can come to: at full trust. */
function wishOfNew({ world, town }: Simulation, seat: number): number {
  const { inviting, invitingNew, invitingFading } = town.parameters
  const age = world.day - (world.marks[seat * MARKS + MARK.joinedDay] as number)
  const slowing = 1 + invitingFading * age
  return (inviting * invitingNew * expectedValue(world.levels, seat)) / (slowing * slowing)
}

/** Chance a day to invite somebody unasked. */
function inviteWish(simulation: Simulation, seat: number): number {
  const { world, town } = simulation
  const { parameters } = town
  const trust = world.levels[seat * LEVELS + LEVEL.trust] as number
  const orders = Math.min(3, world.marks[seat * MARKS + MARK.orders] as number)
  const belonging = world.levels[seat * LEVELS + LEVEL.belonging] as number
  const before = world.marks[seat * MARKS + MARK.invitedDay] as number
  // Who has come to give to others passes the group on (E33).
  const giving =
    1 +
    parameters.needsEffect *
      parameters.invitingOfGivers *
      (world.levels[seat * LEVELS + LEVEL.contribution] as number)
  const fan = parameters.invitingFans * hill(trust, 0.55) * (1 + orders) * (0.3 + belonging) * giving
  const again = before >= 0 && world.day - before <= 2 ? parameters.invitingAgain : 0
  return wishOfNew(simulation, seat) * saturate(trust, 0.3) + parameters.inviting * (fan + again)
}

/** Chance a day to invite somebody for the owner's reward. */
function rewardWish({ town, people }: Simulation, seat: number): number {
  const { reward, to } = town.scenario.invitations
  if (reward === 0 || to === 'none') return 0
  const love = people.traits[seat * people.stride + TRAIT.windfallLove] as number
  return town.parameters.inviting * town.parameters.invitingReward * (0.2 + love)
}

interface Invitation extends Wish {
  /** Who has joined each group this evening. */
  readonly joining: Int32Array
}

function decideAnswer(
  simulation: Simulation,
  { seat, person, contact, isForReward, joining }: Invitation,
): void {
  const { world, town, rows } = simulation
  const { parameters } = town
  const group = world.marks[seat * MARKS + MARK.group] as number
  const draw = (index: number) => uniform(town.dice, PURPOSE.accepting, contact, world.day, index)
  const chance = isForReward
    ? parameters.acceptingReward
    : parameters.accepting *
      (0.35 + 1.2 * strongestInFocus(town, contact, group) + 0.3 * expectedValue(world.levels, seat))
  const members = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number
  const accepts = draw(0) < chance
  const sent = record(rows, KIND['invitation-sent'], group, person, contact, accepts ? 1 : 0, -1)
  if (!accepts) return
  const isHunter = isForReward && draw(1) < parameters.bountyShare
  const source = isHunter ? SOURCE.bounty : SOURCE.invitees
  if (members + (joining[group] as number) >= town.scenario.community.capacity) {
    record(rows, KIND['join-refused'], group, contact, source, 0, sent)
    return
  }
  if (!paysFee(simulation, contact, group)) {
    record(rows, KIND['entry-declined'], group, contact, source, phaseToday(simulation).entryFee, sent)
    return
  }
  joining[group]! += 1
  const inherited = parameters.inheritedTrust * parameters.trustOfInviter * trustOf(world.levels, seat)
  const trust = isHunter ? parameters.trustOfBounty : cut(parameters.trustOfInvitees + inherited)
  const joined = admit(simulation, { person: contact, group, source, trust, cause: sent })
  const tie = parameters.tieEffect * parameters.inviterTie
  if (tie > 0) record(rows, KIND['tie-changed'], group, contact, person, tie, joined)
  decideReward(simulation, group, sent)
}

function trustOf(levels: Float32Array, seat: number): number {
  return levels[seat * LEVELS + LEVEL.trust] as number
}

/** What the owner pays for somebody who came. */
function decideReward({ town, rows }: Simulation, group: number, sent: number): void {
  const { reward, to } = town.scenario.invitations
  if (reward === 0 || to === 'none') return
  record(rows, KIND['cost-paid'], group, OWNER, COST.rewards, to === 'both' ? 2 * reward : reward, sent)
}
