import type { Chart } from '../charts/chart.ts'
import { createChart } from '../charts/registry.ts'
import { chartSides } from '../charts/sides.ts'
import { h } from '../dom.ts'
import type { AsideContext, AsidePanel } from './aside-panel.ts'
import { openTable } from './dialog.ts'

/** The tab of causes: why people left the side that is looked at, in the two readings of the chart, in large. */
export function createCauses(context: AsideContext): AsidePanel {
  const element = h('div', { class: 'aside-causes' })
  let chart: Chart | null = null
  let of: unknown = null

  function rebuild(): void {
    const words = context.words()
    const key = [context.side(), words, context.view()]
    if (Array.isArray(of) && key.every((part, at) => part === (of as unknown[])[at])) return
    of = key
    const sides = chartSides([context.side()], { alone: 0, locale: words.locale })
    const { texts } = words
    chart = createChart('causes', sides, { words, view: context.view, hooks: context.hooks() })
    const made = chart
    const title = texts.chartRow.names.causes
    element.replaceChildren(
      h(
        'div',
        { class: 'aside-causes-head' },
        h('h3', {}, title),
        ...(chart.tools ? [chart.tools] : []),
        h(
          'button',
          {
            type: 'button',
            class: 'link',
            'aria-label': texts.tableOf({ title }),
            onclick: () => openTable(made.table(context.day()), texts),
          },
          texts.table,
        ),
      ),
      chart.element,
      h('p', { class: 'quiet' }, texts.modelNote),
    )
  }

  return {
    element,
    rebuild,
    showDay(day) {
      chart?.playhead(day)
      chart?.label(day)
      chart?.summarise(day)
    },
    draw: () => chart?.draw(),
    show() {},
    hide() {},
  }
}
