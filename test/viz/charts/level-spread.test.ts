import { describe, expect, it } from 'vitest'
import { FRAME, FRAME_BYTES, SEAT_STATES } from '../../../sim/index.ts'
import { levelHistogram, levelSpread } from '../../../viz/charts/level-spread.ts'
import { playbackOf } from '../playback.ts'

/** The trust of all members present on a day, in order, the slow way. */
function trustsOn(playback: ReturnType<typeof playbackOf>, day: number): number[] {
  const trusts: number[] = []
  for (let seat = 0; seat < playback.seats; seat++) {
    const at = (day * playback.seats + seat) * FRAME_BYTES
    const state = SEAT_STATES[playback.frames[at + FRAME.state] ?? 0] ?? 'empty'
    if (state !== 'empty' && state !== 'leaving' && state !== 'gone')
      trusts.push((playback.frames[at + FRAME.trust] ?? 0) / 255)
  }
  return trusts.sort((one, other) => one - other)
}

describe('the spread of a score', () => {
  it('is that of the members present, by nearest rank', () => {
    const playback = playbackOf({})
    const { low, median, high } = levelSpread(playback, 'trust')
    for (const day of [1, 10, playback.days]) {
      const trusts = trustsOn(playback, day)
      expect(trusts.length).toBeGreaterThan(5)
      expect(trusts).toHaveLength(playback.series.members[day] ?? 0)
      const rank = (tenths: number) => trusts[Math.ceil((tenths * trusts.length) / 10) - 1]
      expect([low[day], median[day], high[day]]).toEqual([rank(1), rank(5), rank(9)])
    }
  })
  it('is unknown where nobody is there', () => {
    const playback = playbackOf({ days: 1, seats: 1, frames: new Uint8Array(2 * FRAME_BYTES) })
    expect([...levelSpread(playback, 'fatigue').median]).toEqual([NaN, NaN])
  })
})

describe('the histogram of a score', () => {
  it('has every member present in it', () => {
    const playback = playbackOf({})
    const bins = levelHistogram(playback, 'trust', { day: 20, bins: 12, top: 1 })
    expect(bins.reduce((sum, count) => sum + count, 0)).toBe(playback.series.members[20])
  })
  it('puts who stands above the top into the last part', () => {
    const frames = new Uint8Array(FRAME_BYTES * 2)
    frames[FRAME_BYTES + FRAME.state] = SEAT_STATES.indexOf('lurker')
    frames[FRAME_BYTES + FRAME.fatigue] = 200
    const playback = playbackOf({ days: 1, seats: 1, frames })
    expect([...levelHistogram(playback, 'fatigue', { day: 1, bins: 3, top: 0.5 })]).toEqual([0, 0, 1])
  })
})
