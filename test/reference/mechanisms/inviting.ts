import { cut, hill, saturate } from '../../../sim/model/arithmetic.ts'
import { valueOf, type Member } from '../reference-members.ts'
import { placeOf } from '../reference-numbers.ts'
import { contactsOf, painsOf, strongestInFocus } from '../reference-people.ts'
import { daysSince, draw, hasSeat, openersIn, phaseOf, record, type Run } from '../reference-run.ts'
import { admit, isFull, type Newcomer } from './arrivals.ts'
import { paysFee } from './fees.ts'

/** Somebody who asks somebody else to come. */
interface Wish {
  readonly inviter: Member
  readonly contact: number
  readonly isForReward: boolean
}

/** Who invites whom today, and who comes: in the order of drawn times, and each person only once. */
export function decideInviting(run: Run): void {
  const timeOf = ({ inviter }: Wish) => draw(run, 'inviting', inviter.person, 2)
  const wishes = openersIn(run)
    .flatMap((member) => wishesOf(run, member))
    .sort((a, b) => timeOf(a) - timeOf(b) || a.inviter.person - b.inviter.person)
  const joining: Newcomer[] = []
  for (const [place, wish] of wishes.entries()) {
    const isFirst = wishes.findIndex(({ contact }) => contact === wish.contact) === place
    if (isFirst) decideAnswer(run, wish, joining)
  }
}

/** Whom she invites: nobody or one. */
function wishesOf(run: Run, inviter: Member): Wish[] {
  const { person } = inviter
  const u = draw(run, 'inviting', person)
  const wish = wishOf(run, inviter)
  if (u >= wish + rewardWishOf(run, inviter)) return []
  const contacts = contactsOf(run.town, person)
  const contact = placeOf(contacts, Math.floor(contacts.length * draw(run, 'inviting', person, 1)))
  if (contact === person || hasSeat(run, contact)) return []
  return [{ inviter, contact, isForReward: u >= wish }]
}

/** Chance to invite somebody unasked. */
function wishOf(run: Run, member: Member): number {
  const { parameters } = run.town
  const { trust, belonging, orders, contribution } = member
  const slowing = 1 + parameters.invitingFading * daysSince(run, member.joinedDay)
  const ofNew = (parameters.inviting * parameters.invitingNew * valueOf(member)) / (slowing * slowing)
  const giving = 1 + parameters.needsEffect * parameters.invitingOfGivers * contribution
  const fan =
    parameters.invitingFans * hill(trust, 0.55) * (1 + Math.min(3, orders)) * (0.3 + belonging) * giving
  const again = daysSince(run, member.invitedDay) <= 2 ? parameters.invitingAgain : 0
  return ofNew * saturate(trust, 0.3) + parameters.inviting * (fan + again)
}

/** Chance to invite somebody for the reward. */
function rewardWishOf(run: Run, { traits }: Member): number {
  const { inviting, invitingReward } = run.town.parameters
  return hasReward(run) ? inviting * invitingReward * (0.2 + traits.windfallLove) : 0
}

function hasReward({ town }: Run): boolean {
  const { reward, to } = town.scenario.invitations
  return reward > 0 && to !== 'none'
}

function decideAnswer(run: Run, { inviter, contact, isForReward }: Wish, joining: Newcomer[]): void {
  const { parameters } = run.town
  const { group, person } = inviter
  const accepts = draw(run, 'accepting', contact) < acceptanceOf(run, { inviter, contact, isForReward })
  const cause = record(run, 'invitation-sent', {
    ...{ group, actor: person, object: contact },
    value: accepts ? 1 : 0,
  })
  if (!accepts) return
  const isHunter = isForReward && draw(run, 'accepting', contact, 1) < parameters.bountyShare
  const source = isHunter ? 'bounty' : 'invitees'
  const who = { group, actor: contact, object: source, cause }
  if (isFull(run, group, joining)) {
    record(run, 'join-refused', who)
  } else if (!paysFee(run, contact, group)) {
    record(run, 'entry-declined', { ...who, value: phaseOf(run).entryFee })
  } else {
    const inherited = parameters.inheritedTrust * parameters.trustOfInviter * inviter.trust
    const trust = isHunter ? parameters.trustOfBounty : cut(parameters.trustOfInvitees + inherited)
    const newcomer = { person: contact, group, source, trust } as const
    joining.push(newcomer)
    welcome(run, { newcomer, inviter, invitation: cause })
  }
}

function acceptanceOf(run: Run, { inviter, contact, isForReward }: Wish): number {
  const { accepting, acceptingReward } = run.town.parameters
  if (isForReward) return acceptingReward
  const strongest = strongestInFocus(run.town, painsOf(run.town, contact), inviter.group)
  return accepting * (0.35 + 1.2 * strongest + 0.3 * valueOf(inviter))
}

interface Welcome {
  readonly newcomer: Newcomer
  readonly inviter: Member
  readonly invitation: number
}

/** She joins, is tied to whom she came through, and the owner pays. Invitees of one evening do not know each other. */
function welcome(run: Run, { newcomer, inviter, invitation }: Welcome): void {
  const { tieEffect, inviterTie } = run.town.parameters
  const { reward, to } = run.town.scenario.invitations
  const { group, person: actor } = newcomer
  const joined = admit(run, newcomer, { invitation, together: [] })
  const tie = tieEffect * inviterTie
  if (tie > 0) {
    record(run, 'tie-changed', { group, actor, object: inviter.person, value: tie, cause: joined })
  }
  if (!hasReward(run)) return
  const value = to === 'both' ? 2 * reward : reward
  record(run, 'cost-paid', { group, object: 'rewards', value, cause: invitation })
}
