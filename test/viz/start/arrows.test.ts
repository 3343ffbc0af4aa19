import { describe, expect, it } from 'vitest'
import { cardTowards } from '../../../viz/start/arrows.ts'

/** Three cards in the first row, two in the second (the first of them tall), one in the third. */
const boxes = [
  [0, 0],
  [10, 0],
  [20, 0],
  [0, 10],
  [10, 10],
  [0, 20],
].map(([left = 0, top = 0]) => ({ left, top, right: left + 9, bottom: top + 8 }))

const from = (at: number, key: string): number => cardTowards(key, boxes, at)

describe('an arrow key on the first screen', () => {
  it('leads on and back in reading order, over the end of a row', () => {
    expect(from(1, 'ArrowRight')).toBe(2)
    expect(from(2, 'ArrowRight')).toBe(3)
    expect(from(3, 'ArrowLeft')).toBe(2)
  })
  it('leads to the card below and above, or the nearest one of that row', () => {
    expect(from(1, 'ArrowDown')).toBe(4)
    expect(from(2, 'ArrowDown')).toBe(4)
    expect(from(4, 'ArrowUp')).toBe(1)
    expect(from(4, 'ArrowDown')).toBe(5)
  })
  it('leads to the first and the last card', () => {
    expect(from(4, 'Home')).toBe(0)
    expect(from(1, 'End')).toBe(5)
  })
  it('leads nowhere at the edge, from outside the cards, and with other keys', () => {
    expect(from(0, 'ArrowLeft')).toBe(-1)
    expect(from(5, 'ArrowRight')).toBe(-1)
    expect(from(1, 'ArrowUp')).toBe(-1)
    expect(from(-1, 'ArrowDown')).toBe(-1)
    expect(from(1, 'a')).toBe(-1)
  })
})
