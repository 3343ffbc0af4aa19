import { SEAT_STATES } from '../../sim/index.ts'

/** Seats in each state, in their order; those of one group, or all. */
export function seatsByState(
  count: number,
  stateOf: (seat: number) => number,
  group: { readonly of: Uint16Array; readonly is: number } | null,
): readonly (readonly number[])[] {
  const found: number[][] = SEAT_STATES.map(() => [])
  for (let seat = 0; seat < count; seat++) {
    if (group && group.of[seat] !== group.is) continue
    found[stateOf(seat)]?.push(seat)
  }
  return found
}

/** The one after this seat, and after the last one the first again. */
export function nextInState(seats: readonly number[], after: number): number {
  return seats.find((seat) => seat > after) ?? seats[0] ?? -1
}
