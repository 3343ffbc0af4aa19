import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  SPEEDS,
  advance,
  changeSpeed,
  defaultSpeed,
  pause,
  play,
  press,
  seek,
  shownDay,
  startClock,
  step,
  withSpeed,
} from '../../../viz/player/clock.ts'
import type { Clock } from '../../../viz/player/clock.ts'

const brisk = { calm: false }
const aClock: fc.Arbitrary<Clock> = fc
  .record({
    days: fc.integer({ min: 1, max: 1500 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    speed: fc.constantFrom(...SPEEDS),
    playing: fc.boolean(),
  })
  .map(({ days, share, speed, playing }) => ({ days, day: days * share, speed, playing }))
const someSeconds = fc.double({ min: 0, max: 100, noNaN: true })

describe('the clock', () => {
  it('never leaves the run', () =>
    fc.assert(
      fc.property(aClock, someSeconds, fc.double(), (clock, seconds, wish) => {
        for (const { day } of [advance(clock, seconds, brisk), seek(clock, wish), step(clock, wish)]) {
          expect(day).toBeGreaterThanOrEqual(0)
          expect(day).toBeLessThanOrEqual(clock.days)
        }
      }),
    ))
  it('never runs backwards', () =>
    fc.assert(
      fc.property(aClock, someSeconds, (clock, seconds) => {
        expect(advance(clock, seconds, brisk).day).toBeGreaterThanOrEqual(clock.day)
      }),
    ))
  it('comes to the same day in many small steps as in a large one', () =>
    fc.assert(
      fc.property(aClock, fc.integer({ min: 1, max: 50 }), (clock, steps) => {
        let small = clock
        for (let at = 0; at < steps; at++) small = advance(small, 0.125, brisk)
        expect(small.day).toBeCloseTo(advance(clock, steps * 0.125, brisk).day, 6)
      }),
    ))
  it('stands still while paused', () => {
    const clock = startClock(180, 12)
    expect(advance(clock, 60, brisk)).toBe(clock)
  })
  it('stops by itself at the end', () => {
    const ended = advance({ days: 180, day: 179, speed: 8, playing: true }, 1, brisk)
    expect(ended).toMatchObject({ day: 180, playing: false })
  })
  it('starts again from the end', () =>
    expect(play(startClock(180, 180))).toMatchObject({ day: 0, playing: true }))
  it('pauses on a whole day', () =>
    expect(pause({ days: 180, day: 12.7, speed: 8, playing: true })).toMatchObject({
      day: 12,
      playing: false,
    }))
  it('steps from the day that is shown', () => {
    const clock = { days: 180, day: 12.7, speed: 8, playing: true }
    expect(step(clock, 1)).toMatchObject({ day: 13, playing: false })
    expect(step(clock, -1).day).toBe(11)
    expect(shownDay(clock)).toBe(12)
  })
  it('shows at most two days a second to those who want calm', () => {
    const clock = play({ ...startClock(180), speed: 16 })
    expect(advance(clock, 1, { calm: true }).day).toBe(2)
  })
})

describe('speeds', () => {
  it('snap to the nearest by ratio', () =>
    expect([0.1, 0.36, 1.5, 7.2, 99].map((wish) => withSpeed(startClock(180), wish).speed)).toEqual([
      0.25, 0.5, 2, 8, 16,
    ]))
  it('begin so that the whole run takes about 25 seconds', () => {
    for (const days of [30, 90, 180, 365]) {
      expect(days / defaultSpeed(days)).toBeGreaterThan(15)
      expect(days / defaultSpeed(days)).toBeLessThan(40)
    }
  })
  it('go up and down one at a time and stop at both ends', () => {
    const clock = startClock(180)
    expect(changeSpeed({ ...clock, speed: 8 }, 1).speed).toBe(16)
    expect(changeSpeed({ ...clock, speed: 16 }, 1).speed).toBe(16)
    expect(changeSpeed({ ...clock, speed: 0.25 }, -1).speed).toBe(0.25)
  })
})

describe('quiet days', () => {
  const quiet = Uint8Array.from({ length: 40 }, (_, day) => Number(day >= 10 && day < 26))
  const pace = { calm: false, quiet }

  it('are passed at sixteen days a second, the others as before', () => {
    const start = play({ ...startClock(40, 10), speed: 1 })
    expect(advance(start, 1, pace).day).toBe(26)
    expect(advance(start, 2, pace).day).toBe(27)
  })
  it('are not passed faster for those who want calm', () =>
    expect(advance(play({ ...startClock(40, 10), speed: 1 }), 1, { ...pace, calm: true }).day).toBe(11))
  it('are walked through alike in small steps and in large ones', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(1), { minLength: 40, maxLength: 40 }), (days) => {
        const mixed = { calm: false, quiet: Uint8Array.from(days), holds: [7, 20] }
        const start = play({ ...startClock(40), speed: 4 })
        let small = start
        for (let at = 0; at < 32; at++) small = advance(small, 0.125, mixed)
        expect(small.day).toBeCloseTo(advance(start, 4, mixed).day, 6)
      }),
    ))
})

describe('held moments', () => {
  const pace = { calm: false, holds: [8] }
  const start = play({ ...startClock(40), speed: 4 })

  it('are come to slowly and stand for two seconds', () => {
    const arrived = advance(start, 7.75 / 4 + 0.25, pace)
    expect(arrived).toMatchObject({ day: 8, holding: 2, playing: true })
    expect(advance(arrived, 1.5, pace)).toMatchObject({ day: 8, holding: 0.5 })
    expect(advance(arrived, 2.5, pace)).toMatchObject({ day: 10, holding: 0 })
  })
  it('end when the button is pressed, which else pauses and plays', () => {
    const arrived = advance(start, 7.75 / 4 + 0.25, pace)
    const pressed = press(arrived)
    expect(pressed).toMatchObject({ day: 8, playing: true })
    expect(advance(pressed, 1, pace).day).toBe(12)
    expect(press(pressed).playing).toBe(false)
    expect(press(press(pressed)).playing).toBe(true)
  })
  it('are not held at one day a second or slower', () =>
    expect(advance({ ...start, speed: 1 }, 10, pace).day).toBe(10))
  it('are over when somebody goes elsewhere', () =>
    expect(seek(advance(start, 7.75 / 4 + 0.25, pace), 20)).toMatchObject({ day: 20, holding: 0 }))
  it('are not held again by playing on from them', () =>
    expect(advance(play({ ...startClock(40, 8), speed: 4 }), 1, pace).day).toBe(12))
})
