import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalSeed, createDice, PURPOSE, SETTLED, uniform } from '../../sim/engine/dice.ts'
import { threefry } from '../../sim/engine/threefry.ts'

// Law 20. Seeds are fixed, so these cannot fail now and then; the bounds hold with a chance of all but one in a million.
const BINS = 64
/** Quantiles of χ² with 63 degrees of freedom at 10⁻⁶ and 1 − 10⁻⁶ (Wilson and Hilferty). */
const CHI_SQUARED = { low: 22, high: 132 }
/** The standard normal quantile at 1 − 5 × 10⁻⁷. */
const NORMAL = 4.892

const DRAWS = 20_000
type Draw = (at: number) => number

const PURPOSES = Object.values(PURPOSE)
const dice = createDice('law 20')

const draws = (draw: Draw): number[] => Array.from({ length: DRAWS }, (_, at) => draw(at))

function chiSquared(numbers: readonly number[]): number {
  const counts = new Array<number>(BINS).fill(0)
  for (const u of numbers) counts[Math.floor(u * BINS)]! += 1
  const expected = numbers.length / BINS
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** Correlation, times √n: standard normal where there is none. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  a.forEach((x, at) => {
    const [da, db] = [x - meanA, (b[at] as number) - meanB]
    ab += da * db
    aa += da * da
    bb += db * db
  })
  return (ab / Math.sqrt(aa * bb)) * Math.sqrt(a.length)
}

const STREAMS: Record<string, { readonly draw: Draw; readonly next: Draw }> = {
  'from person to person': {
    draw: (person) => uniform(dice, PURPOSE.buying, person, 3),
    next: (person) => uniform(dice, PURPOSE.buying, person + 1, 3),
  },
  'from day to day': {
    draw: (day) => uniform(dice, PURPOSE.buying, 17, day),
    next: (day) => uniform(dice, PURPOSE.buying, 17, day + 1),
  },
  'from purpose to purpose': {
    draw: (person) => uniform(dice, PURPOSE.posting, person, 3),
    next: (person) => uniform(dice, PURPOSE.buying, person, 3),
  },
  'from index to index': {
    draw: (at) => uniform(dice, PURPOSE.onTopic, at >> 8, 3, at & 255),
    next: (at) => uniform(dice, PURPOSE.onTopic, at >> 8, 3, (at + 1) & 255),
  },
  'from the last index of a day to the first of the next': {
    draw: (day) => uniform(dice, PURPOSE.onTopic, 5, day, 255),
    next: (day) => uniform(dice, PURPOSE.onTopic, 5, day + 1, 0),
  },
}

describe('law 20: draws', () => {
  it.each(Object.keys(STREAMS))('are uniform and without memory %s', (name) => {
    const { draw, next } = STREAMS[name] as { draw: Draw; next: Draw }
    const [here, there] = [draws(draw), draws(next)]
    for (const numbers of [here, there]) {
      expect(chiSquared(numbers)).toBeGreaterThan(CHI_SQUARED.low)
      expect(chiSquared(numbers)).toBeLessThan(CHI_SQUARED.high)
    }
    expect(Math.abs(correlation(here, there))).toBeLessThan(NORMAL)
  })

  it('are uniform and without memory from seed to seed', () => {
    const bySeed = Array.from({ length: 4001 }, (_, seed) =>
      uniform(createDice(String(seed)), PURPOSE.buying, 1, 1),
    )
    expect(chiSquared(bySeed)).toBeGreaterThan(CHI_SQUARED.low)
    expect(chiSquared(bySeed)).toBeLessThan(CHI_SQUARED.high)
    expect(Math.abs(correlation(bySeed.slice(0, -1), bySeed.slice(1)))).toBeLessThan(NORMAL)
  })

  it('of runs of one ensemble are without memory', () => {
    const [one, two] = [createDice('1/0'), createDice('1/1')]
    const first = draws((person) => uniform(one, PURPOSE.daily, person, 0))
    const second = draws((person) => uniform(two, PURPOSE.daily, person, 0))
    expect(Math.abs(correlation(first, second))).toBeLessThan(NORMAL)
  })

  it('of all pairs of purposes are without memory', () => {
    const all = PURPOSES.map((purpose) =>
      Array.from({ length: 3000 }, (_, person) => uniform(dice, purpose, person, 0)),
    )
    for (let a = 0; a < all.length; a++) {
      for (let b = 0; b < a; b++) {
        expect(Math.abs(correlation(all[a] as number[], all[b] as number[]))).toBeLessThan(NORMAL)
      }
    }
  })

  it('would be found out by this test if they were not random', () => {
    expect(chiSquared(draws((at) => at / DRAWS))).toBeLessThan(CHI_SQUARED.low) // too even
    expect(chiSquared(draws((at) => (at / DRAWS) ** 1.2))).toBeGreaterThan(CHI_SQUARED.high)
    const here = draws((at) => uniform(dice, PURPOSE.buying, at, 0))
    expect(
      Math.abs(
        correlation(
          here,
          here.map((u, at) => u + (at % 3)),
        ),
      ),
    ).toBeGreaterThan(NORMAL)
  })
})

