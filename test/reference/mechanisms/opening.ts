import { saturate } from '../../../sim/model/arithmetic.ts'
import { aliveIn, lureIn, messagesIn } from '../reference-feed.ts'
import { valueOf, type Member } from '../reference-members.ts'
import { daysSince, draw, groupOf, type Run } from '../reference-run.ts'

/** Whether a member opens her group today. */
export function opens(run: Run, member: Member): boolean {
  return draw(run, 'daily', member.person) < openingChance(run, member)
}

function openingChance(run: Run, member: Member): number {
  const { parameters } = run.town
  const messages = messagesIn(groupOf(run, member))
  if (messages === 0) return 0
  const available = saturate(messages, parameters.openingNeedsMessages)
  const drive = driveOf(run, member)
  const half = parameters.openingHalf
  let chance = drive > 0 ? (available * drive * drive) / (drive * drive + half * half) : 0
  if (member.mutedDay !== null) {
    chance *= parameters.mutedOpening / (1 + daysSince(run, member.mutedDay) / parameters.mutedFading)
  }
  if (daysSince(run, member.joinedDay) < 2) chance = Math.max(chance, parameters.openingFirstDays)
  return chance * (run.owner.holidayUntil > run.day ? parameters.holidayOpening : 1)
}

/** What draws her in, less what keeps her away. */
function driveOf(run: Run, member: Member): number {
  const { parameters, scenario } = run.town
  const group = groupOf(run, member)
  return (
    valueOf(member) +
    parameters.openingBelonging * member.belonging * aliveIn(group) +
    parameters.openingHabit * member.habit +
    parameters.openingCharisma * scenario.owner.charisma * member.trust +
    lureIn(run, group) * (0.35 + 0.65 * member.traits.windfallLove) -
    parameters.openingFatigue * member.fatigue -
    parameters.openingLabel * member.label
  )
}
