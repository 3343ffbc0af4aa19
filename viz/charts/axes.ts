import { axisBottom, axisLeft } from 'd3'
import type { AxisScale, ScaleLinear } from 'd3'
import type { ChartOptions, Frame, Group, Margin } from './chart.ts'
import { labelRoom } from './labels.ts'

export type Scale = ScaleLinear<number, number>

/** How a chart was laid out last, in CSS pixels. */
export interface Layout {
  readonly width: number
  /** Size of the type. */
  readonly em: number
  readonly margin: Margin
}

/** Before the first time that there is room. */
export const NOT_LAID_OUT: Layout = { width: 0, em: 16, margin: { top: 0, right: 0, bottom: 0, left: 0 } }

/** Measures a chart, fits both scales into it and draws its axes; null where there is no room at all. */
export function layOut(
  frame: Frame,
  scales: { readonly x: Scale; readonly y: Scale; readonly yFormat: (value: number) => string },
  texted: Pick<ChartOptions, 'texts' | 'format'>,
): Layout | null {
  const { width, height, em } = frame.measure()
  if (width === 0 || height === 0) return null
  const { x, y, yFormat } = scales
  const [, days = 0] = x.domain()
  const left = labelRoom(y.ticks(4).map(yFormat), em) - em * 0.3
  const margin = { top: em * 0.6, right: em * 1.6, bottom: em * 1.7, left }
  x.range([left, width - margin.right])
  y.range([height - margin.bottom, margin.top])
  const xFormat = (day: number): string => dayLabel(day, days, texted)
  drawAxes(frame.axes, { ...scales, width, height, margin, em, xFormat })
  return { width, em, margin }
}

/** Days that get a tick: a round step that leaves each label room. */
export function dayTicks(days: number, most: number): number[] {
  const step = [1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 365, 730].find((wide) => days / wide <= most) ?? days
  const ticks: number[] = []
  for (let day = 0; day <= days; day += step) ticks.push(day)
  return ticks
}

/** Days are bare numbers, and the last one says what they are. */
export function dayLabel(
  day: number,
  days: number,
  { texts, format }: Pick<ChartOptions, 'texts' | 'format'>,
): string {
  return day === days ? texts.axisDay({ day: format.count(day) }) : format.count(day)
}

/** A line at zero, faint horizontal rules with numbers, and days below. */
function drawAxes(
  axes: Group,
  options: {
    readonly x: Scale
    readonly y: Scale
    readonly width: number
    readonly height: number
    readonly margin: Margin
    readonly em: number
    readonly yFormat: (value: number) => string
    readonly xFormat: (day: number) => string
  },
): void {
  const { x, y, width, height, margin, em, yFormat, xFormat } = options
  const [, days = 0] = x.domain()
  const xMost = Math.max(1, Math.floor((width - margin.left - margin.right) / (em * 3.4)))
  const yMost = Math.max(2, Math.min(5, Math.floor((height - margin.top - margin.bottom) / (em * 2))))
  axes.selectAll('*').remove()
  axes
    .append('g')
    .attr('class', 'y')
    .attr('transform', `translate(${margin.left},0)`)
    .call(
      axisLeft(y as AxisScale<number>)
        .ticks(yMost)
        .tickSize(-(width - margin.left - margin.right))
        .tickPadding(em * 0.4)
        .tickFormat((value) => yFormat(value.valueOf())),
    )
    .selectAll<SVGGElement, number>('.tick')
    .classed('zero', (value) => value === 0)
  axes
    .append('g')
    .attr('class', 'x')
    .attr('transform', `translate(0,${height - margin.bottom})`)
    .call(
      axisBottom(x as AxisScale<number>)
        .tickValues(dayTicks(days, xMost))
        .tickSize(em * 0.3)
        .tickPadding(em * 0.25)
        .tickFormat((day) => xFormat(day.valueOf())),
    )
  axes.selectAll('.domain').remove()
  axes.selectAll('g').attr('font-size', null).attr('font-family', null)
}
