import type { SeenKind } from './seen.ts'

/** A box by its middle, in CSS pixels. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The mark of a kind of message: ● useful, ■ ad, ▮ packet, · talk, ▲ meeting. */
export function tickPath(kind: SeenKind, { x, y, width, height }: Box): string {
  const [w, h] = [width / 2, height / 2]
  switch (kind) {
    case 'useful':
      return ellipse(x, y, w, h)
    case 'chatter':
      return ellipse(x, y, 0.6 * Math.min(w, h), 0.6 * Math.min(w, h))
    case 'ads':
      return box(x, y, w, h)
    case 'packets':
      return box(x, y, w * 0.55, h)
    case 'meetings':
      return `M${round(x - w)},${round(y + h)}L${round(x)},${round(y - h)}L${round(x + w)},${round(y + h)}Z`
  }
}

function box(x: number, y: number, w: number, h: number): string {
  return `M${round(x - w)},${round(y - h)}h${round(2 * w)}v${round(2 * h)}h${round(-2 * w)}Z`
}

function ellipse(x: number, y: number, w: number, h: number): string {
  const arc = `a${round(w)},${round(h)} 0 1,1`
  return `M${round(x - w)},${round(y)}${arc} ${round(2 * w)},0${arc} ${round(-2 * w)},0Z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