describe('a draw', () => {
  it('lies in [0, 1)', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...PURPOSES),
        fc.nat(1_000_000),
        fc.nat(1500),
        fc.nat(255),
        (purpose, person, day, index) => {
          const u = uniform(dice, purpose, person, day, index)
          expect(u).toBeGreaterThanOrEqual(0)
          expect(u).toBeLessThan(1)
        },
      ),
    ))

  it('is the same whenever it is asked for, and another for another person, day, index, purpose and seed', () => {
    const u = uniform(dice, PURPOSE.buying, 4, 5, 6)
    uniform(dice, PURPOSE.buying, 9, 9, 9)
    expect(uniform(dice, PURPOSE.buying, 4, 5, 6)).toBe(u)
    expect(uniform(createDice('law 20'), PURPOSE.buying, 4, 5, 6)).toBe(u)
    expect(uniform(dice, PURPOSE.buying, 5, 5, 6)).not.toBe(u)
    expect(uniform(dice, PURPOSE.buying, 4, 6, 6)).not.toBe(u)
    expect(uniform(dice, PURPOSE.buying, 4, 5, 7)).not.toBe(u)
    expect(uniform(dice, PURPOSE.posting, 4, 5, 6)).not.toBe(u)
    expect(uniform(createDice('other'), PURPOSE.buying, 4, 5, 6)).not.toBe(u)
  })

  it('is the first word of thirteen rounds, keyed by its purpose and counted by person, day and index', () => {
    for (const purpose of PURPOSES) {
      const key = [dice.keys[purpose * 2] as number, dice.keys[purpose * 2 + 1] as number] as const
      const [word] = threefry(13, key, [77, 5 * 256 + 9])
      expect(uniform(dice, purpose, 77, 5, 9)).toBe(word / 2 ** 32)
    }
  })

  it('of a pair of person and day shares its counter with no other pair', () => {
    const seen = new Set<number>()
    for (let day = 0; day < 40; day++) {
      for (let index = 0; index < 256; index++) seen.add(uniform(dice, PURPOSE.topic, 0, day, index))
    }
    // 10 240 numbers of 2³²: a coincidence would be one in eighty.
    expect(seen.size).toBe(40 * 256)
  })
})

