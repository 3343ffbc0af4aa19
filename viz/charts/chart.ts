import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { View } from '../player/frames.ts'

/** Rows of a chart's table: a head, and a row a day. */
export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The same rows for a spreadsheet: numbers as they are, not as they are written here. */
  readonly values?: readonly (readonly (string | number)[])[]
}

/** Everything a chart does. It is told the day and never owns time. */
export interface Chart {
  /** The drawing, and what belongs to it alone; the tile around it has the title. */
  readonly element: HTMLElement
  /** Controls of this chart for the head of its tile. */
  readonly tools?: HTMLElement
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
  /** A drawing of it to take away, where its element is none. */
  readonly drawn?: () => SVGSVGElement
  /** When its code is there, where it is loaded when first shown; what it says before is empty. */
  readonly loaded?: Promise<void>
}

/** What a chart needs to know of the page. */
export interface ChartContext {
  readonly words: Words
  readonly view: () => View
}

/** A column of a table: what it is called, and how its numbers are written. */
export interface Column {
  readonly name: string
  readonly write: (value: number) => string
  readonly value: (row: number) => number
}

/** A table with a row for each of the numbers 0 … last. */
export function tableOf(title: string, columns: readonly Column[], last: number): Table {
  const values = Array.from({ length: last + 1 }, (_, row) => columns.map(({ value }) => value(row)))
  return {
    title,
    head: columns.map(({ name }) => name),
    rows: values.map((row) => row.map((value, at) => columns[at]?.write(value) ?? '')),
    values,
  }
}

export interface FigureTexts {
  readonly title: string
  readonly unit: string
  readonly table: string
  readonly tableLabel: string
}

/** A picture that stands by itself, under its title. */
export function createFigure(texts: FigureTexts, picture: HTMLElement, onTable: () => void): HTMLElement {
  const unit = h('span', { class: 'unit' }, h('span', {}, texts.unit))
  const button = h(
    'button',
    { type: 'button', class: 'link', 'aria-label': texts.tableLabel, onclick: onTable },
    texts.table,
  )
  return h('figure', { class: 'chart' }, h('figcaption', {}, h('h3', {}, texts.title), unit, button), picture)
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
