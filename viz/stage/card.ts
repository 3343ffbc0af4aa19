import type { Playback } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Format } from '../locales/format.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import { seatAt } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { nicknameOf } from './nickname.ts'
import type { Wall } from './wall.ts'

/** What the cards of a wall need to know of the page, asked anew each time. */
export interface CardContext {
  readonly playback: Playback
  readonly texts: Messages
  readonly format: Format
  /** Between the two parts of a nickname. */
  readonly gap: string
  readonly day: () => number
  readonly view: () => View
  readonly label: string
}

/** Hover, click or arrow keys show who sits where. Returns a function that refreshes an open card. */
export function addSeatCards(wall: Wall, context: CardContext): () => void {
  const { playback, texts, format } = context
  const card = h('div', { class: 'card', role: 'status', hidden: true })
  const { element } = wall
  element.append(card)
  element.tabIndex = 0
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', context.label)
  let seat = -1
  let pinned = false

  function open(next: number): void {
    seat = next
    wall.mark(seat)
    card.hidden = seat < 0
    if (seat < 0) return
    card.replaceChildren(...contents(seat))
    place()
  }

  function contents(of: number): Node[] {
    const is = seatAt(playback, context.day(), of, context.view())
    if (is.state === 'empty') return [h('p', {}, texts.stateSentences.empty)]
    const name = nicknameOf(playback.person[of] ?? of, texts.nicknames, context.gap)
    const joined = texts.day({ day: format.count((playback.joinedDay[of] ?? 0) + 1) })
    const hidden = context.view() === 'owner'
    const rows: [string, string][] = [[texts.cardJoined, joined]]
    if (is.state !== 'gone' && is.state !== 'leaving' && !hidden) {
      rows.push(
        [texts.cardTrust, format.percent(is.trust)],
        [texts.cardValue, format.percent(is.value)],
        [texts.cardFatigue, format.percent(is.fatigue)],
      )
    }
    rows.push([texts.cardOrders, texts.cardOrdersCount({ count: format.count(is.orders) })])
    return [
      h('p', { class: 'card-name' }, h('strong', {}, name), h('span', { class: 'quiet' }, texts.invented)),
      h('p', {}, `${texts.states[is.state]}${texts.colon}${texts.stateSentences[is.state]}`),
      h('dl', {}, ...rows.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value)))),
    ]
  }

  /** Beside the seat, inside the wall. */
  function place(): void {
    const at = wall.placeOf(seat)
    const right = at.x + at.size + 6
    const fits = right + card.offsetWidth <= element.clientWidth
    const left = fits ? right : Math.max(0, at.x - card.offsetWidth - 6)
    card.style.left = `${left}px`
    card.style.top = `${Math.max(0, Math.min(at.y, element.clientHeight - card.offsetHeight))}px`
  }

  element.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse' || pinned || card.contains(event.target as Node)) return
    const under = wall.seatUnder(event.clientX, event.clientY)
    if (under !== seat) open(under)
  })
  element.addEventListener('pointerleave', () => {
    if (!pinned) open(-1)
  })
  element.addEventListener('click', (event) => {
    if (card.contains(event.target as Node)) return
    const under = wall.seatUnder(event.clientX, event.clientY)
    pinned = under >= 0 && !(pinned && under === seat)
    open(pinned ? under : -1)
  })
  element.addEventListener('blur', () => {
    pinned = false
    open(-1)
  })
  element.addEventListener('keydown', (event) => {
    const last = playback.seats - 1
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -wall.columns(), ArrowDown: wall.columns() }[
      event.key
    ]
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Escape' && seat >= 0) {
      pinned = false
      open(-1)
    } else if (by !== undefined && last >= 0) {
      pinned = true
      const next = seat < 0 ? 0 : seat + by
      open(next < 0 || next > last ? seat : next)
    } else return
    event.preventDefault()
    event.stopPropagation()
  })
  return () => {
    // What changes by itself is not read out; moving on to another seat is.
    card.setAttribute('aria-live', 'off')
    if (seat >= 0) open(seat)
    card.removeAttribute('aria-live')
  }
}
