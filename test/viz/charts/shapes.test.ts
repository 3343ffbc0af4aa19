import { describe, expect, it } from 'vitest'
import { areaPath, linePath } from '../../../viz/charts/shapes.ts'
import { barsPath } from '../../../viz/charts/strips.ts'

describe('a line', () => {
  it('goes from point to point', () =>
    expect(
      linePath([
        [0, 1],
        [2, 3.14159],
      ]),
    ).toBe('M0 1L2 3.1'))
  it('is interrupted where nothing can be said', () =>
    expect(
      linePath([
        [0, 1],
        [1, NaN],
        [2, 3],
        [3, 4],
      ]),
    ).toBe('M0 1M2 3L3 4'))
  it('that is stepped stays until the next point', () =>
    expect(
      linePath(
        [
          [0, 1],
          [2, 3],
        ],
        { isStepped: true },
      ),
    ).toBe('M0 1H2V3'))
})

describe('an area', () => {
  it('goes along its top and back along its bottom', () =>
    expect(
      areaPath(
        [
          [0, 1],
          [2, 1],
        ],
        [
          [0, 5],
          [2, 6],
        ],
      ),
    ).toBe('M0 1L2 1L2 6L0 5Z'))
  it('that is stepped has the same steps on both edges', () =>
    expect(
      areaPath(
        [
          [0, 1],
          [2, 2],
        ],
        [
          [0, 5],
          [2, 6],
        ],
        { isStepped: true },
      ),
    ).toBe('M0 1H2V2L2 6V5H0Z'))
  it('of nothing is nothing', () => expect(areaPath([], [])).toBe(''))
})

describe('bars', () => {
  it('stand on zero, hang from it, and leave out days without any', () =>
    expect(barsPath([2, 0, -1], { x: (day) => day * 10, y: (value) => 50 - value })).toBe(
      'M0.0 50.0V48.0H10.0V50.0ZM20.0 50.0V51.0H30.0V50.0Z',
    ))
})
