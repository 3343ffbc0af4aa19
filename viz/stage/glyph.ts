import type { SeatState } from '../../sim/index.ts'
import type { Palette } from './palette.ts'
import type { Detail } from './seats.ts'

/** One seat as it is drawn. */
export interface Glyph {
  readonly state: SeatState
  /** What a muted or sleeping member is besides: the shape is kept, with a notch. */
  readonly notch: 'buyer' | 'fan' | null
  /** 0–1, drawn as an arc around large seats; null: not drawn. */
  readonly trust: number | null
  /** In place of the colour of the state: that of a score. */
  readonly fill?: string | CanvasPattern | null
  /** First character of the nickname, under the shape of large seats. */
  readonly initial?: string
  /** Has met others in person: a dot, and a tick on the day itself. */
  readonly meeting?: 'today' | 'earlier' | null
  /** Stands out from the others by a frame. */
  readonly chosen?: boolean
}

/** Draws a glyph into the square cell whose upper left corner is (x, y). Shape and colour say the same. */
export function drawGlyph(
  ink: CanvasRenderingContext2D,
  glyph: Glyph,
  place: { readonly x: number; readonly y: number; readonly size: number; readonly detail: Detail },
  palette: Palette,
): void {
  const { size, detail } = place
  const { state } = glyph
  const parts = PARTS[detail]
  const x = place.x + size / 2
  const middle = place.y + size / 2
  if (glyph.chosen) frame(ink, place, palette.text)
  if (state === 'empty') return dot(ink, x, middle, Math.max(0.75, size * 0.05), palette.free)
  if (detail === 'square') return square(ink, glyph, x, middle, size, palette)
  if (state === 'gone') return vacancy(ink, x, middle, Math.round(size * 0.52), palette)
  const colour = glyph.fill ?? palette.states[state]
  const y = place.y + size * parts.middle
  drawShape(ink, glyph, { x, y, r: size * parts.reach }, colour)
  if (state === 'leaving') return
  if (parts.arc > 0 && glyph.trust !== null) trustArc(ink, { x, y, r: size * parts.arc }, glyph.trust, colour)
  if (detail === 'named' && glyph.initial)
    initial(ink, glyph.initial, x, place.y + size * LETTER.middle, palette)
  if (glyph.meeting) meetingMarks(ink, glyph.meeting, place, palette)
}

/** In parts of a cell: middle of the shape from above, its reach, and the reach of the arc of trust around it. */
const PARTS: Readonly<
  Record<Detail, { readonly middle: number; readonly reach: number; readonly arc: number }>
> = {
  named: { middle: 0.385, reach: 0.27, arc: 0.355 },
  full: { middle: 0.5, reach: 0.32, arc: 0.44 },
  shape: { middle: 0.5, reach: 0.39, arc: 0 },
  square: { middle: 0.5, reach: 0.35, arc: 0 },
}
const LETTER = { middle: 0.87, size: 0.29 } as const

function drawShape(
  ink: CanvasRenderingContext2D,
  { state, notch, fill }: Glyph,
  { x, y, r }: { readonly x: number; readonly y: number; readonly r: number },
  colour: string | CanvasPattern,
): void {
  ink.fillStyle = colour
  ink.strokeStyle = colour
  switch (state) {
    case 'newcomer':
      ink.lineWidth = Math.max(1, r * 0.26)
      ring(ink, x, y, r * 0.87)
      return dot(ink, x, y, r * 0.36, colour)
    case 'active':
      return dot(ink, x, y, r * 0.95, colour)
    case 'lurker':
      ink.lineWidth = Math.max(1, r * 0.2)
      ring(ink, x, y, r * 0.6)
      // A thin ring would not show the colour of a score.
      if (fill) dot(ink, x, y, r * 0.6, colour)
      return
    case 'muted':
      return notch === null ? bar(ink, x, y, r) : notched(ink, notch, x, y, r)
    case 'zombie':
      return notch === null ? hollowBar(ink, x, y, r) : notched(ink, notch, x, y, r)
    case 'fan':
      return star(ink, x, y, r * 1.16)
    case 'buyer':
      return diamond(ink, x, y, r * 1.08)
    case 'leaving':
      ink.lineWidth = Math.max(1.5, r * 0.34)
      return cross(ink, x, y, r * 0.8)
    case 'empty':
    case 'gone':
  }
}

function vacancy(ink: CanvasRenderingContext2D, x: number, y: number, side: number, palette: Palette): void {
  ink.strokeStyle = palette.vacant
  ink.lineWidth = 1
  ink.strokeRect(Math.round(x - side / 2) + 0.5, Math.round(y - side / 2) + 0.5, side - 1, side - 1)
}

