import { FRAME, FRAME_BYTES, SEAT_STATES, computePlayback, resolveScenario } from '../../sim/index.ts'
import type { Playback, SeatState } from '../../sim/index.ts'

let short: Playback | undefined

/** A small community in a few words, with some of them replaced. */
export function scenarioWith(parts: Readonly<Record<string, unknown>>): unknown {
  return {
    format: 'qunxiang-scenario/1',
    name: 'A short run',
    days: 40,
    market: { people: 500, pains: { gifts: 0.4 } },
    community: { positioning: { focus: { gifts: 1 } } },
    founders: 20,
    offer: { solves: 'gifts', quality: 0.7, price: 50, unitCost: 20 },
    plan: [{ from: 0, ads: { perDay: 0 } }],
    ...parts,
  }
}

/** A short real run, with some of its parts replaced. */
export function playbackOf(parts: Partial<Playback>): Playback {
  short ??= computePlayback(
    resolveScenario(scenarioWith({}), 'short', () => undefined),
    '1',
  )
  return { ...short, ...parts }
}

/** One seat that is the same on every day. */
export function playbackWith(seat: {
  readonly state: SeatState
  readonly flags: number
  readonly joined: number
  readonly days: number
}): Playback {
  const { state, flags, joined, days } = seat
  const frames = new Uint8Array((days + 1) * FRAME_BYTES)
  const stateCounts = new Uint32Array((days + 1) * SEAT_STATES.length)
  const number = SEAT_STATES.indexOf(state)
  for (let day = 0; day <= days; day++) {
    frames[day * FRAME_BYTES + FRAME.state] = number
    frames[day * FRAME_BYTES + FRAME.flags] = flags
    stateCounts[day * SEAT_STATES.length + number] = 1
  }
  return playbackOf({ days, seats: 1, frames, stateCounts, joinedDay: Uint16Array.of(joined) })
}
