import { describe, expect, it } from 'vitest'
import { KIND, type KindName } from '../../sim/events/kinds.ts'
import { createRows, record } from '../../sim/events/rows.ts'
import { markDay } from '../../sim/projections/frame-marks.ts'
import { FRAME, FRAME_BYTES, FRAME_MEETING, FRAME_ON_TOPIC } from '../../sim/projections/frames.ts'
import { handMade } from '../testing/hand-made.ts'

describe('the facts of a day', () => {
  function markedBy(kind: KindName, value = 0): number[] {
    const { world, join } = handMade()
    join([1, 2])
    const rows = createRows()
    record(rows, KIND[kind], 0, 2, -1, value, -1)
    record(rows, KIND[kind], 0, -1, -1, value, -1)
    const frame = new Uint8Array(2 * FRAME_BYTES)
    markDay(frame, world, rows, 0, rows.count)
    return [0, 1].map((seat) => frame[seat * FRAME_BYTES + FRAME.flags] as number)
  }

  it('mark the seats of those who were at a meeting', () =>
    expect(markedBy('meeting-attended')).toEqual([0, FRAME_MEETING]))
  it('mark the seats of those who said something on topic', () => {
    expect(markedBy('message-posted', 1)).toEqual([0, FRAME_ON_TOPIC])
    expect(markedBy('reply-given', 1)).toEqual([0, FRAME_ON_TOPIC])
    expect(markedBy('message-posted', 0)).toEqual([0, 0])
  })
  it('mark nothing else', () => expect(markedBy('feed-read', 1)).toEqual([0, 0]))
})
