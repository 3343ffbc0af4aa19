import type { Group } from '../reference-groups.ts'
import type { Member } from '../reference-members.ts'
import { draw, groupOf, openersIn, phaseOf, presentIn, record, type Run } from '../reference-run.ts'

/** Messages that somebody must have written before she is asked to help. */
const KNOWN_POSTS = 2

/** Who takes a role today. */
export function decideRoles(run: Run): void {
  decideHelpers(run)
  decideFigures(run)
}

function decideHelpers(run: Run): void {
  const { roleEffect, roleTaking } = run.town.parameters
  const { roles } = phaseOf(run)
  if (roles === 0 || roleEffect === 0) return
  const open = run.groups.map(({ members, helpers }) => Math.floor(roles * members + 0.5) - helpers)
  for (const member of openersIn(run)) {
    const { group, person: actor } = member
    if ((open[group] ?? 0) <= 0 || !isFitToHelp(member)) continue
    if (draw(run, 'roles', actor) >= roleTaking) continue
    open[group] = (open[group] ?? 0) - 1
    record(run, 'role-given', { group, actor, object: 'helper' })
  }
}

function isFitToHelp({ posts, isHelper, mutedDay }: Member): boolean {
  return posts >= KNOWN_POSTS && !isHelper && mutedDay === null
}

/** One more figure a day becomes known in a group, until there are as many as planned. */
function decideFigures(run: Run): void {
  const { parameters, scenario } = run.town
  if (parameters.figureEffect === 0) return
  for (const group of run.groups) {
    if (group.figures >= scenario.community.centres) continue
    const figure = mostSociable(run, group)
    if (figure === undefined) continue
    record(run, 'role-given', { group: group.number, actor: figure.person, object: 'figure' })
  }
}

function mostSociable(run: Run, group: Group): Member | undefined {
  const fit = presentIn(run).filter(
    (member) => groupOf(run, member) === group && !member.isFigure && member.mutedDay === null,
  )
  const most = Math.max(...fit.map(({ traits }) => traits.sociability))
  return fit.find(({ traits }) => traits.sociability === most)
}
