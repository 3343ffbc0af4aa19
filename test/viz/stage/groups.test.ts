import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FRAME_BYTES, SEAT_STATES } from '../../../sim/index.ts'
import type { SeatState } from '../../../sim/index.ts'
import { groupsOf, membersIn } from '../../../viz/stage/group-members.ts'
import { nextInState, seatsByState } from '../../../viz/stage/reader-seats.ts'
import { shapeTiles } from '../../../viz/stage/tiles.ts'
import { playbackOf } from '../playback.ts'

const states: readonly SeatState[] = ['active', 'gone', 'lurker', 'muted', 'empty']
const of = Uint16Array.of(0, 0, 1, 1, 1)

function playback() {
  const frames = new Uint8Array(states.length * FRAME_BYTES)
  states.forEach((state, seat) => {
    frames[seat * FRAME_BYTES] = SEAT_STATES.indexOf(state)
  })
  return playbackOf({ days: 0, seats: states.length, frames })
}

describe('groups', () => {
  it('count who is there', () => {
    const count = membersIn(playback(), of, 2)
    expect([count(0, 0), count(0, 1)]).toEqual([1, 2])
  })
  it('are told apart only where there are several', () => expect(groupsOf(playback())).toBeNull())
})

describe('small walls', () => {
  it('are five by four on the stage of a projector', () =>
    expect(shapeTiles(20, { width: 1240, height: 640 }, 30).columns).toBe(5))
  it('stand side by side as far as names allow where a room is too low for them', () =>
    expect(shapeTiles(20, { width: 315, height: 384 }, 24).columns).toBe(2))
  it('are never too narrow for a name, nor lower than can be seen', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 280, max: 2000 }),
        fc.integer({ min: 100, max: 900 }),
        (count, width, height) => {
          const tile = shapeTiles(count, { width, height }, 24)
          expect(tile.columns).toBeLessThanOrEqual(count)
          expect(tile.width).toBeGreaterThan(100)
          expect(tile.height).toBeGreaterThanOrEqual(56)
        },
      ),
    ))
})

describe('the list of states', () => {
  const stateOf = (seat: number) => SEAT_STATES.indexOf(states[seat] as SeatState)
  it('holds each seat once, with its state', () => {
    const found = seatsByState(states.length, stateOf, null)
    expect(found.flat().sort()).toEqual([0, 1, 2, 3, 4])
    expect(found[SEAT_STATES.indexOf('muted')]).toEqual([3])
  })
  it('holds the seats of one group', () =>
    expect(seatsByState(states.length, stateOf, { of, is: 1 }).flat().sort()).toEqual([2, 3, 4]))
  it('leads from seat to seat, and from the last to the first', () =>
    expect([-1, 2, 5, 9].map((after) => nextInState([2, 5, 9], after))).toEqual([2, 5, 9, 2]))
  it('leads nowhere from an empty state', () => expect(nextInState([], 3)).toBe(-1))
})
