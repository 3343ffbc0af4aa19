import { describe, expect, it } from 'vitest'
import { ROLE } from '../../sim/model/needs.ts'
import { BOOK, FIGURE, GAVE_UP, HELPER, LEFT, MUTED, OWNER_LEVEL, REMOVED } from '../../sim/model/world.ts'
import { LOCALES } from '../../sim/model/local-text.ts'
import { METRIC_WORDS } from '../../sim/projections/metric-words.ts'
import { METRIC_NAMES, type MetricName } from '../../sim/projections/metric.ts'
import { measure, METRICS } from '../../sim/projections/metrics.ts'
import { createTally, tallyDay } from '../../sim/projections/tally.ts'
import { setLevels, setMarks } from '../testing/arrange.ts'
import { handMade, type HandMade } from '../testing/hand-made.ts'

/** Metrics of a hand-made world in which so much was written on each of its days. */
function measured(arrange: (made: HandMade) => void, write: (made: HandMade) => void = () => undefined) {
  const made = handMade()
  arrange(made)
  const tally = createTally()
  const { day } = made.world
  for (let past = 0; past < day; past++) {
    const from = made.rows.count
    write(made)
    tallyDay(tally, made.rows, from, made.rows.count)
  }
  return measure(made.world, tally)
}

const NOT_YET: readonly MetricName[] = [
  ...(['tiesPerMember', 'invitationsPerMember', 'acceptedPerMemberMonth'] as const),
  ...(['needsMet', 'memberTrust', 'productTrust', 'buyersTrust'] as const),
]

describe('the metrics', () => {
  it('are those of the contract, in its order, each with unit and sentence', () => {
    expect(METRIC_NAMES.join(' ')).toBe(
      'members joined left removed readers readRate muted zombies buyers fans muteRate zombieRate leaveRate ' +
        'conversionRate repurchaseRate weeklySpeakingRate onTopicShare selfRunShare messagesPerDay adShare meanTrust ' +
        'meanBelonging meanValue meanFatigue tiesPerMember revenue ownerNet ownerHours ownerEnergy averageOrderValue ' +
        'invitationsPerMember acceptedPerMemberMonth memberShare needsMet memberTrust productTrust buyersTrust checkInRate ' +
        'helpers crossBuyingRate',
    )
    expect(Object.keys(METRICS)).toEqual([...METRIC_NAMES])
    for (const name of METRIC_NAMES) {
      expect(METRICS[name].unit).not.toBe('')
      for (const locale of LOCALES) {
        expect(METRIC_WORDS[name].name[locale].length).toBeGreaterThan(1)
        expect(METRIC_WORDS[name].says[locale].length).toBeGreaterThan(5)
      }
    }
  })

  it('say nothing where there is nothing to divide by', () => {
    const metrics = measured(() => undefined)
    const silent = METRIC_NAMES.filter((name) => metrics[name] === null)
    expect(silent).toEqual(
      METRIC_NAMES.filter(
        (name) => /Rate$|Share$|^mean|^messagesPerDay|^average/.test(name) || NOT_YET.includes(name),
      ),
    )
    for (const name of METRIC_NAMES)
      if (metrics[name] !== null && name !== 'ownerEnergy') expect(metrics[name], name).toBe(0)
  })

  it('say nothing of messages where nobody wrote, and 0 of what could have been', () => {
    const metrics = measured(({ world, join }) => {
      join([1, 2])
      world.day = 3
    })
    expect(metrics).toMatchObject({
      ...{ onTopicShare: null, selfRunShare: null, memberShare: null, adShare: null, messagesPerDay: 0 },
      ...{ readRate: 0, muteRate: 0, zombieRate: 0, leaveRate: 0, conversionRate: 0, weeklySpeakingRate: 0 },
      ...{ repurchaseRate: null, averageOrderValue: null },
    })
  })

  it('tell who bought different goods, of all who joined', () => {
    const bought = measured(
      ({ world, join }) => {
        join([1, 2, 3, 4])
        world.day = 1
      },
      ({ happen }) => {
        for (const object of [0, 1]) happen('order-placed', { actor: 1, object, value: 10 })
        happen('order-placed', { actor: 2, object: 1, value: 10 })
      },
    )
    expect(bought.crossBuyingRate).toBe(1 / 4)
  })

  it('say nothing of members where all have left', () => {
    const metrics = measured(({ world, join }) => {
      join([1])
      setMarks(world, 0, { flags: LEFT })
    })
    expect(metrics).toMatchObject({
      ...{ members: 0, joined: 1, left: 1, leaveRate: 1 },
      ...{
        readRate: null,
        weeklySpeakingRate: null,
        meanTrust: null,
        meanBelonging: null,
        meanValue: null,
        meanFatigue: null,
      },
    })
  })
})

