import type { Words } from '../locales/words.ts'
import { clearAxes, drawX, drawY, gutter } from './axes.ts'
import { labelRoom } from './labels.ts'
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
const NARROW = 10
/** Line above each of several panes that says whose it is, in em. */
const HEAD = 1.5
/** Between panes beside each other, in em. */
const GAP = 1.5

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
  const gap = em * GAP
  const head = em * (count > 1 ? HEAD : 0.6)
  const isWide = (columns: number): boolean => (width - left - gap * columns) / columns >= em * NARROW
  const columns = count > 2 && !isWide(count) && height >= em * 14 ? Math.ceil(count / 2) : count
  const rows = Math.ceil(count / columns)
  const paneWidth = (width - left - em * (count > 1 ? 0.5 : 1.6) - gap * (columns - 1)) / columns
  const paneHeight = height / rows
  return Array.from({ length: count }, (_, at) => {
    const from = left + (at % columns) * (paneWidth + gap)
    const top = Math.floor(at / columns) * paneHeight
    return { left: from, right: from + paneWidth, top: top + head, bottom: top + paneHeight - em * 1.7 }
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
    drawX(plot.axes, x, { area, em, texted, isKept: panes.length > 1 })
    drawY(plot.axes, { y, yFormat }, { area, em, isBare: area.left > left })
  })
  return room
}

/** Whether words have room beside the playhead of a pane; otherwise the line above it says what there is to say. */
export function isWordy({ area }: Pick<Pane, 'area'>, em: number): boolean {
  return area.right - area.left >= em * NARROW
}

/** Above a pane, where nothing is drawn: whose it is, and the longest of some words that has room there. */
export function writeHead({ plot, side, area }: Pane, em: number, said: readonly string[]): void {
  const from = area.left + em * 1.1
  const words = said.find((text) => from + labelRoom([text], em) - em <= area.right + em * GAP * 0.8) ?? ''
  plot.titles
    .selectAll('text')
    .data([
      { look: 'strong', x: area.left, text: side.letter },
      { look: 'note', x: from, text: words },
    ])
    .join('text')
    .attr('class', ({ look }) => look)
    .attr('x', ({ x }) => x)
    .attr('y', area.top - em * 0.5)
    .text(({ text }) => text)
}
