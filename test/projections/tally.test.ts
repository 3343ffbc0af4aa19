import { describe, expect, it } from 'vitest'
import {
  allOfWeek,
  createTally,
  crossBuyersOf,
  TALLY,
  tallyDay,
  tallyOfWeek,
  tallyOn,
} from '../../sim/projections/tally.ts'
import { ROLE } from '../../sim/model/needs.ts'
import { handMade } from '../testing/hand-made.ts'

function tallied(days: number, write: (happen: ReturnType<typeof handMade>['happen'], day: number) => void) {
  const made = handMade()
  made.join([1, 2, 40])
  const tally = createTally()
  // Person 40 has a role from before the first day that is looked at; somebody whom people come for has none.
  const roles = made.rows.count
  made.happen('role-given', { actor: 40, object: ROLE.helper })
  made.happen('role-given', { actor: 1, object: ROLE.figure })
  tallyDay(tally, made.rows, roles, made.rows.count)
  tally.perDay.length = 0
  for (let day = 0; day < days; day++) {
    const from = made.rows.count
    write(made.happen, day)
    tallyDay(tally, made.rows, from, made.rows.count)
  }
  return tally
}

const sorts = Object.keys(TALLY) as (keyof typeof TALLY)[]

describe('a day’s messages', () => {
  it.each([
    ['a post on topic', 'content-posted', { object: 1 }, 'ownerOnTopic'],
    ['a post off topic', 'content-posted', { object: -1 }, 'ownerOffTopic'],
    ['an ad', 'ad-posted', { object: 0, value: 1 }, 'ads'],
    ['a message on topic', 'message-posted', { actor: 1, value: 1 }, 'memberOnTopic'],
    ['a message off topic', 'message-posted', { actor: 1, value: 0 }, 'memberOffTopic'],
    ['a reply on topic', 'reply-given', { actor: 2, object: 1, value: 1 }, 'memberOnTopic'],
    ['a reply off topic', 'reply-given', { actor: 2, object: 1, value: 0 }, 'memberOffTopic'],
    ['a post of a figure on topic', 'content-posted', { actor: 1, object: 1 }, 'memberOnTopic'],
    ['a post of a figure off topic', 'content-posted', { actor: 1, object: -1 }, 'memberOffTopic'],
    ['an ad of a member', 'intruder-posted', { actor: 1 }, 'ads'],
    ['a check-in', 'checked-in', { actor: 1 }, 'memberOnTopic'],
    ['a message of a helper on topic', 'message-posted', { actor: 40, value: 1 }, 'helperOnTopic'],
    ['a message of a helper off topic', 'message-posted', { actor: 40, value: 0 }, 'helperOffTopic'],
    ['a reply of a helper', 'reply-given', { actor: 40, object: 1, value: 1 }, 'helperOnTopic'],
    ['a reply of the owner on topic', 'reply-given', { actor: -1, object: 1, value: 1 }, 'ownerOnTopic'],
    ['a reply of the owner off topic', 'reply-given', { actor: -1, object: 1, value: 0 }, 'ownerOffTopic'],
  ] as const)('count %s where it belongs', (_name, kind, columns, sort) => {
    const tally = tallied(1, (happen) => happen(kind, columns))
    expect(sorts.filter((name) => tallyOn(tally, 0, TALLY[name]) > 0)).toEqual([sort])
    expect(tallyOn(tally, 0, TALLY[sort])).toBe(1)
    expect(allOfWeek(tally, 1)).toBe(1)
  })

  it.each([
    ['packets', 'packet-sent', { actor: -1, object: 5, value: 10 }],
    ['meetings', 'meeting-held', { actor: -1, object: 3, value: 0.5 }],
  ] as const)('are not %s, which are counted apart', (column, kind, columns) => {
    const tally = tallied(2, (happen, day) => {
      for (let n = 0; n <= day; n++) happen(kind, columns)
    })
    expect([0, 1].map((day) => tallyOn(tally, day, TALLY[column]))).toEqual([1, 2])
    expect(allOfWeek(tally, 2)).toBe(0)
  })

  it('are not what else happened', () => {
    const tally = tallied(1, (happen) => {
      happen('feed-read', { actor: 1 })
      happen('order-placed', { actor: 1, object: 0, value: 10 })
      happen('message-ignored', { actor: 1 })
    })
    expect(allOfWeek(tally, 1)).toBe(0)
  })

  it('are kept by day, and are none on days that were not seen', () => {
    const tally = tallied(3, (happen, day) => {
      for (let n = 0; n < day; n++) happen('ad-posted', { object: 0 })
    })
    expect([0, 1, 2, 3].map((day) => tallyOn(tally, day, TALLY.ads))).toEqual([0, 1, 2, 0])
  })
})

describe('a week’s messages', () => {
  // On day d there are 10^0 … as many ads as the day’s number and one message.
  const tally = tallied(12, (happen, day) => {
    for (let n = 0; n < day; n++) happen('ad-posted', { object: 0 })
    happen('message-posted', { actor: 1, value: 1 })
  })

  it('are those of the last seven days', () => {
    expect(tallyOfWeek(tally, 10, TALLY.ads)).toBe(3 + 4 + 5 + 6 + 7 + 8 + 9)
    expect(tallyOfWeek(tally, 10, TALLY.memberOnTopic)).toBe(7)
    expect(allOfWeek(tally, 10)).toBe(42 + 7)
  })

  it('are all there are in the first week', () => {
    expect([0, 1, 3, 7, 8].map((days) => tallyOfWeek(tally, days, TALLY.ads))).toEqual([0, 0, 3, 21, 28])
  })
})

describe('people who bought different goods', () => {
  const bought = (
    orders: readonly (readonly [person: number, offer: number])[],
    sentBack: typeof orders = [],
  ) =>
    crossBuyersOf(
      tallied(1, (happen) => {
        for (const [actor, object] of orders) happen('order-placed', { actor, object, value: 10 })
        for (const [actor, object] of sentBack) happen('order-refunded', { actor, object, value: 10 })
      }),
    )

  it('are those with two of them or more, however often they ordered each', () => {
    expect(bought([])).toBe(0)
    expect(bought([[1, 0], [1, 0], [2, 1]])).toBe(0) // prettier-ignore
    expect(bought([[1, 0], [1, 1], [1, 2], [2, 1], [2, 0]])).toBe(2) // prettier-ignore
  })

  it('are not those who sent one of the two back', () => {
    const orders = [[1, 0], [1, 1], [2, 0], [2, 1]] as const // prettier-ignore
    expect(bought(orders, [[2, 1]])).toBe(1)
  })
})
