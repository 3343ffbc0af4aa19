import { h } from '../dom.ts'
import { createRowCache } from './row-cache.ts'
import { COLUMNS, createRowLine, writeRow } from './row-line.ts'
import type { LineWords, RowLine } from './row-line.ts'
import type { LogRow } from './rows.ts'
import {
  resized,
  rowsSeen,
  scrollToPlace,
  scrollToRow,
  scrolledTo,
  startScroll,
  topOfRow,
} from './virtual-scroll.ts'

export interface LogTableOptions {
  readonly line: LineWords
  readonly label: string
  /** Asks for rows; they are handed in when they come. */
  readonly ask: (from: number, to: number) => void
  /** A row was clicked, or Enter pressed on it. */
  readonly choose: (row: LogRow) => void
  /** The same again, on the row that was chosen. */
  readonly goTo: (row: LogRow) => void
  /** The cause of a row was. */
  readonly chooseCause: (row: LogRow) => void
}

/** All matches as a grid, of which only the lines that are seen are there. */
export interface LogTable {
  readonly element: HTMLElement
  /** Another list: what was at hand is forgotten. */
  readonly showList: (count: number) => void
  /** The same list, up to another place. */
  readonly showCount: (count: number) => void
  readonly receive: (from: number, rows: readonly LogRow[]) => void
  /** Scrolls as little as possible, and marks the row there as the one that keys start from. */
  readonly goTo: (place: number) => void
  readonly goToEnd: () => void
  /** Scrolls until that place is at the upper edge. */
  readonly scrollTo: (place: number) => void
  readonly topPlace: () => number
  /** Marks the row with this seq as chosen; −1 for none. */
  readonly showChosen: (seq: number) => void
  /** Rows of that day and later have not happened yet. */
  readonly showDay: (day: number) => void
}

let tables = 0

