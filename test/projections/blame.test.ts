import { describe, expect, it } from 'vitest'
import { CAUSE } from '../../sim/model/causes.ts'
import { blameDay, blameShares, createBlame } from '../../sim/projections/blame.ts'
import { run } from '../../sim/engine/run.ts'
import { factsOf, ofKind } from '../../sim/testing/facts.ts'
import { crowd } from '../testing/arrange.ts'
import { handMade } from '../testing/hand-made.ts'

describe('blame', () => {
  const made = handMade()
  made.join([1, 2, 3])
  const blamed = (kind: 'member-left' | 'member-muted', actor: number, shares: Record<string, number>) => {
    const cause = made.happen(kind, { actor, object: CAUSE['hard-ads'] })
    for (const [name, value] of Object.entries(shares)) {
      made.happen('blame-shared', { actor, object: CAUSE[name as 'chatter'], value, cause })
    }
  }
  const blame = createBlame()
  blamed('member-muted', 1, { 'hard-ads': 0.5, background: 0.5 })
  blamed('member-left', 2, { 'hard-ads': 0.75, 'low-value': 0.25 })
  blamed('member-left', 3, { chatter: 1 })
  blameDay(blame, made.rows, 0, made.rows.count)

  it('of departures and of mutes is kept apart', () => {
    expect(blameShares(blame.departures)).toEqual({ 'hard-ads': 0.375, 'low-value': 0.125, chatter: 0.5 })
    expect(blameShares(blame.mutes)).toEqual({ 'hard-ads': 0.5, background: 0.5 })
  })

  it('adds up over days', () => {
    const from = made.rows.count
    blamed('member-muted', 3, { chatter: 1 })
    blameDay(blame, made.rows, from, made.rows.count)
    expect(blameShares(blame.mutes)).toEqual({ 'hard-ads': 0.25, background: 0.25, chatter: 0.5 })
  })

  it('is divided among nobody where nobody left', () => {
    expect(blameShares(createBlame().departures)).toEqual({})
  })

  it('of a whole run adds up to its departures and mutes', () => {
    const all = createBlame()
    const { rows } = run(
      crowd({ model: { leaveBase: 0.005 }, plan: [{ from: 0, ads: { perDay: 4 } }] }),
      '1',
      {
        keepsRows: true,
        observers: [(_world, rows, from, to) => blameDay(all, rows, from, to)],
      },
    )
    const facts = factsOf(rows)
    const sum = (sums: Float64Array) => sums.reduce((total, part) => total + part, 0)
    expect(ofKind(facts, 'member-left').length).toBeGreaterThan(10)
    expect(sum(all.departures)).toBeCloseTo(ofKind(facts, 'member-left').length, 3)
    expect(sum(all.mutes)).toBeCloseTo(ofKind(facts, 'member-muted').length, 3)
  })
})
