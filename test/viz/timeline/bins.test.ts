import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEAT_STATES } from '../../../sim/index.ts'
import { RASTER_KINDS, activityOf, binPerPixel, departuresPerDay } from '../../../viz/timeline/bins.ts'
import { playbackOf } from '../playback.ts'

describe('the raster', () => {
  it('gives a day its share of the width', () =>
    expect(binPerPixel([0, 3, 1], 3, 30)).toEqual([
      { x: 10, width: 10, value: 3 },
      { x: 20, width: 10, value: 1 },
    ]))
  it('shows the largest of the days that share a pixel', () =>
    expect(binPerPixel([1, 5, 0, 2], 4, 2)).toEqual([
      { x: 0, width: 1, value: 5 },
      { x: 1, width: 1, value: 2 },
    ]))
  it('stays inside, leaves no day out and draws no pixel twice', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 900 }),
        (perDay, width) => {
          const bins = binPerPixel(perDay, perDay.length, width)
          let end = 0
          for (const bin of bins) {
            expect(bin.x).toBeGreaterThanOrEqual(end)
            end = bin.x + bin.width
          }
          expect(end).toBeLessThanOrEqual(width)
          expect(Math.max(0, ...bins.map(({ value }) => value))).toBe(Math.max(...perDay))
        },
      ),
    ))
  it('has a row for each kind of activity that a playback tells of', () => {
    const playback = playbackOf({})
    const told = RASTER_KINDS.filter((kind) => activityOf(playback, kind) !== null)
    expect([...told].sort()).toEqual(Object.keys(playback.activity).sort())
  })
})

describe('departures', () => {
  it('of a day are the members who were leaving at its end', () => {
    const { days, stateCounts, series } = playbackOf({})
    const perDay = departuresPerDay(playbackOf({}))
    expect(perDay).toHaveLength(days)
    const leaving = SEAT_STATES.indexOf('leaving')
    expect([...perDay]).toEqual(
      Array.from({ length: days }, (_, day) => stateCounts[(day + 1) * SEAT_STATES.length + leaving]),
    )
    expect(series.members).toHaveLength(days + 1)
  })
  it('are counted from the list of departures where a playback has one', () => {
    const listed = { ...playbackOf({ days: 4 }), departures: { day: Uint16Array.of(1, 1, 3) } }
    expect([...departuresPerDay(listed as never)]).toEqual([0, 2, 0, 1])
  })
})
