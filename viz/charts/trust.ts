import { h } from '../dom.ts'
import { NOT_LAID_OUT, layOut } from './axes.ts'
import { tableOf } from './chart.ts'
import type { Chart, ChartContext } from './chart.ts'
import { drawLabels } from './labels.ts'
import { levelHistogram, levelSpread } from './level-spread.ts'
import { drawMeetings } from './meetings.ts'
import { createPicture } from './picture.ts'
import { linearScale } from './scale.ts'
import { daysOf, ownSides } from './sides.ts'
import type { ChartSide } from './sides.ts'
import { drawSpreads, spreadLabels } from './spreads.ts'
import type { SideSpread } from './spreads.ts'
import { CHART_TEXTS } from './texts.ts'

/** Which of the two scores is looked at; the same in every tile, and kept when the page is built anew. */
type Score = 'trust' | 'value'
const SCORES: readonly Score[] = ['trust', 'value']
let chosen: Score = 'trust'

const BINS = 12
/** Width of the histogram, in em. */
const STRIP = 2.8
/** The outlines of more than two cannot be told apart. */
const MOST_HISTOGRAMS = 2

/** Trust or interest of the members present: the median, 80 in 100 of them around it, and all of them at the playhead. */
export function createTrustChart(sides: readonly ChartSide[], { words }: ChartContext): Chart {
  const { texts, format, when, locale } = words
  const own = CHART_TEXTS[locale].trust
  const title = texts.chartRow.names.trust
  const picture = createPicture(title)
  const plot = picture.addPlot()
  const x = linearScale([0, daysOf(sides)])
  const y = linearScale([0, 1])
  const buttons = SCORES.map((score) =>
    h(
      'button',
      { type: 'button', 'aria-pressed': String(score === chosen), onclick: () => choose(score) },
      own[score],
    ),
  )
  const tools = h('div', { class: 'switch', role: 'group', 'aria-label': own.which }, ...buttons)
  let layout = NOT_LAID_OUT
  let at = 0

  function choose(score: Score): void {
    chosen = score
    SCORES.forEach((each, place) => buttons[place]?.setAttribute('aria-pressed', String(each === score)))
    draw()
    summarise(Math.floor(at))
  }

  function spreads(): readonly SideSpread[] {
    return sides.map((side) => ({ side, spread: levelSpread(side.playback, chosen) }))
  }

  function draw(): void {
    const strip = sides.length > MOST_HISTOGRAMS ? 0 : (picture.measure()?.em ?? 0) * (STRIP + 0.6)
    const next = layOut(picture, plot, { x, y, yFormat: format.percent }, { texted: words, right: strip })
    if (!next) return
    layout = next
    drawSpreads(plot.past, spreads(), { x, y })
    const [first, ...rest] = ownSides(sides)
    if (first && rest.length === 0)
      drawMeetings(plot.past, first.playback, { x, area: layout.area, em: layout.room.em })
    playhead(at)
    label(Math.floor(at))
  }

  function playhead(day: number): void {
    at = day
    plot.moveTo(x(day))
  }

  function label(day: number): void {
    const { area, room } = layout
    const say = ({ letter }: ChartSide, median: number): string =>
      `${sides.length > 1 ? letter : own.median} ${format.percent(median)}`
    drawLabels(plot.labels, spreadLabels(spreads(), day, { y, say }), {
      x: x(day),
      em: room.em,
      range: [area.top, area.bottom],
      left: area.left,
      right: area.right + room.em * 0.4,
    })
    drawHistogram(day)
  }

  /** All members at the playhead, from left to right as many as there are, beside the scale they share. */
  function drawHistogram(day: number): void {
    if (sides.length > MOST_HISTOGRAMS) return
    const { area, room } = layout
    const from = area.right + room.em * 0.6
    const histograms = sides.map(({ playback }) =>
      levelHistogram(playback, chosen, { day: Math.min(day, playback.days), bins: BINS, top: 1 }),
    )
    const most = Math.max(1, ...histograms.flatMap((bins) => [...bins]))
    const step = (area.bottom - area.top) / BINS
    const outline = (bins: Uint32Array): string => {
      const parts = [...bins].map((count, bin) => {
        const to = from + (count / most) * room.em * STRIP
        return `H${to.toFixed(1)}V${(area.bottom - (bin + 1) * step).toFixed(1)}`
      })
      return `M${from.toFixed(1)} ${area.bottom.toFixed(1)}${parts.join('')}H${from.toFixed(1)}Z`
    }
    plot.labels
      .selectAll('path')
      .data(sides)
      .join('path')
      .attr('class', ({ dash }) => `histogram ${dash}`)
      .attr('d', (_, place) => outline(histograms[place] ?? new Uint32Array(BINS)))
  }

  function describe(day: number): string {
    const said = spreads().map(({ side: { letter, playback }, spread }) => {
      const its = Math.min(day, playback.days)
      const sentence = own.trend({
        when: when(its),
        score: own[chosen],
        median: format.percent(spread.median[its] ?? NaN),
        low: format.percent(spread.low[its] ?? NaN),
        high: format.percent(spread.high[its] ?? NaN),
      })
      return sides.length > 1 ? texts.side({ letter, name: sentence }) : sentence
    })
    return said.join(words.gap)
  }

  function summarise(day: number): void {
    picture.summarise(describe(day))
  }

  return {
    element: picture.element,
    tools,
    draw,
    playhead,
    label,
    describe,
    summarise,
    table(day) {
      const columns = SCORES.flatMap((score) =>
        sides.flatMap(({ letter, playback }) => {
          const spread = levelSpread(playback, score)
          const prefix = sides.length > 1 ? `${letter} ${own[score]}` : own[score]
          const column = (name: string, values: Float64Array) => ({
            name: `${prefix} ${name}`,
            write: format.percent,
            value: (past: number) => values[past] ?? NaN,
          })
          return [column(own.median, spread.median), column('10%', spread.low), column('90%', spread.high)]
        }),
      )
      return tableOf(
        title,
        [{ name: texts.dayColumn, write: format.count, value: (past) => past }, ...columns],
        day,
      )
    },
  }
}
