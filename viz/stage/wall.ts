import { FRAME, FRAME_BUYER, FRAME_BYTES, FRAME_FAN, FRAME_SPOKE, SEAT_STATES } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'
import { h } from '../dom.ts'
import { frameAt, stateSeen } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { drawGlyph } from './glyph.ts'
import type { Palette } from './palette.ts'
import { cellAt, detailOf } from './seats.ts'
import type { SeatGrid } from './seats.ts'

const RIPPLE_MS = 300
const RIPPLES_MOST = 8
/** What a cell holds before anything was painted into it. */
const UNPAINTED = 0xffff
const STATE_BITS = 15
const NOTCH_BUYER = 16
const NOTCH_FAN = 32
const TRUST_SHIFT = 8

/** A wall of fixed seats on a canvas. It is told the day and never asks what time it is. */
export interface Wall {
  readonly element: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly setGrid: (grid: SeatGrid, pixelRatio: number) => void
  /** Repaints the cells that differ from what they show; returns how many. */
  readonly show: (day: number) => number
  readonly setLook: (palette: Palette, view: View) => void
  /** Rings for some of those who spoke on the day that just ended. */
  readonly ripple: (day: number) => void
  readonly calm: () => void
  /** Marks a seat, −1 for none. */
  readonly mark: (seat: number) => void
  readonly seatUnder: (clientX: number, clientY: number) => number
  readonly placeOf: (seat: number) => { readonly x: number; readonly y: number; readonly size: number }
  readonly columns: () => number
}

