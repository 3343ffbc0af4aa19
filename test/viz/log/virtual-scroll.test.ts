import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  resized,
  rowsSeen,
  scrollToPlace,
  scrollToRow,
  scrolledTo,
  startScroll,
  topOfRow,
} from '../../../viz/log/virtual-scroll.ts'
import type { Scroll } from '../../../viz/log/virtual-scroll.ts'

const short = { rowHeight: 30, view: 600, count: 1000 }
const long = { rowHeight: 30, view: 600, count: 2_000_000 }
const sizes = fc.record({
  rowHeight: fc.integer({ min: 20, max: 90 }),
  view: fc.integer({ min: 100, max: 1400 }),
  count: fc.integer({ min: 0, max: 2_500_000 }),
})

/** What no position may break: the element is not left, and every row that is seen stands where it is looked for. */
function holds(scroll: Scroll): void {
  expect(scroll.height).toBeLessThanOrEqual(8_000_000)
  expect(scroll.top).toBeGreaterThanOrEqual(0)
  expect(scroll.top).toBeLessThanOrEqual(Math.max(0, scroll.height - scroll.view) + 1)
  const { from, to } = rowsSeen(scroll)
  expect(from).toBeGreaterThanOrEqual(0)
  expect(to).toBeLessThanOrEqual(scroll.count)
  if (to === from) return
  expect(topOfRow(scroll, from)).toBeLessThanOrEqual(scroll.top + 1)
  expect(topOfRow(scroll, to - 1)).toBeLessThan(scroll.top + scroll.view)
}

describe('a list that a browser can lay out', () => {
  it('is scrolled pixel by pixel', () => {
    const scroll = scrolledTo(startScroll(short), 9000)
    expect(scroll).toMatchObject({ height: 30_000, top: 9000, offset: 0 })
    expect(rowsSeen(scroll)).toEqual({ from: 300, to: 320 })
  })
})

describe('a longer list', () => {
  it('is shown through an element that is no higher than a browser can', () => {
    expect(startScroll(long).height).toBe(8_000_000)
  })

  it('ends where its element ends', () => {
    const end = scrollToPlace(startScroll(long), Infinity)
    expect(rowsSeen(end).to).toBe(2_000_000)
    expect(end.top).toBe(8_000_000 - 600)
    expect(rowsSeen(scrolledTo(startScroll(long), 8_000_000 - 600)).to).toBe(2_000_000)
  })

  it('shows half of itself where the thumb is half way', () => {
    const { from } = rowsSeen(scrolledTo(startScroll(long), 4_000_000))
    expect(Math.abs(from - 1_000_000)).toBeLessThan(3000)
  })

  it('is scrolled pixel by pixel by a wheel, over the ends of its pages', () => {
    let scroll = scrollToPlace(startScroll(long), 3_999_000)
    for (let step = 0; step < 1000; step++) {
      const before = scroll.top + scroll.offset
      scroll = scrolledTo(scroll, scroll.top + 100)
      expect(scroll.top + scroll.offset).toBe(before + 100)
    }
  })
})

it('no way of scrolling leaves the element or loses a row', () => {
  const move = fc.oneof(
    fc.record({ by: fc.integer({ min: -500, max: 500 }) }),
    fc.record({ to: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ row: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ sizes }),
  )
  fc.assert(
    fc.property(sizes, fc.array(move, { maxLength: 30 }), (first, moves) => {
      let scroll = startScroll(first)
      for (const each of moves) {
        const most = Math.max(0, scroll.height - scroll.view)
        if ('by' in each) scroll = scrolledTo(scroll, Math.max(0, Math.min(most, scroll.top + each.by)))
        else if ('to' in each) scroll = scrolledTo(scroll, each.to * most)
        else if ('sizes' in each) scroll = resized(scroll, each.sizes)
        else if (scroll.count > 0) {
          const row = Math.floor(each.row * (scroll.count - 1))
          scroll = scrollToRow(scroll, row)
          if (scroll.view >= scroll.rowHeight) {
            expect(rowsSeen(scroll).from).toBeLessThanOrEqual(row)
            expect(rowsSeen(scroll).to).toBeGreaterThan(row)
          }
        }
        holds(scroll)
      }
    }),
  )
})

it('a row that is seen already is not scrolled to', () => {
  const scroll = scrollToPlace(startScroll(short), 9000)
  expect(scrollToRow(scroll, 310)).toBe(scroll)
  expect(scrollToRow(scroll, 320).top).toBe(9030)
  expect(scrollToRow(scroll, 299).top).toBe(8970)
})

it('other sizes keep the row at the upper edge', () => {
  const scroll = scrollToPlace(startScroll(long), 30 * 1_234_567)
  expect(rowsSeen(resized(scroll, { rowHeight: 52, view: 400, count: 2_000_000 })).from).toBe(1_234_567)
})
