import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepLog, type KeptLog } from '../../sim/engine/kept-log.ts'
import { KIND, type KindName } from '../../sim/events/kinds.ts'
import { createRows, record } from '../../sim/events/rows.ts'
import type { Fork } from '../../sim/engine/stages.ts'
import {
  createDifference,
  type DayOfFacts,
  type LogDifference,
} from '../../sim/projections/log-difference.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { factsOf, ofKind } from '../../sim/testing/facts.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import type { Happening } from '../testing/arrange.ts'

type Happened = readonly [kind: KindName, columns?: Happening]

const read = (actor: number, columns: Happening = {}): Happened => [
  'feed-read',
  { actor, value: 1, ...columns },
]
const CLOSED: Happened = ['day-closed']

/** A day whose first fact has the seq `base`. */
function dayOf(base: number, facts: readonly Happened[]): DayOfFacts {
  const rows = createRows()
  rows.base = base
  for (const [kind, { group = 0, actor = -1, object = -1, value = 0, cause = -1 } = {}] of facts)
    record(rows, KIND[kind], group, actor, object, value, cause)
  return { rows, from: 0, to: rows.count }
}

/** A history, one list of facts a day. */
function historyOf(days: readonly (readonly Happened[])[]): DayOfFacts[] {
  let base = 0
  return days.map((facts) => {
    const day = dayOf(base, facts)
    base += facts.length
    return day
  })
}

function differenceOf(a: readonly DayOfFacts[], b: readonly DayOfFacts[]): LogDifference {
  const difference = createDifference()
  for (let day = 0; day < Math.max(a.length, b.length); day++)
    difference.addDay(a[day] ?? null, b[day] ?? null)
  return difference.finish()
}

const between = (a: readonly (readonly Happened[])[], b: readonly (readonly Happened[])[]) =>
  differenceOf(historyOf(a), historyOf(b))

const NONE = { onlyA: 0, onlyB: 0, changed: 0 }

describe('two histories', () => {
  it('that are the same share all of their days and differ in nothing', () => {
    const days = [
      [read(1), CLOSED],
      [read(2), CLOSED],
    ]
    expect(between(days, days)).toEqual({
      days: 2,
      sharedDays: 2,
      firstDifference: null,
      total: NONE,
      byKind: {},
      byDay: [],
    })
  })

  it('without a day have nothing to differ in', () => {
    expect(between([], [])).toMatchObject({ days: 0, sharedDays: 0, firstDifference: null, total: NONE })
  })

  it('part at the first fact that is not in the same place of its day', () => {
    const found = between([[CLOSED], [read(1), read(2), CLOSED]], [[CLOSED], [read(1), read(3), CLOSED]])
    expect(found).toMatchObject({ days: 2, sharedDays: 1, total: { onlyA: 1, onlyB: 1, changed: 0 } })
    expect(found.firstDifference).toMatchObject({
      day: 1,
      person: 2,
      a: { seq: 2, kind: 'feed-read', actor: 2, cause: -1 },
      b: { seq: 2, kind: 'feed-read', actor: 3, cause: -1 },
    })
  })

  it('name nobody where they part at a fact of a group or of the owner', () => {
    const found = between([[['content-posted'], CLOSED]], [[CLOSED]])
    expect(found.firstDifference).toMatchObject({ person: null, a: { kind: 'content-posted' } })
  })

  it('name whose fact stands on the other side where one day is over', () => {
    const found = between([[read(1)]], [[read(1), read(7)]])
    expect(found.firstDifference).toMatchObject({ person: 7, a: null, b: { actor: 7 } })
  })

  it('have a changed fact where only the value is another', () => {
    const found = between([[read(1), CLOSED]], [[read(1, { value: 2 }), CLOSED]])
    expect(found).toMatchObject({
      sharedDays: 0,
      total: { onlyA: 0, onlyB: 0, changed: 1 },
      byKind: { 'feed-read': { onlyA: 0, onlyB: 0, changed: 1 } },
    })
  })

  it.each<[string, Happening]>([
    ['group', { group: 1 }],
    ['actor', { actor: 2 }],
    ['object', { object: 2 }],
  ])('have another fact on each side where its %s is another', (_, columns) => {
    const found = between([[read(1)]], [[read(1, columns)]])
    expect(found.total).toEqual({ onlyA: 1, onlyB: 1, changed: 0 })
  })

  it('part where a fact follows from another one, and show both causes', () => {
    const found = between(
      [[read(1), read(2), read(3, { cause: 0 })]],
      [[read(1), read(2), read(3, { cause: 1 })]],
    )
    expect(found.firstDifference).toMatchObject({ person: 3, a: { cause: 0 }, b: { cause: 1 } })
    expect(found.total).toEqual(NONE)
  })

  it('do not differ by the order of a day once they have parted', () => {
    const found = between([[read(9)], [read(1), read(2)]], [[], [read(2), read(1)]])
    expect(found.byDay).toEqual([{ day: 0, onlyA: 1, onlyB: 0, changed: 0 }])
  })

  it('differ by the order of a day until then', () => {
    const found = between([[read(1), read(2)]], [[read(2), read(1)]])
    expect(found.firstDifference).toMatchObject({ day: 0, person: 1 })
    expect(found.total).toEqual(NONE)
  })

  it('pair equal facts of a day first with first, second with second', () => {
    const found = between(
      [[read(1, { value: 1 }), read(1, { value: 2 }), read(1, { value: 3 })]],
      [[read(1, { value: 1 }), read(1, { value: 3 })]],
    )
    expect(found.total).toEqual({ onlyA: 1, onlyB: 0, changed: 1 })
  })

  it('share the days that both have, where one goes on for longer', () => {
    const short = [[read(1), CLOSED]]
    const long = [[read(1), CLOSED], [read(2), CLOSED], [CLOSED]]
    expect(between(short, long)).toMatchObject({
      days: 1,
      sharedDays: 1,
      firstDifference: { day: 1, person: 2, a: null, b: { actor: 2 } },
      total: { onlyA: 0, onlyB: 3, changed: 0 },
      byDay: [{ day: 1 }, { day: 2 }],
    })
    expect(between(long, short).total).toEqual({ onlyA: 3, onlyB: 0, changed: 0 })
  })

  it('tell kinds in the order of the catalogue, however they come', () => {
    const found = between([[CLOSED, read(1), ['content-posted']]], [[]])
    const kinds = Object.keys(found.byKind) as KindName[]
    expect(kinds).toHaveLength(3)
    expect(kinds).toEqual([...kinds].sort((one, other) => KIND[one] - KIND[other]))
  })

  it('pass over the opening of a fork, on either side', () => {
    const parent = [[CLOSED], [read(1), read(2, { cause: 1 }), CLOSED]]
    const branch = [
      [CLOSED],
      [['fork-opened', { object: 1 }], read(1), read(2, { cause: 2 }), CLOSED],
    ] as const
    expect(between(parent, branch)).toMatchObject({ sharedDays: 2, firstDifference: null, total: NONE })
    expect(between(branch, parent)).toMatchObject({ sharedDays: 2, firstDifference: null, total: NONE })
  })
})

