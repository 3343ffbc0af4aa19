// Advertisers from outside come into groups where nobody keeps order and nobody is at home (R15, A41); each day of
// spam that stays draws more. Rules are kept by moderation, as far as the owner's energy lasts (C04).
// Simplified: intruders are posts and not members; they are gone with the day.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { roundByDraw } from '../../model/arithmetic.ts'
import { GROUP_LEVEL, GROUP_LEVELS, GROUP_MARK, GROUP_MARKS } from '../../model/world.ts'
import { countOn } from '../../scenario/fraction.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { moderationIn, presenceIn, type Simulation } from '../simulation.ts'

const OUTSIDER = -1
/** More than this nobody posts into one group on a day of their own accord. */
const MOST = 12

/** Today's ads of intruders, group by group. */
export function decideIntruders(simulation: Simulation): void {
  const { world, town, rows } = simulation
  const { parameters } = town
  if (parameters.intruding === 0) return
  const invasion = invasionToday(simulation)
  for (let group = 0; group < world.setting.groups; group++) {
    const moderation = moderationIn(simulation, group)
    const absence = 1 - 0.7 * presenceIn(simulation, group)
    const members = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number
    const seen = world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL.spam] as number
    const tried =
      Math.min(MOST, parameters.intruderRate * members * (1 - moderation) * absence * (1 + 0.5 * seen)) +
      invasion
    const stayed = parameters.intruding * tried * (1 - moderation)
    const posts = roundByDraw(stayed, uniform(town.dice, PURPOSE.intruders, group, world.day))
    for (let n = 0; n < posts; n++) record(rows, KIND['intruder-posted'], group, OUTSIDER, -1, 0, -1)
  }
}

/** Intruders a group that shocks of the scenario send today. */
function invasionToday({ world, town }: Simulation): number {
  let sum = 0
  for (const shock of town.scenario.shocks) {
    if (shock.kind !== 'intruders' || world.day >= shock.day + shock.days) continue
    sum += countOn(world.day, shock.day, shock.perDay)
  }
  return sum
}
