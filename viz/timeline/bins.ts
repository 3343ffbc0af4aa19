import { SEAT_STATES } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'

/** Rows of the raster from top to bottom: messages by what they are to a member, red packets, meetings. */
export const RASTER_KINDS = ['useful', 'ads', 'chatter', 'packets', 'meetings'] as const
export type RasterKind = (typeof RASTER_KINDS)[number]

/** One mark: from which pixel, how many wide, and the most that one of its days holds. */
export interface Bin {
  readonly x: number
  readonly width: number
  readonly value: number
}

/**
 * Days as marks on `width` pixels, of which each day has width ÷ days. Days that share a pixel share a mark of their
 * largest value, so that a single day is never lost; days with nothing have no mark.
 */
export function binPerPixel(perDay: ArrayLike<number>, days: number, width: number): Bin[] {
  const bins: { x: number; width: number; value: number }[] = []
  for (let day = 0; day < Math.min(days, perDay.length); day++) {
    const value = perDay[day] ?? 0
    if (!(value > 0)) continue
    const x = Math.min(width - 1, Math.floor((day * width) / days))
    const end = Math.max(x + 1, Math.floor(((day + 1) * width) / days))
    const last = bins.at(-1)
    if (last?.x === x) last.value = Math.max(last.value, value)
    else bins.push({ x, width: end - x, value })
  }
  return bins
}

/** What went on on each day; null where a playback does not tell of that kind. */
export function activityOf(playback: Playback, kind: RasterKind): ArrayLike<number> | null {
  const told: Partial<Record<string, ArrayLike<number>>> = playback.activity
  return told[kind] ?? null
}

const LEAVING = SEAT_STATES.indexOf('leaving')

/** Members who left on each day d, at index d. */
export function departuresPerDay(playback: Playback): Uint32Array {
  const { days, stateCounts } = playback
  const { departures }: Playback & { readonly departures?: { readonly day: ArrayLike<number> } } = playback
  const perDay = new Uint32Array(days)
  for (let at = 0; at < (departures?.day.length ?? 0); at++) {
    const day = departures?.day[at] ?? days
    if (day < days) perDay[day] = (perDay[day] ?? 0) + 1
  }
  if (departures) return perDay
  for (let day = 0; day < days; day++) {
    perDay[day] = stateCounts[(day + 1) * SEAT_STATES.length + LEAVING] ?? 0
  }
  return perDay
}
