import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../sim/model/quantiles.ts'

/** The normal distribution function by Simpson's rule: another way than the series that the table was made with. */
function distribution(x: number): number {
  const steps = 400
  const width = x / steps
  const density = (at: number) => Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI)
  let sum = density(0) + density(x)
  for (let n = 1; n < steps; n++) sum += density(n * width) * (n % 2 === 1 ? 4 : 2)
  return 0.5 + (sum * width) / 3
}

describe('the normal quantile', () => {
  it('is what the distribution says, at every place of the table', () => {
    for (let k = 1; k < 256; k++) expect(distribution(normalQuantile(k / 256))).toBeCloseTo(k / 256, 6)
  })

  it('stands for one in 2048 at the ends, so that the tails are finite', () => {
    expect(distribution(normalQuantile(0))).toBeCloseTo(1 / 2048, 7)
    expect(distribution(normalQuantile(1))).toBeCloseTo(1 - 1 / 2048, 7)
  })

  it('knows the quantiles that everybody knows', () => {
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(0.975)).toBeCloseTo(1.96, 2)
    expect(normalQuantile(0.8413447)).toBeCloseTo(1, 3)
    expect(normalQuantile(0.05)).toBeCloseTo(-1.645, 2)
  })

  it('rises everywhere', () => {
    for (let n = 0; n < 4096; n++)
      expect(normalQuantile((n + 1) / 4096)).toBeGreaterThan(normalQuantile(n / 4096))
  })

  it('is as far below 0 as above', () => {
    for (let n = 0; n <= 1024; n++)
      expect(normalQuantile(1 - n / 1024)).toBeCloseTo(-normalQuantile(n / 1024), 10)
  })

  it('is linear between two places', () => {
    const [low, high] = [normalQuantile(200 / 256), normalQuantile(201 / 256)]
    expect(normalQuantile(200.25 / 256)).toBeCloseTo(low + 0.25 * (high - low), 12)
  })

  it('has mean 0 and nearly variance 1', () => {
    let [sum, squares] = [0, 0]
    const draws = 65_536
    for (let n = 0; n < draws; n++) {
      const x = normalQuantile((n + 0.5) / draws)
      sum += x
      squares += x * x
    }
    expect(sum / draws).toBeCloseTo(0, 9)
    expect(squares / draws).toBeGreaterThan(0.98)
    expect(squares / draws).toBeLessThan(1.02)
  })
})