function daysOf({ rows, ends }: KeptLog): DayOfFacts[] {
  return ends.map((to, day) => ({ rows, from: day === 0 ? 0 : (ends[day - 1] as number), to }))
}

const history = (changes: Parameters<typeof smallScenario>[0], seed: string, forks: readonly Fork[] = []) =>
  keepLog(smallScenario(changes), seed, { forks })

describe('two runs', () => {
  it('of one policy are the same as far as both go', () => {
    const [short, long] = [history({ days: 12 }, '1'), history({ days: 20 }, '1')]
    const found = differenceOf(daysOf(short), daysOf(long))
    expect(found).toMatchObject({ days: 12, sharedDays: 12, firstDifference: { day: 12, a: null } })
    expect(found.total).toEqual({ onlyA: 0, onlyB: long.rows.count - short.rows.count, changed: 0 })
  })

  it('part on the day of a fork, and count each fact once', () => {
    const fork = { at: 7, edits: [{ path: 'plan[0].ads.perDay', value: 0 }] }
    const [parent, branch] = [history({}, '1'), history({}, '1', [fork])]
    const found = differenceOf(daysOf(parent), daysOf(branch))
    expect(found).toMatchObject({ sharedDays: 7, firstDifference: { day: 7, a: { kind: 'ad-posted' } } })
    // All facts of A, less those of A alone, are all facts of B, less those of B alone and the fork itself.
    const opened = ofKind(factsOf(branch.rows), 'fork-opened').length
    expect(opened).toBe(1)
    expect(parent.rows.count - found.total.onlyA).toBe(branch.rows.count - opened - found.total.onlyB)
    expect(found.byKind['ad-posted']).toEqual({ onlyA: 13, onlyB: 0, changed: 0 })
  })

  it('differ in the same from either side', () => {
    fc.assert(
      fc.property(aScenario, aSeed, aSeed, (scenario, one, other) => {
        const [a, b] = [daysOf(keepLog(scenario, one)), daysOf(keepLog(scenario, other))]
        const [there, back] = [differenceOf(a, b), differenceOf(b, a)]
        const turned = ({ onlyA, onlyB, changed }: typeof there.total) => ({
          onlyA: onlyB,
          onlyB: onlyA,
          changed,
        })
        expect(back.total).toEqual(turned(there.total))
        expect(back.byDay).toEqual(there.byDay.map(({ day, ...counts }) => ({ day, ...turned(counts) })))
        expect(back.sharedDays).toBe(there.sharedDays)
        expect(differenceOf(a, a)).toMatchObject({ firstDifference: null, total: NONE })
      }),
      { numRuns: 25 },
    )
  })
})
