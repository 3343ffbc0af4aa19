import { h } from '../dom.ts'
import { createActivityChart } from './activity.ts'
import type { Chart } from './chart.ts'
import type { MoreContext } from './hooks.ts'
import type { ChartKind } from './kinds.ts'
import { loadMore } from './more.ts'
import type { ChartSide } from './sides.ts'
import { createStatesChart } from './states.ts'

/** A chart of all these sides. What the first picture can do without is loaded when it is first asked for. */
export function createChart(kind: ChartKind, sides: readonly ChartSide[], context: MoreContext): Chart {
  switch (kind) {
    case 'states':
      return createStatesChart(sides, context)
    case 'activity':
      return createActivityChart(sides, context)
    case 'outcomes':
      return createLater(kind, context, () =>
        import('../outcomes/outcomes.ts').then(({ createOutcomeDots }) => createOutcomeDots(sides, context)),
      )
    default:
      return createLater(kind, context, () => loadMore(kind, sides, context))
  }
}

/** A chart that is still to come: a place of the same size, which it fills as soon as it is there. */
function createLater(kind: ChartKind, context: MoreContext, load: () => Promise<Chart>): Chart {
  const { texts } = context.words
  const waiting = h('p', { class: 'quiet' }, texts.chartRow.loading)
  const element = h('div', { class: 'chart-later' }, waiting)
  const tools = h('span', { class: 'chart-tools' })
  let chart: Chart | null = null
  let at = 0
  const loaded = (firstPicture ??= idle()).then(load).then(
    (found) => {
      chart = found
      element.replaceChildren(chart.element)
      if (chart.tools) tools.append(chart.tools)
      chart.playhead(at)
      chart.draw()
      chart.summarise(Math.floor(at))
    },
    (error: unknown) => {
      waiting.replaceWith(h('p', { role: 'alert' }, texts.failedPage, h('br'), String(error)))
    },
  )
  return {
    element,
    tools,
    loaded,
    draw: () => chart?.draw(),
    playhead(day) {
      at = day
      chart?.playhead(day)
    },
    label: (day) => chart?.label(day),
    describe: (day) => chart?.describe(day) ?? '',
    summarise: (day) => chart?.summarise(day),
    table: (day) => chart?.table(day) ?? { title: texts.chartRow.names[kind], head: [], rows: [] },
    drawn: () => {
      const svg = chart?.drawn?.() ?? element.querySelector('svg')
      return svg ?? document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    },
  }
}

/** When the page has drawn what it begins with: what comes later must not be fetched before that is there. */
let firstPicture: Promise<void> | null = null

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 500 })
    else setTimeout(resolve, 200)
  })
}
