import { saturate } from '../../../sim/model/arithmetic.ts'
import { NEEDS } from '../../../sim/model/needs.ts'
import { rulesFeltIn, talkIn } from '../reference-feed.ts'
import type { Group } from '../reference-groups.ts'
import type { Member } from '../reference-members.ts'
import { daysSince, groupOf, phaseOf, presentIn, record, type Run } from '../reference-run.ts'
import { isHerDay } from './her-day.ts'

/** Who takes stock today, and what of. */
export function decideNeeds(run: Run): void {
  const { needsEffect, needStep, needFading, needNoticeable } = run.town.parameters
  if (needsEffect === 0) return
  for (const member of presentIn(run)) {
    const { group, person: actor } = member
    if (!isHerDay(run, actor)) continue
    const hasLookedIn = daysSince(run, member.openedDay) < 7
    const given = givenTo(run, member)
    for (const need of NEEDS) {
      const value = hasLookedIn ? needStep * (given[need] - member[need]) : -needFading * member[need]
      if (Math.abs(value) < needNoticeable) continue
      record(run, 'need-changed', { group, actor, object: need, value })
    }
  }
}

/** What the group gives a member of each need, 0–1. */
function givenTo(run: Run, member: Member): Readonly<Record<(typeof NEEDS)[number], number>> {
  const { cueEffect } = run.town.parameters
  const { answers, identityCue } = phaseOf(run)
  const group = groupOf(run, member)
  const plain = run.town.scenario.community.positioning.clarity * steadyIn(group)
  const role = member.isHelper || member.isFigure ? 1 : 0
  const heard = member.answered * saturate(member.posts, 3)
  return {
    certainty: 0.55 * rulesFeltIn(run, group) + 0.45 * plain * member.traits.painInFocus,
    variety: noveltyIn(run, group),
    significance: Math.min(1, 0.7 * role + 0.35 * heard + 0.15 * answers + 0.2 * (cueEffect * identityCue)),
    connection: Math.min(1, 0.7 * member.connected + 0.6 * member.belonging),
    growth: saturate(member.content, 0.2),
    contribution: Math.min(1, 0.8 * saturate(member.helped, 0.3) + 0.4 * role),
  }
}

/** How steadily there are posts. */
function steadyIn({ itemsSmoothed }: Group): number {
  return saturate(itemsSmoothed, 0.5)
}

/** What surprises: lively posts, talk. What is not amusing surprises nobody twice. */
function noveltyIn(run: Run, group: Group): number {
  const { fun } = phaseOf(run).content
  return 0.75 * fun * steadyIn(group) * (fun <= 0.35 ? 0.5 : 1) + 0.25 * saturate(talkIn(group), 15)
}