describe('members', () => {
  const metrics = measured(({ world, join }) => {
    join([1, 2, 3, 4, 5, 6, 7, 8, 9])
    world.day = 50
    setMarks(world, 0, { openedDay: 49, postedDay: 49, orders: 2 })
    setMarks(world, 1, { openedDay: 48, flags: MUTED, orders: 1 })
    setMarks(world, 2, { openedDay: 2, flags: MUTED })
    setMarks(world, 3, { openedDay: 49, flags: LEFT, orders: 1, refunds: 1 })
    setMarks(world, 4, { openedDay: 43, postedDay: 43 })
    setMarks(world, 5, { openedDay: 42, postedDay: 42 })
    setMarks(world, 6, { openedDay: 42, flags: LEFT, orders: 1 })
    setMarks(world, 7, { openedDay: 42, flags: HELPER | FIGURE })
    setMarks(world, 8, { openedDay: 42, flags: LEFT | REMOVED | HELPER })
    for (let seat = 0; seat < 8; seat++) {
      setLevels(world, seat, {
        trust: seat / 8,
        belonging: seat / 16,
        fatigue: seat / 32,
        expectation: seat / 64,
        needsMet: seat / 2,
        memberTrust: seat / 10,
        productTrust: seat / 20,
      })
    }
  })

  it('are counted', () => {
    expect(metrics).toMatchObject({
      members: 6,
      joined: 9,
      left: 2,
      removed: 1,
      readers: 3,
      muted: 2,
      zombies: 1,
      buyers: 3,
      fans: 0,
      helpers: 1,
    })
  })

  it('are set against those present, or those who ever joined', () => {
    expect(metrics).toMatchObject({
      ...{ readRate: 3 / 6, weeklySpeakingRate: 2 / 6 },
      ...{ muteRate: 2 / 9, zombieRate: 1 / 9, leaveRate: 2 / 9, conversionRate: 3 / 9 },
      repurchaseRate: 1 / 3,
    })
  })

  it('have the mean scores of those present', () => {
    const seats = 0 + 1 + 2 + 4 + 5 + 7
    expect(metrics.meanTrust).toBeCloseTo(seats / 8 / 6, 6)
    expect(metrics.meanBelonging).toBeCloseTo(seats / 16 / 6, 6)
    expect(metrics.meanFatigue).toBeCloseTo(seats / 32 / 6, 6)
    expect(metrics.meanValue).toBeCloseTo(seats / 64 / 6, 6)
    expect(metrics.needsMet).toBeCloseTo(seats / 2 / 6, 6)
    expect(metrics.memberTrust).toBeCloseTo(seats / 10 / 6, 6)
    expect(metrics.productTrust).toBeCloseTo(seats / 20 / 6, 6)
  })

  it('who bought have a mean trust of their own, of those present', () => {
    expect(metrics.buyersTrust).toBeCloseTo((0 + 1) / 8 / 2, 6) // seats 0 and 1; the buyer of seat 6 has left
  })
})

describe('check-ins', () => {
  it('are kept up by who still checked in on the thirtieth day, of all who began so long ago', () => {
    const { checkInRate } = measured(({ world, join }) => {
      join([1, 2, 3, 4, 5, 6])
      world.day = 40
      setMarks(world, 0, { checkInFrom: 10, checkedDay: 39 }) // kept
      setMarks(world, 1, { checkInFrom: 10, checkedDay: 38, flags: GAVE_UP }) // the day before
      setMarks(world, 2, { checkInFrom: 0, checkedDay: 35, flags: LEFT }) // kept, and left since
      setMarks(world, 3, { checkInFrom: 5, checkedDay: 5 }) // once
      setMarks(world, 4, { checkInFrom: 11, checkedDay: 39 }) // too early to say
    })
    expect(checkInRate).toBe(2 / 4)
  })

  it('say nothing before anybody began thirty days ago', () => {
    const { checkInRate } = measured(({ world, join }) => {
      join([1])
      world.day = 29
      setMarks(world, 0, { checkInFrom: 0, checkedDay: 28 })
    })
    expect(checkInRate).toBeNull()
  })
})

