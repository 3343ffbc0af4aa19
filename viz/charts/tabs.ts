import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { CHART_KINDS } from './kinds.ts'
import type { ChartKind } from './kinds.ts'

/** A finger that went so far sideways, in CSS pixels, wanted the next chart. */
const SWIPE = 48

/** Tabs for all charts above the only tile, which a finger moves on as well. */
export function createTabs({
  words,
  kind,
  tiles,
  pick,
}: {
  readonly words: Words
  readonly kind: ChartKind
  readonly tiles: readonly HTMLElement[]
  readonly pick: (kind: ChartKind) => void
}): readonly HTMLElement[] {
  const { names, label } = words.texts.chartRow
  const at = CHART_KINDS.indexOf(kind)
  const tabs = CHART_KINDS.map((each) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `chart-tab-${each}`,
        'aria-selected': String(each === kind),
        ...(each === kind && { 'aria-controls': 'chart-tab-panel' }),
        tabindex: each === kind ? 0 : -1,
        onclick: () => pick(each),
      },
      names[each],
    ),
  )
  const list = h('div', { class: 'chart-tabs', role: 'tablist', 'aria-label': label }, ...tabs)
  const panel = h(
    'div',
    { class: 'chart-panel', role: 'tabpanel', id: 'chart-tab-panel', 'aria-labelledby': `chart-tab-${kind}` },
    ...tiles,
  )
  list.addEventListener('keydown', (event) => {
    const next = tabAfter(event.key, at, CHART_KINDS.length)
    if (next === null) return
    event.preventDefault()
    move(next)
  })
  let from: { readonly x: number; readonly y: number } | null = null
  panel.addEventListener('pointerdown', (event) => {
    from = event.pointerType === 'touch' ? { x: event.clientX, y: event.clientY } : null
  })
  panel.addEventListener('pointerup', (event) => {
    const step = from ? swipe(event.clientX - from.x, event.clientY - from.y) : 0
    from = null
    if (step !== 0) move(at + step)
  })
  panel.addEventListener('pointercancel', () => (from = null))
  // The chosen tab is in sight, and nothing else moves.
  requestAnimationFrame(() => {
    const tab = tabs[at]
    if (tab) list.scrollLeft = tab.offsetLeft - list.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2
  })

  function move(to: number): void {
    const next = CHART_KINDS[to]
    if (next) pick(next)
  }

  return [list, panel]
}

/** The tab that a key leads to, around the ends; null where it leads nowhere. */
export function tabAfter(key: string, at: number, count: number): number | null {
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 }[key]
  return to === undefined ? null : (to + count) % count
}

/** On (1) or back (−1), where a finger went sideways rather than up or down; otherwise 0. */
export function swipe(across: number, down: number): -1 | 0 | 1 {
  if (Math.abs(across) < SWIPE || Math.abs(across) < 2 * Math.abs(down)) return 0
  return across < 0 ? 1 : -1
}
