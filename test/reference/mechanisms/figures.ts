import { valueOf } from '../reference-members.ts'
import { daysSince, draw, phaseOf, presentIn, record, type Run } from '../reference-run.ts'
import { FIRST_OF_FIGURES, topicOf } from './posts.ts'

/** What figures post today of their own accord. */
export function decideFigurePosts(run: Run): void {
  const { parameters, scenario } = run.town
  const chance = parameters.figureEffect * parameters.figurePosts
  if (scenario.community.centres === 0) return
  for (const member of presentIn(run)) {
    if (!member.isFigure || member.mutedDay !== null) continue
    if (daysSince(run, member.openedDay) > 3 || valueOf(member) < 0.15) continue
    if (draw(run, 'figures', member.person) >= chance) continue
    const { group, person: actor } = member
    const object = topicOf(run, FIRST_OF_FIGURES + actor, group)
    record(run, 'content-posted', {
      group,
      actor,
      object,
      value: Math.max(0.6, phaseOf(run).content.quality),
    })
  }
}