describe('purposes', () => {
  it('have numbers of their own, within the room for keys', () => {
    expect(new Set(PURPOSES).size).toBe(PURPOSES.length)
    for (const purpose of PURPOSES) {
      expect(Number.isInteger(purpose)).toBe(true)
      expect(purpose).toBeGreaterThan(0)
      expect(purpose * 2 + 1).toBeLessThan(dice.keys.length)
    }
  })

  it('have keys of their own, made of the master key by 20 rounds', () => {
    const pairs = PURPOSES.map((purpose) => `${dice.keys[purpose * 2]} ${dice.keys[purpose * 2 + 1]}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(pairs).not.toContain('0 0')
    // The key of purpose 0 is spare; it tells that all come from one master key, whatever that is.
    const other = createDice('law 21')
    expect(other.keys[0]).not.toBe(dice.keys[0])
    expect(threefry(20, [0, 0], [1, 0])).not.toEqual(threefry(20, [0, 0], [2, 0]))
  })
})

describe('luck', () => {
  const own = createDice('law 20')
  const lucky = createDice('law 20', { luck: '1' })
  const keyed = ({ keys }: typeof own, purpose: number) => keys.slice(2 * purpose, 2 * purpose + 2).join()

  it('changes the key of every purpose that is not settled beforehand, and of no other', () => {
    const changed = Object.values(PURPOSE).filter((purpose) => keyed(own, purpose) !== keyed(lucky, purpose))
    expect(changed).toEqual(Object.values(PURPOSE).filter((purpose) => !SETTLED.includes(purpose)))
  })

  it('that is not given is that of the seed, and another one is another', () => {
    expect(createDice('law 20', {}).keys).toEqual(own.keys)
    expect(createDice('law 20', { luck: '' }).keys).not.toEqual(own.keys)
    expect(createDice('law 20', { luck: '2' }).keys).not.toEqual(lucky.keys)
  })

  it('is not mistaken for a part of the seed', () => {
    const posting = (seed: string, luck?: string) => keyed(createDice(seed, { luck }), PURPOSE.posting)
    const keys = [posting('ab'), posting('a', 'b'), posting('', 'ab'), posting('ab', ''), posting('a.b')]
    expect(new Set(keys).size).toBe(keys.length)
  })
})

/** A digest of a seed's keys: equal keys, equal dice. */
const keysOf = (seed: string) => createDice(seed).keys.join()

describe('law 21: seeds', () => {
  it.each([
    ['ab', 'abab'],
    ['11', '1111'],
    ['', '0'],
    ['', '.'],
    ['1', '1 '],
    ['a', 'A'],
    ['a', 'á'],
    ['\u0100', '\u0000'], // seedrandom alone looks at the low eight bits only
    ['1/1', '1/11'],
    ['群像', '群象'],
    ['😀', '😁'],
  ])('%j and %j are two', (one, other) => {
    expect(canonicalSeed(one)).not.toBe(canonicalSeed(other))
    expect(keysOf(one)).not.toBe(keysOf(other))
  })

  it('that differ only in how an accent is written are one', () => {
    const composed = '\u00e9'
    const decomposed = 'e\u0301'
    expect(composed).not.toBe(decomposed)
    expect(canonicalSeed(decomposed)).toBe(canonicalSeed(composed))
    expect(keysOf(decomposed)).toBe(keysOf(composed))
  })

  it('with half a surrogate pair are those with the sign for it', () => {
    for (const half of ['\ud800', '\udfff', '\udc00']) {
      expect(canonicalSeed(half)).toBe('efbfbd.')
      expect(canonicalSeed(`a${half}b`)).toBe('61efbfbd62.')
    }
    expect(canonicalSeed('\udc00\ud800')).toBe('efbfbdefbfbd.')
  })

  it('are written as UTF-8 in lower-case hexadecimal with an end', () => {
    expect(canonicalSeed('')).toBe('.')
    expect(canonicalSeed('42')).toBe('3432.')
    expect(canonicalSeed(String(42))).toBe(canonicalSeed('42'))
    expect(canonicalSeed('\u0001\n')).toBe('010a.')
    expect(canonicalSeed('ÿ')).toBe('c3bf.')
    expect(canonicalSeed('群')).toBe('e7bea4.')
    expect(canonicalSeed('😀')).toBe('f09f9880.')
  })

  it('are written as the platform writes UTF-8', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (seed) => {
        expect(canonicalSeed(seed)).toBe(`${Buffer.from(seed.normalize('NFC'), 'utf8').toString('hex')}.`)
      }),
      { numRuns: 500 },
    ))

  it('give dice of their own', () => {
    const keys = new Set(Array.from({ length: 2000 }, (_, seed) => keysOf(String(seed))))
    expect(keys.size).toBe(2000)
  })
})
