import type { Playback } from '../../sim/index.ts'
import { NOT_LAID_OUT, clearAxes, drawX, drawY, gutter, innerArea } from './axes.ts'
import type { Layout } from './axes.ts'
import { tableOf } from './chart.ts'
import type { Chart, ChartContext } from './chart.ts'
import { drawLabels } from './labels.ts'
import { createPicture } from './picture.ts'
import type { Area } from './picture.ts'
import { linearScale } from './scale.ts'
import { linePath, pointsOf } from './shapes.ts'
import { daysOf } from './sides.ts'
import type { ChartSide } from './sides.ts'
import { barsPath, stripAreas, titlePlace, writeNotes } from './strips.ts'
import { CHART_TEXTS } from './texts.ts'

/** Share of the height that the bars of one, two, three and four sides take. */
const BARS = [0.46, 0.54, 0.62, 0.66] as const

/** What came in on each day, net of refunds: one number less than days of the series. */
export function revenueByDay({ series: { revenue } }: Playback): Float64Array {
  return Float64Array.from({ length: Math.max(0, revenue.length - 1) }, (_, day) => {
    return (revenue[day + 1] ?? NaN) - (revenue[day] ?? NaN)
  })
}

/** Revenue of each day as bars, a strip a side, and below them the owner's cash as lines: two pictures, two scales. */
export function createIncomeChart(sides: readonly ChartSide[], { words }: ChartContext): Chart {
  const { texts, format, when, locale } = words
  const own = CHART_TEXTS[locale].income
  const title = texts.chartRow.names.income
  const picture = createPicture(title)
  const plot = picture.addPlot()
  const revenues = sides.map(({ playback }) => revenueByDay(playback))
  const bars = revenues.flatMap((values) => [...values].filter(Number.isFinite))
  const cash = sides.flatMap(({ playback }) => [...playback.series.ownerNet].filter(Number.isFinite))
  const x = linearScale([0, daysOf(sides)])
  const yBars = linearScale([Math.min(0, ...bars), Math.max(1, ...bars)]).nice(2)
  const y = linearScale([Math.min(0, ...cash), Math.max(1, ...cash)]).nice(3)
  let layout: Layout = NOT_LAID_OUT
  let strips: readonly Area[] = []
  let at = 0

  function draw(): void {
    const room = picture.measure()
    if (!room) return
    const { em } = room
    const yFormat = format.shortMoney
    const left = gutter(
      [
        { y, yFormat },
        { y: yBars, yFormat },
      ],
      em,
    )
    const all = innerArea(room, { left, right: 0 })
    const cut = all.top + (all.bottom - all.top) * (BARS[sides.length - 1] ?? 0.66)
    strips = stripAreas({ ...all, bottom: cut }, { count: sides.length, gap: em * 0.3 })
    const area = { ...all, top: cut + em * 0.55 }
    layout = { room, area }
    plot.place(all)
    clearAxes(plot.axes)
    drawX(plot.axes, x, { area: all, em, texted: words })
    for (const strip of strips) drawY(plot.axes, { y: yBars, yFormat }, { area: strip, em, isStrip: true })
    drawY(
      plot.axes,
      { y, yFormat },
      { area, em, most: Math.max(1, Math.floor((area.bottom - area.top) / (em * 1.6))) },
    )
    const barPaths = revenues.map((values, place) => {
      const { top, bottom } = strips[place] ?? area
      return { look: 'income-bars', path: barsPath(values, { x, y: yBars.copy().range([bottom, top]) }) }
    })
    const cashPaths = sides.map(({ playback, dash }) => ({
      look: `side-line ${dash}`,
      path: linePath(pointsOf(playback.series.ownerNet, { x, y })),
    }))
    plot.past
      .selectAll('path')
      .data([...barPaths, ...cashPaths])
      .join('path')
      .attr('class', ({ look }) => look)
      .attr('d', ({ path }) => path)
    playhead(at)
    label(Math.floor(at))
  }

  /** What each panel shows, in a corner that is free. */
  function writeTitles(day: number): void {
    const { area, room } = layout
    const place = titlePlace(area, x(day), room.em)
    const under = (top: number): number => top + room.em * 0.55
    const named = sides.map(({ letter }, at) => {
      const said = sides.length === 1 ? own.bars : at === 0 ? `${letter} ${own.bars}` : letter
      return { text: said, y: under(strips[at]?.top ?? 0), ...place }
    })
    writeNotes(plot.titles, [...named, { text: own.cash, y: under(area.top), ...place }])
  }

  function playhead(day: number): void {
    at = day
    plot.moveTo(x(day))
  }

  function cashOn({ playback }: ChartSide, day: number): number {
    return playback.series.ownerNet[Math.min(day, playback.days)] ?? NaN
  }

  function label(day: number): void {
    const { area, room } = layout
    writeTitles(day)
    const texted = (side: ChartSide): string => {
      const money = format.money(cashOn(side, day))
      return sides.length > 1 ? `${side.letter} ${money}` : money
    }
    const labels = sides
      .filter((side) => Number.isFinite(cashOn(side, day)))
      .map((side) => ({
        key: side.letter,
        text: texted(side),
        y: y(cashOn(side, day)),
        colour: 'var(--text)',
        strong: true,
      }))
    drawLabels(plot.labels, labels, {
      x: x(day),
      em: room.em,
      range: [area.top + room.em, area.bottom + room.em * 0.5],
      left: area.left,
      right: room.width,
    })
  }

  function describe(day: number): string {
    const said = sides.map((side, place) => {
      const its = Math.min(day, side.playback.days)
      const sentence = own.trend({
        when: when(its),
        today: format.money(its === 0 ? 0 : (revenues[place]?.[its - 1] ?? NaN)),
        cash: format.money(cashOn(side, day)),
      })
      return sides.length > 1 ? texts.side({ letter: side.letter, name: sentence }) : sentence
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
      const columns = sides.flatMap(({ letter, playback }, place) => {
        const prefix = sides.length > 1 ? `${letter} ` : ''
        const column = (name: string, value: (past: number) => number) => ({
          name: `${prefix}${name}`,
          write: format.money,
          value,
        })
        return [
          column(own.bars, (past) => (past === 0 ? NaN : (revenues[place]?.[past - 1] ?? NaN))),
          column(own.cash, (past) => playback.series.ownerNet[past] ?? NaN),
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
