import { area, curveStepAfter, line, scaleLinear } from 'd3'
import type { SurvivalStep } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import { NOT_LAID_OUT, layOut } from './axes.ts'
import { createFrame } from './chart.ts'
import type { Table } from './chart.ts'
import { drawLabels } from './labels.ts'

/** The runs of one side. */
export interface SurvivalSide {
  readonly letter: string
  readonly name: string
  readonly days: number
}

export interface SurvivalChart {
  readonly element: HTMLElement
  readonly draw: () => void
  /** The curve of each side so far; an empty one where no run is done. */
  readonly show: (curves: readonly (readonly SurvivalStep[])[]) => void
  /** Says in a sentence what the picture shows. */
  readonly summarise: (text: string) => void
}

/**
 * The share of runs that live, day by day: a step line a side with its interval as a band, told apart by dash, hatching
 * and letter, never by colour alone.
 */
export function createSurvivalChart(
  sides: readonly SurvivalSide[],
  { words, onTable }: { readonly words: Words; readonly onTable: (table: Table) => void },
): SurvivalChart {
  const { texts, format } = words
  const title = texts.outcomes.survival
  const frame = createFrame(
    {
      title,
      unit: texts.outcomes.survivalUnit,
      letter: '',
      table: texts.table,
      tableLabel: texts.tableOf({ title }),
    },
    () => onTable(table()),
  )
  frame.element.classList.add('survival')
  const days = Math.max(1, ...sides.map((side) => side.days))
  const x = scaleLinear().domain([0, days])
  const y = scaleLinear().domain([0, 1])
  let curves: readonly (readonly SurvivalStep[])[] = sides.map(() => [])

  function draw(): void {
    const layout = layOut(frame, { x, y, yFormat: format.percent }, words)
    if (!layout) return
    frame.setClip(layout.width, NOT_LAID_OUT.margin)
    const isDashed = (at: number): boolean => at === 0 && sides.length > 1
    const band = area<SurvivalStep>()
      .curve(curveStepAfter)
      .x(([day]) => x(day))
      .y0(([, , low]) => y(low))
      .y1(([, , , high]) => y(high))
    const step = line<SurvivalStep>()
      .curve(curveStepAfter)
      .x(([day]) => x(day))
      .y(([, share]) => y(share))
    const look = (name: string, at: number): string => (isDashed(at) ? `${name} dashed` : name)
    const paths = [
      ...curves.map((curve, at) => ({ look: look('band', at), path: band(curve) })),
      ...curves.map((curve, at) => ({ look: look('cash', at), path: step(curve) })),
    ]
    frame.plot
      .selectAll('path')
      .data(paths)
      .join('path')
      .attr('class', (each) => each.look)
      .attr('d', (each) => each.path)
    const { em, margin, width } = layout
    const labels = sides.flatMap(({ letter, days: own }, at) => {
      const [, share] = curves[at]?.at(-1) ?? []
      return share === undefined || own < days
        ? []
        : [{ key: letter, text: letter, y: y(share), colour: 'var(--text)', strong: true }]
    })
    drawLabels(frame.labels, labels, {
      x: x(days),
      em,
      range: [margin.top, y.range()[0] ?? 0],
      width,
      room: em,
    })
  }

  /** Every day on which some curve steps, and all curves on it. */
  function table(): Table {
    const all = [...new Set(curves.flatMap((curve) => curve.map(([day]) => day)))].sort((a, b) => a - b)
    const rows = all.map((day) => [
      format.count(day),
      ...curves.flatMap((curve) => {
        const [, share = NaN, low = NaN, high = NaN] = curve.findLast(([since]) => since <= day) ?? []
        return [
          format.percent(share),
          texts.outcomes.between({ low: format.percent(low), high: format.percent(high) }),
        ]
      }),
    ])
    const head = sides.flatMap(({ letter, name }) => [
      texts.side({ letter, name }),
      texts.outcomes.band({ letter }),
    ])
    return { title, head: [texts.dayColumn, ...head], rows }
  }

  return {
    element: frame.element,
    draw,
    show(next) {
      curves = next
      draw()
    },
    summarise: frame.summarise,
  }
}
