import { describe, expect, it } from 'vitest'
import {
  hasOpened,
  hasPosted,
  isFan,
  isZombie,
  keptOrders,
  takeCensus,
} from '../../sim/projections/census.ts'
import { LEFT, MUTED } from '../../sim/model/world.ts'
import { setLevels, setMarks, type LevelName, type MarkName } from '../testing/arrange.ts'
import { handMade } from '../testing/hand-made.ts'

/** One member who joined on day 0, after so many whole days. */
function memberAfter(
  days: number,
  marks: Partial<Record<MarkName, number>>,
  levels: Partial<Record<LevelName, number>> = {},
) {
  const { world, join } = handMade()
  join([1])
  setMarks(world, 0, marks)
  setLevels(world, 0, levels)
  world.day = days
  return world
}

describe('the last seven days', () => {
  it('are the seven before the day that begins', () => {
    // After 10 whole days these are days 3 to 9.
    expect([1, 2, 3, 9].map((openedDay) => hasOpened(memberAfter(10, { openedDay }), 0))).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect([1, 2, 3, 9].map((postedDay) => hasPosted(memberAfter(10, { postedDay }), 0))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('include the first day as long as there were not more than seven', () => {
    expect([1, 6, 7, 8].map((days) => hasOpened(memberAfter(days, { openedDay: 0 }), 0))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('have nothing of those who never opened or wrote', () => {
    for (const days of [0, 1, 5, 6, 7, 50]) {
      const world = memberAfter(days, {})
      expect([hasOpened(world, 0), hasPosted(world, 0)]).toEqual([false, false])
    }
  })
})

describe('a zombie', () => {
  it('has not opened for thirty days', () => {
    expect([30, 31, 32].map((days) => isZombie(memberAfter(days, { openedDay: 0 }), 0))).toEqual([
      false,
      true,
      true,
    ])
    expect([49, 50].map((days) => isZombie(memberAfter(days, { openedDay: 19 }), 0))).toEqual([false, true])
  })

  it('has not opened since joining thirty days ago, if never', () => {
    expect([29, 30, 31].map((days) => isZombie(memberAfter(days, {}), 0))).toEqual([false, true, true])
    expect([34, 35].map((days) => isZombie(memberAfter(days, { joinedDay: 5 }), 0))).toEqual([false, true])
  })

  it('is one whether muted or not', () => {
    for (const flags of [0, MUTED]) expect(isZombie(memberAfter(40, { openedDay: 0, flags }), 0)).toBe(true)
  })
})

describe('a fan', () => {
  const fan = { trust: 0.71, belonging: 0.61 }
  const twice = { orders: 2 }

  it('trusts, belongs and came back', () => {
    expect(isFan(memberAfter(5, twice, fan), 0)).toBe(true)
    expect(isFan(memberAfter(5, twice, { ...fan, trust: 0.69 }), 0)).toBe(false)
    expect(isFan(memberAfter(5, twice, { ...fan, belonging: 0.59 }), 0)).toBe(false)
    expect(isFan(memberAfter(5, { orders: 1 }, fan), 0)).toBe(false)
  })

  it('kept what she ordered', () => {
    expect(isFan(memberAfter(5, { orders: 3, refunds: 1 }, fan), 0)).toBe(true)
    expect(isFan(memberAfter(5, { orders: 2, refunds: 1 }, fan), 0)).toBe(false)
  })
})

it('an order that was refunded is not kept', () => {
  expect(keptOrders(memberAfter(5, { orders: 3, refunds: 2 }), 0)).toBe(1)
})

describe('the census', () => {
  it('of a world without members is all zeros', () => {
    const { groupMembers, groupReaders, groupPosters, ...counts } = takeCensus(handMade().world)
    expect(Object.values(counts).every((count) => count === 0)).toBe(true)
    expect([groupMembers, groupReaders, groupPosters].map((counts) => [...counts])).toEqual([[0], [0], [0]])
  })

  it('counts everybody once, those present and those who have left apart', () => {
    const { world, join } = handMade({ community: { groups: 2, positioning: { focus: { skin: 1 } } } })
    join([10, 11, 12, 13], { group: 0 })
    join([20, 21], { group: 1 })
    world.day = 40
    setMarks(world, 0, { openedDay: 39, postedDay: 39, orders: 2 }) // a fan
    setLevels(world, 0, { trust: 0.8, belonging: 0.7, expectation: 0.5, fatigue: 0.25 })
    setMarks(world, 1, { openedDay: 35, flags: MUTED, orders: 1, refunds: 1 })
    setMarks(world, 2, { openedDay: 32, flags: MUTED }) // eight days ago
    setMarks(world, 3, { openedDay: 39, postedDay: 39, flags: LEFT, orders: 3, refunds: 1 })
    setLevels(world, 3, { trust: 1, belonging: 1, expectation: 1 })
    setMarks(world, 4, { openedDay: 5 }) // a zombie
    setMarks(world, 5, { openedDay: 33, postedDay: 33, orders: 1 })
    const { groupMembers, groupReaders, groupPosters, ...counts } = takeCensus(world)
    expect(counts).toMatchObject({
      joined: 6,
      members: 5,
      left: 1,
      readers: 3,
      posters: 2,
      muted: 2,
      zombies: 1,
      fans: 1,
    })
    expect(counts).toMatchObject({ buyers: 3, repeatBuyers: 2, orders: 5 }) // whoever has left has bought all the same
    expect(counts.trust).toBeCloseTo(0.8 + 4 * 0.3, 5)
    expect(counts.belonging).toBeCloseTo(0.7, 5)
    expect(counts.value).toBeCloseTo(0.5, 5)
    expect(counts.fatigue).toBeCloseTo(0.25, 5)
    expect([groupMembers, groupReaders, groupPosters].map((counts) => [...counts])).toEqual([
      [3, 2],
      [2, 1],
      [1, 1],
    ])
  })
})
