import { h } from '../dom.ts'
import type { LogTexts } from './log-texts.ts'

// What stands in the place of the table while there is none.

/** The history is being gone through. */
export function producingNote(
  own: LogTexts,
  { side, cancel }: { readonly side: string; readonly cancel: () => void },
): { readonly element: HTMLElement; readonly showShare: (share: number) => void } {
  const says = own.producing({ side })
  const bar = h('progress', { max: 1, value: 0, 'aria-label': says })
  const element = h(
    'div',
    { class: 'log-note' },
    h('p', { role: 'status' }, says),
    bar,
    h('button', { type: 'button', class: 'button', id: 'log-cancel', onclick: cancel }, own.cancel),
  )
  return { element, showShare: (share) => (bar.value = share) }
}

export function plainNote(
  says: string,
  action?: { readonly says: string; readonly act: () => void },
): HTMLElement {
  const button = action
    ? [h('button', { type: 'button', class: 'button', onclick: action.act }, action.says)]
    : []
  return h('div', { class: 'log-note' }, h('p', { role: 'status' }, says), ...button)
}

export function failedNote(own: LogTexts, text: string, again: () => void): HTMLElement {
  return h(
    'div',
    { class: 'log-note' },
    h('div', { class: 'failure', role: 'alert' }, h('p', {}, own.failed), h('pre', {}, text)),
    h('button', { type: 'button', class: 'button', onclick: again }, own.again),
  )
}
