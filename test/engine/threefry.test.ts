import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { threefry, threefry13, threefry13Each } from '../../sim/engine/threefry.ts'

type Words = readonly [number, number]

/** Known answers of Random123 (tests/kat_vectors, threefry2x32): rounds, counter, key, expected words. */
const ZERO: Words = [0, 0]
const ONES: Words = [0xffffffff, 0xffffffff]
const PI: Words = [0x243f6a88, 0x85a308d3]
const MORE_PI: Words = [0x13198a2e, 0x03707344]
const KNOWN: readonly [rounds: number, counter: Words, key: Words, expected: string][] = [
  [13, ZERO, ZERO, '9d1c5ec6 8bd50731'],
  [13, ONES, ONES, 'fd36d048 2d17272c'],
  [13, PI, MORE_PI, 'ba3e4725 f27d669e'],
  [20, ZERO, ZERO, '6b200159 99ba4efe'],
  [20, ONES, ONES, '1cb996fc bb002be7'],
  [20, PI, MORE_PI, 'c4923a9c 483df7a0'],
]

const hexadecimal = (words: readonly number[]) =>
  words.map((word) => word.toString(16).padStart(8, '0')).join(' ')

/** The same numbers as signed words, which is how keys are stored. */
const signed = ([a, b]: Words): [number, number] => [a | 0, b | 0]

describe('threefry', () => {
  it.each(KNOWN)(
    '%i rounds of counter %o under key %o give %s, as published',
    (rounds, counter, key, expected) => {
      expect(hexadecimal(threefry(rounds, key, counter))).toBe(expected)
    },
  )

  it.each(KNOWN)(
    '%i rounds of counter %o under key %o give %s also from signed words',
    (rounds, counter, key, expected) => {
      expect(hexadecimal(threefry(rounds, signed(key), signed(counter)))).toBe(expected)
    },
  )
})

const aWord = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 0x7fffffff, -0x80000000))

describe('the unrolled thirteen rounds', () => {
  it('give the first word as published', () => {
    for (const [rounds, counter, key, expected] of KNOWN.filter(([rounds]) => rounds === 13)) {
      expect(rounds).toBe(13)
      expect(hexadecimal([threefry13(...signed(key), ...signed(counter)) >>> 0])).toBe(expected.slice(0, 8))
    }
  })

  it('agree with the loop on every key and counter', () =>
    fc.assert(
      fc.property(aWord, aWord, aWord, aWord, (k0, k1, c0, c1) => {
        expect(threefry13(k0, k1, c0, c1) >>> 0).toBe(threefry(13, [k0, k1], [c0, c1])[0])
      }),
      { numRuns: 2000 },
    ))

  it('agree with the loop on both words of a whole list, at any stride', () =>
    fc.assert(
      fc.property(
        aWord,
        aWord,
        aWord,
        fc.array(aWord, { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        (k0, k1, c1, list, stride) => {
          const of = new Int32Array(list.length * stride)
          list.forEach((c0, n) => (of[n * stride] = c0))
          const [first, second] = [
            new Float64Array(list.length + 1).fill(9),
            new Float64Array(list.length + 1).fill(9),
          ]
          threefry13Each([k0, k1], { of, stride, count: list.length, c1 }, { first, second })
          list.forEach((c0, n) => {
            const [a, b] = threefry(13, [k0, k1], [c0, c1])
            expect(first[n]).toBe(a / 2 ** 32)
            expect(second[n]).toBe(b / 2 ** 32)
          })
          // Nothing is written behind the end of the list.
          expect([first[list.length], second[list.length]]).toEqual([9, 9])
        },
      ),
      { numRuns: 300 },
    ))
})
