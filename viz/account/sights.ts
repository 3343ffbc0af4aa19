import { create } from 'd3'
import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { lastSights } from './seen.ts'
import type { SeenKind, Sight } from './seen.ts'
import type { Ending, Story } from './story.ts'
import { ACCOUNT_TEXTS } from './texts.ts'
import { tickPath } from './ticks.ts'

/** As many as fit beside a verdict. */
const MOST = 4
/** Changes of one of them that are told. */
const TOLD = 3

/** The last messages that she saw, each a way back to its day. */
export interface Sights {
  readonly element: HTMLElement
  /** What she had seen after `day` whole days; of an ending, what came before it. */
  readonly show: (ending: Ending | null, day: number) => void
}

export function createSights({ account }: Story, words: Words, seek: (day: number) => void): Sights {
  const { texts, format, when, locale } = words
  const own = ACCOUNT_TEXTS[locale]
  const title = h('h3', {})
  const list = h('ul', { class: 'sights' })
  const element = h('div', {}, title, list)
  let shown = ''

  function show(ending: Ending | null, day: number): void {
    const until = ending ? ending.day + 1 : day
    const sights = lastSights(account, until, MOST)
    const key = `${ending?.kind} ${until}`
    if (key === shown) return
    shown = key
    element.hidden = sights.length === 0
    title.textContent = own.last[ending?.kind ?? 'present']
    // Going back to the day of one of them tells another list: the focus goes to its first, which is of that day.
    const hadFocus = list.contains(document.activeElement)
    list.replaceChildren(...sights.map((sight) => h('li', {}, sightOf(sight))))
    if (hadFocus) list.querySelector('button')?.focus({ preventScroll: true })
  }

  function sightOf(sight: Sight): HTMLElement {
    const day = when(sight.day + 1)
    const changes = sight.changes
      .slice(0, TOLD)
      .map(({ ledger, change }) => `${texts.ledgers[ledger]} ${format.change(change)}`)
    return h(
      'button',
      { type: 'button', class: 'sight', title: own.seek({ day }), onclick: () => seek(sight.day + 1) },
      h('span', { class: 'sight-day' }, day),
      mark(sight.kind),
      h(
        'span',
        {},
        `${own.seenKinds[sight.kind]} ${own.pieces[sight.kind]({ count: format.count(sight.count) })}`,
      ),
      h('span', { class: 'sight-changes' }, changes.length > 0 ? changes.join(texts.comma) : own.noEffect),
    )
  }

  return { element, show }
}

function mark(kind: SeenKind): SVGSVGElement {
  const svg = create('svg')
    .attr('class', 'sight-mark')
    .attr('viewBox', '0 0 10 10')
    .attr('aria-hidden', 'true')
  svg
    .append('path')
    .attr('class', `tick ${kind}`)
    .attr('d', tickPath(kind, { x: 5, y: 5, width: 9, height: 9 }))
  return svg.node() as SVGSVGElement
}
