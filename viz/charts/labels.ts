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
}

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
  const labels = all
    .map((label) =>
      label.short !== undefined && roomOf(label) > room ? { ...label, text: label.short } : label,
    )
    .filter((label) => roomOf(label) <= room)
  const ys = spread(
    labels.map((label) => label.y),
    em * 1.08,
    [range[0] + em * 0.5, range[1] - em * 0.5],
  )
  const items = group
    .selectAll<SVGGElement, Label>('g')
    .data(labels, (label) => label.key)
    .join((enter) => {
      const item = enter.append('g')
      item.append('rect')
      item.append('text').attr('dy', '0.36em')
      return item
    })
    .attr('transform', (_, at) => `translate(${x + em * (flips ? -0.35 : 0.35)},${ys[at] ?? 0})`)
  items
    .select('rect')
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

/** Room that the longest of these words takes, mark included; Han characters are an em wide. */
export function labelRoom(words: readonly string[], em: number): number {
  const wide = (word: string): number =>
    [...word].reduce((sum, char) => sum + (char > '\u2e7f' ? 1 : 0.64), 0)
  return (Math.max(0, ...words.map(wide)) + 1) * em
}
