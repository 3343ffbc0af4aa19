import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimate, estimatePaired, estimateRatio } from '../../sim/lab/estimate.ts'

describe('an estimate', () => {
  it('has mean, quantiles and Student’s interval', () => {
    const found = estimate([1, 2, 3, null, 4])
    expect(found).toMatchObject({ runs: 4, mean: 2.5, median: 2.5 })
    // s = 1.29099, t(3) = 3.18245: half the width is 2.05426.
    expect(found?.ci95?.[0]).toBeCloseTo(2.5 - 2.05426, 4)
    expect(found?.ci95?.[1]).toBeCloseTo(2.5 + 2.05426, 4)
  })

  it('of one value has no interval, and of none there is none', () => {
    expect(estimate([7])?.ci95).toBeNull()
    expect(estimate([null])).toBeNull()
  })
})

describe('a paired estimate', () => {
  it('of two arms that move together saves the variance that they share', () => {
    const found = estimatePaired([1, 2, 3, 4], [3, 4, 5, 6])
    expect(found).toMatchObject({ mean: 2, ci95: [2, 2], varianceSaved: 1, runsNeeded: 2 })
    expect(found?.correlation).toBeCloseTo(1, 12)
  })

  it('leaves out pairs that are not whole', () => {
    expect(estimatePaired([1, null, 3], [2, 5, null])).toMatchObject({ runs: 1, mean: 1 })
  })

  it('saves 1 − var(b − a) ÷ (var a + var b), and is narrower by the root of what is left', () => {
    const value = fc.integer({ min: -50, max: 50 })
    const arms = fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(arms, (pairs) => {
        const found = estimatePaired(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        )
        if (found === null || found.varianceSaved === null || found.narrower === null) return
        expect(1 / found.narrower ** 2).toBeCloseTo(1 - found.varianceSaved, 8)
        if (found.correlation !== null) expect(Math.abs(found.correlation)).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})

describe('a ratio', () => {
  it('is one of means, with an interval of no width where every pair has the same', () => {
    expect(estimateRatio([1, 2, 4], [2, 4, 8])).toMatchObject({ mean: 1, ci95: [1, 1] })
  })

  it('to a mean that is not above 0 cannot be told', () => {
    expect(estimateRatio([-1, 1], [2, 3])).toBeNull()
  })
})
