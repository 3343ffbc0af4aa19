import { describe, expect, it } from 'vitest'
import { dotAt, layOutStrip, strideOf } from '../../../viz/tuning/strip.ts'
import type { StripRow } from '../../../viz/tuning/strip.ts'

const row = (...values: number[]): StripRow => ({
  letter: 'A',
  dots: values.map((value, run) => ({ run, value })),
  median: 0,
})

describe('a strip', () => {
  it('has zero on its scale, and some length even where all is zero', () => {
    expect(strideOf([row(5, 9)])).toEqual({ low: 0, high: 9 })
    expect(strideOf([row(-3, -1)])).toEqual({ low: -3, high: 0 })
    expect(strideOf([row(0)])).toEqual({ low: 0, high: 1 })
  })

  it('finds the run of the dot that is pointed at, and none where none is near', () => {
    const layout = layOutStrip([row(0, 50, 100), row(100, 0, 50)], 400)
    for (const { row: of, run, x, y } of layout.places)
      expect(dotAt(layout, { x: x + 2, y: y - 1 })).toEqual({ row: of, run })
    expect(dotAt(layout, { x: layout.x(25), y: 11 })).toBeNull()
  })

  it('has room for all of its rows', () => {
    const { height, places } = layOutStrip([row(1), row(2)], 300)
    expect(places.every(({ x, y }) => x > 0 && x < 300 && y > 0 && y < height)).toBe(true)
  })
})
