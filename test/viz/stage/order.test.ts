import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEAT_STATES } from '../../../sim/index.ts'
import type { SeatState } from '../../../sim/index.ts'
import { byState, placesOf, seatsIn } from '../../../viz/stage/order.ts'

const someStates = fc.array(fc.nat({ max: SEAT_STATES.length - 1 }), { maxLength: 200 })

describe('seats by state', () => {
  it('are the same seats, and those in one state stay in the order in which they joined', () =>
    fc.assert(
      fc.property(someStates, (states) => {
        const sorted = byState(seatsIn(states.length), (seat) => states[seat] as number)
        expect([...sorted].sort((a, b) => a - b)).toEqual([...seatsIn(states.length)])
        for (const number of SEAT_STATES.keys()) {
          const those = [...sorted].filter((seat) => states[seat] === number)
          expect(those).toEqual([...those].sort((a, b) => a - b))
        }
      }),
    ))

  it('lead from those who carry a group to those who have left it', () => {
    const states: readonly SeatState[] = ['gone', 'lurker', 'fan', 'empty', 'muted', 'active', 'leaving']
    const sorted = byState(seatsIn(states.length), (seat) => SEAT_STATES.indexOf(states[seat] as SeatState))
    expect([...sorted].map((seat) => states[seat])).toEqual([
      'fan',
      'active',
      'lurker',
      'muted',
      'leaving',
      'gone',
      'empty',
    ])
  })

  it('are found again by their places', () =>
    fc.assert(
      fc.property(someStates, (states) => {
        const sorted = byState(seatsIn(states.length), (seat) => states[seat] as number)
        const places = placesOf(sorted, states.length)
        sorted.forEach((seat, place) => expect(places[seat]).toBe(place))
      }),
    ))
})

describe('the seats of one group', () => {
  const group = { of: Uint16Array.of(0, 1, 0, 2, 1), is: 1 }
  it('keep their numbers', () => expect([...seatsIn(5, group)]).toEqual([1, 4]))
  it('leave the others without a place', () =>
    expect([...placesOf(seatsIn(5, group), 5)]).toEqual([-1, 0, -1, -1, 1]))
})
