import type { Playback } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { Ending, Peer } from './story.ts'
import { ACCOUNT_TEXTS } from './texts.ts'
import { nameOn } from './verdict.ts'

/** So many are named; the others are reached one after the other. */
const NAMED = 8

export interface PeersOptions {
  readonly playback: Playback
  readonly seat: number
  readonly words: Words
  readonly goTo: (seat: number) => void
  /** Marks seats on the wall, or none; absent where there is no wall that can do so. */
  readonly highlight: ((seats: Uint8Array | null) => void) | undefined
  readonly isHighlighting: () => boolean
  readonly setHighlighting: (does: boolean) => void
}

/** Those to whom the same has happened. */
export interface Peers {
  readonly element: HTMLElement
  /** As they are known after `day` whole days. */
  readonly show: (ending: Ending | null, day: number) => void
}

export function createPeers(options: PeersOptions): Peers {
  const { playback, seat, words, goTo, highlight } = options
  const { format, when, locale } = words
  const own = ACCOUNT_TEXTS[locale]
  const text = h('p', {})
  const steps = [step(-1, own.whyPrevious, '‹'), step(1, own.whyNext, '›')]
  const marks = h(
    'button',
    { type: 'button', class: 'button', id: 'peers-mark', onclick: toggle },
    own.highlight,
  )
  const list = h('ul', { class: 'peers-list', 'aria-label': own.peersList })
  const element = h(
    'div',
    { class: 'peers-part' },
    h('div', { class: 'peers' }, text, ...(highlight ? [marks] : []), ...steps),
    list,
  )
  let alike: readonly Peer[] = []
  let shown: Ending | null | undefined

  function step(by: 1 | -1, name: string, look: string): HTMLElement {
    const go = (): void => {
      const at = alike.findIndex((peer) => peer.seat === seat)
      const to = alike[(at + by + alike.length) % alike.length]
      if (to) goTo(to.seat)
    }
    const names = { id: `peer-${by}`, 'aria-label': name, title: name }
    return h('button', { type: 'button', class: 'button round', ...names, onclick: go }, look)
  }

  function toggle(): void {
    options.setHighlighting(!options.isHighlighting())
    mark()
  }

  function mark(): void {
    const does = options.isHighlighting() && alike.length > 1
    marks.setAttribute('aria-pressed', String(does))
    highlight?.(does ? seatsOf(alike, playback.seats) : null)
  }

  function show(ending: Ending | null, day: number): void {
    const before = alike.length
    const isSame = ending === shown
    shown = ending
    alike = peersBy(ending, day)
    element.hidden = alike.length < 2
    if (isSame && alike.length === before) return
    const place = alike.findIndex((peer) => peer.seat === seat) + 1
    text.textContent = own.whyPeers({ count: format.count(alike.length), place: format.count(place) })
    const others = alike.filter((peer) => peer.seat !== seat)
    const more = others.length - NAMED
    list.replaceChildren(
      ...others.slice(0, NAMED).map((peer) => h('li', {}, link(peer))),
      ...(more > 0 ? [h('li', { class: 'quiet' }, own.peersMore({ count: format.count(more) }))] : []),
    )
    mark()
  }

  function link(peer: Peer): HTMLElement {
    const name = nameOn(playback, peer.seat, words)
    return h(
      'button',
      { type: 'button', class: 'link', onclick: () => goTo(peer.seat) },
      `${name} · ${when(peer.day + 1)}`,
    )
  }

  return { element, show }
}

/** Everybody to whom it had happened after `day` whole days; nobody while she herself is not one of them. */
export function peersBy(ending: Ending | null, day: number): readonly Peer[] {
  return ending?.peers.filter((peer) => peer.day < day) ?? []
}

/** 1 at the seats of some, 0 elsewhere. */
export function seatsOf(peers: readonly Peer[], seats: number): Uint8Array {
  const marked = new Uint8Array(seats)
  for (const { seat } of peers) if (seat >= 0) marked[seat] = 1
  return marked
}
