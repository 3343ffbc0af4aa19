import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOMENT_KINDS } from '../../../sim/index.ts'
import type { MomentKind } from '../../../sim/index.ts'
import { advance, defaultSpeed, play, startClock } from '../../../viz/player/clock.ts'
import { holdsOf } from '../../../viz/timeline/holds.ts'
import type { Chapter } from '../../../viz/timeline/moments.ts'

const chapter = (day: number, kind: MomentKind, side = 0): Chapter => ({
  side,
  day,
  moment: { day: day - 1, kind, value: null, detail: null },
})
const aChapter = fc
  .record({ day: fc.integer({ min: 0, max: 400 }), kind: fc.constantFrom(...MOMENT_KINDS) })
  .map(({ day, kind }) => chapter(day, kind))

describe('held moments', () => {
  it('are the most telling ones, in the order of days', () =>
    expect(
      holdsOf(
        [
          chapter(5, 'first-mute'),
          chapter(20, 'first-departure'),
          chapter(50, 'ads-dominate'),
          chapter(90, 'half-left'),
          chapter(120, 'group-silent'),
          chapter(150, 'group-died'),
        ],
        180,
      ),
    ).toEqual([50, 90, 150]))
  it('share a hold when they are less than a second of play apart', () =>
    expect(holdsOf([chapter(100, 'half-left'), chapter(107, 'group-died')], 180)).toEqual([107]))
  it('leave out the end of the run', () => expect(holdsOf([chapter(180, 'group-died')], 180)).toEqual([]))
  it('are at most five, and lengthen no run of two weeks or more by much over a third', () =>
    fc.assert(
      fc.property(
        fc.array(aChapter, { maxLength: 40 }),
        fc.integer({ min: 14, max: 400 }),
        (chapters, days) => {
          const holds = holdsOf(chapters, days)
          expect(holds.length).toBeLessThanOrEqual(5)
          const start = play(startClock(days))
          const usual = days / defaultSpeed(days)
          // One hold is always made, however short the run.
          const latest = Math.max(usual * (4 / 3), usual + 2.25)
          const end = advance(start, latest + 0.001, { calm: false, holds })
          expect(end.day).toBe(days)
        },
      ),
    ))
})
