import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bordersOf, mayFlash } from '../../../viz/stage/flash.ts'

describe('flashes', () => {
  it('are never more than three in any second', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 200 }), (waits) => {
        const begun: number[] = []
        let now = 0
        for (const wait of waits) {
          now += wait
          if (mayFlash(begun.at(-1) ?? -Infinity, now)) begun.push(now)
        }
        for (const from of begun) {
          expect(begun.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(3)
        }
      }),
    ))
  it('of one frame are one flash, on however many walls', () => expect(mayFlash(500, 500)).toBe(true))
})

describe('borders', () => {
  it('are single where they are few', () =>
    expect(bordersOf([3, 4, 9], 5)).toEqual([
      { cell: 3, length: 1 },
      { cell: 4, length: 1 },
      { cell: 9, length: 1 },
    ]))

  it('are shared by neighbours in a row where they are many, and cover the same cells', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 499 }), { minLength: 61, maxLength: 300 }),
        fc.integer({ min: 1, max: 60 }),
        (some, columns) => {
          const cells = some.sort((a, b) => a - b)
          const borders = bordersOf(cells, columns)
          const covered = borders.flatMap(({ cell, length }) => Array.from({ length }, (_, at) => cell + at))
          expect(covered).toEqual(cells)
          for (const { cell, length } of borders)
            expect((cell % columns) + length).toBeLessThanOrEqual(columns)
        },
      ),
    ))
})
