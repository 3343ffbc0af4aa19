import { SEAT_STATES } from '../../sim/index.ts'
import type { Playback, SeatState } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { stateSeen } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { groupsOf } from './group-members.ts'
import { nextInState, seatsByState } from './reader-seats.ts'

export interface ReaderContext {
  readonly words: Words
  readonly label: string
  readonly day: () => number
  readonly view: () => View
  /** The seat whose card is open, or −1. */
  readonly seat: () => number
  /** Goes to a seat. */
  readonly show: (seat: number) => void
}

/** The states of each group with their counts, each a button that leads to the next seat in it. Loaded when first opened. */
export function readerLists(playback: Playback, context: ReaderContext): readonly HTMLElement[] {
  const { texts, format } = context.words
  const groups = groupsOf(playback)
  if (!groups) return [listOf(-1, null)]
  return Array.from({ length: groups.groups }, (_, group) => {
    const name = texts.stage.group({ number: format.count(group + 1) })
    return h('section', {}, h('h3', {}, name), listOf(group, groups.of))
  })

  function listOf(group: number, of: Uint16Array | null): HTMLElement {
    const stateOf = (seat: number): number => stateSeen(playback, context.day(), seat, context.view())
    const found = seatsByState(playback.seats, stateOf, of && { of, is: group })
    const items = SEAT_STATES.flatMap((state, number) => {
      const seats = found[number] ?? []
      return state === 'empty' || seats.length === 0 ? [] : [itemOf(state, seats, `${group}-${state}`)]
    })
    return h('ul', {}, ...items)
  }

  function itemOf(state: SeatState, seats: readonly number[], key: string): HTMLElement {
    const says = texts.stage.inState({ state: texts.states[state], count: format.count(seats.length) })
    const jump = (): void => context.show(nextInState(seats, context.seat()))
    const button = h('button', { type: 'button', class: 'link', 'data-key': key, onclick: jump }, says)
    return h('li', {}, button)
  }
}
