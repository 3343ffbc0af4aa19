import { SEAT_STATES } from '../../sim/index.ts'
import type { SeatState } from '../../sim/index.ts'

/** By joining, as people came; or by state, which only ever happens at a standstill and on request. */
export type SeatOrder = 'join' | 'state'

/** From those who carry a group to those who have left it. */
const RANKS: readonly SeatState[] = [
  'fan',
  'buyer',
  'active',
  'newcomer',
  'lurker',
  'muted',
  'zombie',
  'leaving',
  'gone',
  'empty',
]
const RANK_OF = SEAT_STATES.map((state) => RANKS.indexOf(state))

/** The same seats by state; those in one state stay in their order. */
export function byState(seats: Uint32Array, stateOf: (seat: number) => number): Uint32Array {
  const ranks = Uint8Array.from(seats, (seat) => RANK_OF[stateOf(seat)] ?? 0)
  const next = new Uint32Array(RANKS.length + 1)
  for (const rank of ranks) next[rank + 1]! += 1
  for (let rank = 1; rank < next.length; rank++) next[rank]! += next[rank - 1] as number
  const sorted = new Uint32Array(seats.length)
  seats.forEach((seat, at) => {
    sorted[next[ranks[at] as number]!++] = seat
  })
  return sorted
}

/** Place of each of `count` seats in an order, −1 for those that are not in it. */
export function placesOf(order: Uint32Array, count: number): Int32Array {
  const places = new Int32Array(count).fill(-1)
  order.forEach((seat, place) => {
    places[seat] = place
  })
  return places
}

/** All seats, or those of one group, as they were taken. */
export function seatsIn(
  count: number,
  group?: { readonly of: Uint16Array; readonly is: number },
): Uint32Array {
  const all = Uint32Array.from({ length: count }, (_, seat) => seat)
  return group ? all.filter((seat) => group.of[seat] === group.is) : all
}
