import { newToday, type Group } from './reference-groups.ts'
import { add, STOCKS, type Member } from './reference-members.ts'
import { faded, stored } from './reference-numbers.ts'
import { talkIn } from './reference-feed.ts'
import { daysSince, groupOf, presentIn, type Run } from './reference-run.ts'

/** The day closes: what fades fades, ties are counted for tomorrow, today's counts become yesterday's. */
export function closeDay(run: Run): void {
  for (const member of presentIn(run)) fadeScores(run, member)
  for (const member of presentIn(run)) fadeTies(run, member)
  for (const group of run.groups) closeGroup(run, group)
  run.owner.experiences = 0
  run.owner.today = 0
  run.day += 1
}

function fadeScores(run: Run, member: Member): void {
  const { parameters } = run.town
  const fade = (
    score: 'fatigue' | 'label' | 'windfall' | 'exposure' | 'helped' | 'belonging',
    by: number,
  ) => {
    member[score] = stored(faded(member[score], 1 - by))
  }
  fade('fatigue', parameters.fatigueDecay)
  fade('label', parameters.labelDecay)
  fade('windfall', parameters.windfallFading)
  fade('exposure', parameters.exposureFading)
  fade('helped', parameters.helpedFading)
  fade('belonging', parameters.belongingDecay)
  if (member.openedDay === run.day) {
    const gap = parameters.productTrustShare * member.trust - member.productTrust
    if (gap > 0) add(member, 'productTrust', parameters.productTrustRate * gap)
    return
  }
  member.habit = stored(faded(member.habit, 1 - parameters.habitRate))
  const lost = hadNothing(groupOf(run, member)) ? parameters.valueFadingSilent : parameters.valueFadingUnread
  for (const stock of STOCKS) member[stock] = stored(member[stock] * (1 - lost))
}

/** Whether there was nothing to read. */
function hadNothing(group: Group): boolean {
  const { items, ads, intruders, packets } = group.today
  return items + ads + intruders + packets + talkIn(group) === 0
}

/** Days for which somebody who wrote is in mind. */
const IN_MIND = 3

/** Ties fade, less for who looked in; then how connected and how held she is tomorrow. */
function fadeTies(run: Run, member: Member): void {
  const { tieFading, connectedHalf, heldHalf } = run.town.parameters
  if (member.ties.length === 0) return
  const fading = member.openedDay === run.day ? 0.3 * tieFading : tieFading
  let toPresent = 0
  let toHeard = 0
  for (const tie of member.ties) {
    const left = faded(tie.strength, 1 - fading)
    tie.strength = stored(left)
    if (tie.to.hasLeft) continue
    toPresent += left
    if (daysSince(run, tie.to.postedDay) < IN_MIND) toHeard += left
  }
  member.connected = stored(toHeard > 0 ? toHeard / (toHeard + connectedHalf) : 0)
  member.held = stored(toPresent > 0 ? toPresent / (toPresent + heldHalf) : 0)
}

function closeGroup({ town }: Run, group: Group): void {
  const { today } = group
  const { caseFading, warningFading } = town.parameters
  group.onTopicYesterday = today.onTopic
  group.offTopicYesterday = today.offTopic
  group.ordersBefore = group.ordersYesterday
  group.ordersYesterday = today.orders
  group.spam = stored(faded(group.spam, 0.9) + 0.1 * today.intruders)
  group.itemsSmoothed = followed(group.itemsSmoothed, { step: 0.1, to: today.items })
  group.helpersSmoothed = followed(group.helpersSmoothed, { step: 0.3, to: today.helpers })
  group.good = stored(faded(group.good, 1 - caseFading))
  group.bad = stored(faded(group.bad, 1 - warningFading))
  group.today = newToday({ topics: town.topics.length, offers: town.offers.length })
}

/** A smoothed number takes a step towards today's. */
function followed(level: number, { step, to }: { readonly step: number; readonly to: number }): number {
  return stored(faded(level + step * (to - level), 1))
}
