import { h, write } from '../dom.ts'
import type { LogTexts } from './log-texts.ts'

export interface FrameOptions {
  readonly own: LogTexts
  readonly sides: readonly { readonly letter: string; readonly name: string }[]
  readonly focused: number
  readonly follows: boolean
  /** Where there is little room, the filters are shown on demand. */
  readonly isOpen: boolean
  readonly openFilters: (isOpen: boolean) => void
  readonly focus: (side: number) => void
  readonly openLog: () => void
  readonly save: () => void
  readonly csv: () => void
  readonly stopWriting: () => void
  readonly follow: (follows: boolean) => void
  readonly clear: () => void
}

/** What stands around the table: heading, sides, files, and the line that says how many rows there are. */
export interface Frame {
  readonly element: HTMLElement
  /** Where filters, table and causes go, or why there are none. */
  readonly showBody: (...contents: readonly Node[]) => void
  readonly showFilters: (filters: HTMLElement | null) => void
  readonly showCount: (text: string) => void
  readonly showChoices: (made: number) => void
  readonly showFollows: (follows: boolean) => void
  /** A file is being written: what, and its share; null for none. */
  readonly showWriting: (what: string | null, share?: number) => void
}

export function createFrame(options: FrameOptions): Frame {
  const { own } = options
  const sides = options.sides.map(({ letter, name }, at) =>
    h(
      'button',
      {
        type: 'button',
        id: `log-side-${letter}`,
        'aria-pressed': String(at === options.focused),
        onclick: () => options.focus(at),
      },
      h('span', { class: 'letter' }, letter),
      h('span', { class: 'log-side-name' }, name),
    ),
  )
  const button = (id: string, text: string, onclick: () => void): HTMLButtonElement =>
    h('button', { type: 'button', class: 'button', id, onclick }, text)
  const save = button('log-save', own.save, options.save)
  const csv = button('log-csv', own.csv, options.csv)
  const bar = h('progress', { max: 1, value: 0 })
  const doing = h('span', {})
  const writing = h(
    'p',
    { class: 'log-writing', hidden: true },
    doing,
    bar,
    button('log-stop', own.cancel, options.stopWriting),
  )
  const head = h(
    'header',
    { class: 'log-top' },
    h('h2', { id: 'log-title' }, own.title),
    ...(sides.length > 1
      ? [h('div', { class: 'switch', role: 'group', 'aria-label': own.sides }, ...sides)]
      : []),
    writing,
    h('div', { class: 'log-files' }, button('log-open', own.openLog, options.openLog), save, csv),
  )

  const count = h('p', { class: 'log-count', role: 'status' })
  const box = h('input', {
    type: 'checkbox',
    id: 'log-follow',
    onchange: () => options.follow(box.checked),
  })
  const clear = h(
    'button',
    { type: 'button', class: 'link', id: 'log-clear', onclick: options.clear },
    own.clear,
  )
  const opener = h('button', {
    type: 'button',
    class: 'button log-opener',
    id: 'log-filters',
    onclick: () => open(!filters.classList.contains('open')),
  })
  const filters = h('div', { class: 'log-filter-room' })
  const line = h(
    'div',
    { class: 'log-line', hidden: true },
    opener,
    count,
    clear,
    h('label', { class: 'log-follow' }, box, own.follow),
  )
  const body = h('div', { class: 'log-body' })
  const controls = h('div', { class: 'log-controls' }, filters, line)
  const element = h('section', { class: 'log-screen', 'aria-labelledby': 'log-title' }, head, controls, body)

  function open(isOpen: boolean): void {
    filters.classList.toggle('open', isOpen)
    opener.setAttribute('aria-expanded', String(isOpen))
    options.openFilters(isOpen)
  }

  function showChoices(made: number): void {
    clear.hidden = made === 0
    write(opener, made === 0 ? own.filters : own.filtersOn({ count: String(made) }))
  }

  function showReady(isReady: boolean): void {
    save.disabled = !isReady
    csv.disabled = !isReady
  }

  box.checked = options.follows
  open(options.isOpen)
  showChoices(0)
  showReady(false)
  return {
    element,
    showBody: (...contents) => body.replaceChildren(...contents),
    showFilters(shown) {
      line.hidden = shown === null
      filters.replaceChildren(...(shown ? [shown] : []))
      showReady(shown !== null)
    },
    showCount: (text) => write(count, text),
    showChoices,
    showFollows: (follows) => (box.checked = follows),
    showWriting(what, share = 0) {
      writing.hidden = what === null
      showReady(what === null)
      if (what === null) return
      write(doing, what)
      bar.setAttribute('aria-label', what)
      bar.value = share
    },
  }
}
