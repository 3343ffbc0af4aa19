import { FRAME_BYTES } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'
import { frameAt } from '../player/frames.ts'

/** Frames of a loop that move, and those at its end on which it rests. */
const MOVING = 20
const RESTING = 4
/** Milliseconds that each is shown: a loop takes 6 seconds. */
export const KEYFRAME_MS = 250

/** The same story in few frames, evenly spread from the first evening to the last one; "day" k is frame k of them. */
export function thin(playback: Playback, count = MOVING): Playback {
  const bytes = playback.seats * FRAME_BYTES
  const frames = new Uint8Array(count * bytes)
  for (let at = 0; at < count; at++) {
    // The first morning shows nobody yet: a loop that begins with it would flicker.
    const first = Math.min(1, playback.days)
    const day = first + Math.round((at * (playback.days - first)) / Math.max(1, count - 1))
    frames.set(frameAt(playback, day), at * bytes)
  }
  return { ...playback, days: count - 1, frames }
}

/** The frame that is shown after so many steps of a loop. */
export function frameOnStep(step: number, count = MOVING): number {
  return Math.min(count - 1, step % (count + RESTING))
}
