import { h } from '../dom.ts'

/** Diagonal lines: a score that somebody in this place cannot see. One colour where patterns are not to be had. */
export function hatchIn(
  ink: CanvasRenderingContext2D,
  colour: string,
  ratio: number,
): CanvasPattern | string {
  const size = Math.max(3, Math.round(4 * ratio))
  const tile = h('canvas', { width: size, height: size })
  const lines = tile.getContext('2d')
  if (!lines) return colour
  lines.strokeStyle = colour
  lines.lineWidth = Math.max(1, 1.4 * ratio)
  lines.beginPath()
  for (const from of [-size, 0, size]) {
    lines.moveTo(from, size)
    lines.lineTo(from + size, 0)
  }
  lines.stroke()
  return ink.createPattern(tile, 'repeat') ?? colour
}
