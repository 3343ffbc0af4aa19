import { describe, expect, it } from 'vitest'
import { createRows, forget, makeRoom, record, reserve } from '../../sim/events/rows.ts'
import { factsOf } from '../../sim/testing/facts.ts'

describe('rows', () => {
  it('keep each number in its column, and count from 0', () => {
    const rows = createRows()
    expect(record(rows, 5, 7, -1, 12, 0.25, -1)).toBe(0)
    expect(record(rows, 255, 65_535, 999_999, -1, -0.5, 0)).toBe(1)
    expect(rows.count).toBe(2)
    expect([...rows.kind.slice(0, 2)]).toEqual([5, 255])
    expect([...rows.group.slice(0, 2)]).toEqual([7, 65_535])
    expect([...rows.actor.slice(0, 2)]).toEqual([-1, 999_999])
    expect([...rows.object.slice(0, 2)]).toEqual([12, -1])
    expect([...rows.value.slice(0, 2)]).toEqual([0.25, -0.5])
    expect([...rows.cause.slice(0, 2)]).toEqual([-1, 0])
  })

  it('take nineteen bytes each', () => {
    const { kind, group, actor, object, value, cause } = createRows(10)
    const bytes = [kind, group, actor, object, value, cause].reduce(
      (sum, column) => sum + column.byteLength,
      0,
    )
    expect(bytes).toBe(10 * 19)
  })

  it('hold values as 32-bit floats, and never −0', () => {
    const rows = createRows()
    for (const value of [0.1, -0, 0, -1e-50, 1e-50]) record(rows, 1, 0, 0, 0, value, -1)
    expect(rows.value[0]).toBe(Math.fround(0.1))
    for (let at = 1; at < 5; at++) expect(Object.is(rows.value[at], 0)).toBe(true)
  })

  it('keep what they had when they grow, however often', () => {
    const rows = createRows(2)
    for (let n = 0; n < 50; n++) {
      expect(record(rows, n % 30, n % 7, n, -n, n / 4, n - 1)).toBe(n)
    }
    expect(rows.count).toBe(50)
    expect(rows.kind.length).toBe(64)
    for (let n = 0; n < 50; n++) {
      const columns = [
        rows.kind[n],
        rows.group[n],
        rows.actor[n],
        rows.object[n],
        rows.value[n],
        rows.cause[n],
      ]
      expect(columns).toEqual([n % 30, n % 7, n, n === 0 ? 0 : -n, n / 4, n - 1])
    }
  })

  it('do not grow before they are full', () => {
    const rows = createRows(4)
    for (let n = 0; n < 4; n++) record(rows, 1, 0, 0, 0, 0, -1)
    expect(rows.kind.length).toBe(4)
    record(rows, 1, 0, 0, 0, 0, -1)
    expect(rows.kind.length).toBe(8)
  })

  it('have room for what was reserved, and at least twice as much as before', () => {
    const rows = createRows(4)
    record(rows, 5, 0, 7, 3, 0.5, -1)
    reserve(rows, 3)
    expect(rows.kind.length).toBe(4)
    reserve(rows, 4)
    expect(rows.kind.length).toBe(8)
    reserve(rows, 99)
    expect([rows.kind.length, rows.cause.length]).toEqual([100, 100])
    expect(factsOf(rows)).toMatchObject([{ seq: 0, kind: 'feed-read', actor: 7, object: 3, value: 0.5 }])
  })

  it('have no more room than what was made, and never less than before', () => {
    const rows = createRows(4)
    record(rows, 5, 0, 7, 3, 0.5, -1)
    makeRoom(rows, 5)
    expect(rows.kind.length).toBe(6)
    makeRoom(rows, 2)
    expect(rows.kind.length).toBe(6)
  })

  it('count on after what was forgotten', () => {
    const rows = createRows(2)
    for (let n = 0; n < 3; n++) record(rows, 1, 0, n, 0, 0, -1)
    forget(rows)
    expect(rows).toMatchObject({ base: 3, count: 0 })
    expect(record(rows, 16, 0, 9, 0, 0, 2)).toBe(3)
    expect(factsOf(rows)).toMatchObject([{ seq: 3, kind: 'member-left', actor: 9, cause: 2 }])
    forget(rows)
    forget(rows)
    expect(rows.base).toBe(4)
  })
})
