import { scaleLinear } from 'd3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearScale } from '../../../viz/charts/scale.ts'

const aDomain = fc
  .tuple(
    fc.integer({ min: -100_000, max: 100_000 }),
    fc.integer({ min: 1, max: 200_000 }),
    fc.constantFrom(1, 100, 10_000),
  )
  .map(([low, wide, parts]): [number, number] => [low / parts, (low + wide) / parts])
const aCount = fc.integer({ min: 1, max: 10 })

describe('a linear scale', () => {
  it('has the ticks of d3', () =>
    fc.assert(
      fc.property(aDomain, aCount, (domain, count) => {
        expect(linearScale(domain).ticks(count)).toEqual(scaleLinear().domain(domain).ticks(count))
      }),
    ))
  it('is rounded as by d3', () =>
    fc.assert(
      fc.property(aDomain, aCount, (domain, count) => {
        const [low, high] = scaleLinear().domain(domain).nice(count).domain() as [number, number]
        const [ours, theirs] = linearScale(domain).nice(count).domain()
        expect(ours).toBeCloseTo(low, 9)
        expect(theirs).toBeCloseTo(high, 9)
      }),
    ))
  it('leads from its domain to its range', () => {
    const scale = linearScale([0, 10]).range([100, 0])
    expect([0, 5, 10].map(scale)).toEqual([100, 50, 0])
  })
  it('is not changed by what happens to its copy', () => {
    const scale = linearScale([0, 10]).range([0, 1])
    scale.copy().range([0, 50])
    expect(scale(10)).toBe(1)
  })
})
