import { spread } from './chart.ts'
import type { Group } from './picture.ts'

/** A word beside the playhead that says which line or layer it touches. */
export interface Label {
  readonly key: string
  readonly text: string
  /** What is written where the text has no room. */
  readonly short?: string
  readonly y: number
  /** Colour of the mark before the word; the word itself stays in the colour of text. */
  readonly colour: string
  readonly strong?: boolean
  /** Of labels that have no room above each other, the heaviest stay; what is strong stays before all others. */
  readonly weight?: number
}

/** From one label to the next, in em. */
const LINE = 1.08

/**
 * Writes the labels beside the playhead, on its right as long as the longest has room there, pushed apart where they
 * would overlap. A word that has no room on either side is left out.
 */
export function drawLabels(
  group: Group,
  all: readonly Label[],
  place: {
    readonly x: number
    readonly em: number
    readonly range: readonly [number, number]
    /** Where words must begin and end. */
    readonly left: number
    readonly right: number
  },
): void {
  const { x, em, range, left, right } = place
  const roomOf = ({ text }: Label): number => labelRoom([text], em) + em * 0.1
  const [before, after] = [x - left, right - x]
  const flips = after < before && all.some((label) => roomOf(label) > after)
  const room = flips ? before : after
  const wide = all
    .map((label) =>
      label.short !== undefined && roomOf(label) > room ? { ...label, text: label.short } : label,
    )
    .filter((label) => roomOf(label) <= room)
  const labels = heaviest(wide, Math.floor((range[1] - range[0]) / (em * LINE)))
  const ys = spread(
    labels.map((label) => label.y),
    em * LINE,
    [range[0] + em * 0.5, range[1] - em * 0.5],
  )
  const items = group
    .selectAll<SVGGElement, Label>('g')
    .data(labels, (label) => label.key)
    .join((enter) => {
      const item = enter.append('g')
      item.append('rect').attr('class', 'plate')
      item.append('rect').attr('class', 'mark')
      item.append('text').attr('dy', '0.36em')
      return item
    })
    .attr('transform', (_, at) => `translate(${x + em * (flips ? -0.35 : 0.35)},${ys[at] ?? 0})`)
  // Words over what is drawn stand on a ground of their own.
  items
    .select('rect.plate')
    .attr('x', (label) => (flips ? -wordRoom(label, em) - em * 0.6 : em * 0.3))
    .attr('y', -em * 0.54)
    .attr('width', (label) => wordRoom(label, em) + em * 0.3)
    .attr('height', em * LINE)
  items
    .select('rect.mark')
    .attr('x', flips ? -em * 0.26 : 0)
    .attr('y', -em * 0.38)
    .attr('width', em * 0.26)
    .attr('height', em * 0.76)
    .style('fill', (label) => label.colour)
  items
    .select('text')
    .attr('x', em * (flips ? -0.45 : 0.45))
    .attr('text-anchor', flips ? 'end' : 'start')
    .classed('strong', (label) => label.strong === true)
    .text((label) => label.text)
}

/** So many labels at most, in the order that they had. */
export function heaviest(labels: readonly Label[], most: number): readonly Label[] {
  if (labels.length <= most) return labels
  const weightOf = ({ strong, weight = 0 }: Label): number => (strong ? Infinity : weight)
  const kept = new Set(
    [...labels].sort((one, other) => (weightOf(other) > weightOf(one) ? 1 : -1)).slice(0, Math.max(1, most)),
  )
  return labels.filter((label) => kept.has(label))
}

function wordRoom({ text }: Label, em: number): number {
  return labelRoom([text], em) - em
}

/** Room that the longest of these words takes, mark included; Han characters are an em wide, others less. */
export function labelRoom(words: readonly string[], em: number): number {
  const wide = (word: string): number =>
    [...word].reduce((sum, char) => sum + (char > '\u2e7f' ? 1 : char === ' ' ? 0.36 : 0.68), 0)
  return (Math.max(0, ...words.map(wide)) + 1) * em
}
