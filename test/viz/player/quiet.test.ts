import { describe, expect, it } from 'vitest'
import { FRAME, FRAME_BYTES } from '../../../sim/index.ts'
import { quietDays } from '../../../viz/player/quiet.ts'
import { playbackOf, playbackWith } from '../playback.ts'

const still = () => playbackWith({ state: 'lurker', flags: 0, joined: 0, days: 6 })

describe('a quiet day', () => {
  it('is one on which nobody changes', () =>
    expect([...quietDays(6, [still()], [])]).toEqual([1, 1, 1, 1, 1, 1]))
  it('is not one on which a seat changes its state', () => {
    const playback = still()
    playback.frames[4 * FRAME_BYTES + FRAME.state] = 0
    expect([...quietDays(6, [playback], [])]).toEqual([1, 1, 1, 0, 0, 1])
  })
  it('may see trust and fatigue change', () => {
    const playback = still()
    playback.frames[4 * FRAME_BYTES + FRAME.trust] = 99
    expect([...quietDays(6, [playback], [])]).toEqual([1, 1, 1, 1, 1, 1])
  })
  it('is quiet on every side', () => {
    const other = still()
    other.frames[2 * FRAME_BYTES + FRAME.state] = 0
    expect([...quietDays(6, [still(), other], [])]).toEqual([1, 0, 0, 1, 1, 1])
  })
  it('has no chapter', () =>
    expect([...quietDays(6, [still()], [{ day: 0 }, { day: 3 }, { day: 6 }])]).toEqual([1, 1, 0, 1, 1, 0]))
  it('may be one on which no more seats change than are allowed to', () => {
    const playback = still()
    playback.frames[4 * FRAME_BYTES + FRAME.state] = 0
    expect([...quietDays(6, [playback], [], { mayChange: 0.99 })]).toEqual([1, 1, 1, 0, 0, 1])
    expect([...quietDays(6, [playback], [], { mayChange: 1 })]).toEqual([1, 1, 1, 1, 1, 1])
  })
  it('may lie after the end of a shorter side', () =>
    expect([...quietDays(8, [still()], [])].slice(6)).toEqual([1, 1]))
  it('of many seats is found like that of one', () => {
    const playback = playbackOf({})
    const { days, seats, frames } = playback
    const states = (day: number): number[] =>
      Array.from(
        { length: seats },
        (_, seat) => frames[(day * seats + seat) * FRAME_BYTES + FRAME.state] ?? 0,
      )
    const expected = Array.from({ length: days }, (_, day) =>
      Number(states(day).join() === states(day + 1).join()),
    )
    expect([...quietDays(days, [playback], [])]).toEqual(expected)
  })
})
