import { describe, expect, it } from 'vitest'
import { cluster } from '../../../viz/timeline/lane.ts'
import type { Chapter } from '../../../viz/timeline/moments.ts'

const chapterOn = (day: number): Chapter => ({
  side: 0,
  day,
  moment: { day: day - 1, kind: 'first-order', value: null, detail: null },
})

describe('markers', () => {
  it('that would overlap share a button', () => {
    const clusters = cluster([1, 3, 9, 12, 40].map(chapterOn), 5)
    expect(clusters.map(({ day, chapters }) => [day, chapters.length])).toEqual([
      [1, 2],
      [9, 2],
      [40, 1],
    ])
  })
  it('of one day always share one', () => expect(cluster([7, 7].map(chapterOn), 0.1)).toHaveLength(1))
})