function frame(
  ink: CanvasRenderingContext2D,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  colour: string,
): void {
  const line = Math.max(1, Math.round(size * 0.06))
  ink.strokeStyle = colour
  ink.lineWidth = line
  ink.strokeRect(x + line, y + line, size - 2 * line, size - 2 * line)
}

/** Letters for the initials of cells of a size. Finding a font takes longer than drawing with it: once for all seats. */
export function setLetters(ink: CanvasRenderingContext2D, size: number): void {
  ink.font = `${Math.round(size * LETTER.size)}px ${getComputedStyle(ink.canvas).fontFamily}`
  ink.textAlign = 'center'
  ink.textBaseline = 'middle'
}

function initial(ink: CanvasRenderingContext2D, text: string, x: number, y: number, palette: Palette): void {
  ink.fillStyle = palette.secondary
  ink.fillText(text, x, y)
}

/** A dot in the lower right corner for good, a tick in the upper right on the day. */
function meetingMarks(
  ink: CanvasRenderingContext2D,
  meeting: 'today' | 'earlier',
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  palette: Palette,
): void {
  const r = Math.max(1.25, size * 0.075)
  dot(ink, x + size - r * 1.3, y + size - r * 1.3, r, palette.messages.meetings)
  if (meeting === 'earlier') return
  const tick = size * 0.32
  ink.beginPath()
  ink.moveTo(x + size - tick, y)
  ink.lineTo(x + size, y)
  ink.lineTo(x + size, y + tick)
  ink.fill()
}

/** Small seats: filled squares; who left leaves an outline. */
function square(
  ink: CanvasRenderingContext2D,
  glyph: Glyph,
  x: number,
  y: number,
  size: number,
  palette: Palette,
): void {
  const side = Math.max(1, Math.round(size * 0.7))
  if (glyph.state === 'gone' || glyph.state === 'empty') return vacancy(ink, x, y, side, palette)
  ink.fillStyle = glyph.fill ?? palette.states[glyph.state]
  ink.fillRect(Math.round(x - side / 2), Math.round(y - side / 2), side, side)
}

function dot(
  ink: CanvasRenderingContext2D,
  x: number,
  y: number,
  r: number,
  colour: string | CanvasPattern,
): void {
  ink.fillStyle = colour
  ink.beginPath()
  ink.arc(x, y, r, 0, Math.PI * 2)
  ink.fill()
}

function ring(ink: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  ink.beginPath()
  ink.arc(x, y, r, 0, Math.PI * 2)
  ink.stroke()
}

function bar(ink: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  const height = Math.max(2, r * 0.62)
  ink.fillRect(x - r, y - height / 2, r * 2, height)
}

function hollowBar(ink: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  const line = Math.max(1, r * 0.15)
  const height = Math.max(3, r * 0.8)
  ink.lineWidth = line
  ink.strokeRect(x - r + line / 2, y - height / 2 + line / 2, r * 2 - line, height - line)
}

function diamond(ink: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  ink.beginPath()
  ink.moveTo(x, y - r)
  ink.lineTo(x + r, y)
  ink.lineTo(x, y + r)
  ink.lineTo(x - r, y)
  ink.fill()
}

function star(ink: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  ink.beginPath()
  for (let point = 0; point < 10; point++) {
    const angle = (point * Math.PI) / 5 - Math.PI / 2
    const reach = point % 2 === 0 ? r : r * 0.46
    ink.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach)
  }
  ink.fill()
}

function cross(ink: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  ink.beginPath()
  ink.moveTo(x - r, y - r)
  ink.lineTo(x + r, y + r)
  ink.moveTo(x + r, y - r)
  ink.lineTo(x - r, y + r)
  ink.stroke()
}

/** The shape of a buyer or fan with a bar cut out of its middle: bought, and hears nothing. */
function notched(
  ink: CanvasRenderingContext2D,
  notch: 'buyer' | 'fan',
  x: number,
  y: number,
  r: number,
): void {
  if (notch === 'buyer') diamond(ink, x, y, r * 1.08)
  else star(ink, x, y, r * 1.16)
  const gap = Math.max(1.5, r * 0.36)
  ink.clearRect(x - r * 1.2, y - gap / 2, r * 2.4, gap)
}

/** Trust as a part of a circle around the seat, from twelve o'clock. */
function trustArc(
  ink: CanvasRenderingContext2D,
  { x, y, r }: { readonly x: number; readonly y: number; readonly r: number },
  trust: number,
  colour: string | CanvasPattern,
): void {
  if (trust <= 0) return
  const before = ink.globalAlpha
  ink.globalAlpha = before * 0.6
  ink.strokeStyle = colour
  ink.lineWidth = Math.max(1, r * 0.11)
  ink.beginPath()
  ink.arc(x, y, r, -Math.PI / 2, -Math.PI / 2 + trust * Math.PI * 2)
  ink.stroke()
  ink.globalAlpha = before
}
