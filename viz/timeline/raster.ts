import { h } from '../dom.ts'
import type { Playback } from '../../sim/index.ts'
import type { Palette } from '../stage/palette.ts'
import { RASTER_KINDS, activityOf, binPerPixel, departuresPerDay } from './bins.ts'
import type { RasterKind } from './bins.ts'

/** Kinds that are counted alike and share a scale; packets and meetings have each their own. */
const MESSAGES: readonly RasterKind[] = ['useful', 'ads', 'chatter']
/** Days at least this wide have a gap between them, in pixels of the screen. */
const GAPPED = 4
/** Part of the height that departures take. */
const HEAT_PART = 0.24

export interface Raster {
  readonly element: HTMLCanvasElement
  readonly draw: () => void
}

/**
 * What went on, a row a kind and a bar a day, and under it how many left. A picture for the eye: every number in it is
 * told by the preview and by the tables of the charts.
 */
export function createRaster(options: {
  readonly days: number
  readonly playback: () => Playback | null
  readonly palette: () => Palette
}): Raster {
  const element = h('canvas', { class: 'raster', 'aria-hidden': 'true' })

  function draw(): void {
    const ratio = Math.min(2, devicePixelRatio || 1)
    const width = Math.round(element.clientWidth * ratio)
    const height = Math.round(element.clientHeight * ratio)
    element.width = width // clears it, too
    element.height = height
    const ink = element.getContext('2d')
    const playback = options.playback()
    if (!ink || !playback || width === 0 || height === 0) return
    const heat = Math.max(Math.round(4 * ratio), Math.round(height * HEAT_PART))
    drawRows(ink, playback, { width, height: height - heat - Math.round(ratio) })
    drawHeat(ink, playback, { width, height: heat, top: height - heat })
  }

  function drawRows(
    ink: CanvasRenderingContext2D,
    playback: Playback,
    { width, height }: { readonly width: number; readonly height: number },
  ): void {
    const colours: Partial<Record<string, string>> = options.palette().messages
    const most = Math.max(1, ...MESSAGES.map((kind) => largest(activityOf(playback, kind))))
    RASTER_KINDS.forEach((kind, row) => {
      const perDay = activityOf(playback, kind)
      if (!perDay) return
      const top = Math.round((row * height) / RASTER_KINDS.length)
      const bottom = Math.round(((row + 1) * height) / RASTER_KINDS.length)
      // A pixel of air between rows where there is one to spare.
      const room = Math.max(1, bottom - top - (bottom - top > 4 ? 1 : 0))
      const scale = MESSAGES.includes(kind) ? most : Math.max(1, largest(perDay))
      ink.fillStyle = colours[kind] ?? options.palette().text
      for (const { x, width: wide, value } of binPerPixel(perDay, options.days, width)) {
        const bar = Math.max(1, Math.round(room * Math.sqrt(value / scale)))
        ink.fillRect(x, bottom - bar, wide > GAPPED ? wide - 1 : wide, bar)
      }
    })
  }

  function drawHeat(
    ink: CanvasRenderingContext2D,
    playback: Playback,
    { width, height, top }: { readonly width: number; readonly height: number; readonly top: number },
  ): void {
    const { panel, states } = options.palette()
    ink.fillStyle = panel
    ink.fillRect(0, top, width, height)
    const perDay = departuresPerDay(playback)
    const most = largest(perDay)
    ink.fillStyle = states.leaving
    for (const { x, width: wide, value } of binPerPixel(perDay, options.days, width)) {
      ink.globalAlpha = 0.25 + 0.75 * Math.sqrt(value / most)
      ink.fillRect(x, top, wide, height)
    }
    ink.globalAlpha = 1
  }

  return { element, draw }
}

function largest(values: ArrayLike<number> | null): number {
  let most = 0
  for (let at = 0; at < (values?.length ?? 0); at++) most = Math.max(most, values?.[at] ?? 0)
  return most
}
