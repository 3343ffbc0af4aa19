import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, quantile } from '../../sim/lab/quantile.ts'

describe('a quantile', () => {
  it('is linear between the sorted values (type 7)', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5], 0.9)).toBeCloseTo(4.6, 12)
    expect(median([7])).toBe(7)
  })

  it('is infinite where the runs on both sides never die, and no number is lost to ∞ − ∞', () => {
    expect(quantile([1, Infinity, Infinity], 0.75)).toBe(Infinity)
    expect(quantile([Infinity, Infinity], 0.5)).toBe(Infinity)
  })

  it('lies between the smallest and the largest value and rises with p', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          expect(quantile(values, p)).toBeGreaterThanOrEqual(Math.min(...values))
          expect(quantile(values, p)).toBeLessThanOrEqual(quantile(values, 1))
        },
      ),
    ))

  it('of nothing is refused', () => {
    expect(() => quantile([], 0.5)).toThrow('at least one value')
  })
})
