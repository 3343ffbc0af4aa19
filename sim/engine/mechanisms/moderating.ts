// Some members sell something themselves and advertise it where no rules are felt (C17); whoever keeps order removes them
// (C04, R15). Where there are no rules to point to, the others take a removal amiss: rules bind members, and make it
// legitimate that they are kept (C07). Simplified: one ad is enough; a removed member does not come back.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { CAUSE } from '../../model/causes.ts'
import { TRAIT } from '../../model/person.ts'
import { LEFT, LEVEL, LEVELS, MARK, MARKS } from '../../model/world.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { rulesFelt } from '../feed.ts'
import { moderationIn, type Simulation } from '../simulation.ts'

/** Which members advertise today, who is removed for it, and what the others think of that. */
export function decideModerating(simulation: Simulation): void {
  const { world, town, people } = simulation
  const { memberAds, memberAdRate } = town.parameters
  const { marks, day } = world
  // On the first morning nobody looked in the day before: the mark of those who never did, −1, is no day.
  if (memberAds === 0 || day === 0) return
  for (let group = 0; group < world.setting.groups; group++) {
    const rules = rulesFelt(simulation, group)
    const chance = memberAds * memberAdRate * (1 - rules) * (1 - rules)
    if (chance === 0) continue
    const removed = new Set<number>()
    for (let seat = 0; seat < world.seats; seat++) {
      const markAt = seat * MARKS
      if (people.traits[seat * people.stride + TRAIT.isSeller] === 0) continue
      if (marks[markAt + MARK.group] !== group || ((marks[markAt + MARK.flags] as number) & LEFT) !== 0)
        continue
      if (marks[markAt + MARK.openedDay] !== day - 1) continue
      if (uniform(town.dice, PURPOSE.memberAds, marks[markAt + MARK.person] as number, day) >= chance)
        continue
      decideAd(simulation, { group, seat, rules, removed })
    }
  }
}

interface MemberAd {
  readonly group: number
  readonly seat: number
  /** Rules as felt, 0–1. */
  readonly rules: number
  /** Seats of those who have been removed today. */
  readonly removed: Set<number>
}

function decideAd(simulation: Simulation, memberAd: MemberAd): void {
  const { group, seat, rules } = memberAd
  const { world, town, rows } = simulation
  const person = world.marks[seat * MARKS + MARK.person] as number
  const ad = record(rows, KIND['intruder-posted'], group, person, -1, 0, -1)
  const chance = town.parameters.moderating * moderationIn(simulation, group)
  if (uniform(town.dice, PURPOSE.moderating, person, world.day) >= chance) return
  const removal = record(rows, KIND['member-removed'], group, person, -1, rules, ad)
  decideBystanders(simulation, memberAd, removal)
  memberAd.removed.add(seat)
}

/** Those who looked in yesterday see it happen. */
function decideBystanders(
  { world, town, rows }: Simulation,
  { group, seat, rules, removed }: MemberAd,
  removal: number,
): void {
  const share = town.parameters.bystanderTrust * (1 - rules)
  // Each removal of a day takes its share of what trust the ones before it have left.
  let loss = share
  for (let before = 0; before < removed.size; before++) loss *= 1 - share
  const { marks, levels, day } = world
  for (let other = 0; other < world.seats; other++) {
    const markAt = other * MARKS
    if (other === seat || removed.has(other) || marks[markAt + MARK.group] !== group) continue
    if (((marks[markAt + MARK.flags] as number) & LEFT) !== 0 || marks[markAt + MARK.openedDay] !== day - 1)
      continue
    const lost = loss * (levels[other * LEVELS + LEVEL.trust] as number)
    if (lost < town.parameters.noticeable) continue
    const person = marks[markAt + MARK.person] as number
    record(rows, KIND['trust-changed'], group, person, CAUSE.moderation, -lost, removal)
  }
}
