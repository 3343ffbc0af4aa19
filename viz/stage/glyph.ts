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
}

/** Draws a glyph into the square cell whose upper left corner is (x, y). Shape and colour say the same. */
export function drawGlyph(
  ink: CanvasRenderingContext2D,
  glyph: Glyph,
  place: { readonly x: number; readonly y: number; readonly size: number; readonly detail: Detail },
  palette: Palette,
): void {
  const { size, detail } = place
  const x = place.x + size / 2
  const y = place.y + size / 2
  const { state } = glyph
  if (state === 'empty') return dot(ink, x, y, Math.max(0.75, size * 0.05), palette.free)
  if (detail === 'square') return square(ink, glyph, x, y, size, palette)
  const thin = Math.max(1, size * 0.08)
  if (state === 'gone') {
    ink.strokeStyle = palette.vacant
    ink.lineWidth = 1
    const side = Math.round(size * 0.52)
    return ink.strokeRect(Math.round(x - side / 2) + 0.5, Math.round(y - side / 2) + 0.5, side - 1, side - 1)
  }
  const colour = palette.states[state]
  ink.fillStyle = colour
  ink.strokeStyle = colour
  ink.lineWidth = thin
  const r = detail === 'full' ? size * 0.3 : size * 0.39
  switch (state) {
    case 'newcomer':
      ink.lineWidth = Math.max(1, r * 0.26)
      ring(ink, x, y, r * 0.87)
      dot(ink, x, y, r * 0.36, colour)
      break
    case 'active':
      dot(ink, x, y, r * 0.95, colour)
      break
    case 'lurker':
      ink.lineWidth = Math.max(1, r * 0.2)
      ring(ink, x, y, r * 0.6)
      break
    case 'muted':
      if (glyph.notch === null) bar(ink, x, y, r)
      else notched(ink, glyph.notch, x, y, r)
      break
    case 'zombie':
      if (glyph.notch === null) hollowBar(ink, x, y, r)
      else notched(ink, glyph.notch, x, y, r)
      break
    case 'fan':
      star(ink, x, y, r * 1.16)
      break
    case 'buyer':
      diamond(ink, x, y, r * 1.08)
      break
    case 'leaving':
      ink.lineWidth = Math.max(1.5, r * 0.34)
      cross(ink, x, y, r * 0.8)
      return
  }
  if (detail === 'full' && glyph.trust !== null) trustArc(ink, x, y, size, glyph.trust, colour)
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
  const left = Math.round(x - side / 2)
  const top = Math.round(y - side / 2)
  if (glyph.state === 'gone' || glyph.state === 'empty') {
    ink.strokeStyle = palette.vacant
    ink.lineWidth = 1
    ink.strokeRect(left + 0.5, top + 0.5, side - 1, side - 1)
    return
  }
  ink.fillStyle = palette.states[glyph.state]
  ink.fillRect(left, top, side, side)
}

function dot(ink: CanvasRenderingContext2D, x: number, y: number, r: number, colour: string): void {
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
  x: number,
  y: number,
  size: number,
  trust: number,
  colour: string,
): void {
  if (trust <= 0) return
  ink.globalAlpha = 0.55
  ink.strokeStyle = colour
  ink.lineWidth = Math.max(1, size * 0.045)
  ink.beginPath()
  ink.arc(x, y, size * 0.43, -Math.PI / 2, -Math.PI / 2 + trust * Math.PI * 2)
  ink.stroke()
  ink.globalAlpha = 1
}
