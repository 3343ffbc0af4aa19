import { describe, expect, it } from 'vitest'
import { COSTS } from '../../sim/model/causes.ts'
import { TRAIT, TRAITS } from '../../sim/model/person.ts'
import {
  BOOK,
  BOOKS,
  createWorld,
  expectedValue,
  GROUP_LEVEL,
  GROUP_LEVELS,
  GROUP_MARK,
  GROUP_MARKS,
  isPresent,
  KNOWS_PRICE,
  LEFT,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  MUTED,
  OWNER_LEVEL,
  OWNER_LEVELS,
  OWNER_MARK,
  OWNER_MARKS,
  ownerNet,
  POSTERS,
  VALUE_STOCKS,
} from '../../sim/model/world.ts'
import { worldSetting } from '../../sim/engine/town.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const setting = worldSetting(
  smallScenario({ community: { groups: 3, positioning: { focus: { skin: 1 } } }, owner: { energy: 0.7 } }),
)

describe('the columns', () => {
  it.each([
    ['levels', LEVEL, LEVELS],
    ['marks', MARK, MARKS],
    ['group marks', GROUP_MARK, GROUP_MARKS],
    ['group levels', GROUP_LEVEL, GROUP_LEVELS],
    ['owner levels', OWNER_LEVEL, OWNER_LEVELS],
    ['owner marks', OWNER_MARK, OWNER_MARKS],
    ['books', BOOK, BOOKS],
    ['traits', TRAIT, TRAITS],
  ] as const)('of %s have places of their own, within their record', (_name, places, size) => {
    const numbers = Object.values(places)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(Math.min(...numbers)).toBe(0)
    expect(Math.max(...numbers)).toBeLessThan(size)
  })

  it('of the books leave room for every cost, behind the others', () => {
    expect(BOOK.costs + COSTS.length).toBeLessThanOrEqual(BOOKS)
    expect(BOOK.costs).toBe(Math.max(...Object.values(BOOK)))
    expect(BOOK.costs).toBeGreaterThan(BOOK.hoursToday)
  })

  it('of value are the first nine levels', () => {
    const stocks = [
      'expectation',
      'content',
      'company',
      'softAds',
      'hardAds',
      'chatter',
      'overload',
      'quarrel',
      'packets',
    ] as const
    expect(stocks.map((name) => LEVEL[name])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(VALUE_STOCKS).toBe(9)
  })

  it('of flags have bits of their own', () => {
    for (const [one, other] of [
      [MUTED, LEFT],
      [MUTED, KNOWS_PRICE],
      [LEFT, KNOWS_PRICE],
    ] as const) {
      expect(one & other).toBe(0)
    }
  })
})

describe('the morning of day 0', () => {
  const world = createWorld(setting)

  it('has nobody in any seat, and an owner with the energy of the scenario', () => {
    expect(world).toMatchObject({ day: 0, seats: 0 })
    expect([...world.seatOf]).toEqual(Array.from({ length: 100 }, () => -1))
    expect(world.ownerLevels[OWNER_LEVEL.energy]).toBeCloseTo(0.7, 6)
    expect([...world.books].every((sum) => sum === 0)).toBe(true)
    expect(ownerNet(world)).toBe(0)
  })

  it('has room for every group, topic and offer, and an ad of nothing', () => {
    expect(world.groupMarks).toHaveLength(3 * GROUP_MARKS)
    expect(world.topicItems).toHaveLength(3 * 2)
    expect(world.offerAds).toHaveLength(3 * 2)
    expect(world.offerSoft).toHaveLength(3 * 2)
    expect(world.posters).toHaveLength(3 * POSTERS)
    expect([...world.posters].every((person) => person === -1)).toBe(true)
  })

  it('has an owner who believes that members need what the group is about', () => {
    expect([...world.beliefs]).toEqual([1, 0])
  })

  it('has no fact behind anything, and no day on which it was', () => {
    const facts: readonly number[] = Object.entries(GROUP_MARK).flatMap(([name, mark]) =>
      name.endsWith('Fact') || name.endsWith('Day') ? [mark] : [],
    )
    expect(facts).toHaveLength(7)
    for (let group = 0; group < 3; group++) {
      for (let mark = 0; mark < GROUP_MARKS; mark++) {
        expect(world.groupMarks[group * GROUP_MARKS + mark]).toBe(facts.includes(mark) ? -1 : 0)
      }
    }
  })
})

describe('expected value', () => {
  const levels = new Float32Array(2 * LEVELS)

  it('is the sum of its stocks of that seat, and of nothing else', () => {
    levels.fill(9)
    for (let stock = 0; stock < VALUE_STOCKS; stock++) levels[LEVELS + stock] = (stock + 1) / 64
    expect(expectedValue(levels, 1)).toBeCloseTo(45 / 64, 6)
  })

  it('is never less than nothing', () => {
    levels.fill(0)
    levels[LEVELS + LEVEL.expectation] = 0.2
    levels[LEVELS + LEVEL.hardAds] = -0.5
    expect(expectedValue(levels, 1)).toBe(0)
    expect(expectedValue(levels, 0)).toBe(0)
  })
})

it('finds those present who have not left, muted or not', () => {
  const world = createWorld(setting)
  const presences = [0, MUTED, LEFT, MUTED | LEFT].map((flags) => {
    world.marks[5 * MARKS + MARK.flags] = flags
    return isPresent(world, 5)
  })
  expect(presences).toEqual([true, true, false, false])
})

it('counts what is left after refunds and every cost, in CNY', () => {
  const world = createWorld(setting)
  world.books[BOOK.revenue] = 100_00
  world.books[BOOK.refunded] = 25_00
  COSTS.forEach((_, cost) => (world.books[BOOK.costs + cost] = 10_01))
  world.books[BOOK.hours] = 7
  world.books[BOOK.today] = 5
  expect(ownerNet(world)).toBeCloseTo(75 - 60.06, 10)
})
