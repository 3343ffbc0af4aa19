import type { Words } from '../locales/words.ts'
import { clearAxes, drawX, drawY, gutter } from './axes.ts'
import type { Scale } from './scale.ts'
import { linearScale } from './scale.ts'
import type { ChartSide } from './sides.ts'
import type { Area, Picture, Plot, Room } from './picture.ts'

/** One side in a picture that shows each for itself, on a scale that all share. */
export interface Pane {
  readonly side: ChartSide
  readonly plot: Plot
  readonly x: Scale
  /** The shared scale, on the height of this pane. */
  readonly y: Scale
  area: Area
}

/** A pane narrower than so many em has hardly room for words beside its playhead. */
const NARROW = 11

export function createPanes(
  picture: Picture,
  sides: readonly ChartSide[],
  { days, y }: { readonly days: number; readonly y: Scale },
): readonly Pane[] {
  return sides.map((side) => ({
    side,
    plot: picture.addPlot(),
    x: linearScale([0, days]),
    y: y.copy(),
    area: { left: 0, right: 0, top: 0, bottom: 0 },
  }))
}

/** Where panes stand: beside each other, or in two rows where they would be narrow and there is height enough. */
export function paneAreas(count: number, { width, height, em }: Room, left: number): readonly Area[] {
  const gap = em * 2.6
  const isWide = (columns: number): boolean => (width - left) / columns - gap >= em * NARROW
  const columns = count > 2 && !isWide(count) && height >= em * 14 ? Math.ceil(count / 2) : count
  const rows = Math.ceil(count / columns)
  const paneWidth = (width - left - em * 1.6 - gap * (columns - 1)) / columns
  const paneHeight = height / rows
  return Array.from({ length: count }, (_, at) => {
    const from = left + (at % columns) * (paneWidth + gap)
    const top = Math.floor(at / columns) * paneHeight
    return { left: from, right: from + paneWidth, top: top + em * 0.6, bottom: top + paneHeight - em * 1.7 }
  })
}

/** Fits panes into their picture and draws their axes; null where there is no room at all. */
export function layOutPanes(
  picture: Picture,
  panes: readonly Pane[],
  yFormat: (value: number) => string,
  texted: Pick<Words, 'texts' | 'format'>,
): Room | null {
  const room = picture.measure()
  if (!room) return null
  const { em } = room
  const left = gutter(
    panes.map(({ y }) => ({ y, yFormat })),
    em,
  )
  const areas = paneAreas(panes.length, room, left)
  panes.forEach((pane, at) => {
    const area = areas[at] ?? pane.area
    const { plot, x, y } = pane
    pane.area = area
    plot.place(area)
    clearAxes(plot.axes)
    drawX(plot.axes, x, { area, em, texted })
    drawY(plot.axes, { y, yFormat }, { area, em, isBare: area.left > left })
    if (panes.length > 1) writeLetter(pane, em)
  })
  return room
}

/** The letter of a side in the corner of its pane, above all that is drawn there. */
function writeLetter({ plot, side, area }: Pane, em: number): void {
  plot.labels
    .selectAll<SVGTextElement, string>('text.corner')
    .data([side.letter])
    .join('text')
    .attr('class', 'corner strong')
    .attr('x', area.left + em * 0.3)
    .attr('y', area.top + em * 0.7)
    .text((letter) => letter)
}
