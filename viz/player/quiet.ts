import { FRAME, FRAME_BYTES } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'

/**
 * 1 at each day d (0 ≤ d < days) on which nothing is to be seen: no seat of any side (or no more than a share
 * `mayChange` of a side's seats, default 0) changes its state between frame d and frame d + 1, and no chapter falls on
 * it. A side that is over is still.
 */
export function quietDays(
  days: number,
  playbacks: readonly Playback[],
  chapters: readonly { readonly day: number }[],
  { mayChange = 0 }: { readonly mayChange?: number } = {},
): Uint8Array {
  const quiet = new Uint8Array(days).fill(1)
  for (const playback of playbacks) {
    const most = mayChange * playback.seats
    changesPerDay(playback).forEach((changes, day) => {
      if (day < days && changes > most) quiet[day] = 0
    })
  }
  for (const { day } of chapters) if (day > 0 && day <= days) quiet[day - 1] = 0
  return quiet
}

/** Seats that change their state on each day; counted once a playback. */
function changesPerDay(playback: Playback): Uint32Array {
  const known = counted.get(playback)
  if (known) return known
  const { days, seats, frames } = playback
  const changes = new Uint32Array(days)
  const row = seats * FRAME_BYTES
  for (let day = 0; day < days; day++) {
    const from = day * row + FRAME.state
    let count = 0
    for (let at = from; at < from + row; at += FRAME_BYTES) if (frames[at] !== frames[at + row]) count += 1
    changes[day] = count
  }
  counted.set(playback, changes)
  return changes
}

const counted = new WeakMap<Playback, Uint32Array>()
