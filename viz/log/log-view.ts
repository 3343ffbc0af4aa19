import { h } from '../dom.ts'
import { createChainPane } from './chain-pane.ts'
import type { Chain } from './chain-pane.ts'
import type { Choices } from './choices.ts'
import { createFilters } from './filters.ts'
import { plainNote } from './notes.ts'
import type { LineWords } from './row-line.ts'
import type { LogRow } from './rows.ts'
import { createLogTable } from './table.ts'

export interface LogViewOptions {
  readonly line: LineWords
  readonly label: string
  readonly choices: Choices
  readonly days: number
  readonly groups: number
  /** Number of facts of each kind, by code. */
  readonly kinds: Uint32Array
  /** The same view in another language, of which place and chain are kept. */
  readonly before: LogView | null
  readonly choose: (choices: Choices) => void
  readonly clear: () => void
  readonly ask: (from: number, to: number) => void
  readonly askChain: (seq: number) => void
  /** A row is looked at. */
  readonly look: (row: LogRow) => void
  /** Somebody is to be seen on the wall. */
  readonly goTo: (person: number) => void
}

/** Where a reader is in a log. */
export interface Position {
  readonly top: number
  readonly chain: Chain | null
  /** Place in the chain that is looked at. */
  readonly current: number
  /** That row is to be found in the next list. */
  readonly finds: boolean
}

/** Filters, table and causes of one history, kept in step with each other. */
export interface LogView {
  readonly filters: HTMLElement
  readonly body: readonly HTMLElement[]
  readonly position: () => Position
  readonly showList: (count: number) => void
  readonly showCount: (count: number) => void
  readonly goToEnd: () => void
  readonly receive: (from: number, rows: readonly LogRow[]) => void
  readonly showChain: (chain: Chain) => void
  readonly showPeople: (count: number | null) => void
  readonly showDay: (day: number) => void
  /** Says that there are no rows, and offers to clear the filters; null where there are. */
  readonly showEmpty: (says: string | null) => void
}

export function createLogView(options: LogViewOptions): LogView {
  const { line, groups } = options
  const before = options.before?.position() ?? { top: 0, chain: null, current: 0, finds: false }
  let { chain, current } = before
  /** Seq of the row whose chain was asked for, and what is to be done when it comes. */
  let asked = -1
  let then: 'look' | 'look-at-cause' | 'find' | 'nothing' = before.finds ? 'find' : 'nothing'
  let isFirst = true

  const filters = createFilters({
    words: line.words,
    own: line.own,
    choices: options.choices,
    days: options.days,
    groups,
    causes: line.vocabulary.causes,
    counts: options.kinds,
    changed: options.choose,
  })
  const table = createLogTable({
    line,
    label: options.label,
    ask: options.ask,
    choose: (row) => askFor(row.seq, 'look'),
    goTo(row) {
      if (row.actor >= 0) options.goTo(row.actor)
    },
    chooseCause: (row) => askFor(row.seq, 'look-at-cause'),
  })
  const pane = createChainPane({ line, choose: look, goTo: options.goTo, reveal })
  const empty = h('div', { class: 'log-empty', hidden: true })
  const list = h('div', { class: groups > 1 ? 'log-list' : 'log-list one-group' }, table.element, empty)
  pane.show(chain, current)
  if (chain) table.showChosen(chain.rows[current]?.seq ?? -1)

  function askFor(seq: number, next: typeof then): void {
    asked = seq
    then = next
    options.askChain(seq)
  }

  function showChain(found: Chain): void {
    if (found.rows[0]?.seq !== asked) return // another one is wanted by now
    chain = found
    if (then === 'look') look(0)
    else if (then === 'look-at-cause') look(Math.min(1, found.rows.length - 1))
    else {
      pane.show(chain, current)
      if (then === 'find') goToCurrent()
    }
    then = 'nothing'
  }

  /** Turns to one fact of the chain, here and on the walls. */
  function look(at: number): void {
    const row = chain?.rows[at]
    if (!row) return
    current = at
    pane.show(chain, current)
    table.showChosen(row.seq)
    options.look(row)
    goToCurrent()
  }

  function goToCurrent(): void {
    const place = chain?.places[current] ?? -1
    if (place >= 0) table.goTo(place)
  }

  function reveal(): void {
    then = 'find'
    options.clear()
  }

  return {
    filters: filters.element,
    body: [list, pane.element],
    position: () => ({ top: table.topPlace(), chain, current, finds: then === 'find' }),
    showList(count) {
      table.showList(count)
      if (isFirst) table.scrollTo(before.top)
      isFirst = false
      // Its places in the list before are none in this one.
      const [first] = chain?.rows ?? []
      if (first) askFor(first.seq, then === 'find' ? 'find' : 'nothing')
    },
    showCount: table.showCount,
    goToEnd: table.goToEnd,
    receive: table.receive,
    showChain,
    showPeople: filters.showPeople,
    showDay: table.showDay,
    showEmpty(says) {
      empty.hidden = says === null
      table.element.classList.toggle('no-rows', says !== null)
      if (says === null) return empty.replaceChildren()
      empty.replaceChildren(plainNote(says, { says: line.own.clear, act: options.clear }))
    },
  }
}
