// Members take part in running the group: they keep order, answer, write more and stay (B34, E30). The plan says for how
// many there is a role; open ones are taken by members who write and look in. Figures whom people come for, besides the
// owner, are the most sociable of those who came (B09). Simplified: a role is kept until its holder leaves, and counts only
// on days on which she looks in.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { ROLE } from '../../model/needs.ts'
import { TRAIT } from '../../model/person.ts'
import { FIGURE, GROUP_MARK, GROUP_MARKS, HELPER, LEFT, MARK, MARKS, MUTED } from '../../model/world.ts'
import { openersToday } from '../daily-draws.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { phaseToday, type Simulation } from '../simulation.ts'

/** Messages that somebody must have written before she is asked to help. */
const KNOWN_POSTS = 2

/** Who takes a role today. */
export function decideRoles(simulation: Simulation): void {
  decideHelpers(simulation)
  decideFigures(simulation)
}

function decideHelpers(simulation: Simulation): void {
  const { world, town, rows } = simulation
  const { roles } = phaseToday(simulation)
  if (roles === 0 || town.parameters.roleEffect === 0) return
  const { marks, groupMarks, day } = world
  const open = Float64Array.from({ length: world.setting.groups }, (_, group) => {
    const at = group * GROUP_MARKS
    const planned = Math.floor(roles * (groupMarks[at + GROUP_MARK.members] as number) + 0.5)
    return planned - (groupMarks[at + GROUP_MARK.helpers] as number)
  })
  const { seats, persons, count } = openersToday(simulation)
  for (let n = 0; n < count; n++) {
    const markAt = (seats[n] as number) * MARKS
    const group = marks[markAt + MARK.group] as number
    if ((open[group] as number) <= 0 || (marks[markAt + MARK.posts] as number) < KNOWN_POSTS) continue
    if (((marks[markAt + MARK.flags] as number) & (HELPER | LEFT | MUTED)) !== 0) continue
    const person = persons[n] as number
    if (uniform(town.dice, PURPOSE.roles, person, day) >= town.parameters.roleTaking) continue
    open[group]! -= 1
    record(rows, KIND['role-given'], group, person, ROLE.helper, 0, -1)
  }
}

/** One figure a day becomes known in a group, until there are as many as planned. */
function decideFigures(simulation: Simulation): void {
  const { world, town, rows } = simulation
  const { centres } = town.scenario.community
  if (centres === 0 || town.parameters.figureEffect === 0) return
  for (let group = 0; group < world.setting.groups; group++) {
    if ((world.groupMarks[group * GROUP_MARKS + GROUP_MARK.figures] as number) >= centres) continue
    const seat = mostSociable(simulation, group)
    if (seat < 0) continue
    const person = world.marks[seat * MARKS + MARK.person] as number
    record(rows, KIND['role-given'], group, person, ROLE.figure, 0, -1)
  }
}

function mostSociable({ world, people }: Simulation, group: number): number {
  let best = -1
  let most = -1
  for (let seat = 0; seat < world.seats; seat++) {
    const markAt = seat * MARKS
    if (world.marks[markAt + MARK.group] !== group) continue
    if (((world.marks[markAt + MARK.flags] as number) & (FIGURE | LEFT | MUTED)) !== 0) continue
    const sociability = people.traits[seat * people.stride + TRAIT.sociability] as number
    if (sociability <= most) continue
    best = seat
    most = sociability
  }
  return best
}
