import { describe, expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import { CAUSE, CAUSES } from '../../sim/model/causes.ts'
import {
  createEndings,
  endingsDay,
  endingsIn,
  type Endings,
  type EndingsModel,
} from '../../sim/projections/endings.ts'
import { factsOf, ofKind } from '../../sim/testing/facts.ts'
import { crowd } from '../testing/arrange.ts'
import { handMade } from '../testing/hand-made.ts'

type Shares = Partial<Record<keyof typeof CAUSE, number>>

/** Shares of the n-th ending, by cause. */
function sharesOf({ shares }: Endings, n: number): Record<string, number> {
  const row = [...shares.slice(n * CAUSES.length, (n + 1) * CAUSES.length)]
  return Object.fromEntries(row.flatMap((share, cause) => (share > 0 ? [[CAUSES[cause], share]] : [])))
}

describe('departures and mutes', () => {
  const made = handMade()
  const model: EndingsModel = createEndings()
  const today = (...endings: readonly ['member-left' | 'member-muted', number, Shares][]) => {
    const from = made.rows.count
    for (const [kind, actor, shares] of endings) {
      const cause = made.happen(kind, { actor, object: CAUSE['hard-ads'] })
      for (const [name, value] of Object.entries(shares)) {
        made.happen('blame-shared', { actor, object: CAUSE[name as 'chatter'], value, cause })
      }
    }
    made.happen('day-closed')
    endingsDay(model, made.world, made.rows, from, made.rows.count)
  }
  made.join([7, 3, 40])
  today(['member-muted', 3, { 'hard-ads': 0.5, background: 0.5 }])
  today()
  today(['member-left', 40, { 'hard-ads': 0.75, 'low-value': 0.25 }], ['member-muted', 7, { chatter: 1 }])
  today(['member-left', 3, { chatter: 1 }])
  const { departures, mutes } = endingsIn(model)

  it('have the seat and the day of each, in the order of days', () => {
    expect([...departures.seat]).toEqual([2, 1])
    expect([...departures.day]).toEqual([2, 3])
    expect([...mutes.seat]).toEqual([1, 0])
    expect([...mutes.day]).toEqual([0, 2])
  })

  it('have the shares that were written down with each, and no others', () => {
    expect(departures.shares).toHaveLength(2 * CAUSES.length)
    expect(sharesOf(departures, 0)).toEqual({ 'hard-ads': 0.75, 'low-value': 0.25 })
    expect(sharesOf(departures, 1)).toEqual({ chatter: 1 })
    expect(sharesOf(mutes, 0)).toEqual({ 'hard-ads': 0.5, background: 0.5 })
    expect(sharesOf(mutes, 1)).toEqual({ chatter: 1 })
  })

  it('are none where nobody left', () => {
    expect(endingsIn(createEndings()).departures).toEqual({
      seat: new Uint32Array(0),
      day: new Uint16Array(0),
      shares: new Float32Array(0),
    })
  })
})

describe('a removal', () => {
  it('is no departure', () => {
    const made = handMade()
    const model = createEndings()
    made.join([1])
    made.happen('member-removed', { actor: 1 })
    made.happen('day-closed')
    endingsDay(model, made.world, made.rows, 0, made.rows.count)
    expect(endingsIn(model).departures.seat).toHaveLength(0)
  })
})

describe('the endings of a run', () => {
  const model = createEndings()
  const scenario = crowd({
    days: 30,
    founders: 80,
    model: { leaveBase: 0.02, muteBase: 0.02 },
    plan: [{ from: 0, ads: { perDay: 3 } }],
    shocks: [{ day: 20, kind: 'migrate', keeps: 0.5 }],
  })
  const { rows } = run(scenario, '1', {
    keepsRows: true,
    observers: [(world, rows, from, to) => endingsDay(model, world, rows, from, to)],
  })
  const found = endingsIn(model)

  it.each([
    ['departures', 'member-left'],
    ['mutes', 'member-muted'],
  ] as const)('are as many %s as it has facts of them, and the shares of each add up to 1', (name, kind) => {
    const endings = found[name]
    expect(endings.seat).toHaveLength(ofKind(factsOf(rows), kind).length)
    expect(endings.seat.length).toBeGreaterThan(10)
    for (const n of endings.seat.keys()) {
      const sum = Object.values(sharesOf(endings, n)).reduce((total, share) => total + share, 0)
      expect(sum).toBeCloseTo(1, 5)
    }
  })

  it('name those whom a migration takes away', () => {
    const moved = [...found.departures.day.keys()].filter((n) => found.departures.day[n] === 20)
    expect(moved.map((n) => sharesOf(found.departures, n)['migration'] ?? 0)).toContain(1)
  })
})
