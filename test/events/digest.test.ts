import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  digestOfRows,
  digestOfWorld,
  digestText,
  digestWord,
  fromHexadecimal,
  hexadecimal,
  linkDay,
  startDigest,
} from '../../sim/events/digest.ts'
import { createRows, record, type Rows } from '../../sim/events/rows.ts'
import { run } from '../../sim/engine/run.ts'
import { LEVELS, MARKS, TIES, type World } from '../../sim/model/world.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const textDigest = (text: string) => {
  const digest = startDigest()
  digestText(digest, text)
  return hexadecimal(digest)
}
const wordsDigest = (...words: number[]) => {
  const digest = startDigest()
  for (const word of words) digestWord(digest, word)
  return hexadecimal(digest)
}

const aWord = fc.integer()

describe('a digest', () => {
  it('shows any one changed word, wherever it stands', () =>
    fc.assert(
      fc.property(fc.array(aWord, { minLength: 1, maxLength: 12 }), fc.nat(), aWord, (words, at, other) => {
        const changed = [...words]
        changed[at % words.length] = other
        expect(wordsDigest(...changed) === wordsDigest(...words)).toBe(changed.join() === words.join())
      }),
    ))

  it('shows one changed bit in both of its lanes', () => {
    const [a, b] = [wordsDigest(5, 7, 9), wordsDigest(5, 7, 8)]
    expect(a.slice(0, 8)).not.toBe(b.slice(0, 8))
    expect(a.slice(8)).not.toBe(b.slice(8))
  })

  it('shows the order of words', () => {
    expect(wordsDigest(1, 2)).not.toBe(wordsDigest(2, 1))
    expect(wordsDigest(0)).not.toBe(wordsDigest(0, 0))
    expect(wordsDigest()).not.toBe(wordsDigest(0))
  })

  it('of texts shows every character and the length', () => {
    const texts = ['', ' ', 'a', 'A', 'ab', 'ba', 'a\u0000', '群像', '群象', '😀']
    expect(new Set(texts.map(textDigest)).size).toBe(texts.length)
  })

  it('is sixteen hexadecimal digits, which lead back to it', () =>
    fc.assert(
      fc.property(aWord, aWord, (a, b) => {
        const text = hexadecimal({ a, b })
        expect(text).toMatch(/^[0-9a-f]{16}$/)
        expect(fromHexadecimal(text)).toEqual({ a: a | 0, b: b | 0 })
        expect(hexadecimal(fromHexadecimal(text))).toBe(text)
      }),
    ))
})

describe('the digest of rows', () => {
  const rowsOf = (change: (rows: Rows) => void = () => undefined) => {
    const rows = createRows(8)
    for (let n = 0; n < 5; n++) record(rows, n + 1, 2 * n, n, 3 - n, n / 8, n - 1)
    change(rows)
    return rows
  }
  const digest = (rows: Rows, from = 0, to = rows.count) => hexadecimal(digestOfRows(rows, from, to))
  const unchanged = digest(rowsOf())

  it.each(['kind', 'group', 'actor', 'object', 'value', 'cause'] as const)(
    'shows one changed %s',
    (column) => {
      for (let at = 0; at < 5; at++)
        expect(digest(rowsOf((rows) => (rows[column][at]! += 1)))).not.toBe(unchanged)
    },
  )

  it('tells a change of kind from one of group', () => {
    const kinds = digest(rowsOf((rows) => (rows.kind[0] = 0)))
    const groups = digest(rowsOf((rows) => (rows.group[0] = 1)))
    expect(kinds).not.toBe(groups)
    const high = digest(rowsOf((rows) => (rows.group[0] = 65_535)))
    expect(new Set([kinds, groups, high, unchanged]).size).toBe(4)
  })

  it('shows a value by its bits', () => {
    expect(digest(rowsOf((rows) => (rows.value[3] = Math.fround(0.375 + 2 ** -25))))).not.toBe(unchanged)
  })

  it('is that of the rows asked for alone, not of what stands around them', () => {
    const middle = digest(rowsOf(), 1, 4)
    expect(
      digest(
        rowsOf((rows) => (rows.actor[0] = 77)),
        1,
        4,
      ),
    ).toBe(middle)
    expect(
      digest(
        rowsOf((rows) => (rows.actor[4] = 77)),
        1,
        4,
      ),
    ).toBe(middle)
    expect(
      digest(
        rowsOf((rows) => (rows.actor[1] = 77)),
        1,
        4,
      ),
    ).not.toBe(middle)
    expect(
      digest(
        rowsOf((rows) => (rows.actor[3] = 77)),
        1,
        4,
      ),
    ).not.toBe(middle)
    expect(digest(rowsOf(), 2, 2)).toBe(hexadecimal(startDigest()))
  })

  it('is the same wherever the rows stand', () => {
    const moved = createRows(16)
    record(moved, 9, 9, 9, 9, 9, 9)
    for (let n = 0; n < 5; n++) record(moved, n + 1, 2 * n, n, 3 - n, n / 8, n - 1)
    expect(digest(moved, 1, 6)).toBe(unchanged)
  })
})

