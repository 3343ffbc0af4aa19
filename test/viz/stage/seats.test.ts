import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellAt, detailOf, layOutSeats } from '../../../viz/stage/seats.ts'

const room = { width: 900, height: 400, smallest: 6, largest: 44 }
const aRoom = fc.record({
  seats: fc.integer({ min: 0, max: 20_000 }),
  width: fc.integer({ min: 20, max: 2_000 }),
  height: fc.integer({ min: 20, max: 1_200 }),
  smallest: fc.constant(6),
  largest: fc.constant(44),
})

describe('seats', () => {
  it('all fit inside the room', () =>
    fc.assert(
      fc.property(aRoom, (given) => {
        const { columns, rows, cell, perCell } = layOutSeats(given)
        expect(columns * rows * perCell).toBeGreaterThanOrEqual(given.seats)
        expect(columns * cell).toBeLessThanOrEqual(given.width)
        expect(rows * cell).toBeLessThanOrEqual(given.height)
      }),
    ))

  it('are as large as can be', () =>
    fc.assert(
      fc.property(aRoom, (given) => {
        const { cell, perCell } = layOutSeats(given)
        const larger = cell + 1
        fc.pre(perCell === 1 && larger <= Math.min(given.largest, given.width, given.height))
        expect(Math.floor(given.width / larger) * Math.floor(given.height / larger)).toBeLessThan(given.seats)
      }),
    ))

  it('stand for one person each where they can be seen', () =>
    expect(layOutSeats({ ...room, seats: 500 }).perCell).toBe(1))
  it('stand for ten where single ones would be too small', () =>
    expect(layOutSeats({ ...room, seats: 50_000 }).perCell).toBe(10))
  it('need no more than one cell in no room at all', () =>
    expect(layOutSeats({ ...room, width: 0, seats: 30 })).toEqual({
      columns: 1,
      rows: 1,
      cell: 1,
      perCell: 30,
    }))

  it('are found again under the pointer', () =>
    fc.assert(
      fc.property(aRoom, fc.nat(), (given, pick) => {
        const grid = layOutSeats(given)
        const cell = pick % (grid.columns * grid.rows)
        const x = (cell % grid.columns) * grid.cell + grid.cell / 2
        const y = Math.floor(cell / grid.columns) * grid.cell + grid.cell / 2
        expect(cellAt(grid, x, y)).toBe(cell)
      }),
    ))
  it('are not found beside the wall', () => {
    const grid = { columns: 3, rows: 2, cell: 10, perCell: 1 }
    expect([cellAt(grid, -1, 5), cellAt(grid, 31, 5), cellAt(grid, 5, 21)]).toEqual([-1, -1, -1])
  })
})

describe('the detail of a seat', () => {
  it('grows with its size on screen', () =>
    expect([8, 10, 29, 30, 37, 38].map((size) => detailOf(size, 1))).toEqual([
      'square',
      'shape',
      'shape',
      'full',
      'full',
      'named',
    ]))
  it('is judged in CSS pixels', () => expect(detailOf(18, 2)).toBe('square'))
})
