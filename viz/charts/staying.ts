import { FRAME, FRAME_BYTES, SEAT_STATES } from '../../sim/index.ts'
import type { Playback } from '../../sim/index.ts'
import { frameAt } from '../player/frames.ts'

/** How long somebody has been seen to stay, in days after the day of joining. */
export interface Stay {
  readonly days: number
  /** She left of her own will on that day; otherwise nothing is known of the time after it. */
  readonly hasLeft: boolean
}

/** The product-limit estimate (Kaplan & Meier 1958) of how long members stay. */
export interface Staying {
  /** Share still there k days after joining, at index k; as far as anybody was seen. */
  readonly share: Float64Array
  /** Members who were seen for at least k days, at index k: those on whom the estimate rests from there on. */
  readonly atRisk: Uint32Array
  /** Days after which no more than half are still there; null where more than half are to the end. */
  readonly median: number | null
}

/**
 * The stays of all who had joined after so many whole days. To leave is the event. Who is still there was seen until
 * that day, and who was removed by a moderator until the day of the removal: how long she would have stayed is not known.
 */
export function staysOf(playback: Playback, day: number): Stay[] {
  const { joinedDay } = playback
  const ends = endsOf(playback)
  const stays: Stay[] = []
  joinedDay.forEach((joined, seat) => {
    if (joined >= day) return
    const end = ends.day[seat] as number
    const isOver = end >= 0 && end < day
    stays.push({
      days: (isOver ? end : day - 1) - joined,
      hasLeft: isOver && ends.hasLeft[seat] === 1,
    })
  })
  return stays
}

export function stayingOf(stays: readonly Stay[]): Staying {
  const longest = stays.reduce((most, { days }) => Math.max(most, days), -1)
  const left = new Uint32Array(longest + 1)
  const atRisk = new Uint32Array(longest + 1)
  for (const { days, hasLeft } of stays) {
    if (hasLeft) left[days] = (left[days] as number) + 1
    atRisk[days] = (atRisk[days] as number) + 1
  }
  for (let days = longest - 1; days >= 0; days--)
    atRisk[days] = (atRisk[days] as number) + (atRisk[days + 1] as number)
  const share = new Float64Array(longest + 2)
  share[0] = 1
  let median: number | null = null
  for (let days = 0; days <= longest; days++) {
    const still = (share[days] as number) * (1 - (left[days] as number) / (atRisk[days] as number))
    share[days + 1] = still
    if (median === null && still <= 0.5) median = days + 1
  }
  return { share, atRisk, median }
}

/** On which day each seat was left, −1 where it is not, and whether it was of her own will. */
interface Ends {
  readonly day: Int32Array
  readonly hasLeft: Uint8Array
}

function endsOf(playback: Playback): Ends {
  const found = known.get(playback)
  if (found) return found
  const { seats, days, departures } = playback
  const day = new Int32Array(seats).fill(-1)
  const hasLeft = new Uint8Array(seats)
  departures.seat.forEach((seat, at) => {
    day[seat] = departures.day[at] as number
    hasLeft[seat] = 1
  })
  const last = frameAt(playback, days)
  for (let seat = 0; seat < seats; seat++) {
    if (day[seat] === -1 && isGone(last, seat)) day[seat] = removalOf(playback, seat)
  }
  const ends = { day, hasLeft }
  known.set(playback, ends)
  return ends
}

const known = new WeakMap<Playback, Ends>()

/** The day before the first frame in which she is gone. */
function removalOf(playback: Playback, seat: number): number {
  let first = playback.days
  while (first > 1 && isGone(frameAt(playback, first - 1), seat)) first -= 1
  return first - 1
}

function isGone(frame: Uint8Array, seat: number): boolean {
  const state = SEAT_STATES[frame[seat * FRAME_BYTES + FRAME.state] as number]
  return state === 'gone' || state === 'leaving'
}
