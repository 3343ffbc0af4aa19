import { LEDGERS } from '../../sim/index.ts'
import type { Playback, RemovableCause } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { DeskFailure } from '../player/desk.ts'
import { seatAt } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { createLines } from './lines.ts'
import type { Lines } from './lines.ts'
import { endingBy, ledgerSums } from './story.ts'
import type { Ending, Story } from './story.ts'
import { nameOn, verdictOf } from './verdict.ts'
import { createWhatIf } from './what-if.ts'
import type { Supposed } from './what-if.ts'

export interface SheetOptions {
  readonly letter: string
  readonly playback: Playback
  readonly seat: number
  readonly words: Words
  readonly view: () => View
  readonly close: () => void
  readonly seeTruth: () => void
  /** Goes to another seat of the same wall. */
  readonly goTo: (seat: number) => void
  readonly supposed: () => Supposed | null
  /** Asks what would have become of her without a cause. */
  readonly suppose: (ending: Ending, cause: RemovableCause) => void
  readonly cancel: () => void
}

/** What is known of her story: nothing yet, all of it, or why not. */
export type Known = 'loading' | { readonly story: Story | null } | { readonly failure: DeskFailure }

export interface Sheet {
  readonly element: HTMLElement
  readonly heading: HTMLElement
  readonly tell: (known: Known) => void
  readonly draw: () => void
  /** The answer to what was supposed has changed. */
  readonly showSupposed: () => void
  /** The state after so many whole days; a view may have changed as well. */
  readonly showDay: (day: number) => void
}

