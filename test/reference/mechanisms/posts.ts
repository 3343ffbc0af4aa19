import { placeOf } from '../reference-numbers.ts'
import { draw, phaseOf, type Run } from '../reference-run.ts'

/** Number of the post of an owner or a figure, for its draws: those of figures begin where the owner's end. */
export const FIRST_OF_FIGURES = 1_000_000

/** Topic of a post: none, the one that is planned, or one drawn by the focus of the group. */
export function topicOf(run: Run, post: number, group: number): number {
  const { town } = run
  const { onTopic, topic } = phaseOf(run).content
  if (draw(run, 'topic', post) >= onTopic) return -1
  if (topic !== null) return town.topics.indexOf(topic)
  const { focus } = placeOf(town.groups, group)
  const u = draw(run, 'topic', post, 1)
  let sum = 0
  for (const [place, weight] of focus.entries()) {
    sum += weight
    if (weight > 0 && u < sum) return place
  }
  return focus.findLastIndex((weight) => weight > 0) // rounding may leave the sum a hair below 1
}
