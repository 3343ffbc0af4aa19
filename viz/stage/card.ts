import type { Playback } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Format } from '../locales/format.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import { seatAt } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import type { Wall } from './wall.ts'

/** What the cards of a wall need to know of the page, asked anew each time. */
export interface CardContext {
  readonly playback: Playback
  readonly texts: Messages
  readonly format: Format
  readonly nameOf: (seat: number) => string
  readonly day: () => number
  readonly view: () => View
  readonly label: string
  /** Opens the account of whoever sits there; by a pointer, the focus stays on the wall. */
  readonly why: (seat: number, options: { readonly focus: boolean }) => void
  readonly closeWhy: () => void
  /** The seat whose account is open beside this wall, or −1. */
  readonly told: () => number
}

export interface Cards {
  /** Tells an open card anew. */
  readonly refresh: () => void
  /** The seat whose card is open, or −1. */
  readonly seat: () => number
  /** Opens the card of a seat (−1 for none), with the focus on it if wanted. */
  readonly show: (seat: number, focus: boolean) => void
}

/** Columns and rows that the arrow keys lead on. */
const STEPS: Readonly<Record<string, { readonly columns: number; readonly rows: number }>> = {
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowRight: { columns: 1, rows: 0 },
  ArrowUp: { columns: 0, rows: -1 },
  ArrowDown: { columns: 0, rows: 1 },
}

/** Hover or arrow keys show who sits where; a click, Enter or W asks why. */
export function addSeatCards(wall: Wall, context: CardContext): Cards {
  const { playback, texts, format } = context
  const text = h('div', { role: 'status' })
  const why = h(
    'button',
    {
      type: 'button',
      class: 'link',
      // The wall keeps the focus, or its card would be gone before the button is up again.
      onpointerdown: (event: Event) => event.preventDefault(),
      onclick: (event: MouseEvent) => context.why(seat, { focus: event.detail === 0 }),
    },
    texts.why,
  )
  const card = h('div', { class: 'card', hidden: true }, text, why)
  const { element } = wall
  element.append(card)
  element.tabIndex = 0
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', context.label)
  let seat = -1
  let pinned = false

  function open(next: number): void {
    seat = next
    wall.mark(seat < 0 ? context.told() : seat)
    card.hidden = seat < 0
    if (seat < 0) return
    text.replaceChildren(...contents(seat))
    // With her account beside the wall, the card is only heard.
    card.classList.toggle('hidden', context.told() === seat)
    why.hidden = !isTaken(seat) || context.told() === seat
    place()
  }

  function isTaken(seat: number): boolean {
    return seatAt(playback, context.day(), seat, 'truth').state !== 'empty'
  }

  function contents(of: number): Node[] {
    const is = seatAt(playback, context.day(), of, context.view())
    if (is.state === 'empty') return [h('p', {}, texts.stateSentences.empty)]
    const name = context.nameOf(of)
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
    const met = is.met ? [h('p', {}, texts.stage.met)] : []
    return [
      h('p', { class: 'card-name' }, h('strong', {}, name), h('span', { class: 'quiet' }, texts.invented)),
      h('p', {}, `${texts.states[is.state]}${texts.colon}${texts.stateSentences[is.state]}`),
      h('dl', {}, ...rows.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value)))),
      ...met,
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
    if (pinned && isTaken(under)) context.why(under, { focus: false })
    else context.closeWhy()
    open(pinned ? under : -1)
  })
  element.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && element.contains(event.relatedTarget)) return
    pinned = false
    open(-1)
  })
  element.addEventListener('keydown', (event) => {
    const by = STEPS[event.key]
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Escape' && (seat >= 0 || context.told() >= 0)) {
      pinned = false
      context.closeWhy()
      open(-1)
    } else if (['Enter', 'w', 'W'].includes(event.key) && event.target === element && seat >= 0) {
      if (isTaken(seat)) context.why(seat, { focus: true })
    } else if (by && wall.beside(seat, by) >= 0) {
      pinned = true
      const reached = wall.beside(seat, by)
      if (context.told() >= 0 && isTaken(reached)) context.why(reached, { focus: false })
      open(reached)
    } else return
    event.preventDefault()
    event.stopPropagation()
  })
  return {
    refresh() {
      // What changes by itself is not read out; moving on to another seat is.
      text.setAttribute('aria-live', 'off')
      if (seat >= 0) open(seat)
      text.removeAttribute('aria-live')
    },
    seat: () => seat,
    show(next, focus) {
      pinned = next >= 0
      wall.reveal(next)
      if (focus) element.focus({ preventScroll: true })
      open(next)
    },
  }
}