describe('messages', () => {
  const everyDay = ({ happen }: HandMade) => {
    happen('content-posted', { object: 0 })
    happen('content-posted', { object: -1 })
    for (let n = 0; n < 3; n++) happen('ad-posted', { object: 0 })
    for (let n = 0; n < 4; n++) happen('message-posted', { actor: 1, value: n === 0 ? 0 : 1 })
    happen('reply-given', { actor: -1, object: 1, value: 1 })
  }
  const after = (days: number) =>
    measured(({ world, join }) => {
      join([1])
      world.day = days
    }, everyDay)

  it('are shared out over the last seven days', () => {
    for (const days of [1, 6, 7, 30]) {
      expect(after(days)).toMatchObject({
        messagesPerDay: 10,
        onTopicShare: 0.5,
        selfRunShare: 0.4,
        memberShare: 0.4,
        adShare: 0.3,
      })
    }
  })

  it('of members with a role are not the group running itself; check-ins and posts of figures are', () => {
    const { selfRunShare, onTopicShare } = measured(
      ({ world, join }) => {
        join([1, 2])
        world.day = 1
      },
      ({ happen }) => {
        happen('role-given', { actor: 2, object: ROLE.helper })
        happen('message-posted', { actor: 2, value: 1 })
        happen('reply-given', { actor: 2, object: 1, value: 1 })
        happen('checked-in', { actor: 1 })
        happen('content-posted', { actor: 1, object: -1 })
      },
    )
    expect({ selfRunShare, onTopicShare }).toEqual({ selfRunShare: 0.5, onTopicShare: 0.75 })
  })

  it('of members are theirs with a role or without; those of the owner and ads are not', () => {
    const written = (write: (made: HandMade) => void) => {
      const { memberShare, selfRunShare } = measured(({ world, join }) => {
        join([1, 2])
        world.day = 1
      }, write)
      return { memberShare, selfRunShare }
    }
    const byRoleHolder = ({ happen }: HandMade) => {
      happen('role-given', { actor: 2, object: ROLE.helper })
      happen('message-posted', { actor: 2, value: 1 })
      happen('message-posted', { actor: 2, value: 0 })
      happen('reply-given', { actor: 2, object: 1, value: 1 })
    }
    const byOwner = ({ happen }: HandMade) => {
      happen('content-posted', { object: 0 })
      happen('content-posted', { object: -1 })
      happen('reply-given', { actor: -1, object: 1, value: 1 })
      happen('ad-posted', { object: 0 })
    }
    expect(written(byRoleHolder)).toEqual({ memberShare: 1, selfRunShare: 0 })
    expect(written(byOwner)).toEqual({ memberShare: 0, selfRunShare: 0 })
    const byAll = (made: HandMade) => {
      byRoleHolder(made)
      byOwner(made)
      made.happen('message-posted', { actor: 1, value: 0 })
    }
    expect(written(byAll)).toEqual({ memberShare: 4 / 8, selfRunShare: 1 / 8 })
  })

  it('fade out of the shares after seven days', () => {
    const made = (days: number) =>
      measured(
        ({ world, join }) => {
          join([1])
          world.day = days
        },
        (() => {
          let day = 0
          return ({ happen }: HandMade) => {
            if (day === 0) happen('ad-posted', { object: 0 })
            day += 1
          }
        })(),
      )
    expect(made(7)).toMatchObject({ adShare: 1, messagesPerDay: 1 / 7 })
    expect(made(8)).toMatchObject({ adShare: null, messagesPerDay: 0 })
  })
})

describe('money, hours and energy', () => {
  const metrics = measured(({ world, join }) => {
    join([1, 2])
    setMarks(world, 0, { orders: 2, refunds: 1 })
    setMarks(world, 1, { orders: 1 })
    world.books[BOOK.revenue] = 300_00
    world.books[BOOK.refunded] = 100_00
    world.books.set([10_00, 20_00, 5_00, 0, 0, 1_50], BOOK.costs)
    world.books[BOOK.hours] = 12.5
    world.ownerLevels[OWNER_LEVEL.energy] = 0.625
  })

  it('are read off the books', () => {
    expect(metrics).toMatchObject({
      revenue: 200,
      ownerNet: 163.5,
      ownerHours: 12.5,
      ownerEnergy: 0.625,
      averageOrderValue: 100,
    })
  })

  it('count what people pay to join as revenue, and not as orders', () => {
    const made = measured(({ world, join }) => {
      join([1, 2])
      setMarks(world, 0, { orders: 2 })
      world.books[BOOK.revenue] = 250_00
      world.books[BOOK.fees] = 50_00
    })
    expect(made).toMatchObject({ revenue: 250, averageOrderValue: 100, ownerNet: 250 })
  })

  it('give no average where every order came back', () => {
    const { averageOrderValue, revenue, buyers, conversionRate } = measured(({ world, join }) => {
      join([1])
      setMarks(world, 0, { orders: 1, refunds: 1 })
      world.books[BOOK.revenue] = 80_00
      world.books[BOOK.refunded] = 80_00
    })
    expect({ averageOrderValue, revenue, buyers, conversionRate }).toEqual({
      averageOrderValue: null,
      revenue: 0,
      buyers: 0,
      conversionRate: 0,
    })
  })
})
