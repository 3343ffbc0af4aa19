import { describe, expect, it } from 'vitest'
import { dotAfter } from '../../../viz/outcomes/dots.ts'

describe('a key among the dots', () => {
  const grid = { count: 20, columns: 10 }

  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 3, 13],
    ['ArrowUp', 13, 3],
    ['Home', 13, 0],
    ['End', 3, 19],
  ])('%s leads from %i to %i', (key, at, to) => expect(dotAfter(key, at, grid)).toBe(to))
  it.each([
    ['ArrowRight', 19],
    ['ArrowLeft', 0],
    ['ArrowDown', 13],
    ['ArrowUp', 3],
  ])('%s stays at the edge', (key, at) => expect(dotAfter(key, at, grid)).toBe(at))
  it('that means nothing here is left alone', () => expect(dotAfter('Tab', 3, grid)).toBeNull())
})
