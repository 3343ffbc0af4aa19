// Figures besides the owner post of their own accord, so that a group with several centres does not fall silent with one
// of them (B08, B09, B14; S11). They stir talk when they look in (see talking). Simplified: what they post is as good as what
// the owner posts, costs the owner nothing, and follows the focus.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { FIGURE, LEFT, MARK, MARKS, MUTED, expectedValue } from '../../model/world.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { phaseToday, type Simulation } from '../simulation.ts'
import { drawTopic } from './owner-work.ts'

/** Expected value below which a figure does not bother. */
const WORTHWHILE = 0.15
/** Days since a figure looked in after which nothing is to be expected of her. */
const GONE_QUIET = 3
/** Quality of what a figure posts where the owner posts nothing. */
const OWN_QUALITY = 0.6

/** What figures post today. */
export function decideFigurePosts(simulation: Simulation): void {
  const { world, town, rows } = simulation
  const { figureEffect, figurePosts } = town.parameters
  if (town.scenario.community.centres === 0 || figureEffect === 0) return
  const phase = phaseToday(simulation)
  const { marks, levels, day } = world
  for (let seat = 0; seat < world.seats; seat++) {
    const markAt = seat * MARKS
    const flags = marks[markAt + MARK.flags] as number
    if ((flags & (FIGURE | LEFT | MUTED)) !== FIGURE) continue
    const opened = marks[markAt + MARK.openedDay] as number
    if (opened < 0 || day - opened > GONE_QUIET) continue
    if (expectedValue(levels, seat) < WORTHWHILE) continue
    const person = marks[markAt + MARK.person] as number
    if (uniform(town.dice, PURPOSE.figures, person, day) >= figureEffect * figurePosts) continue
    const group = marks[markAt + MARK.group] as number
    const quality = Math.max(OWN_QUALITY, phase.content.quality)
    // Numbers of the owner's posts end where those of people begin.
    const topic = drawTopic(town, phase, { group, number: 1_000_000 + person, day })
    record(rows, KIND['content-posted'], group, person, topic, quality, -1)
  }
}
