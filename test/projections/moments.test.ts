import { describe, expect, it } from 'vitest'
import { MUTED, LEFT } from '../../sim/model/world.ts'
import { takeCensus } from '../../sim/projections/census.ts'
import {
  momentsOf,
  NO_MOMENTS,
  stepMoments,
  type Moment,
  type MomentsModel,
} from '../../sim/projections/moments.ts'
import { createTally, tallyDay } from '../../sim/projections/tally.ts'
import { setMarks } from '../testing/arrange.ts'
import { handMade, type HandMade } from '../testing/hand-made.ts'

type Day = (made: HandMade) => void
const quiet: Day = () => undefined
const LIVES = { deathDay: null, silentDay: null }

/** The moments of a story told day by day, of a group of so many members. */
function momentsIn(
  days: readonly Day[],
  { members = 4, ends = LIVES as Parameters<typeof momentsOf>[1] } = {},
): Moment[] {
  return momentsOf(modelOf(days, members), ends)
}

function modelOf(days: readonly Day[], members = 4): MomentsModel {
  const made = handMade()
  made.join(Array.from({ length: members }, (_, person) => person + 1))
  const tally = createTally()
  let model = NO_MOMENTS
  for (const tell of days) {
    const from = made.rows.count
    tell(made)
    made.happen('day-closed')
    const to = made.rows.count
    tallyDay(tally, made.rows, from, to)
    const { world, rows } = made
    model = stepMoments(model, { world, rows, from, to, census: takeCensus(world), tally })
  }
  return model
}

const kinds = (moments: readonly Moment[]) => moments.map(({ kind, day }) => `${kind} ${day}`)
const facts =
  (kind: Parameters<HandMade['happen']>[0], ...actors: number[]): Day =>
  ({ happen }) => {
    for (const actor of actors) happen(kind, { actor, object: 0, value: 1 })
  }
const both =
  (...days: readonly Day[]): Day =>
  (made) => {
    for (const day of days) day(made)
  }

describe('the first of a kind', () => {
  it.each([
    ['order-placed', 'first-order'],
    ['member-muted', 'first-mute'],
    ['member-left', 'first-departure'],
  ] as const)('of %s is a moment, with the person, and happens once', (kind, moment) => {
    const found = momentsIn([quiet, facts(kind, 3, 2), facts(kind, 1)])
    expect(found).toEqual([{ day: 1, kind: moment, value: 3, detail: null }])
  })

  it('refusal shows that the group is full', () => {
    const found = momentsIn([facts('join-refused', 50, 51), facts('join-refused', 52)])
    expect(found).toEqual([{ day: 0, kind: 'group-full', value: null, detail: null }])
  })

  it('tiredness of the owner is a moment, later ones are none', () => {
    const tired: Day = ({ happen }) => happen('owner-tired', { value: 0.19 })
    expect(kinds(momentsIn([quiet, quiet, tired, quiet, tired]))).toEqual(['owner-tired 2'])
  })
})

describe('what may happen again', () => {
  it('is every phase of the plan, with its number', () => {
    const phase =
      (object: number): Day =>
      ({ happen }) =>
        happen('phase-begun', { object })
    expect(momentsIn([quiet, phase(1), phase(2)])).toEqual([
      { day: 1, kind: 'phase-begins', value: 1, detail: null },
      { day: 2, kind: 'phase-begins', value: 2, detail: null },
    ])
  })

  it('is every shock, with its name', () => {
    const shock =
      (object: number): Day =>
      ({ happen }) =>
        happen('shock-struck', { object, value: 3 })
    expect(
      momentsIn([both(shock(9), shock(10)), shock(9)]).map(({ day, kind, detail }) => [day, kind, detail]),
    ).toEqual([
      [0, 'shock', 'holiday'],
      [0, 'shock', 'quarrel'],
      [1, 'shock', 'holiday'],
    ])
  })
})

