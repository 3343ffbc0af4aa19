import { expectedValue, LEFT, LEVEL, LEVELS, MARK, MARKS, MUTED, type World } from '../model/world.ts'
import { hasPosted, isFan, isZombie, keptOrders, NEWCOMER_DAYS } from './census.ts'

/**
 * How a seat looks to somebody who watches, most telling first where several are true
 * (interface §3.3): a muted buyer shows as muted, with a notch (see FRAME_BUYER).
 */
export const SEAT_STATES = [
  'empty', // nobody has sat here yet
  'newcomer', // joined fewer than 7 days ago
  'active', // posted in the last 7 days
  'lurker', // present, none of the others
  'muted', // notifications off, still peeks
  'zombie', // not opened for 30 days
  'buyer', // at least one order that was not refunded
  'fan', // trusts, belongs, came back
  'leaving', // left on the day just ended
  'gone', // left earlier: the seat stays empty
] as const
export type SeatState = (typeof SEAT_STATES)[number]

/** Bytes a seat takes in a frame: state, trust, value, fatigue, orders, flags. */
export const FRAME_BYTES = 6
/** Offsets inside a seat's bytes. Trust, value and fatigue are 0–255 for 0–1; orders are capped at 255. */
export const FRAME = { state: 0, trust: 1, value: 2, fatigue: 3, orders: 4, flags: 5 } as const
/** Bits of the flags byte. */
export const FRAME_BUYER = 1
export const FRAME_FAN = 2
export const FRAME_MUTED = 4
/** Spoke on the day just ended. */
export const FRAME_SPOKE = 8
/** Opened the group on the day just ended. */
export const FRAME_OPENED = 16
/** Has met others in person: was at a meeting, on whatever day. */
export const FRAME_MET = 32
/** Was at a meeting on the day just ended. */
export const FRAME_MEETING = 64
/** Something that she said on the day just ended was on topic. */
export const FRAME_ON_TOPIC = 128

/** The frame after `world.day` whole days: FRAME_BYTES for each seat taken so far. */
export function frameOf(world: World): Uint8Array {
  const frame = new Uint8Array(world.seats * FRAME_BYTES)
  for (let seat = 0; seat < world.seats; seat++) {
    const at = seat * FRAME_BYTES
    const levelAt = seat * LEVELS
    frame[at + FRAME.state] = SEAT_STATES.indexOf(stateOf(world, seat))
    frame[at + FRAME.trust] = byte(world.levels[levelAt + LEVEL.trust] as number)
    frame[at + FRAME.value] = byte(expectedValue(world.levels, seat))
    frame[at + FRAME.fatigue] = byte(world.levels[levelAt + LEVEL.fatigue] as number)
    frame[at + FRAME.orders] = Math.min(255, keptOrders(world, seat))
    frame[at + FRAME.flags] = flagsOf(world, seat)
  }
  return frame
}

function byte(score: number): number {
  return Math.min(255, Math.round(score * 255))
}

function stateOf(world: World, seat: number): SeatState {
  const at = seat * MARKS
  const flags = world.marks[at + MARK.flags] as number
  if ((flags & LEFT) !== 0) return world.marks[at + MARK.leftDay] === world.day - 1 ? 'leaving' : 'gone'
  if (isZombie(world, seat)) return 'zombie'
  if ((flags & MUTED) !== 0) return 'muted'
  if (isFan(world, seat)) return 'fan'
  if (keptOrders(world, seat) > 0) return 'buyer'
  if (world.day - (world.marks[at + MARK.joinedDay] as number) <= NEWCOMER_DAYS) return 'newcomer'
  return hasPosted(world, seat) ? 'active' : 'lurker'
}

function flagsOf(world: World, seat: number): number {
  const at = seat * MARKS
  const yesterday = world.day - 1
  return (
    (keptOrders(world, seat) > 0 ? FRAME_BUYER : 0) |
    (isFan(world, seat) ? FRAME_FAN : 0) |
    (((world.marks[at + MARK.flags] as number) & MUTED) !== 0 ? FRAME_MUTED : 0) |
    (world.marks[at + MARK.postedDay] === yesterday ? FRAME_SPOKE : 0) |
    (world.marks[at + MARK.openedDay] === yesterday ? FRAME_OPENED : 0) |
    ((world.marks[at + MARK.meetings] as number) > 0 ? FRAME_MET : 0)
  )
}
