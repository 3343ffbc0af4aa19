import { roundByDraw } from '../../../sim/model/arithmetic.ts'
import { orderIn, presenceIn } from '../reference-feed.ts'
import { countOf } from '../reference-numbers.ts'
import { draw, record, type Run } from '../reference-run.ts'

/** Today's ads of outsiders. */
export function decideIntruders(run: Run): void {
  const { intruding, intruderRate } = run.town.parameters
  for (const group of run.groups) {
    const order = orderIn(run, group)
    const absence = 1 - 0.7 * presenceIn(run, group)
    const drawn = intruderRate * group.members * (1 - order) * absence * (1 + 0.5 * group.spam)
    const tried = Math.min(12, drawn) + plannedToday(run)
    const posts = roundByDraw(intruding * tried * (1 - order), draw(run, 'intruders', group.number))
    for (let n = 0; n < posts; n++) record(run, 'intruder-posted', { group: group.number })
  }
}

/** Those that planned shocks send into each group today. */
function plannedToday({ town, day }: Run): number {
  let sum = 0
  for (const shock of town.scenario.shocks) {
    if (shock.kind !== 'intruders' || day >= shock.day + shock.days) continue
    sum += countOf(shock.perDay, { from: shock.day, day })
  }
  return sum
}
