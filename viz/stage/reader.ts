import type { Playback } from '../../sim/index.ts'
import { h } from '../dom.ts'
import type { ReaderContext } from './reader-lists.ts'
import './reader.css'

/**
 * The wall as a list: group, state with its count, and from there to each seat in it. Out of sight until the focus
 * comes to it, and not built before it is opened.
 */
export interface Reader {
  readonly element: HTMLElement
  /** Counts anew, at a standstill. */
  readonly refresh: () => void
}

export function createReader(playback: Playback, context: ReaderContext): Reader {
  const { texts } = context.words
  const lists = h('div', { hidden: true })
  const opener = h(
    'button',
    { type: 'button', class: 'button', 'aria-expanded': 'false', onclick: toggle },
    texts.stage.byState,
  )
  const element = h('div', { class: 'reader', role: 'group', 'aria-label': context.label }, opener, lists)
  let build: (() => readonly HTMLElement[]) | null = null

  function toggle(): void {
    lists.hidden = !lists.hidden
    opener.setAttribute('aria-expanded', String(!lists.hidden))
    if (build) return refresh()
    import('./reader-lists.ts').then(
      ({ readerLists }) => {
        build = () => readerLists(playback, context)
        refresh()
      },
      (error: unknown) =>
        lists.replaceChildren(h('p', { role: 'alert' }, `${texts.failedPage} ${String(error)}`)),
    )
  }

  function refresh(): void {
    if (lists.hidden || !build) return
    const focused = lists.querySelector<HTMLElement>(':focus')?.dataset['key']
    lists.replaceChildren(...build())
    if (focused === undefined) return
    const again = lists.querySelector<HTMLElement>(`[data-key="${focused}"]`) ?? opener
    again.focus({ preventScroll: true })
  }

  return { element, refresh }
}