/** A member's account beside the wall: what became of her, day by day, and what it was due to. */
export function createSheet(options: SheetOptions): Sheet {
  const { letter, playback, seat, words, view } = options
  const { texts, format } = words
  const heading = h(
    'h2',
    { id: 'sheet-title', tabindex: -1 },
    h('span', { class: 'letter' }, letter),
    ' ',
    h('span', { class: 'sheet-name' }, ''),
    h('span', { class: 'quiet' }, texts.invented),
  )
  const close = h(
    'button',
    { type: 'button', class: 'button', id: 'sheet-close', onclick: () => options.close() },
    texts.close,
  )
  const verdict = h('p', { class: 'verdict' })
  const body = h('div', { class: 'sheet-body' })
  const element = h(
    'section',
    { class: 'sheet', role: 'dialog', 'aria-labelledby': 'sheet-title' },
    h('div', { class: 'sheet-head' }, heading, close),
    h(
      'div',
      { class: 'sheet-scroll', tabindex: 0, role: 'region', 'aria-label': texts.whyTitle },
      verdict,
      body,
    ),
  )
  const peers = h('div', { class: 'peers' })
  const waterfall = h('div', { class: 'causes' })
  const whatIf = createWhatIf({ playback, words, ask: options.suppose, cancel: options.cancel })
  const ledger = h('details', { class: 'ledger' })
  ledger.addEventListener('toggle', () => fillLedger())
  let known: Known = 'loading'
  let lines: Lines | null = null
  let shown = 0
  let shownEnding: Ending | null | undefined

  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    options.close()
  })

  function tell(next: Known): void {
    known = next
    lines = null
    shownEnding = undefined
    if (next === 'loading') return fill(h('p', { class: 'quiet', role: 'status' }, texts.whyLoading))
    if ('failure' in next) {
      const advice = next.failure.fault === 'page' ? [h('p', {}, texts.whyFailed)] : []
      return fill(
        h(
          'div',
          { class: 'failure', role: 'alert' },
          ...advice,
          h('pre', { tabindex: 0 }, next.failure.text),
        ),
      )
    }
    showDay(shown)
  }

  function fill(...nodes: Node[]): void {
    body.replaceChildren(...nodes)
  }

  function showDay(day: number): void {
    shown = day
    const story = typeof known === 'object' && 'story' in known ? known.story : null
    const { state } = seatAt(playback, day, seat, 'truth')
    const joined = state !== 'empty'
    write(
      heading.querySelector('.sheet-name') as Element,
      joined ? nameOn(playback, seat, words) : texts.states.empty,
    )
    ;(heading.lastElementChild as HTMLElement).hidden = !joined
    write(
      verdict,
      known === 'loading' || !joined ? '' : verdictOf(story, { playback, seat, day, view: view() }, words),
    )
    if (!joined) return showOnly(h('p', {}, texts.stateSentences.empty))
    if (known === 'loading' || 'failure' in known) return
    if (!story) return showOnly(h('p', {}, texts.whyNobody))
    if (view() === 'owner') {
      const truth = h(
        'button',
        { type: 'button', class: 'button', onclick: () => options.seeTruth() },
        texts.whySeeTruth,
      )
      return showOnly(h('p', { class: 'quiet' }, texts.whyHidden), truth)
    }
    if (!lines) {
      lines = createLines(story, playback.days, words)
      fill(peers, waterfall, whatIf.element, h('h3', {}, texts.whyLines), lines.element, ledger)
      draw()
    }
    lines.showDay(day)
    const ending = endingBy(story, day)
    if (ending !== shownEnding) {
      shownEnding = ending
      waterfall.replaceChildren(...(ending ? waterfallOf(ending) : []))
    }
    showSupposed()
    showPeers(ending, day)
    fillLedger()
  }

  function showSupposed(): void {
    whatIf.show(shownEnding ?? null, options.supposed())
  }

  /** In place of the account; it is built anew when it may be seen again. */
  function showOnly(...nodes: Node[]): void {
    lines = null
    shownEnding = undefined
    if (body.textContent !== nodes.map((node) => node.textContent).join('')) fill(...nodes)
  }

  function draw(): void {
    if (!lines) return
    const width = body.clientWidth
    if (width > 0) lines.draw(width, parseFloat(getComputedStyle(body).fontSize))
  }

  /** Each share begins where the one before it ended; together they are the whole hazard of that day. */
  function waterfallOf({ kind, shares }: Ending): Node[] {
    let sum = 0
    const items = shares
      .filter(({ share }) => share >= 0.005)
      .map(({ cause, share }) => {
        const bar = h('span', { class: `bar-part ${kind}` })
        bar.style.left = `${100 * sum}%`
        bar.style.width = `${100 * share}%`
        sum += share
        return h(
          'li',
          {},
          h('span', {}, texts.causes[cause]),
          h('span', { class: 'bar-track', 'aria-hidden': 'true' }, bar),
          h('b', {}, format.percent(share)),
        )
      })
    return [h('h3', {}, texts.whyShares[kind]), h('ol', { class: 'waterfall' }, ...items)]
  }

  /** Those to whom the same has happened until now. */
  function showPeers(ending: Ending | null, day: number): void {
    const alike = ending?.peers.filter((peer) => peer.day < day) ?? []
    const at = alike.findIndex((peer) => peer.seat === seat)
    if (alike.length < 2) return peers.replaceChildren()
    const text = texts.whyPeers({ count: format.count(alike.length), place: format.count(at + 1) })
    if (peers.firstElementChild?.textContent === text) return
    const step = (by: 1 | -1, name: string, look: string): HTMLElement => {
      const to = alike[(at + by + alike.length) % alike.length]
      const go = (): void => {
        if (to) options.goTo(to.seat)
      }
      return h(
        'button',
        {
          type: 'button',
          class: 'button round',
          id: `peer-${by}`,
          'aria-label': name,
          title: name,
          onclick: go,
        },
        look,
      )
    }
    peers.replaceChildren(h('p', {}, text), step(-1, texts.whyPrevious, '‹'), step(1, texts.whyNext, '›'))
  }

  function fillLedger(): void {
    if (typeof known !== 'object' || !('story' in known) || !known.story) return
    if (!ledger.firstElementChild) ledger.append(h('summary', {}, texts.whyLedger), h('div', {}))
    if (!ledger.open) return
    const rows = ledgerSums(known.story, shown)
    const cells = (sums: Readonly<Record<string, number>>): Node[] =>
      LEDGERS.map((name) => h('td', {}, sums[name] === undefined ? '' : format.change(sums[name])))
    const total = Object.fromEntries(
      LEDGERS.map((name) => [name, rows.reduce((sum, row) => sum + (row.sums[name] ?? 0), 0)]),
    )
    const heads = [texts.whyCause, ...LEDGERS.map((name) => texts.ledgers[name])]
    const table = h(
      'table',
      { class: 'data' },
      h('thead', {}, h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)))),
      h(
        'tbody',
        {},
        ...rows.map(({ cause, sums }) =>
          h('tr', {}, h('th', { scope: 'row' }, texts.causes[cause]), ...cells(sums)),
        ),
      ),
      h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, texts.whySum), ...cells(total))),
    )
    ledger.lastElementChild?.replaceChildren(table)
  }

  return { element, heading, tell, draw, showSupposed, showDay }
}