export function createWall(
  playback: Playback,
  look: { readonly palette: Palette; readonly view: View },
): Wall {
  const canvas = h('canvas', { role: 'img', class: 'seats' })
  const overlay = h('canvas', { 'aria-hidden': 'true', class: 'overlay' })
  const element = h('div', { class: 'wall' }, canvas, overlay)
  const ink = canvas.getContext('2d')
  const overInk = overlay.getContext('2d')
  let { palette, view } = look
  let grid: SeatGrid = { columns: 1, rows: 1, cell: 1, perCell: 1 }
  let ratio = 1
  let painted = new Uint16Array(0)
  let shown = 0
  let marked = -1
  let ripples: { readonly seat: number; readonly born: number }[] = []
  let request = 0

  function setGrid(next: SeatGrid, pixelRatio: number): void {
    grid = next
    ratio = pixelRatio
    for (const layer of [canvas, overlay]) {
      layer.width = grid.columns * grid.cell
      layer.height = grid.rows * grid.cell
      layer.style.width = `${layer.width / ratio}px`
      layer.style.height = `${layer.height / ratio}px`
    }
    painted = new Uint16Array(grid.columns * grid.rows).fill(UNPAINTED)
    show(shown)
    drawOverlay(0)
  }

  function show(day: number): number {
    shown = day
    if (!ink) return 0
    const detail = detailOf(grid.cell, ratio)
    let changed = 0
    for (let cell = 0; cell < painted.length; cell++) {
      const code = grid.perCell === 1 ? codeOf(cell, day, detail === 'full') : majority(cell, day)
      if (painted[cell] === code) continue
      painted[cell] = code
      changed++
      const x = (cell % grid.columns) * grid.cell
      const y = Math.floor(cell / grid.columns) * grid.cell
      ink.clearRect(x, y, grid.cell, grid.cell)
      const state = SEAT_STATES[code & STATE_BITS] ?? 'empty'
      const notch = code & NOTCH_FAN ? 'fan' : code & NOTCH_BUYER ? 'buyer' : null
      const trust = code >> TRUST_SHIFT
      drawGlyph(ink, { state, notch, trust: trust / 32 }, { x, y, size: grid.cell, detail }, palette)
    }
    return changed
  }

  /** State, notch and (large seats only) trust in 32 steps: what a repaint has to tell apart. */
  function codeOf(seat: number, day: number, withTrust: boolean): number {
    if (seat >= playback.seats) return 0
    const state = stateSeen(playback, day, seat, view)
    const name = SEAT_STATES[state]
    if (name === 'empty' || name === 'gone' || name === 'leaving') return state
    const frame = frameAt(playback, day)
    const flags = frame[seat * FRAME_BYTES + FRAME.flags] ?? 0
    const hidden = name === 'muted' || name === 'zombie'
    const notch = !hidden ? 0 : flags & FRAME_FAN ? NOTCH_FAN : flags & FRAME_BUYER ? NOTCH_BUYER : 0
    const trust = withTrust && view === 'truth' ? (frame[seat * FRAME_BYTES + FRAME.trust] ?? 0) >> 3 : 0
    return state | notch | (trust << TRUST_SHIFT)
  }

  /** The state that most of the people behind a cell are in. */
  function majority(cell: number, day: number): number {
    const counts = new Uint16Array(SEAT_STATES.length)
    const from = cell * grid.perCell
    const to = Math.min(playback.seats, from + grid.perCell)
    for (let seat = from; seat < to; seat++) {
      const state = stateSeen(playback, day, seat, view)
      counts[state] = (counts[state] ?? 0) + 1
    }
    return counts.indexOf(Math.max(...counts))
  }

  function setLook(nextPalette: Palette, nextView: View): void {
    palette = nextPalette
    view = nextView
    painted.fill(UNPAINTED)
    show(shown)
    drawOverlay(0)
  }

  function ripple(day: number): void {
    if (grid.perCell !== 1) return
    const frame = frameAt(playback, day)
    const speakers: number[] = []
    for (let seat = 0; seat < playback.seats; seat++) {
      if ((frame[seat * FRAME_BYTES + FRAME.flags] ?? 0) & FRAME_SPOKE) speakers.push(seat)
    }
    const room = RIPPLES_MOST - ripples.length
    const every = Math.max(1, Math.ceil(speakers.length / Math.max(1, room)))
    const born = performance.now()
    for (let at = 0; at < speakers.length && ripples.length < RIPPLES_MOST; at += every) {
      ripples.push({ seat: speakers[at] ?? 0, born })
    }
    if (ripples.length > 0 && request === 0) request = requestAnimationFrame(drawOverlay)
  }

  function drawOverlay(now: number): void {
    request = 0
    if (!overInk) return
    overInk.clearRect(0, 0, overlay.width, overlay.height)
    ripples = ripples.filter(({ born }) => now - born < RIPPLE_MS)
    for (const { seat, born } of ripples) {
      const age = Math.min(1, Math.max(0, (now - born) / RIPPLE_MS))
      const { x, y, size } = cellPlace(seat)
      overInk.globalAlpha = 0.7 * (1 - age)
      overInk.strokeStyle = palette.states.active
      overInk.lineWidth = Math.max(1, size * 0.09)
      overInk.beginPath()
      overInk.arc(x + size / 2, y + size / 2, size * (0.4 + 0.7 * age), 0, Math.PI * 2)
      overInk.stroke()
    }
    overInk.globalAlpha = 1
    if (marked >= 0) {
      const { x, y, size } = cellPlace(marked)
      overInk.strokeStyle = palette.link
      overInk.lineWidth = 2 * ratio
      overInk.strokeRect(x + ratio, y + ratio, size - 2 * ratio, size - 2 * ratio)
    }
    if (ripples.length > 0) request = requestAnimationFrame(drawOverlay)
  }

  function calm(): void {
    ripples = []
    cancelAnimationFrame(request)
    drawOverlay(0)
  }

  function cellPlace(seat: number): { x: number; y: number; size: number } {
    const cell = Math.floor(seat / grid.perCell)
    return {
      x: (cell % grid.columns) * grid.cell,
      y: Math.floor(cell / grid.columns) * grid.cell,
      size: grid.cell,
    }
  }

  return {
    element,
    canvas,
    setGrid,
    show,
    setLook,
    ripple,
    calm,
    mark(seat) {
      if (seat === marked) return
      marked = seat
      drawOverlay(performance.now())
    },
    seatUnder(clientX, clientY) {
      const box = canvas.getBoundingClientRect()
      const cell = cellAt(grid, (clientX - box.left) * ratio, (clientY - box.top) * ratio)
      const seat = cell < 0 ? -1 : cell * grid.perCell
      return seat < playback.seats ? seat : -1
    },
    placeOf(seat) {
      const { x, y, size } = cellPlace(seat)
      return { x: x / ratio, y: y / ratio, size: size / ratio }
    },
    columns: () => grid.columns,
  }
}
