import { describe, expect, it } from 'vitest'
import { bandOf } from '../../../viz/charts/survival-of-members.ts'
import { stayingOf, staysOf } from '../../../viz/charts/staying.ts'
import { playbackOf, playbackWith } from '../playback.ts'

/** Weeks in remission under 6-mercaptopurine (Freireich 1963), the textbook's example; ended or not known any longer. */
const LEFT = [6, 6, 6, 7, 10, 13, 16, 22, 23]
const CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
const textbook = [
  ...LEFT.map((days) => ({ days, hasLeft: true })),
  ...CENSORED.map((days) => ({ days, hasLeft: false })),
]

describe('how long members stay', () => {
  it('is estimated as in the textbook', () => {
    const { share } = stayingOf(textbook)
    const after = [6, 7, 10, 13, 16, 22, 23].map((days) => share[days + 1]?.toFixed(3))
    expect(after).toEqual(['0.857', '0.807', '0.753', '0.690', '0.627', '0.538', '0.448'])
  })
  it('rests on those who were seen so long', () => {
    const { atRisk } = stayingOf(textbook)
    expect([0, 6, 7, 10, 23].map((days) => atRisk[days])).toEqual([21, 21, 17, 15, 6])
  })
  it('has a median where half have gone', () => expect(stayingOf(textbook).median).toBe(24))
  it('has none where most are still there', () =>
    expect(
      stayingOf([
        { days: 3, hasLeft: true },
        { days: 9, hasLeft: false },
        { days: 9, hasLeft: false },
      ]).median,
    ).toBeNull())
  it('begins with everybody, and with nobody too', () => expect([...stayingOf([]).share]).toEqual([1]))
})

describe('the stays of a run', () => {
  it('are as many as had joined, and end with the departures there were', () => {
    const playback = playbackOf({})
    for (const day of [0, 10, playback.days]) {
      const stays = staysOf(playback, day)
      expect(stays).toHaveLength(day === 0 ? 0 : (playback.series.joined[day] ?? 0))
      expect(stays.filter(({ hasLeft }) => hasLeft)).toHaveLength(playback.series.left[day] ?? 0)
      expect(stays.every(({ days }) => days >= 0)).toBe(true)
    }
  })
  it('of who was removed ends without a departure on that day', () => {
    const removed = playbackWith({ state: 'leaving', flags: 0, joined: 0, days: 1 })
    const none = { seat: new Uint32Array(), day: new Uint16Array(), shares: new Float32Array() }
    expect(staysOf({ ...removed, departures: none }, 1)).toEqual([{ days: 0, hasLeft: false }])
  })
})

it('a band holds the middle eight of ten reruns, as far as they tell', () => {
  const reruns = Array.from({ length: 10 }, (_, run) => ({
    days: Float64Array.from({ length: run === 9 ? 2 : 1 }, () => run / 10),
  }))
  const { low, high } = bandOf(reruns)
  expect([low[0], high[0]]).toEqual([0, 0.8])
  expect([low[1], high[1]]).toEqual([0.9, 0.9])
})
