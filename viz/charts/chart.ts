import { create } from 'd3'
import type { Selection } from 'd3'
import { h } from '../dom.ts'
import type { Format } from '../locales/format.ts'
import type { Messages } from '../locales/zh-Hans.ts'

/** Rows of a chart's table: a head, and a row a day. */
export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Everything a chart does. It is told the day and never owns time. */
export interface Chart {
  readonly element: HTMLElement
  /** Draws anew: after a resize or a change of data. */
  readonly draw: () => void
  /** Moves the playhead; `day` may have a fraction. */
  readonly playhead: (day: number) => void
  /** Whole day: labels at the playhead. */
  readonly label: (day: number) => void
  /** One sentence on what has been seen so far. */
  readonly describe: (day: number) => string
  /** Says that sentence to those who cannot see the picture. */
  readonly summarise: (day: number) => void
  readonly table: (day: number) => Table
}

/** What every chart needs to know of the page. */
export interface ChartOptions {
  readonly texts: Messages
  readonly format: Format
  readonly letter: string
  readonly when: (day: number) => string
  readonly onTable: (chart: Chart) => void
}

/** Room around the plot, in CSS pixels. */
export interface Margin {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export type Svg = Selection<SVGSVGElement, undefined, null, undefined>
export type Group = Selection<SVGGElement, undefined, null, undefined>

/** The parts that all charts have: title, unit, table button, picture, clipped plot, playhead. */
export interface Frame {
  readonly element: HTMLElement
  readonly axes: Group
  /** What lies in the future is cut off by its clip. */
  readonly plot: Group
  readonly labels: Group
  /** Size in CSS pixels and of the type. */
  readonly measure: () => { readonly width: number; readonly height: number; readonly em: number }
  readonly setClip: (x: number, margin: Margin) => void
  readonly summarise: (text: string) => void
}

export interface FrameTexts {
  readonly title: string
  readonly unit: string
  readonly letter: string
  readonly table: string
  readonly tableLabel: string
}

let charts = 0

export function createFrame(texts: FrameTexts, onTable: () => void): Frame {
  const id = `chart-${++charts}`
  const svg: Svg = create('svg').attr('role', 'img').attr('aria-labelledby', `${id}-title ${id}-trend`)
  const clip = svg.append('clipPath').attr('id', `${id}-past`).append('rect')
  const axes = svg.append('g').attr('class', 'axes')
  const plot = svg.append('g').attr('clip-path', `url(#${id}-past)`)
  const line = svg.append('line').attr('class', 'playhead')
  const labels = svg.append('g').attr('class', 'labels')
  const trend = h('p', { class: 'hidden', id: `${id}-trend` })
  const letter = texts.letter === '' ? [] : [h('span', { class: 'letter' }, texts.letter), ' ']
  const title = h('h3', { id: `${id}-title` }, ...letter, texts.title)
  const unit = h('span', { class: 'unit' }, h('span', {}, texts.unit))
  const button = h(
    'button',
    { type: 'button', class: 'link', 'aria-label': texts.tableLabel, onclick: onTable },
    texts.table,
  )
  const picture = h('div', { class: 'picture' }, svg.node() as SVGSVGElement)
  const element = h('figure', { class: 'chart' }, h('figcaption', {}, title, unit, button), picture, trend)
  return {
    element,
    axes,
    plot,
    labels,
    measure() {
      const { clientWidth: width, clientHeight: height } = picture
      svg.attr('width', width).attr('height', height)
      return { width, height, em: parseFloat(getComputedStyle(picture).fontSize) }
    },
    setClip(x, margin) {
      const { clientHeight } = picture
      const height = Math.max(0, clientHeight - margin.top - margin.bottom)
      clip
        .attr('x', margin.left)
        .attr('y', 0)
        .attr('width', Math.max(0, x - margin.left))
        .attr('height', Math.max(0, clientHeight))
      line
        .attr('x1', x)
        .attr('x2', x)
        .attr('y1', margin.top)
        .attr('y2', margin.top + height)
    },
    summarise(text) {
      trend.textContent = text
    },
  }
}

/** Pushes labels apart until none is nearer than `gap` to the next, inside [low, high]; keeps their order. */
export function spread(
  places: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = places.map((_, at) => at).sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0))
  const result = [...places]
  let floor = low
  for (const at of order) {
    result[at] = Math.max(result[at] ?? low, floor)
    floor = (result[at] ?? low) + gap
  }
  let ceiling = high
  for (const at of order.reverse()) {
    result[at] = Math.min(result[at] ?? high, ceiling)
    ceiling = (result[at] ?? high) - gap
  }
  return result
}
