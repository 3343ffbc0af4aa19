import { describe, expect, it } from 'vitest'
import { LEFT, MUTED } from '../../sim/model/world.ts'
import {
  FRAME,
  FRAME_BUYER,
  FRAME_BYTES,
  FRAME_FAN,
  FRAME_MEETING,
  FRAME_MET,
  FRAME_MUTED,
  FRAME_ON_TOPIC,
  FRAME_OPENED,
  FRAME_SPOKE,
  frameOf,
  SEAT_STATES,
} from '../../sim/projections/frames.ts'
import { setLevels, setMarks, type LevelName, type MarkName } from '../testing/arrange.ts'
import { handMade } from '../testing/hand-made.ts'

/** The frame of one member after 100 days; she opened lately unless said otherwise. */
function seatAfter(
  marks: Partial<Record<MarkName, number>> = {},
  levels: Partial<Record<LevelName, number>> = {},
  day = 100,
) {
  const { world, join } = handMade()
  join([1])
  world.day = day
  setMarks(world, 0, { openedDay: day - 5, ...marks })
  setLevels(world, 0, levels)
  const frame = frameOf(world)
  expect(frame).toHaveLength(FRAME_BYTES)
  return {
    state: SEAT_STATES[frame[FRAME.state] as number],
    trust: frame[FRAME.trust],
    value: frame[FRAME.value],
    fatigue: frame[FRAME.fatigue],
    orders: frame[FRAME.orders],
    flags: frame[FRAME.flags] as number,
  }
}

const FAN = { trust: 0.8, belonging: 0.8 }
const stateOf = (...of: Parameters<typeof seatAfter>) => seatAfter(...of).state

describe('the state of a seat', () => {
  it('is that of a lurker who does nothing else', () => {
    expect(stateOf()).toBe('lurker')
  })

  it('is leaving on the day just ended, and gone after it', () => {
    expect([97, 98, 99].map((leftDay) => stateOf({ flags: LEFT, leftDay }))).toEqual([
      'gone',
      'gone',
      'leaving',
    ])
  })

  it('is active for seven days after a post', () => {
    expect([92, 93, 99].map((postedDay) => stateOf({ postedDay }))).toEqual(['lurker', 'active', 'active'])
  })

  it('is that of a newcomer for the first seven days', () => {
    expect([1, 7, 8].map((day) => stateOf({ openedDay: 0 }, {}, day))).toEqual([
      'newcomer',
      'newcomer',
      'lurker',
    ])
  })

  it('is that of a zombie from the thirtieth day without opening', () => {
    expect([68, 69, 70].map((openedDay) => stateOf({ openedDay }))).toEqual(['zombie', 'zombie', 'lurker'])
  })

  it('shows what tells most: left, zombie, muted, fan, buyer, newcomer, active, lurker', () => {
    const all = { flags: LEFT | MUTED, leftDay: 99, orders: 2, joinedDay: 99, postedDay: 99, openedDay: 20 }
    const steps: readonly [Partial<Record<MarkName, number>>, Partial<Record<LevelName, number>>, string][] =
      [
        [all, FAN, 'leaving'],
        [{ ...all, leftDay: 80 }, FAN, 'gone'],
        [{ ...all, flags: MUTED }, FAN, 'zombie'],
        [{ ...all, flags: MUTED, openedDay: 99 }, FAN, 'muted'],
        [{ ...all, flags: 0, openedDay: 99 }, FAN, 'fan'],
        [{ ...all, flags: 0, openedDay: 99 }, {}, 'buyer'],
        [{ ...all, flags: 0, openedDay: 99, refunds: 2 }, {}, 'newcomer'],
        [{ ...all, flags: 0, openedDay: 99, refunds: 2, joinedDay: 0 }, {}, 'active'],
        [{ ...all, flags: 0, openedDay: 99, refunds: 2, joinedDay: 0, postedDay: 9 }, {}, 'lurker'],
      ]
    for (const [marks, levels, state] of steps) expect(stateOf(marks, levels)).toBe(state)
  })
})

describe('the bytes of a seat', () => {
  it('hold trust, value and fatigue from 0 to 255', () => {
    expect(seatAfter({}, { trust: 0, expectation: 0, fatigue: 0 })).toMatchObject({
      trust: 0,
      value: 0,
      fatigue: 0,
    })
    expect(seatAfter({}, { trust: 0.5, expectation: 0.2, fatigue: 1 })).toMatchObject({
      trust: 128,
      value: 51,
      fatigue: 255,
    })
  })

  it('never run over', () => {
    expect(seatAfter({ orders: 400 }, { expectation: 1.7, content: 1 })).toMatchObject({
      value: 255,
      orders: 255,
    })
    expect(seatAfter({}, { expectation: 0.1, hardAds: -0.5 }).value).toBe(0)
  })

  it('count orders that were kept', () => {
    expect(seatAfter({ orders: 3, refunds: 1 }).orders).toBe(2)
  })

  it('have a bit for each thing that may be true beside the state', () => {
    const bits = [FRAME_BUYER, FRAME_FAN, FRAME_MUTED, FRAME_SPOKE, FRAME_OPENED]
    const more = [FRAME_MET, FRAME_MEETING, FRAME_ON_TOPIC]
    expect([...bits, ...more].reduce((all, bit) => all ^ bit, 0)).toBe(255) // none twice
    expect(seatAfter().flags).toBe(0)
    expect(seatAfter({ orders: 1 }).flags).toBe(FRAME_BUYER)
    expect(seatAfter({ orders: 1, refunds: 1 }).flags).toBe(0)
    expect(seatAfter({ orders: 2 }, FAN).flags).toBe(FRAME_BUYER | FRAME_FAN)
    expect(seatAfter({ flags: MUTED, orders: 1 }).flags).toBe(FRAME_MUTED | FRAME_BUYER)
    expect(seatAfter({ postedDay: 99 }).flags).toBe(FRAME_SPOKE)
    expect(seatAfter({ postedDay: 98 }).flags).toBe(0)
    expect(seatAfter({ openedDay: 99 }).flags).toBe(FRAME_OPENED)
    expect(seatAfter({ openedDay: 98 }).flags).toBe(0)
    expect(seatAfter({ meetings: 2 }).flags).toBe(FRAME_MET)
  })
})

describe('a frame', () => {
  it('has as many bytes as seats were taken, seat by seat', () => {
    const { world, join } = handMade()
    expect(frameOf(world)).toHaveLength(0)
    join([1, 2, 3])
    setLevels(world, 1, { trust: 1 })
    setMarks(world, 2, { flags: MUTED })
    const frame = frameOf(world)
    expect(frame).toHaveLength(3 * FRAME_BYTES)
    expect([0, 1, 2].map((seat) => frame[seat * FRAME_BYTES + FRAME.trust])).toEqual([77, 255, 77])
    expect([0, 1, 2].map((seat) => SEAT_STATES[frame[seat * FRAME_BYTES] as number])).toEqual([
      'newcomer',
      'newcomer',
      'muted',
    ])
  })
})
