import { saturate } from '../../../sim/model/arithmetic.ts'
import { effortOf, helpingIn, isAway } from '../reference-feed.ts'
import type { Group } from '../reference-groups.ts'
import { stored } from '../reference-numbers.ts'
import { phaseOf, record, type Run } from '../reference-run.ts'
import { hoursOfPost, LOOKING_IN } from './owner-work.ts'
import { serviceHoursOf } from './service.ts'

/** Hours, margin and energy of today. */
export function decideOwnerLedger(run: Run): void {
  const hours = hoursToday(run)
  const worked = hours > 0 ? record(run, 'hours-worked', { value: hours }) : -1
  const margin = run.owner.margin + 0.033 * (run.owner.today / 100 - run.owner.margin)
  if (margin !== run.owner.margin) record(run, 'margin-drawn', { value: margin })
  let energy = run.owner.energy
  let cause = -1
  for (const [object, change] of changesOf(run, hours, margin)) {
    if (change === 0) continue
    cause = record(run, 'energy-changed', { object, value: change, cause: worked })
    energy = stored(energy + stored(change))
  }
  decideTiredness(run, energy, cause)
}

/** What work takes, and margin and thanks give back: never more than there is room for. */
function changesOf(run: Run, hours: number, margin: number) {
  const { parameters } = run.town
  const { energy } = run.owner
  const room = 1 - energy
  const ofMargin = Math.min(
    room,
    parameters.energyOfMargin * room * saturate(margin, parameters.energyMarginHalf),
  )
  const ofThanks = parameters.energyOfThanks * room * saturate(thanksToday(run), 15)
  const left = 1 - stored(energy + stored(ofMargin))
  return [
    ['work', -energy * Math.min(1, parameters.ownerFatigue * parameters.energyPerHour * hours)],
    ['margin', ofMargin],
    ['thanks', Math.min(left, ofThanks)],
  ] as const
}

function hoursToday(run: Run): number {
  if (isAway(run)) return 0
  return run.groups.reduce((hours, group) => hours + hoursIn(run, group), LOOKING_IN)
}

function hoursIn(run: Run, group: Group): number {
  const { today, members } = group
  const relief = 1 - run.town.parameters.roleRelief * helpingIn(run, group)
  return (
    hoursOfPost(run) * (today.items - today.memberItems) +
    0.05 * today.ads +
    0.03 * today.packets +
    3 * today.meetings +
    0.02 * today.ownAnswers +
    0.004 * phaseOf(run).moderation * effortOf(run) * relief * members +
    today.orders * serviceHoursOf(run, group.lastOrder?.offer)
  )
}

/** Signs that it is worth it: good experiences, talk on topic, own answers. */
function thanksToday({ owner, groups }: Run): number {
  return groups.reduce(
    (sum, { today }) => sum + 0.1 * today.onTopic + 0.3 * today.ownAnswers,
    owner.experiences,
  )
}

function decideTiredness(run: Run, energy: number, cause: number): void {
  const { tiredBelow, freshAbove } = run.town.parameters
  const { isTired } = run.owner
  if (!isTired && energy < tiredBelow) record(run, 'owner-tired', { value: energy, cause })
  if (isTired && energy > (tiredBelow + freshAbove) / 2) {
    record(run, 'owner-recovered', { value: energy, cause })
  }
}
