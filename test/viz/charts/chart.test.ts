import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayTicks } from '../../../viz/charts/axes.ts'
import { weekly } from '../../../viz/charts/activity.ts'
import { spread } from '../../../viz/charts/chart.ts'

describe('labels at the playhead', () => {
  it('never overlap where there is room, stay inside, and keep their order', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (places) => {
        const spreadOut = spread(places, 20, [0, 200])
        const pairs = places.map((place, at) => ({ place, at, y: spreadOut[at] ?? 0 }))
        pairs.sort((one, other) => one.place - other.place || one.at - other.at)
        for (const [at, { y }] of pairs.entries()) {
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(200)
          const next = pairs[at + 1]
          if (next) expect(next.y - y).toBeGreaterThanOrEqual(20)
        }
      }),
    ))
  it('stay where they are when nothing is near', () =>
    expect(spread([10, 90], 20, [0, 200])).toEqual([10, 90]))
})

describe('the axis of days', () => {
  it.each([
    [180, 4, [0, 60, 120, 180]],
    [180, 7, [0, 30, 60, 90, 120, 150, 180]],
    [30, 5, [0, 7, 14, 21, 28]],
  ])('of %i days in %i steps', (days, most, ticks) => expect(dayTicks(days, most)).toEqual(ticks))
})

describe('messages a day', () => {
  it('are the mean of the last seven days', () =>
    expect(weekly(Float64Array.from({ length: 10 }, () => 3))[10]).toBe(3))
  it('are the mean of fewer days at the start', () =>
    expect([...weekly(Float64Array.of(4, 2))]).toEqual([0, 4, 3]))
  it('forget what is older', () => expect(weekly(Float64Array.of(70, 0, 0, 0, 0, 0, 0, 0))[8]).toBe(0))
})