export function createLogTable({ line, label, ask, choose, goTo, chooseCause }: LogTableOptions): LogTable {
  const id = `log-${++tables}`
  const names = COLUMNS.map((column, at) =>
    h(
      'div',
      { role: 'columnheader', class: `log-cell log-${column}`, 'aria-colindex': at + 1 },
      line.own.columns[column],
    ),
  )
  const head = h('div', { role: 'row', class: 'log-row log-head', 'aria-rowindex': 1 }, ...names)
  const space = h('div', { class: 'log-space', role: 'rowgroup' })
  const element = h(
    'div',
    {
      class: 'log-grid',
      role: 'grid',
      id,
      tabindex: 0,
      'aria-label': label,
      'aria-colcount': COLUMNS.length,
      'aria-readonly': 'true',
    },
    h('div', { role: 'rowgroup', class: 'log-head-group' }, head),
    space,
  )
  const cache = createRowCache(ask)
  const lines: RowLine[] = []
  let scroll = startScroll({ rowHeight: 30, view: 0, count: 0 })
  let active = -1
  let chosen = -1
  let shownDay = Infinity
  let drawing = 0

  element.addEventListener('scroll', () => {
    if (Math.abs(element.scrollTop - scroll.top) < 1) return // our own doing
    moveTo(scrolledTo(scroll, element.scrollTop))
  })
  element.addEventListener('keydown', onKey)
  space.addEventListener('click', (event) => {
    const target = event.target as Element
    const found = lines.find((each) => each.element.contains(target))
    if (!found?.row || found.element.hidden) return
    activate(found.place)
    if (target.closest('button')) chooseCause(found.row)
    else choose(found.row)
  })
  space.addEventListener('dblclick', () => {
    const row = active >= 0 ? cache.at(active) : undefined
    if (row?.seq === chosen && row) goTo(row)
  })
  new ResizeObserver(lay).observe(element)

  /** Takes the sizes of the moment over. */
  function lay(): void {
    if (element.clientHeight === 0) return
    const rowHeight = probeHeight()
    const view = Math.max(rowHeight, element.clientHeight - head.offsetHeight)
    if (rowHeight === scroll.rowHeight && view === scroll.view) return
    setSizes({ rowHeight, view, count: scroll.count })
  }

  function probeHeight(): number {
    const probe = h('div', { class: 'log-row', 'aria-hidden': 'true' })
    space.append(probe)
    const { height } = probe.getBoundingClientRect()
    probe.remove()
    return height || scroll.rowHeight
  }

  function setSizes(sizes: { rowHeight: number; view: number; count: number }): void {
    scroll = resized(scroll, sizes)
    element.setAttribute('aria-rowcount', String(scroll.count + 1))
    space.style.height = `${scroll.height}px`
    moveTo(scroll)
  }

  function moveTo(next: typeof scroll): void {
    scroll = next
    if (Math.abs(element.scrollTop - scroll.top) >= 1) element.scrollTop = scroll.top
    drawing ||= requestAnimationFrame(draw)
  }

  function draw(): void {
    drawing = 0
    const { from, to } = rowsSeen(scroll)
    cache.need(from, to)
    while (lines.length < to - from) addLine()
    lines.forEach((each, at) => {
      const place = placeOfLine(at, from)
      drawLine(each, place < to ? place : -1)
    })
    const current = lines.find((each) => each.place === active && active >= 0)
    if (current) element.setAttribute('aria-activedescendant', current.element.id)
    else element.removeAttribute('aria-activedescendant')
  }

  function addLine(): void {
    const made = createRowLine()
    made.element.id = `${id}-${lines.length}`
    lines.push(made)
    space.append(made.element)
    for (const each of lines) each.place = -1 // with another number of lines, each gets another place
  }

  /** A line keeps its place as long as that is seen, so that scrolling by one row writes one line. */
  function placeOfLine(at: number, from: number): number {
    const behind = (((at - from) % lines.length) + lines.length) % lines.length
    return from + behind
  }

  function drawLine(each: RowLine, place: number): void {
    each.element.hidden = place < 0
    if (place < 0) {
      each.place = -1
      return
    }
    const row = cache.at(place)
    if (each.place !== place || each.row !== row) {
      each.place = place
      each.row = row
      each.element.setAttribute('aria-rowindex', String(place + 2))
      writeRow(each, row, line)
    }
    each.element.style.transform = `translateY(${topOfRow(scroll, place)}px)`
    each.element.classList.toggle('active', place === active)
    each.element.classList.toggle('later', (row?.day ?? -1) >= shownDay)
    each.element.classList.toggle(
      'new-day',
      row !== undefined && (cache.at(place - 1)?.day ?? row.day) !== row.day,
    )
    each.element.setAttribute('aria-selected', String(row !== undefined && row.seq === chosen))
  }

  function redraw(): void {
    drawing ||= requestAnimationFrame(draw)
  }

  function activate(place: number): void {
    active = Math.max(-1, Math.min(scroll.count - 1, place))
    if (active >= 0) moveTo(scrollToRow(scroll, active))
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const row = active >= 0 ? cache.at(active) : undefined
    if (event.key === 'Enter' && row) (row.seq === chosen ? goTo : choose)(row)
    else if (event.key === 'ArrowLeft' && row && row.cause >= 0) chooseCause(row)
    else {
      const place = placeAfter(event.key)
      if (place === null) return
      activate(place)
    }
    event.preventDefault()
  }

  /** Null for a key that does not move. */
  function placeAfter(key: string): number | null {
    const { from, to } = rowsSeen(scroll)
    const page = Math.max(1, Math.floor(scroll.view / scroll.rowHeight) - 1)
    const isSeen = active >= from && active < to
    switch (key) {
      case 'ArrowDown':
        return isSeen ? active + 1 : from
      case 'ArrowUp':
        return isSeen ? Math.max(0, active - 1) : from
      case 'PageDown':
        return (isSeen ? active : from) + page
      case 'PageUp':
        return Math.max(0, (isSeen ? active : from) - page)
      case 'Home':
        return 0
      case 'End':
        return scroll.count - 1
      case 'ArrowLeft': // what has no cause stays; the clock of the page does not move instead
      case 'ArrowRight':
        return isSeen ? active : from
      default:
        return null
    }
  }

  return {
    element,
    showList(count) {
      cache.clear()
      active = -1
      for (const each of lines) each.place = -1
      setSizes({ ...scroll, count })
    },
    showCount(count) {
      if (count === scroll.count) return
      if (active >= count) active = -1
      setSizes({ ...scroll, count })
    },
    receive(from, rows) {
      cache.receive(from, rows)
      redraw()
    },
    goTo: activate,
    goToEnd: () => moveTo(scrollToRow(scroll, scroll.count - 1)),
    scrollTo: (place) => moveTo(scrollToPlace(scroll, place * scroll.rowHeight)),
    topPlace: () => rowsSeen(scroll).from,
    showChosen(seq) {
      chosen = seq
      redraw()
    },
    showDay(day) {
      shownDay = day
      redraw()
    },
  }
}