describe('the digest of a world', () => {
  const worldAfter = () =>
    run(
      smallScenario({
        days: 5,
        community: { groups: 2, positioning: { focus: { skin: 1 } } },
        plan: [{ from: 0, content: { perDay: 1 }, answers: 0.5, offline: { everyDays: 2 } }],
        model: { meetingWish: 1 },
      }),
      '1',
    ).world
  const world = worldAfter()
  const digest = () => hexadecimal(digestOfWorld(world))
  const unchanged = digest()

  it('is the same for the same state', () => {
    expect(hexadecimal(digestOfWorld(worldAfter()))).toBe(unchanged)
  })

  it('shows the day, and how many seats there are', () => {
    for (const name of ['day', 'seats'] as const) {
      world[name] += 1
      expect(digest()).not.toBe(unchanged)
      world[name] -= 1
    }
    expect(digest()).toBe(unchanged)
  })

  const COLUMNS = [
    'levels',
    'marks',
    'groupMarks',
    'groupLevels',
    'posters',
    'topicItems',
    'topicQuality',
    'offerAds',
    'offerSoft',
    'ownerLevels',
    'ownerMarks',
    'beliefs',
    'books',
  ] as const satisfies readonly (keyof World)[]

  const TIE_COLUMNS = ['ties', 'tieStrengths'] as const satisfies readonly (keyof World)[]

  it.each(COLUMNS)('shows one changed number of %s', (name) => {
    const column = world[name]
    const used =
      name === 'levels' ? world.seats * LEVELS : name === 'marks' ? world.seats * MARKS : column.length
    for (let at = 0; at < used; at++) {
      const before = column[at] as number
      column[at] = before + 1
      expect(digest(), `${name}[${at}]`).not.toBe(unchanged)
      column[at] = before
    }
    expect(digest()).toBe(unchanged)
  })

  it('shows one changed number of ties, and of their strengths, as far as there are any', () => {
    const used = Array.from({ length: world.seats * TIES }, (_, slot) => slot).filter(
      (slot) => world.ties[slot] !== 0,
    )
    expect(used.length).toBeGreaterThan(5)
    for (const name of TIE_COLUMNS) {
      const column = world[name]
      for (const slot of used) {
        const before = column[slot] as number
        for (const other of [before + 1, 0]) {
          column[slot] = other
          expect(digest(), `${name}[${slot}]`).not.toBe(unchanged)
        }
        column[slot] = before
      }
    }
    expect(digest()).toBe(unchanged)
  })

  it('shows whose tie it is', () => {
    const free = (seat: number) => world.ties.indexOf(0, seat * TIES)
    const withRoom = Array.from({ length: world.seats }, (_, seat) => seat).filter(
      (seat) => free(seat) < (seat + 1) * TIES,
    )
    const digests = withRoom.slice(0, 2).map((seat) => {
      const slot = free(seat)
      world.ties[slot] = 4
      world.tieStrengths[slot] = 0.5
      const found = digest()
      world.ties[slot] = 0
      world.tieStrengths[slot] = 0
      return found
    })
    expect(new Set([...digests, unchanged]).size).toBe(3)
  })

  it('shows one changed bit of a number, in either half of a double', () => {
    for (const column of [world.books, world.levels, world.ownerLevels]) {
      const words = new Int32Array(column.buffer)
      for (const at of [0, 1]) {
        words[at]! ^= 1
        expect(digest()).not.toBe(unchanged)
        words[at]! ^= 1
      }
    }
    expect(digest()).toBe(unchanged)
  })

  it('has an eye for every column of the world but those that follow from others', () => {
    const arrays = Object.entries(world)
      .filter(([, column]) => ArrayBuffer.isView(column))
      .map(([name]) => name)
    const seen: readonly string[] = [...COLUMNS, ...TIE_COLUMNS]
    expect(arrays.filter((name) => !seen.includes(name))).toEqual(['seatOf'])
  })

  it('takes no notice of seats that nobody sits in', () => {
    world.levels[world.seats * LEVELS] = 5
    world.marks[world.seats * MARKS] = 5
    expect(digest()).toBe(unchanged)
  })
})

describe('a link', () => {
  const parts = () => ({ previous: { a: 1, b: 2 }, day: 3, facts: { a: 4, b: 5 }, state: { a: 6, b: 7 } })
  const linkOf = ({ previous, day, facts, state }: ReturnType<typeof parts>) =>
    hexadecimal(linkDay(previous, day, facts, state))

  it('stands on the one before, the day, the facts and the state', () => {
    const links = new Set([linkOf(parts())])
    links.add(linkOf({ ...parts(), day: 4 }))
    for (const name of ['previous', 'facts', 'state'] as const) {
      for (const lane of ['a', 'b'] as const)
        links.add(linkOf({ ...parts(), [name]: { ...parts()[name], [lane]: 9 } }))
    }
    expect(links.size).toBe(8)
  })

  it('leaves the one before as it was', () => {
    const { previous, day, facts, state } = parts()
    linkDay(previous, day, facts, state)
    expect(previous).toEqual({ a: 1, b: 2 })
  })
})
