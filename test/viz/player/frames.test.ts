import { describe, expect, it } from 'vitest'
import { FRAME_BUYER, FRAME_BYTES, FRAME_FAN, FRAME_SPOKE, SEAT_STATES } from '../../../sim/index.ts'
import type { SeatState } from '../../../sim/index.ts'
import { countOf, countsSeen, frameAt, seatAt } from '../../../viz/player/frames.ts'
import { playbackOf, playbackWith } from '../playback.ts'

/** How the owner sees one seat on day 20, that joined on day `joined`. */
function ownerSees(state: SeatState, flags = 0, joined = 0): SeatState {
  return seatAt(playbackWith({ state, flags, joined, days: 20 }), 20, 0, 'owner').state
}

describe('what an owner sees', () => {
  it('of a muted member is a lurker', () => expect(ownerSees('muted')).toBe('lurker'))
  it('of a sleeper is a lurker', () => expect(ownerSees('zombie')).toBe('lurker'))
  it('of a muted buyer is a buyer', () => expect(ownerSees('muted', FRAME_BUYER)).toBe('buyer'))
  it('of a muted fan is a fan, even one who bought', () =>
    expect(ownerSees('muted', FRAME_FAN | FRAME_BUYER)).toBe('fan'))
  it('of a muted newcomer is a newcomer', () => expect(ownerSees('muted', 0, 15)).toBe('newcomer'))
  it('of a muted member who spoke lately is an active one', () =>
    expect(ownerSees('muted', FRAME_SPOKE)).toBe('active'))
  it('of everybody else is the truth', () => {
    const others = SEAT_STATES.filter((state) => state !== 'muted' && state !== 'zombie')
    expect(others.map((state) => ownerSees(state))).toEqual(others)
  })
  it('adds up to as many seats as there are', () => {
    const playback = playbackWith({ state: 'muted', flags: 0, joined: 0, days: 20 })
    const counts = countsSeen(playback, 'owner')
    expect(countOf(counts, 20, 'muted')).toBe(0)
    expect(SEAT_STATES.reduce((sum, state) => sum + countOf(counts, 20, state), 0)).toBe(playback.seats)
  })
})

describe('a seek', () => {
  it('copies nothing', () => {
    const playback = playbackWith({ state: 'lurker', flags: 0, joined: 0, days: 20 })
    const frame = frameAt(playback, 7)
    expect(frame.buffer).toBe(playback.frames.buffer)
    expect([frame.byteOffset, frame.length]).toEqual([7 * FRAME_BYTES, FRAME_BYTES])
  })
})

describe('a run of the engine', () => {
  it('counts in each frame what it says it counts', () => {
    const playback = playbackOf({})
    for (const day of [0, 1, Math.floor(playback.days / 2), playback.days]) {
      const frame = frameAt(playback, day)
      const counted = SEAT_STATES.map((state, number) => {
        let count = 0
        for (let seat = 0; seat < playback.seats; seat++) if (frame[seat * FRAME_BYTES] === number) count++
        return [state, count]
      })
      const said = SEAT_STATES.map((state) => [state, countOf(playback.stateCounts, day, state)])
      expect(counted).toEqual(said)
    }
  })
})
