import { h } from '../dom.ts'
import type { LineWords } from './row-line.ts'
import type { LogRow } from './rows.ts'
import { kindOf } from './kinds.ts'
import { actorOf, sentenceOf } from './sentences.ts'

/** A fact and those behind it, and where each stands in the list (−1: the filters leave it out). */
export interface Chain {
  readonly rows: readonly LogRow[]
  readonly places: readonly number[]
}

export interface ChainPane {
  readonly element: HTMLElement
  /** Null for no chain. `current` is the place in the chain that is looked at. */
  readonly show: (chain: Chain | null, current: number) => void
}

/** How a fact came about: the causes behind it, back to the one that has none. */
export function createChainPane(options: {
  readonly line: LineWords
  /** One of the chain is to be looked at. */
  readonly choose: (at: number) => void
  /** Somebody is to be seen on the wall. */
  readonly goTo: (person: number) => void
  /** It is to be shown in the list, which leaves it out. */
  readonly reveal: (row: LogRow) => void
}): ChainPane {
  const { words, own, vocabulary } = options.line
  const body = h('div', { class: 'log-chain-body' })
  const element = h(
    'section',
    { class: 'log-chain', 'aria-labelledby': 'log-chain-title' },
    h('h3', { id: 'log-chain-title' }, own.chain),
    body,
  )

  function show(chain: Chain | null, current: number): void {
    const hadFocus = body.contains(document.activeElement)
    if (!chain)
      return body.replaceChildren(
        ...[own.chainEmpty, own.hint].map((text) => h('p', { class: 'quiet' }, text)),
      )
    const links = chain.rows.map((row, at) => linkOf(row, at, at === current))
    const row = chain.rows[current]
    const isLeftOut = row !== undefined && chain.places[current] === -1
    body.replaceChildren(
      ...(row && row.actor >= 0 ? [wallButton(row)] : []),
      h('ol', {}, ...links.map((link, at) => itemOf(link, at))),
      h('p', { class: 'quiet' }, own.root),
      ...(isLeftOut ? [noteOf(row)] : []),
    )
    if (hadFocus) links[current]?.focus()
  }

  function itemOf(link: HTMLElement, at: number): HTMLElement {
    const word = at === 0 ? [] : [h('span', { class: 'log-therefore quiet' }, own.therefore)]
    return h('li', {}, ...word, link)
  }

  function linkOf(row: LogRow, at: number, isCurrent: boolean): HTMLElement {
    return h(
      'button',
      {
        type: 'button',
        class: 'log-link',
        'aria-current': isCurrent && 'true',
        onclick: () => options.choose(at),
      },
      h('span', { class: 'quiet' }, `${words.when(row.day + 1)} · ${own.kindNames[kindOf(row.kind)]}`),
      h('span', {}, sentenceOf(row, vocabulary)),
      h('span', { class: 'quiet' }, own.chainOf({ seq: words.format.count(row.seq) })),
    )
  }

  function wallButton(row: LogRow): HTMLElement {
    const says = own.onWall({ name: actorOf(row, vocabulary) })
    return h('button', { type: 'button', class: 'button', onclick: () => options.goTo(row.actor) }, says)
  }

  function noteOf(row: LogRow): HTMLElement {
    return h(
      'p',
      { class: 'log-left-out', role: 'status' },
      own.filteredOut,
      h('button', { type: 'button', class: 'button', onclick: () => options.reveal(row) }, own.showIt),
    )
  }

  return { element, show }
}
