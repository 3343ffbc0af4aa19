import type { SurvivalStep } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import { layOut } from './axes.ts'
import { createFigure } from './chart.ts'
import type { Table } from './chart.ts'
import { drawLabels } from './labels.ts'
import { createPicture } from './picture.ts'
import { linearScale } from './scale.ts'
import { areaPath, linePath } from './shapes.ts'

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
  const picture = createPicture(title)
  const plot = picture.addPlot()
  const figure = {
    title,
    unit: texts.outcomes.survivalUnit,
    table: texts.table,
    tableLabel: texts.tableOf({ title }),
  }
  const element = createFigure(figure, picture.element, () => onTable(table()))
  element.classList.add('survival')
  const days = Math.max(1, ...sides.map((side) => side.days))
  const x = linearScale([0, days])
  const y = linearScale([0, 1])
  let curves: readonly (readonly SurvivalStep[])[] = sides.map(() => [])

  function draw(): void {
    const layout = layOut(picture, plot, { x, y, yFormat: format.percent }, { texted: words })
    if (!layout) return
    const { area: inner, room } = layout
    plot.moveTo(room.width) // nothing of it lies in the future
    const isDashed = (at: number): boolean => at === 0 && sides.length > 1
    const edge = (curve: readonly SurvivalStep[], which: 1 | 2 | 3) =>
      curve.map((step) => [x(step[0]), y(step[which])] as const)
    const stepped = { isStepped: true }
    const band = (curve: readonly SurvivalStep[]): string => areaPath(edge(curve, 3), edge(curve, 2), stepped)
    const step = (curve: readonly SurvivalStep[]): string => linePath(edge(curve, 1), stepped)
    const look = (name: string, at: number): string => (isDashed(at) ? `${name} dashed` : name)
    const paths = [
      ...curves.map((curve, at) => ({ look: look('band', at), path: band(curve) })),
      ...curves.map((curve, at) => ({ look: look('cash', at), path: step(curve) })),
    ]
    plot.past
      .selectAll('path')
      .data(paths)
      .join('path')
      .attr('class', (each) => each.look)
      .attr('d', (each) => each.path)
    const labels = sides.flatMap(({ letter, days: own }, at) => {
      const [, share] = curves[at]?.at(-1) ?? []
      return share === undefined || own < days
        ? []
        : [{ key: letter, text: letter, y: y(share), colour: 'var(--text)', strong: true }]
    })
    drawLabels(plot.labels, labels, {
      x: x(days),
      em: room.em,
      range: [inner.top, inner.bottom],
      left: inner.left,
      right: room.width,
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
    element,
    draw,
    show(next) {
      curves = next
      draw()
    },
    summarise: picture.summarise,
  }
}
