import { h } from '../dom.ts'

/** What colours mean, for the head of a tile whose panes are too narrow for words. */
export function createKey(
  entries: readonly { readonly name: string; readonly colour: string }[],
): HTMLElement {
  return h(
    'span',
    { class: 'chart-key' },
    ...entries.map(({ name, colour }) => {
      const mark = h('i', {})
      mark.style.background = colour
      return h('span', {}, mark, name)
    }),
  )
}
