import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countOn } from '../../sim/scenario/fraction.ts'

it('lets a quarter a day fall on every fourth day', () => {
  const counts = Array.from({ length: 10 }, (_, day) => countOn(30 + day, 30, 0.25))
  expect(counts).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0, 0])
})

it('gives nothing before the first day', () => {
  expect(countOn(29, 30, 5)).toBe(0)
})

it('adds up to the whole of what was due, on every day', () =>
  fc.assert(
    fc.property(
      fc.nat(1500),
      fc.nat(200),
      fc.double({ min: 0, max: 1000, noNaN: true }),
      (from, days, rate) => {
        let sum = 0
        for (let day = from; day < from + days; day++) {
          const count = countOn(day, from, rate)
          expect(count === Math.floor(rate) || count === Math.ceil(rate)).toBe(true)
          sum += count
        }
        expect(sum).toBe(Math.floor(days * rate))
      },
    ),
  ))
