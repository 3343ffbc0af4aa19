import { FRAME, FRAME_BYTES, FRAME_ON_TOPIC, FRAME_OPENED, FRAME_SPOKE } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'
import { h } from '../dom.ts'
import { frameAt, stateSeen } from '../player/frames.ts'
import { coderOf, glyphOf, majorityOf, UNPAINTED } from './code.ts'
import { fly } from './fly.ts'
import { drawGlyph, setLetters } from './glyph.ts'
import { hatchIn } from './hatch.ts'
import type { WallLook } from './look.ts'
import { byState, placesOf, seatsIn } from './order.ts'
import type { SeatOrder } from './order.ts'
import { cellAt, detailOf } from './seats.ts'
import type { SeatGrid } from './seats.ts'
import { createSignals } from './signals.ts'
import type { Sender } from './signals.ts'

/** More seats than these do not fly to their new places: they are there at once. */
const FLYING_MOST = 2000
/** What is left of seats that others are to stand out from. */
const DIMMED_ALPHA = 0.22

/** Fixed seats. A wall is told the day and never asks what time it is. */
export interface Wall {
  readonly element: HTMLElement
  /** Seats that the largest picture of this wall has to hold. */
  readonly seats: number
  readonly setGrid: (grid: SeatGrid, pixelRatio: number) => void
  /** Repaints the cells that differ from what they show; returns how many. */
  readonly show: (day: number) => number
  readonly setLook: (look: WallLook) => void
  /** In order of joining, or by state; `animated`, seats fly there. Where it is not possible to stand by state, nothing happens. */
  readonly setOrder: (order: SeatOrder, options: { readonly animated: boolean }) => void
  /** Makes seats stand out from all others, by a 1 at their number; null: none. */
  readonly highlight: (seats: Uint8Array | null) => void
  /** Rings for some of those who spoke on the day that just ended, a flash for who opened. Not for those who want no motion. */
  readonly ripple: (day: number) => void
  readonly calm: () => void
  /** Marks a seat, −1 for none. */
  readonly mark: (seat: number) => void
  /** What somebody is told who cannot see it. */
  readonly describe: (text: string) => void
  /** Makes sure that a seat can be seen. */
  readonly reveal: (seat: number) => void
  readonly seatUnder: (clientX: number, clientY: number) => number
  readonly placeOf: (seat: number) => { readonly x: number; readonly y: number; readonly size: number }
  /** The seat so many columns and rows from one, itself at the edge; −1 where single seats are not shown. */
  readonly beside: (seat: number, by: { readonly columns: number; readonly rows: number }) => number
}

export interface WallOptions {
  readonly look: WallLook
  readonly nameOf: (seat: number) => string
  /** Whose seats are on it. Default: everybody's. */
  readonly group?: { readonly of: Uint16Array; readonly is: number }
}

