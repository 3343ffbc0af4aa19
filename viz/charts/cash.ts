import { line, scaleLinear } from 'd3'
import type { Playback } from '../../sim/index.ts'
import { NOT_LAID_OUT, layOut } from './axes.ts'
import { createFrame } from './chart.ts'
import type { Chart, ChartOptions } from './chart.ts'
import { drawLabels } from './labels.ts'

/** One line of the chart. */
export interface CashSide {
  readonly letter: string
  readonly name: string
  readonly playback: Playback
}

/** The owner's cash: one line a side, told apart by dash and letter, never by colour alone. */
export function createCashChart(sides: readonly CashSide[], options: ChartOptions): Chart {
  const { texts, format, when } = options
  const title = texts.charts.cash
  const frame = createFrame(
    {
      title,
      unit: texts.charts.cashUnit,
      letter: '',
      table: texts.table,
      tableLabel: texts.tableOf({ title }),
    },
    () => options.onTable(chart),
  )
  const values = sides.flatMap(({ playback }) => [...playback.series.ownerNet].filter(Number.isFinite))
  const days = Math.max(...sides.map(({ playback }) => playback.days))
  const x = scaleLinear().domain([0, days])
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(1, ...values)])
    .nice(4)
  let layout = NOT_LAID_OUT
  let at = 0

  function draw(): void {
    const next = layOut(frame, { x, y, yFormat: format.shortMoney }, options)
    if (!next) return
    layout = next
    frame.plot
      .selectAll('path')
      .data(sides)
      .join('path')
      .attr('class', (_, index) => (index === 0 && sides.length > 1 ? 'cash dashed' : 'cash'))
      .attr('d', ({ playback }) =>
        line<number>()
          .defined(Number.isFinite)
          .x((_, day) => x(day))
          .y((value) => y(value))(playback.series.ownerNet),
      )
    playhead(at)
    label(Math.floor(at))
  }

  function playhead(day: number): void {
    at = day
    frame.setClip(x(day), layout.margin)
  }

  function cashOn(playback: Playback, day: number): number {
    return playback.series.ownerNet[Math.min(day, playback.days)] ?? NaN
  }

  function label(day: number): void {
    const { em, margin, width } = layout
    const labels = sides
      .filter(({ playback }) => Number.isFinite(cashOn(playback, day)))
      .map(({ letter, playback }) => ({
        key: letter,
        text: letter,
        y: y(cashOn(playback, day)),
        colour: 'var(--text)',
        strong: true,
      }))
    drawLabels(frame.labels, labels, {
      x: x(day),
      em,
      range: [margin.top, y.range()[0] ?? 0],
      width,
      room: em * 1.8,
    })
  }

  function describe(day: number): string {
    const said = sides.map(({ letter, playback }) => `${letter} ${format.money(cashOn(playback, day))}`)
    return texts.trendCash({ when: when(day), sides: said.join(texts.comma) })
  }

  const chart: Chart = {
    element: frame.element,
    draw,
    playhead,
    label,
    describe,
    summarise: (day) => frame.summarise(describe(day)),
    table: (day) => ({
      title,
      head: [texts.dayColumn, ...sides.map(({ letter, name }) => texts.side({ letter, name }))],
      rows: Array.from({ length: day + 1 }, (_, past) => [
        format.count(past),
        ...sides.map(({ playback }) => format.money(cashOn(playback, past))),
      ]),
    }),
  }
  return chart
}
