import {
  FRAME,
  FRAME_BUYER,
  FRAME_BYTES,
  FRAME_FAN,
  FRAME_MET,
  FRAME_OPENED,
  FRAME_SPOKE,
  SEAT_STATES,
} from '../../sim/index.ts'
import type { Playback, SeatState } from '../../sim/index.ts'

/** The truth, or only what the owner of a group can see of it: mutes and sleepers look like lurkers. */
export type View = 'truth' | 'owner'

const STATE_NUMBER = Object.fromEntries(SEAT_STATES.map((state, number) => [state, number])) as Record<
  SeatState,
  number
>
const WEEK = 7

/** The frame after `day` whole days: a view into the playback, so a seek costs nothing. */
export function frameAt(playback: Playback, day: number): Uint8Array {
  const bytes = playback.seats * FRAME_BYTES
  return playback.frames.subarray(day * bytes, (day + 1) * bytes)
}

/** Everything that the card of a seat tells. */
export interface Seat {
  readonly state: SeatState
  readonly trust: number
  readonly value: number
  readonly fatigue: number
  readonly orders: number
  readonly buyer: boolean
  readonly fan: boolean
  readonly opened: boolean
  /** Has met others in person. */
  readonly met: boolean
}

export function seatAt(playback: Playback, day: number, seat: number, view: View): Seat {
  const frame = frameAt(playback, day)
  const at = seat * FRAME_BYTES
  const byte = (offset: number): number => frame[at + offset] ?? 0
  const flags = byte(FRAME.flags)
  return {
    state: SEAT_STATES[stateSeen(playback, day, seat, view)] ?? 'empty',
    trust: byte(FRAME.trust) / 255,
    value: byte(FRAME.value) / 255,
    fatigue: byte(FRAME.fatigue) / 255,
    orders: byte(FRAME.orders),
    buyer: (flags & FRAME_BUYER) !== 0,
    fan: (flags & FRAME_FAN) !== 0,
    opened: (flags & FRAME_OPENED) !== 0,
    met: (flags & FRAME_MET) !== 0,
  }
}

/** Number (in SEAT_STATES) of the state in which a watcher sees a seat. */
export function stateSeen(playback: Playback, day: number, seat: number, view: View): number {
  const frame = frameAt(playback, day)
  const at = seat * FRAME_BYTES
  const state = frame[at + FRAME.state] ?? 0
  const hidden = state === STATE_NUMBER.muted || state === STATE_NUMBER.zombie
  if (view === 'truth' || !hidden) return state
  const flags = frame[at + FRAME.flags] ?? 0
  if (flags & FRAME_FAN) return STATE_NUMBER.fan
  if (flags & FRAME_BUYER) return STATE_NUMBER.buyer
  if (day - 1 - (playback.joinedDay[seat] ?? 0) < WEEK) return STATE_NUMBER.newcomer
  return spokeLately(playback, day, seat) ? STATE_NUMBER.active : STATE_NUMBER.lurker
}

/** Seats in each state after each day, as the watcher sees them: (days + 1) × SEAT_STATES.length. */
export function countsSeen(playback: Playback, view: View): Uint32Array {
  if (view === 'truth') return playback.stateCounts
  const known = ownerCounts.get(playback)
  if (known) return known
  const counts = new Uint32Array(playback.stateCounts.length)
  for (let day = 0; day <= playback.days; day++) {
    for (let seat = 0; seat < playback.seats; seat++) {
      const at = day * SEAT_STATES.length + stateSeen(playback, day, seat, view)
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  ownerCounts.set(playback, counts)
  return counts
}

const ownerCounts = new WeakMap<Playback, Uint32Array>()

/** Number of seats in one state after `day` whole days. */
export function countOf(counts: Uint32Array, day: number, state: SeatState): number {
  return counts[day * SEAT_STATES.length + STATE_NUMBER[state]] ?? 0
}

function spokeLately(playback: Playback, day: number, seat: number): boolean {
  for (let back = 0; back < WEEK && day - back > 0; back++) {
    const flags = playback.frames[((day - back) * playback.seats + seat) * FRAME_BYTES + FRAME.flags] ?? 0
    if (flags & FRAME_SPOKE) return true
  }
  return false
}
