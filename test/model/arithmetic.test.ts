import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, exponential, gate, hill, roundByDraw, saturate } from '../../sim/model/arithmetic.ts'

const aPositive = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
const anyNumber = fc.double({ min: -1e6, max: 1e6, noNaN: true })

describe.each([
  ['saturate', saturate, [1 / 2, 3 / 4, 1 / 4]],
  ['hill', hill, [1 / 2, 9 / 10, 1 / 10]],
  ['gate', gate, [1 / 2, 81 / 82, 1 / 82]],
] as const)('%s', (_name, curve, [half, three, third]) => {
  it('is a half at its half point, and as steep as it says beside it', () => {
    expect(curve(2, 2)).toBeCloseTo(half, 12)
    expect(curve(6, 2)).toBeCloseTo(three, 12)
    expect(curve(2 / 3, 2)).toBeCloseTo(third, 12)
  })

  it('is 0 for nothing and for less than nothing', () => {
    for (const x of [0, -0, -1, -1e300, -Infinity]) expect(curve(x, 2)).toBe(0)
  })

  it('is always a share', () =>
    fc.assert(
      fc.property(anyNumber, aPositive, (x, at) => {
        expect(curve(x, at)).toBeGreaterThanOrEqual(0)
        expect(curve(x, at)).toBeLessThanOrEqual(1)
      }),
    ))

  it('grows with x, and falls with the half point', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (x, at) => {
          expect(curve(x * 1.1, at)).toBeGreaterThan(curve(x, at))
          expect(curve(x, at * 1.1)).toBeLessThan(curve(x, at))
        },
      ),
    ))
})

describe('cut', () => {
  it('leaves what lies within 0 and 1, and moves the rest to the nearer end', () => {
    expect([-5, -0.001, 0, 0.3, 1, 1.001, 9].map(cut)).toEqual([0, 0, 0, 0.3, 1, 1, 1])
  })
})

describe('exponential', () => {
  it('is within 1 % of e to the x up to ±4', () => {
    for (let x = -4; x <= 4; x += 1 / 64)
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(0.01)
  })

  it('is within a ten-thousandth for the spread of towns', () => {
    for (let x = -0.4; x <= 0.4; x += 1 / 64)
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-4)
  })

  it('is 1 at 0, exactly, and grows', () => {
    expect(exponential(0)).toBe(1)
    for (let x = -5; x < 5; x += 0.1) expect(exponential(x + 0.1)).toBeGreaterThan(exponential(x))
  })
})

describe('rounding by a draw', () => {
  it('goes up when the draw falls below the rest, and not on the rest itself', () => {
    expect(roundByDraw(2.25, 0)).toBe(3)
    expect(roundByDraw(2.25, 0.2499)).toBe(3)
    expect(roundByDraw(2.25, 0.25)).toBe(2)
    expect(roundByDraw(2.25, 0.999)).toBe(2)
  })

  it('leaves whole numbers alone', () => {
    for (const u of [0, 0.5, 0.999999]) expect([0, 1, 7].map((x) => roundByDraw(x, u))).toEqual([0, 1, 7])
  })

  it('gives x on average', () => {
    const of = (x: number) => {
      let sum = 0
      for (let n = 0; n < 1000; n++) sum += roundByDraw(x, n / 1000)
      return sum / 1000
    }
    for (const x of [0.1, 0.5, 1.337, 4.999]) expect(of(x)).toBeCloseTo(x, 2)
  })
})
