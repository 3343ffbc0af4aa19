import { saturate } from '../../../sim/model/arithmetic.ts'
import { effortOf, helpersShare, helpingIn } from '../reference-feed.ts'
import { NOBODY } from '../reference-facts.ts'
import type { Group } from '../reference-groups.ts'
import type { Member } from '../reference-members.ts'
import { placeOf } from '../reference-numbers.ts'
import { mainPainOf } from '../reference-people.ts'
import { draw, groupOf, memberOf, openersIn, phaseOf, record, type Run } from '../reference-run.ts'
import { decideFavour } from './favours.ts'
import { decideHearing, isPitch } from './hearing.ts'
import { onTopicChance, POSTS_MAX, postsToday } from './writing.ts'

/** A message that is written today. */
interface Post {
  readonly member: Member
  /** Its number among hers of today. */
  readonly index: number
  /** When in the day it is written, 0–1. */
  readonly time: number
  readonly isOnTopic: boolean
}

/** What is written and answered today, group by group, in the order of drawn times. */
export function decideTalking(run: Run): void {
  for (const post of openersIn(run)
    .flatMap((member) => postsOf(run, member))
    .sort(inOrder)) {
    decidePost(run, post)
  }
}

function postsOf(run: Run, member: Member): Post[] {
  const chance = onTopicChance(run, member)
  return Array.from({ length: postsToday(run, member) }, (_, index) => ({
    member,
    index,
    time: draw(run, 'arrivalTime', member.person, index),
    isOnTopic: draw(run, 'onTopic', member.person, index) < chance,
  }))
}

function inOrder(a: Post, b: Post): number {
  return (
    a.member.group - b.member.group ||
    a.time - b.time ||
    a.member.person - b.member.person ||
    a.index - b.index
  )
}

/** One message, and whether the owner, a member or nobody answers it. */
function decidePost(run: Run, post: Post): void {
  const { member, index } = post
  const { group, person } = member
  const value = post.isOnTopic ? 1 : 0
  const message = record(run, 'message-posted', { group, actor: person, value })
  decideHearing(run, { member, index, message })
  const { first, any } = answersIn(run, groupOf(run, member))
  const u = draw(run, 'answer', person, index)
  const helper = u >= first && u < any ? answererOf(run, post) : null
  if (u >= any || (u >= first && helper === null)) {
    record(run, 'message-ignored', { group, actor: person, cause: message })
    return
  }
  const actor = helper === null ? NOBODY : helper.person
  const reply = record(run, 'reply-given', { group, actor, object: person, value, cause: message })
  const { belongingPerReply, belongingPerPeer } = run.town.parameters
  moveBelonging(run, member, { step: belongingPerReply + (helper === null ? 0 : belongingPerPeer), reply })
  if (helper === null) decideOwnersAnswer(run, post, reply)
  else decideMembersAnswer(run, post, { helper, reply })
}

/** Chance that the owner answers, and that anybody does. */
function answersIn(run: Run, group: Group) {
  const { ownerAnswers, peerAnswers, roleRelief, roleEffect } = run.town.parameters
  const { answers, reciprocity } = phaseOf(run)
  const byOwner = ownerAnswers * (answers * effortOf(run)) * (1 - roleRelief * helpingIn(run, group))
  const care = 0.9 * reciprocity + 0.4 * roleEffect * helpersShare(group)
  const byMember = Math.min(0.95, peerAnswers * saturate(group.today.openers, 25) * (0.35 + 0.65 * care))
  const any = 1 - (1 - byOwner) * (1 - byMember)
  // Where nobody answers there is nothing to share out.
  const first = any * (byOwner / Math.max(byOwner + byMember, 1e-9))
  return { first, any }
}

/** The first of those who posted lately, from a drawn place on, who opened today and is not the asker. */
function answererOf(run: Run, { member, index }: Post): Member | null {
  const { posters } = groupOf(run, member)
  const start = Math.floor(posters.length * draw(run, 'answerer', member.person, index))
  for (let step = 0; step < posters.length; step++) {
    const poster = memberOf(run, placeOf(posters, (start + step) % posters.length))
    if (poster !== member && poster.openedDay === run.day && !poster.hasLeft) return poster
  }
  return null
}

function moveBelonging(
  run: Run,
  { group, person: actor, belonging }: Member,
  { step, reply }: { readonly step: number; readonly reply: number },
): void {
  const value = step * (1 - belonging)
  record(run, 'belonging-changed', { group, actor, object: 'answers', value, cause: reply })
}

function decideMembersAnswer(
  run: Run,
  { member }: Post,
  { helper, reply }: { readonly helper: Member; readonly reply: number },
): void {
  const { parameters } = run.town
  const { group, person } = member
  moveBelonging(run, helper, { step: parameters.belongingOfHelper, reply })
  const isAlike = mainPainOf(run.town, helper.person) === mainPainOf(run.town, person)
  const likeness = isAlike ? 1 : 1 - parameters.attributeEffect * parameters.attributeTies
  const closer = parameters.tieEffect * parameters.tieGrowth * (0.5 + phaseOf(run).reciprocity) * likeness
  if (closer > 0) {
    record(run, 'tie-changed', { group, actor: helper.person, object: person, value: closer, cause: reply })
  }
  decideFavour(run, { group, giver: helper.person, receiver: person, reply })
}

/** An answer of the owner builds trust, unless it is a pitch, which tires. */
function decideOwnersAnswer(run: Run, { member, index }: Post, reply: number): void {
  const { parameters } = run.town
  const { group, person: actor } = member
  if (isPitch(run, member, index)) {
    const step = Math.min(1 / (POSTS_MAX + 1), parameters.adHarm * parameters.fatiguePerAd)
    const value = step * (1 - member.fatigue)
    if (value > 0) record(run, 'fatigue-changed', { group, actor, object: 'hard-ads', value, cause: reply })
    return
  }
  const room = parameters.trustCeilingOnline - member.trust
  if (room <= 0 || parameters.trustGrowth === 0) return
  const value = parameters.trustGrowth * parameters.trustPerAnswer * room
  record(run, 'trust-changed', { group, actor, object: 'answers', value, cause: reply })
}
