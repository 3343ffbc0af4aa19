import { NOT_LAID_OUT, clearAxes, drawX, drawY, gutter, innerArea } from './axes.ts'
import type { Layout } from './axes.ts'
import { tableOf } from './chart.ts'
import type { Chart, ChartContext } from './chart.ts'
import { drawLabels } from './labels.ts'
import { levelSpread } from './level-spread.ts'
import { drawMeetings } from './meetings.ts'
import { createPicture } from './picture.ts'
import type { Area } from './picture.ts'
import { linearScale } from './scale.ts'
import { daysOf, ownSides } from './sides.ts'
import type { ChartSide } from './sides.ts'
import { drawSpreads, spreadLabels } from './spreads.ts'
import { barsPath, titlePlace, writeNotes } from './strips.ts'
import { CHART_TEXTS } from './texts.ts'

/** The smallest top of the scale: below it, the line of double risk would lie on the axis. */
const LEAST_TOP = 0.05

/**
 * Ad fatigue of the members present and the level at which it doubles the risk of muting; of one side, below it the ads of
 * each day.
 */
export function createFatigueChart(sides: readonly ChartSide[], { words }: ChartContext): Chart {
  const { texts, format, when, locale } = words
  const own = CHART_TEXTS[locale].fatigue
  const title = texts.chartRow.names.fatigue
  const picture = createPicture(title)
  const plot = picture.addPlot()
  const spreads = sides.map((side) => ({ side, spread: levelSpread(side.playback, 'fatigue') }))
  const doubling = [...new Set(sides.map(({ playback }) => playback.doublingFatigue))].filter(Number.isFinite)
  const tops = spreads.flatMap(({ spread }) => [...spread.high].filter(Number.isFinite))
  const x = linearScale([0, daysOf(sides)])
  const y = linearScale([
    0,
    Math.min(1, Math.max(LEAST_TOP, ...tops, ...doubling.map((level) => level * 1.5))),
  ]).nice(4)
  const doses = linearScale([0, Math.max(1, ...sides.flatMap(({ playback }) => [...playback.activity.ads]))])
  let layout: Layout = NOT_LAID_OUT
  const sole = ownSides(sides).length === 1 ? ownSides(sides)[0] : undefined
  let strip: Area | null = null
  let at = 0

  function draw(): void {
    const room = picture.measure()
    if (!room) return
    const { em } = room
    const yFormat = fine
    const left = gutter([{ y, yFormat }, ...(sole ? [{ y: doses, yFormat: format.short }] : [])], em)
    const all = innerArea(room, { left, right: 0 })
    // Above, a line for what the dotted one is. The number at the top of the strip keeps clear of the zero above it.
    const top = all.top + em * 0.9
    const area = { ...all, top, bottom: sole ? all.bottom - em * 2.2 : all.bottom }
    strip = sole ? { ...all, top: area.bottom + em * 1.05 } : null
    layout = { room, area }
    plot.place({ ...all, top })
    clearAxes(plot.axes)
    drawX(plot.axes, x, { area: all, em, texted: words })
    if (strip) drawY(plot.axes, { y: doses, yFormat: format.short }, { area: strip, em, isStrip: true })
    drawY(
      plot.axes,
      { y, yFormat },
      { area, em, most: Math.max(1, Math.floor((area.bottom - area.top) / (em * 1.8))) },
    )
    plot.axes
      .selectAll('line.doubling')
      .data(doubling)
      .join('line')
      .attr('class', 'doubling')
      .attr('x1', area.left)
      .attr('x2', area.right)
      .attr('y1', (level) => y(level))
      .attr('y2', (level) => y(level))
    drawDoses()
    drawSpreads(linesOf(), spreads, { x, y })
    if (sole) drawMeetings(plot.past, sole.playback, { x, area: { ...all, top }, em })
    playhead(at)
    label(Math.floor(at))
  }

  function linesOf() {
    const group = plot.past
      .selectAll<SVGGElement, string>('g.lines')
      .data(['lines'])
      .join('g')
      .attr('class', 'lines')
    return group as unknown as typeof plot.past
  }

  function drawDoses(): void {
    plot.past
      .selectAll<SVGPathElement, ChartSide>('path.dose')
      .data(sole ? [sole] : [])
      .join((enter) => enter.insert('path', ':first-child'))
      .attr('class', 'dose')
      .attr('d', ({ playback }) => barsPath(playback.activity.ads, { x, y: doses }))
  }

  function playhead(day: number): void {
    at = day
    plot.moveTo(x(day))
  }

  function label(day: number): void {
    const { area, room } = layout
    const { em } = room
    const say = ({ letter }: ChartSide, median: number): string =>
      `${sides.length > 1 ? letter : own.median} ${fine(median)}`
    drawLabels(plot.labels, spreadLabels(spreads, day, { y, say }), {
      x: x(day),
      em,
      range: [area.top, area.bottom],
      left: area.left,
      right: room.width,
    })
    const dose = strip ? [{ text: own.dose, y: strip.top - em * 0.14, ...titlePlace(area, x(day), em) }] : []
    const double = doubling.map((level) => ({
      text: `┄ ${own.doubling({ level: fine(level) })}`,
      x: area.left,
      y: area.top - em * 0.55,
    }))
    writeNotes(plot.titles, [...dose, ...double.slice(0, 1)])
  }

  /** Fatigue is often a few in 100: a place after the point where whole numbers would all be one. */
  function fine(share: number): string {
    const isWhole = Math.abs(share * 100 - Math.round(share * 100)) < 1e-6
    return share < 0.1 && !isWhole ? `${format.decimal(share * 100)}%` : format.percent(share)
  }

  function describe(day: number): string {
    const said = spreads.map(({ side: { letter, playback }, spread }) => {
      const its = Math.min(day, playback.days)
      const sentence = own.trend({
        when: when(its),
        median: fine(spread.median[its] ?? NaN),
        low: fine(spread.low[its] ?? NaN),
        high: fine(spread.high[its] ?? NaN),
        ads: format.count(its === 0 ? 0 : (playback.activity.ads[its - 1] ?? 0)),
        level: fine(playback.doublingFatigue),
      })
      return sides.length > 1 ? texts.side({ letter, name: sentence }) : sentence
    })
    return said.join(words.gap)
  }

  return {
    element: picture.element,
    draw,
    playhead,
    label,
    describe,
    summarise: (day) => picture.summarise(describe(day)),
    table(day) {
      const columns = spreads.flatMap(({ side: { letter, playback }, spread }) => {
        const prefix = sides.length > 1 ? `${letter} ` : ''
        const column = (name: string, values: Float64Array) => ({
          name: `${prefix}${name}`,
          write: fine,
          value: (past: number) => values[past] ?? NaN,
        })
        return [
          column(own.median, spread.median),
          column('10%', spread.low),
          column('90%', spread.high),
          {
            name: `${prefix}${own.dose}`,
            write: format.count,
            value: (past: number) => (past === 0 ? NaN : (playback.activity.ads[past - 1] ?? NaN)),
          },
        ]
      })
      return tableOf(
        title,
        [{ name: texts.dayColumn, write: format.count, value: (past) => past }, ...columns],
        day,
      )
    },
  }
}
