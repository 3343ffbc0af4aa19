import { FRAME, FRAME_BYTES, SEAT_STATES } from '../../sim/index.ts'
import type { Playback, Stay } from '../../sim/index.ts'
import { frameAt } from '../player/frames.ts'

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
