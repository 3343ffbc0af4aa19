import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayTicks } from '../../../viz/charts/axes.ts'
import { weekly } from '../../../viz/charts/activity.ts'
import { spread } from '../../../viz/charts/chart.ts'
import { heaviest } from '../../../viz/charts/labels.ts'
import type { Label } from '../../../viz/charts/labels.ts'
import { meetingDays } from '../../../viz/charts/meetings.ts'
import { paneAreas } from '../../../viz/charts/panes.ts'
import { playbackOf } from '../playback.ts'

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
  it('that have no room above each other give way to the heaviest, and all to what is strong', () => {
    const label = (key: string, weight: number, strong = false): Label => ({
      key,
      text: key,
      y: 0,
      colour: '',
      weight,
      strong,
    })
    const all = [label('thin', 1), label('line', 0, true), label('thick', 9), label('middling', 5)]
    expect(heaviest(all, 4)).toEqual(all)
    expect(heaviest(all, 3).map(({ key }) => key)).toEqual(['line', 'thick', 'middling'])
    expect(heaviest(all, 2).map(({ key }) => key)).toEqual(['line', 'thick'])
    expect(heaviest(all, 0).map(({ key }) => key)).toEqual(['line'])
  })
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

describe('panes', () => {
  it('do not overlap, stay in their picture, and leave a line above each of several', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 330, max: 900 }),
        fc.integer({ min: 110, max: 400 }),
        fc.integer({ min: 13, max: 22 }),
        (count, width, height, em) => {
          const areas = paneAreas(count, { width, height, em }, em * 2.5)
          expect(areas).toHaveLength(count)
          for (const { left, right, top, bottom } of areas) {
            expect(right).toBeGreaterThan(left)
            expect(bottom).toBeGreaterThan(top)
            expect(right).toBeLessThanOrEqual(width)
            expect(bottom).toBeLessThanOrEqual(height)
            expect(top).toBeGreaterThanOrEqual(count > 1 ? em : 0)
          }
          for (const [at, area] of areas.entries())
            for (const other of areas.slice(at + 1))
              expect(other.left >= area.right || other.top >= area.bottom).toBe(true)
        },
      ),
    ))
})

describe('offline events', () => {
  it('are the days on which members met', () => {
    const { activity } = playbackOf({})
    const meetings = Float64Array.of(0, 2, 0, 0, 1)
    expect(meetingDays(playbackOf({ days: 5, activity: { ...activity, meetings } }))).toEqual([1, 4])
  })
})