describe('ads', () => {
  const written = (ads: number, messages: number): Day =>
    both(
      ...Array.from({ length: ads }, () => facts('ad-posted', -1)),
      ...Array.from({ length: messages }, () => facts('message-posted', 1)),
    )
  const week = (day: Day, days = 7) => Array.from({ length: days }, () => day)

  it('dominate when they are more than half of what was written in seven days', () => {
    expect(kinds(momentsIn(week(written(2, 1))))).toEqual(['ads-dominate 6'])
    expect(momentsIn(week(written(2, 2)))).toEqual([])
    expect(momentsIn(week(quiet, 30))).toEqual([])
  })

  it('do not before the first week is over', () => {
    expect(momentsIn(week(written(9, 0), 6))).toEqual([])
  })

  it('do so once, and only for the first time', () => {
    expect(
      kinds(momentsIn([...week(written(2, 1), 9), ...week(written(0, 9), 9), ...week(written(9, 0), 9)])),
    ).toEqual(['ads-dominate 6'])
  })

  it('can do so for the first time late', () => {
    const found = kinds(momentsIn([...week(written(1, 2), 10), ...week(written(2, 1), 10)]))
    expect(found).toEqual(['ads-dominate 13']) // four of seven days
  })
})

describe('halves', () => {
  const mark =
    (flags: number, seats: number): Day =>
    ({ world }) => {
      for (let seat = 0; seat < seats; seat++) setMarks(world, seat, { flags })
    }

  it('of those present who have muted are a moment', () => {
    expect(kinds(momentsIn([mark(MUTED, 5), mark(MUTED, 6), mark(MUTED, 9)], { members: 12 }))).toEqual([
      'half-muted 1',
    ])
  })

  it('of all who ever joined who have left are a moment', () => {
    expect(kinds(momentsIn([mark(LEFT, 5), mark(LEFT, 6), mark(LEFT, 9)], { members: 12 }))).toEqual([
      'half-left 1',
    ])
  })

  it('of a handful are none', () => {
    expect(momentsIn([mark(MUTED, 9)], { members: 9 })).toEqual([])
    expect(momentsIn([mark(LEFT, 9)], { members: 9 })).toEqual([])
    expect(kinds(momentsIn([mark(MUTED, 10)], { members: 10 }))).toEqual(['half-muted 0'])
    expect(kinds(momentsIn([mark(LEFT, 5)], { members: 10 }))).toEqual(['half-left 0'])
  })
})

describe('the largest loss', () => {
  it('is the day on which most left, at least three', () => {
    const found = momentsIn(
      [facts('member-left', 1, 2), facts('member-left', 3, 4, 5, 6), facts('member-left', 7, 8, 9)],
      {
        members: 30,
      },
    )
    expect(found.filter(({ kind }) => kind === 'largest-loss')).toEqual([
      { day: 1, kind: 'largest-loss', value: 4, detail: null },
    ])
    expect(kinds(momentsIn([facts('member-left', 1, 2)], { members: 30 }))).toEqual(['first-departure 0'])
  })

  it('is the first of two that are equal', () => {
    const found = momentsIn([facts('member-left', 1, 2, 3), facts('member-left', 4, 5, 6)], { members: 30 })
    expect(kinds(found)).toEqual(['first-departure 0', 'largest-loss 0'])
  })
})

describe('the ends', () => {
  it('are moments on their days', () => {
    const found = momentsIn([quiet], { ends: { deathDay: 30, silentDay: 12 } })
    expect(kinds(found)).toEqual(['group-silent 12', 'group-died 30'])
  })
})

describe('the list', () => {
  it('is in the order of days, and of kinds within a day', () => {
    const found = momentsIn(
      [
        facts('join-refused', 50),
        both(facts('member-left', 2), facts('member-muted', 1), facts('order-placed', 3)),
      ],
      { ends: { deathDay: 1, silentDay: 0 } },
    )
    expect(kinds(found)).toEqual([
      'group-full 0',
      'group-silent 0',
      'first-order 1',
      'first-departure 1',
      'first-mute 1',
      'group-died 1',
    ])
  })

  it('leaves the model of the day before as it was', () => {
    const before = modelOf([facts('order-placed', 3)])
    const copy = structuredClone(before)
    const made = handMade()
    made.join([1])
    made.happen('member-muted', { actor: 1, object: 0 })
    made.happen('day-closed')
    const { world, rows } = made
    const census = takeCensus(world)
    const after = stepMoments(before, { world, rows, from: 0, to: rows.count, census, tally: createTally() })
    expect(before).toEqual(copy)
    expect(after.found).toHaveLength(2)
    expect(NO_MOMENTS.found).toEqual([])
  })

  it('is the same model when a day brings nothing', () => {
    const before = modelOf([facts('order-placed', 3)])
    const { world, rows } = handMade()
    expect(
      stepMoments(before, { world, rows, from: 0, to: 0, census: takeCensus(world), tally: createTally() }),
    ).toBe(before)
  })
})
