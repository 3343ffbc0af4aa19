import { LEDGERS } from '../../sim/index.ts'
import type { Ledger, Playback, RemovableCause } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { DeskFailure } from '../player/desk.ts'
import { seatAt } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { createLines } from './lines.ts'
import type { Lines } from './lines.ts'
import { createPeers } from './peers.ts'
import { createSights } from './sights.ts'
import type { Sights } from './sights.ts'
import { createSnaps } from './snaps.ts'
import type { Snap } from './snaps.ts'
import { endingBy, ledgerSums } from './story.ts'
import type { Ending, Story } from './story.ts'
import { createTerms } from './terms.ts'
import type { Term } from './terms.ts'
import { ACCOUNT_TEXTS } from './texts.ts'
import { nameOn, verdictOf } from './verdict.ts'
import { createAccountWaterfall, hazardWaterfall } from './waterfall.ts'
import type { AccountWaterfall } from './waterfall.ts'
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
  readonly stopLucks: () => void
  /** Shows the page after so many whole days. */
  readonly seek: (day: number) => void
  readonly highlight: ((seats: Uint8Array | null) => void) | undefined
  readonly define: ((term: Term) => void) | undefined
  readonly choices: Choices
}

/** What was chosen in one account holds in the next as well. */
export interface Choices {
  ledger: Ledger | null
  isHighlighting: boolean
  snap: Snap
}

/** The parts of an account that are drawn from her story. */
interface Parts {
  readonly lines: Lines
  readonly sights: Sights
  readonly account: AccountWaterfall
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
  const { letter, playback, seat, words, view, choices } = options
  const { texts, format, locale } = words
  const own = ACCOUNT_TEXTS[locale]
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
  const head = h('div', { class: 'sheet-head' }, heading)
  const element = h(
    'section',
    { class: 'sheet', role: 'dialog', 'aria-labelledby': 'sheet-title' },
    head,
    h(
      'div',
      { class: 'sheet-scroll', tabindex: 0, role: 'region', 'aria-label': texts.whyTitle },
      verdict,
      body,
    ),
  )
  const snaps = createSnaps(element, head, own, {
    snap: () => choices.snap,
    setSnap: (snap) => (choices.snap = snap),
    close: options.close,
  })
  head.append(snaps, close)
  const peers = createPeers({
    ...{ playback, seat, words },
    goTo: options.goTo,
    highlight: options.highlight,
    isHighlighting: () => choices.isHighlighting,
    setHighlighting: (does) => (choices.isHighlighting = does),
  })
  const terms = createTerms(words, options.define)
  const waterfall = h('div', { class: 'causes' })
  const whatIf = createWhatIf({
    ...{ playback, words },
    ask: options.suppose,
    cancel: options.cancel,
    stopLucks: options.stopLucks,
  })
  const ledger = h('details', { class: 'ledger' })
  ledger.addEventListener('toggle', () => fillLedger())
  let known: Known = 'loading'
  let parts: Parts | null = null
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
    parts = null
    shownEnding = undefined
    if (next === 'loading') return fill(h('p', { class: 'quiet', role: 'status' }, own.whyLoading))
    if ('failure' in next) {
      const advice = next.failure.fault === 'page' ? [h('p', {}, own.whyFailed)] : []
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
    if (!story) return showOnly(h('p', {}, own.whyNobody))
    if (view() === 'owner') {
      const truth = h(
        'button',
        { type: 'button', class: 'button', onclick: () => options.seeTruth() },
        own.whySeeTruth,
      )
      return showOnly(h('p', { class: 'quiet' }, own.whyHidden), truth)
    }
    if (!parts) {
      parts = partsOf(story)
      fill(...arranged(parts))
      draw()
    }
    parts.lines.showDay(day)
    const ending = endingBy(story, day)
    parts.sights.show(ending, day)
    parts.account.show(ending, day)
    if (ending !== shownEnding) {
      shownEnding = ending
      waterfall.replaceChildren(...(ending ? hazardWaterfall(ending, words) : []))
    }
    showSupposed()
    peers.show(ending, day)
    fillLedger()
  }

  function partsOf(story: Story): Parts {
    return {
      lines: createLines(story, playback.days, words),
      sights: createSights(story, words, options.seek),
      account: createAccountWaterfall(story, words, {
        chosen: () => choices.ledger,
        choose: (ledger) => (choices.ledger = ledger),
      }),
    }
  }

  /** What she saw; what it came to, and what pushed her out; what else might have been; who else fared so; the rest folded. */
  function arranged({ lines, sights, account }: Parts): Node[] {
    return [
      h('h3', {}, own.seen),
      lines.element,
      sights.element,
      h('div', { class: 'sheet-columns' }, waterfall, account.element),
      whatIf.element,
      peers.element,
      ledger,
      terms,
    ]
  }

  function showSupposed(): void {
    whatIf.show(shownEnding ?? null, options.supposed())
  }

  /** In place of the account; it is built anew when it may be seen again. */
  function showOnly(...nodes: Node[]): void {
    parts = null
    shownEnding = undefined
    peers.show(null, 0)
    if (body.textContent !== nodes.map((node) => node.textContent).join('')) fill(...nodes)
  }

  function draw(): void {
    if (!parts) return
    const width = body.clientWidth
    if (width > 0) parts.lines.draw(width, parseFloat(getComputedStyle(body).fontSize))
  }

  function fillLedger(): void {
    if (typeof known !== 'object' || !('story' in known) || !known.story) return
    if (!ledger.firstElementChild) ledger.append(h('summary', {}, own.whyLedger), h('div', {}))
    if (!ledger.open) return
    const rows = ledgerSums(known.story, shown)
    const cells = (sums: Readonly<Record<string, number>>): Node[] =>
      LEDGERS.map((name) => h('td', {}, sums[name] === undefined ? '' : format.change(sums[name])))
    const total = Object.fromEntries(
      LEDGERS.map((name) => [name, rows.reduce((sum, row) => sum + (row.sums[name] ?? 0), 0)]),
    )
    const heads = [own.whyCause, ...LEDGERS.map((name) => texts.ledgers[name])]
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
      h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, own.whySum), ...cells(total))),
    )
    ledger.lastElementChild?.replaceChildren(table)
  }

  return { element, heading, tell, draw, showSupposed, showDay }
}
