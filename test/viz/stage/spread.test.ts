import { describe, expect, it } from 'vitest'
import { FRAME, FRAME_BYTES, SEAT_STATES } from '../../../sim/index.ts'
import type { SeatState } from '../../../sim/index.ts'
import { spreadOf } from '../../../viz/stage/spread.ts'
import { playbackOf } from '../playback.ts'

/** One frame with these people in it: state and trust in 255ths. */
function playbackAt(people: readonly (readonly [SeatState, number])[]) {
  const frames = new Uint8Array(people.length * FRAME_BYTES)
  people.forEach(([state, trust], seat) => {
    frames[seat * FRAME_BYTES] = SEAT_STATES.indexOf(state)
    frames[seat * FRAME_BYTES + FRAME.trust] = trust
  })
  return playbackOf({ days: 0, seats: people.length, frames })
}

describe('the temperature of a group', () => {
  it('has the middle member as its median and eight in ten between its ends', () => {
    const people = Array.from({ length: 11 }, (_, place) => ['lurker', place * 25] as const)
    expect(spreadOf(playbackAt(people), 0, 'trust')).toEqual({
      low: 25 / 255,
      median: 125 / 255,
      high: 225 / 255,
    })
  })

  it('is that of those who are there', () => {
    const people = [
      ['gone', 255],
      ['leaving', 255],
      ['empty', 255],
      ['muted', 51],
    ] as const
    expect(spreadOf(playbackAt(people), 0, 'trust')).toEqual({ low: 0.2, median: 0.2, high: 0.2 })
  })

  it('cannot be told where nobody is', () =>
    expect(spreadOf(playbackAt([['gone', 100]]), 0, 'interest')).toBeNull())
})
