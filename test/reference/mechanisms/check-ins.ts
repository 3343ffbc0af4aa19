import { saturate } from '../../../sim/model/arithmetic.ts'
import type { Member } from '../reference-members.ts'
import { daysSince, draw, openersIn, phaseOf, record, type Run } from '../reference-run.ts'

/** Who checks in today, and who gives up. */
export function decideCheckIns(run: Run): void {
  if (phaseOf(run).checkIns === 0) return
  for (const member of openersIn(run)) {
    if (member.gaveUp) continue
    if (member.checkedDay === null) decideBeginning(run, member)
    else decideGoingOn(run, member)
  }
}

/** How much company she has of those whom she knows and who checked in within three days. */
function buddiesOf(run: Run, { ties }: Member): number {
  const active = ties.filter(({ to }) => !to.hasLeft && daysSince(run, to.checkedDay) <= 3)
  const sum = active.reduce((total, { strength }) => total + strength, 0)
  return run.town.parameters.checkInEffect * saturate(sum, 0.25)
}

function decideBeginning(run: Run, member: Member): void {
  const { group, person: actor, traits } = member
  const begins = phaseOf(run).checkIns * run.town.parameters.checkInStart * traits.painInFocus
  if (draw(run, 'checkIns', actor) >= begins) return
  record(run, 'checked-in', { group, actor, value: buddiesOf(run, member) })
}

function decideGoingOn(run: Run, member: Member): void {
  const { checkInEffect, checkInStop, buddyShield, checkInValue } = run.town.parameters
  const { group, person: actor } = member
  const buddies = buddiesOf(run, member)
  // A day on which she did not look in is one on which she might have given up.
  const days = Math.max(1, daysSince(run, member.checkedDay))
  if (draw(run, 'checkIns', actor) < Math.min(1, checkInStop * days * (1 - buddyShield * buddies))) {
    record(run, 'check-in-stopped', { group, actor, value: buddies })
    return
  }
  const cause = record(run, 'checked-in', { group, actor, value: buddies })
  const value = checkInEffect * checkInValue
  if (value > 0) record(run, 'value-changed', { group, actor, object: 'check-ins', value, cause })
}
