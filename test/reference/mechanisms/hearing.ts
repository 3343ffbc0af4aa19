import { saturate } from '../../../sim/model/arithmetic.ts'
import { effortOf } from '../reference-feed.ts'
import type { Member } from '../reference-members.ts'
import { mainPainOf } from '../reference-people.ts'
import { draw, phaseOf, record, type Run } from '../reference-run.ts'

/** A message that the owner may hear a need behind. */
interface Heard {
  readonly member: Member
  /** Its number among hers of today. */
  readonly index: number
  /** Its seq. */
  readonly message: number
}

/** Whether the owner hears what somebody needs: from her first message of a day. */
export function decideHearing(run: Run, { member, index, message }: Heard): void {
  const { listeningEffect, hearingChance, servedHalf } = run.town.parameters
  if (index > 0) return
  const asks = 1 - saturate(member.content, servedHalf)
  const chance = listeningEffect * hearingChance * phaseOf(run).listening * asks * effortOf(run)
  const { group, person: actor } = member
  const topic = mainPainOf(run.town, actor)
  if (draw(run, 'hearing', actor) >= chance || topic === run.town.topics.length) return
  record(run, 'need-heard', { group, actor, object: topic, cause: message })
}

/** Whether the owner answers with a pitch. */
export function isPitch(run: Run, { person }: Member, index: number): boolean {
  const { parameters, scenario } = run.town
  const chance = parameters.pitching * scenario.owner.stock * (1 - phaseOf(run).listening)
  return draw(run, 'hearing', person, 128 + (index % 128)) < chance
}