export function createWall(playback: Playback, options: WallOptions): Wall {
  const canvas = h('canvas', { role: 'img', class: 'seats' })
  const overlay = h('canvas', { 'aria-hidden': 'true', class: 'overlay' })
  const element = h('div', { class: 'wall' }, canvas, overlay)
  const ink = canvas.getContext('2d')
  const joined = seatsIn(playback.seats, options.group)
  let { look } = options
  let grid: SeatGrid = { columns: 1, rows: 1, cell: 1, perCell: 1 }
  let ratio = 1
  let hatch: CanvasPattern | string = ''
  let painted = new Uint32Array(0)
  let order: Uint32Array = joined
  let places = placesOf(order, playback.seats)
  let ordered: SeatOrder = 'join'
  let chosen: Uint8Array | null = null
  let shown = 0
  let stopFlying = (): void => {}
  const signals = createSignals(overlay, {
    palette: () => look.palette,
    grid: () => grid,
    ratio: () => ratio,
    cellOf,
  })

  function setGrid(next: SeatGrid, pixelRatio: number): void {
    grid = next
    ratio = pixelRatio
    for (const layer of [canvas, overlay]) {
      layer.width = grid.columns * grid.cell
      layer.height = grid.rows * grid.cell
      layer.style.width = `${layer.width / ratio}px`
      layer.style.height = `${layer.height / ratio}px`
    }
    painted = new Uint32Array(grid.columns * grid.rows)
    repaint()
  }

  function repaint(): void {
    stopFlying()
    if (ink) {
      hatch = hatchIn(ink, look.palette.secondary, ratio)
      setLetters(ink, grid.cell)
    }
    painted.fill(UNPAINTED)
    show(shown)
    signals.draw()
  }

  function show(day: number): number {
    shown = day
    if (!ink) return 0
    if (ordered === 'state') arrange()
    const detail = detailOf(grid.cell, ratio)
    const codeOf = coderOf(playback, day, { look, detail, chosen })
    let changed = 0
    for (let cell = 0; cell < painted.length; cell++) {
      const code = grid.perCell === 1 ? codeAt(cell, codeOf) : majority(cell, codeOf)
      if (painted[cell] === code) continue
      painted[cell] = code
      changed++
      const x = (cell % grid.columns) * grid.cell
      const y = Math.floor(cell / grid.columns) * grid.cell
      ink.clearRect(x, y, grid.cell, grid.cell)
      paint(ink, order[cell] ?? -1, code, { x, y })
    }
    return changed
  }

  function codeAt(cell: number, codeOf: (seat: number) => number): number {
    const seat = order[cell]
    return seat === undefined ? 0 : codeOf(seat)
  }

  function majority(cell: number, codeOf: (seat: number) => number): number {
    const behind = order.subarray(cell * grid.perCell, (cell + 1) * grid.perCell)
    return behind.length === 0 ? 0 : majorityOf(Array.from(behind, codeOf))
  }

  function paint(
    ink: CanvasRenderingContext2D,
    seat: number,
    code: number,
    { x, y }: { readonly x: number; readonly y: number },
  ): void {
    const detail = detailOf(grid.cell, ratio)
    const glyph = glyphOf(code, look, hatch)
    if (glyph.dimmed) ink.globalAlpha = DIMMED_ALPHA
    const initial = detail === 'named' && grid.perCell === 1 && seat >= 0 ? initialOf(seat) : ''
    drawGlyph(ink, { ...glyph, initial }, { x, y, size: grid.cell, detail }, look.palette)
    ink.globalAlpha = 1
  }

  function initialOf(seat: number): string {
    return [...options.nameOf(seat)][0] ?? ''
  }

  /** By state on the day that is shown. */
  function arrange(): void {
    const next = byState(joined, (seat) => stateSeen(playback, shown, seat, look.view))
    if (next.every((seat, place) => order[place] === seat)) return
    reorder(next)
  }

  function reorder(next: Uint32Array): void {
    order = next
    places = placesOf(order, playback.seats)
    // Elsewhere a code tells all there is to be seen; an initial is that of who sits there.
    if (detailOf(grid.cell, ratio) === 'named') painted.fill(UNPAINTED)
  }

  function setOrder(next: SeatOrder, { animated }: { readonly animated: boolean }): void {
    if (next === ordered) return
    stopFlying()
    ordered = next
    const before = places
    if (next === 'state') arrange()
    else reorder(joined)
    if (!animated || joined.length > FLYING_MOST || grid.perCell !== 1) return repaint()
    const codeOf = coderOf(playback, shown, { look, detail: detailOf(grid.cell, ratio), chosen })
    stopFlying = fly((part) => paintFlight(before, part, codeOf), repaint)
  }

  function paintFlight(before: Int32Array, part: number, codeOf: (seat: number) => number): void {
    if (!ink) return
    ink.clearRect(0, 0, canvas.width, canvas.height)
    for (const seat of joined) {
      const from = cellPlace(before[seat] ?? 0)
      const to = cellPlace(places[seat] ?? 0)
      const x = from.x + (to.x - from.x) * part
      const y = from.y + (to.y - from.y) * part
      paint(ink, seat, codeOf(seat), { x, y })
    }
  }

  function ripple(day: number): void {
    if (grid.perCell !== 1) return
    const frame = frameAt(playback, day)
    const senders: Sender[] = []
    const opened: number[] = []
    for (const seat of joined) {
      const flags = frame[seat * FRAME_BYTES + FRAME.flags] ?? 0
      if (flags & FRAME_SPOKE) senders.push({ seat, onTopic: (flags & FRAME_ON_TOPIC) !== 0 })
      if (flags & FRAME_OPENED) opened.push(cellOf(seat))
    }
    signals.ring(senders)
    signals.flash(opened.sort((a, b) => a - b))
  }

  function cellOf(seat: number): number {
    const place = places[seat] ?? -1
    return place < 0 ? -1 : Math.floor(place / grid.perCell)
  }

  function cellPlace(cell: number): { readonly x: number; readonly y: number } {
    return { x: (cell % grid.columns) * grid.cell, y: Math.floor(cell / grid.columns) * grid.cell }
  }

  return {
    element,
    seats: joined.length,
    setGrid,
    show,
    setLook(next) {
      look = next
      repaint()
    },
    setOrder,
    highlight(seats) {
      chosen = seats
      show(shown)
    },
    ripple,
    calm: signals.calm,
    mark: signals.mark,
    describe: (text) => canvas.setAttribute('aria-label', text),
    reveal: () => {},
    seatUnder(clientX, clientY) {
      const box = canvas.getBoundingClientRect()
      const cell = cellAt(grid, (clientX - box.left) * ratio, (clientY - box.top) * ratio)
      return cell < 0 ? -1 : (order[cell * grid.perCell] ?? -1)
    },
    placeOf(seat) {
      const { x, y } = cellPlace(Math.max(0, cellOf(seat)))
      return { x: x / ratio, y: y / ratio, size: grid.cell / ratio }
    },
    beside(seat, { columns, rows }) {
      if (seat < 0) return order[0] ?? -1
      const place = (cellOf(seat) + columns + rows * grid.columns) * grid.perCell
      return order[place] ?? seat
    },
  }
}
