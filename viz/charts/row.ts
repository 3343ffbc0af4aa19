import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { openDialog } from '../panels/dialog.ts'
import type { View } from '../player/frames.ts'
import type { Chart } from './chart.ts'
import type { ChartHooks } from './hooks.ts'
import { CHART_KINDS, chooseKind, rowLayout } from './kinds.ts'
import type { ChartKind, RowLayout } from './kinds.ts'
import { createChart } from './registry.ts'
import './more.css'
import './row.css'
import { chartSides, ownSides } from './sides.ts'
import type { Side } from '../player/side.ts'
import { createTabs } from './tabs.ts'
import { createTile } from './tile.ts'

export interface ChartRowOptions extends ChartHooks {
  readonly sides: readonly Side[]
  /** The place of the only side that is shown, before it its parent as a dashed line; null: all sides. */
  readonly alone: number | null
  readonly words: Words
  readonly view: () => View
  /** Whole day that is shown. */
  readonly day: () => number
  readonly onTable: (chart: Chart) => void
  /** What the tiles show, in their order: see `choiceOf`. */
  readonly chosen: readonly ChartKind[]
  /** The reader chose; the row has changed already. */
  readonly choose: (chosen: readonly ChartKind[]) => void
  /** Says how the numbers of a chart come about; without it nothing is offered. */
  readonly onDefine?: (kind: ChartKind) => void
}

/** The row of tiles. Like a chart, it is told the day and never owns time. */
export interface ChartRow {
  readonly element: HTMLElement
  /** Draws anew: after a resize, a change of view, or when runs have come to be known. */
  readonly draw: () => void
  readonly playhead: (day: number) => void
  readonly label: (day: number) => void
  readonly summarise: (day: number) => void
}

export function createChartRow(options: ChartRowOptions): ChartRow {
  const { words, view, sides, alone } = options
  const shown = chartSides(sides, { alone, locale: words.locale })
  const element = h('div', { class: 'charts chart-row' })
  /** Charts once made stay as they are while others take their place. */
  const made = new Map<ChartKind, Chart>()
  let chosen = options.chosen
  let layout: RowLayout | null = null
  let charts: readonly Chart[] = []
  let at = 0

  function draw(): void {
    const next = rowLayout(element.clientWidth, ownSides(shown).length)
    if (element.clientWidth > 0 && (next.tiles !== layout?.tiles || next.rest !== layout.rest)) fill(next)
    for (const chart of charts) chart.draw()
  }

  function fill(next: RowLayout): void {
    layout = next
    const kinds = chosen.slice(0, next.tiles)
    charts = kinds.map(chartOf)
    const tiles = kinds.map((kind, place) => tileOf(kind, place, next))
    element.className = `charts chart-row tiles-${next.tiles} rest-${next.rest}`
    if (next.rest === 'tabs')
      element.replaceChildren(
        ...createTabs({ words, kind: kinds[0] ?? 'states', tiles, pick: (kind) => pick(0, kind) }),
      )
    else if (next.rest === 'list') element.replaceChildren(...tiles, others(kinds))
    else element.replaceChildren(...tiles)
  }

  function chartOf(kind: ChartKind): Chart {
    const chart = made.get(kind) ?? createChart(kind, shown, { words, view, hooks: options })
    made.set(kind, chart)
    return chart
  }

  function tileOf(kind: ChartKind, place: number, { rest }: RowLayout): HTMLElement {
    const chart = chartOf(kind)
    const { onDefine } = options
    return createTile({
      words,
      kind,
      chart,
      pick: rest === 'tabs' ? null : (other) => pick(place, other),
      onTable: options.onTable,
      onDownload: () => download(kind, chart),
      onDefine: onDefine ? () => onDefine(kind) : null,
    })
  }

  /** The charts for which there is no tile: one of them takes the place of the last. */
  function others(kinds: readonly ChartKind[]): HTMLElement {
    const buttons = CHART_KINDS.filter((kind) => !kinds.includes(kind)).map((kind) =>
      h(
        'button',
        { type: 'button', class: 'link', onclick: () => pick(kinds.length - 1, kind) },
        words.texts.chartRow.names[kind],
      ),
    )
    return h(
      'nav',
      { class: 'chart-others', 'aria-label': words.texts.chartRow.others },
      h('p', { class: 'quiet' }, words.texts.chartRow.others),
      ...buttons,
    )
  }

  function pick(place: number, kind: ChartKind): void {
    if (!layout) return
    chosen = chooseKind(chosen, place, kind)
    if (!chosen.includes(kind)) return
    const hadTab = document.activeElement?.getAttribute('role') === 'tab'
    fill(layout)
    for (const chart of charts) {
      chart.playhead(at)
      chart.draw()
      chart.summarise(Math.floor(at))
    }
    // What was pressed has gone: to what it chose.
    if (hadTab) element.querySelector<HTMLElement>('[role=tab][tabindex="0"]')?.focus()
    else element.querySelectorAll<HTMLElement>('.chart-pick')[place]?.focus()
    options.choose(chosen)
  }

  function download(kind: ChartKind, chart: Chart): void {
    const { texts } = words
    import('./download.ts').then(
      ({ openDownload }) => openDownload(kind, chart, { words, sides: shown, day: options.day() }),
      (error: unknown) =>
        openDialog(
          texts.chartRow.download,
          texts.close,
          h('p', { role: 'alert' }, texts.failedPage, String(error)),
        ),
    )
  }

  return {
    element,
    draw,
    playhead(day) {
      at = day
      for (const chart of charts) chart.playhead(day)
    },
    label(day) {
      for (const chart of charts) chart.label(day)
    },
    summarise(day) {
      for (const chart of charts) chart.summarise(day)
    },
  }
}
