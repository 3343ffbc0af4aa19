import { axisBottom, axisLeft } from 'd3'
import type { AxisScale } from 'd3'
import type { Words } from '../locales/words.ts'
import { labelRoom } from './labels.ts'
import type { Area, Group, Picture, Plot, Room } from './picture.ts'
import type { Scale } from './scale.ts'

type Texted = Pick<Words, 'texts' | 'format'>

/** The scales of one plot, and how its values are written. */
export interface Scales {
  readonly x: Scale
  readonly y: Scale
  readonly yFormat: (value: number) => string
}

/** How a chart was laid out last. */
export interface Layout {
  readonly room: Room
  readonly area: Area
}

/** Before the first time that there is room. */
export const NOT_LAID_OUT: Layout = {
  room: { width: 0, height: 0, em: 16 },
  area: { left: 0, right: 0, top: 0, bottom: 0 },
}

/** Fits the only plot of a picture into it and draws its axes; null where there is no room at all. */
export function layOut(
  picture: Picture,
  plot: Plot,
  scales: Scales,
  { texted, right = 0 }: { readonly texted: Texted; readonly right?: number },
): Layout | null {
  const room = picture.measure()
  if (!room) return null
  const area = innerArea(room, { left: gutter([scales], room.em), right })
  plot.place(area)
  clearAxes(plot.axes)
  drawX(plot.axes, scales.x, { area, em: room.em, texted })
  drawY(plot.axes, scales, { area, em: room.em })
  return { room, area }
}

/** What is left of a picture beside and above its numbers; `right`: room that is used for something else. */
export function innerArea(
  { width, height, em }: Room,
  { left, right }: { readonly left: number; readonly right: number },
): Area {
  return { left, right: width - Math.max(em * 1.6, right), top: em * 0.6, bottom: height - em * 1.7 }
}

/** Room for the numbers beside the axes that stand above each other. */
export function gutter(scales: readonly Pick<Scales, 'y' | 'yFormat'>[], em: number): number {
  const numbers = scales.flatMap(({ y, yFormat }) => y.ticks(4).map(yFormat))
  return labelRoom(numbers, em) - em * 0.3
}

/** Days that get a tick: a round step that leaves each label room. */
export function dayTicks(days: number, most: number): number[] {
  const step = [1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 365, 730].find((wide) => days / wide <= most) ?? days
  const ticks: number[] = []
  for (let day = 0; day <= days; day += step) ticks.push(day)
  return ticks
}

/** Days are bare numbers, and the last one says what they are. */
export function dayLabel(day: number, days: number, { texts, format }: Texted): string {
  return day === days ? texts.axisDay({ day: format.count(day) }) : format.count(day)
}

export function clearAxes(axes: Group): void {
  axes.selectAll('*').remove()
}

/** Days below. `ticks`: which of them, where they are not the usual ones. */
export function drawX(
  axes: Group,
  x: Scale,
  options: {
    readonly area: Area
    readonly em: number
    readonly texted: Texted
    readonly ticks?: readonly number[]
    /** Numbers at the ends do not stick out. */
    readonly isKept?: boolean
  },
): void {
  const { area, em, texted } = options
  x.range([area.left, area.right])
  const [, days = 0] = x.domain()
  const most = Math.max(1, Math.floor((area.right - area.left) / (em * (options.isKept ? 4.4 : 3.4))))
  const axis = axes
    .append('g')
    .attr('class', 'x')
    .attr('transform', `translate(0,${area.bottom})`)
    .call(
      axisBottom(scaleOfAxis(x))
        .tickValues(options.ticks ?? dayTicks(days, most))
        .tickSize(em * 0.3)
        .tickPadding(em * 0.25)
        .tickFormat((day) => dayLabel(day.valueOf(), days, texted)),
    )
  if (options.isKept)
    axis
      .selectAll<SVGTextElement, number>('text')
      .attr('text-anchor', (day) => (day === 0 ? 'start' : day === days ? 'end' : 'middle'))
      .attr('x', 0)
  plain(axis)
}

/** A line at zero, and faint horizontal rules, with numbers where they are wanted. */
export function drawY(
  axes: Group,
  { y, yFormat }: Pick<Scales, 'y' | 'yFormat'>,
  options: {
    readonly area: Area
    readonly em: number
    /** Without numbers: they stand beside another plot. */
    readonly isBare?: boolean
    /** Too low for more than the zero line and the top, which alone has a number. */
    readonly isStrip?: boolean
    readonly most?: number
  },
): void {
  const { area, em, isBare = false, isStrip = false } = options
  y.range([area.bottom, area.top])
  const fit = Math.max(2, Math.min(5, Math.floor((area.bottom - area.top) / (em * 2))))
  const ticks = isStrip ? [0, Math.max(...y.domain())] : y.ticks(options.most ?? fit)
  const axis = axes
    .append('g')
    .attr('class', 'y')
    .attr('transform', `translate(${area.left},0)`)
    .call(
      axisLeft(scaleOfAxis(y))
        .tickValues(ticks)
        .tickSize(area.left - area.right)
        .tickPadding(em * 0.4)
        .tickFormat((value) => (isBare || (isStrip && value === 0) ? '' : yFormat(value.valueOf()))),
    )
  axis.selectAll<SVGGElement, number>('.tick').classed('zero', (value) => value === 0)
  plain(axis)
}

/** An axis asks a scale for its range, for a copy and for places; ticks are given to it. */
function scaleOfAxis(scale: Scale): AxisScale<number> {
  return scale as unknown as AxisScale<number>
}

function plain(axis: Group): void {
  axis.selectAll('.domain').remove()
  axis.attr('font-size', null).attr('font-family', null)
}
