import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { Chart } from './chart.ts'
import { CHART_KINDS } from './kinds.ts'
import type { ChartKind } from './kinds.ts'

/** What a tile asks the row that it stands in. */
export interface TileOptions {
  readonly words: Words
  readonly kind: ChartKind
  readonly chart: Chart
  /** Another chart for this tile; null where tabs say which one it is. */
  readonly pick: ((kind: ChartKind) => void) | null
  readonly onTable: (chart: Chart) => void
  readonly onDownload: () => void
  readonly onDefine: (() => void) | null
}

/** The frame of a chart: its name, which is also the choice of another, its unit, and what can be done with it. */
export function createTile(options: TileOptions): HTMLElement {
  const { words, kind, chart, pick } = options
  const { texts } = words
  const { names, units } = texts.chartRow
  const title = names[kind]
  const act = (act: () => void) => () => void (chart.loaded ?? Promise.resolve()).then(act)
  const icon = (text: string, name: string, onclick: () => void) =>
    h('button', { type: 'button', class: 'link chart-icon', title: name, 'aria-label': name, onclick }, text)
  const { onDefine } = options
  return h(
    'figure',
    { class: `chart tile tile-${kind}` },
    h(
      'figcaption',
      {},
      h('h3', pick ? { class: 'hidden' } : {}, title),
      ...(pick ? [choiceOf(kind, words, pick)] : []),
      ...(onDefine ? [icon('ⓘ', texts.chartRow.defineOf({ title }), onDefine)] : []),
      ...(chart.tools ? [chart.tools] : []),
      h('span', { class: 'unit' }, h('span', {}, units[kind])),
      h(
        'button',
        {
          type: 'button',
          class: 'link tile-table',
          title: texts.tableOf({ title }),
          'aria-label': texts.tableOf({ title }),
          onclick: act(() => options.onTable(chart)),
        },
        texts.table,
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'link tile-download',
          title: texts.chartRow.downloadOf({ title }),
          'aria-label': texts.chartRow.downloadOf({ title }),
          onclick: act(options.onDownload),
        },
        texts.chartRow.download,
      ),
    ),
    chart.element,
  )
}

/** The names of all charts; a list of the system's own, so that keys, fingers and readers know it. */
function choiceOf(kind: ChartKind, { texts }: Words, pick: (kind: ChartKind) => void): HTMLElement {
  const options = CHART_KINDS.map((each) =>
    h('option', { value: each, selected: each === kind }, texts.chartRow.names[each]),
  )
  const select = h(
    'select',
    {
      class: 'chart-pick',
      'aria-label': texts.chartRow.pick,
      onchange: () => {
        const picked = CHART_KINDS.find((each) => each === select.value)
        if (picked) pick(picked)
      },
    },
    ...options,
  )
  return select
}
