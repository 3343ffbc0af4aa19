import { describe, expect, it } from 'vitest'
import { topEventOn } from '../../../viz/timeline/glance.ts'
import type { Chapter } from '../../../viz/timeline/moments.ts'
import { playbackOf } from '../playback.ts'

const chapter = (day: number, side: number): Chapter => ({
  side,
  day,
  moment: { day: day - 1, kind: 'first-order', value: null, detail: null },
})
const playback = {
  ...playbackOf({ days: 4 }),
  activity: {
    useful: Float64Array.of(1, 1, 1, 0),
    ads: Float64Array.of(0, 2, 0, 0),
    chatter: Float64Array.of(30, 20, 40, 0),
  },
} as never
const focus = { side: 0, playback }

describe('what is said of a day', () => {
  it('is its chapter, that of the side in view first', () => {
    const chapters = [chapter(2, 1), chapter(2, 0)]
    expect(topEventOn(2, chapters, focus)).toEqual({ type: 'chapter', chapter: chapters[1] })
    expect(topEventOn(2, [chapter(2, 1)], focus)).toMatchObject({ chapter: { side: 1 } })
  })
  it('is else the activity that stands out from the usual, however few', () =>
    expect(topEventOn(2, [], focus)).toEqual({ type: 'activity', kind: 'ads', count: 2 }))
  it('is nothing where nothing happened, and before the first day', () => {
    expect(topEventOn(4, [], focus)).toBeNull()
    expect(topEventOn(0, [], focus)).toBeNull()
  })
})
