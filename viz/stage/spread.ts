import { FRAME_BYTES, SEAT_STATES } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'
import { frameAt } from '../player/frames.ts'
import { BYTE_OF } from './look.ts'

/** A score among those present: its median, and between what eight in ten of them lie. 0–1. */
export interface Spread {
  readonly low: number
  readonly median: number
  readonly high: number
}

const PRESENT = SEAT_STATES.map((state) => state !== 'empty' && state !== 'leaving' && state !== 'gone')

/** The spread after `day` whole days; null when nobody is there. */
export function spreadOf(playback: Playback, day: number, score: 'trust' | 'interest'): Spread | null {
  const frame = frameAt(playback, day)
  const offset = BYTE_OF[score]
  const counts = new Uint32Array(256)
  let present = 0
  for (let at = 0; at < frame.length; at += FRAME_BYTES) {
    if (!PRESENT[frame[at] as number]) continue
    counts[frame[at + offset] as number]! += 1
    present += 1
  }
  if (present === 0) return null
  return {
    low: quantile(counts, present, 0.1),
    median: quantile(counts, present, 0.5),
    high: quantile(counts, present, 0.9),
  }
}

/** The smallest score that at least this share of people do not exceed. */
function quantile(counts: Uint32Array, of: number, share: number): number {
  const wanted = Math.max(1, Math.ceil(of * share))
  let seen = 0
  for (let byte = 0; byte < counts.length; byte++) {
    seen += counts[byte] as number
    if (seen >= wanted) return byte / 255
  }
  return 1
}
