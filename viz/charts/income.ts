import type { Playback } from '../../sim/index.ts'
import { NOT_LAID_OUT, clearAxes, drawX, drawY, gutter, innerArea } from './axes.ts'
import type { Layout } from './axes.ts'
import { tableOf } from './chart.ts'
import type { Chart, ChartContext } from './chart.ts'
import { drawLabels } from './labels.ts'
import { drawMeetings } from './meetings.ts'
import { createPicture } from './picture.ts'
import type { Area } from './picture.ts'
import { linearScale } from './scale.ts'
import { linePath, pointsOf } from './shapes.ts'
import { daysOf, ownSides } from './sides.ts'
import type { ChartSide } from './sides.ts'
import { barsPath, titlePlace, writeNotes } from './strips.ts'
import { CHART_TEXTS } from './texts.ts'

/** Share of the height that the bars take. */
const BARS = 0.46

/** What came in on each day, net of refunds: one number less than days of the series. */
export function revenueByDay({ series: { revenue } }: Playback): Float64Array {
  return Float64Array.from({ length: Math.max(0, revenue.length - 1) }, (_, day) => {
    return (revenue[day + 1] ?? NaN) - (revenue[day] ?? NaN)
  })
}

/**
 * The owner's cash as lines; of one side, above them the revenue of each day as bars: two pictures, two scales. Bars of
 * several sides would leave none of them room to be read, and what they add up to is what is compared.
 */
export function createIncomeChart(sides: readonly ChartSide[], { words }: ChartContext): Chart {
  const { texts, format, when, locale } = words
  const texted = CHART_TEXTS[locale].income
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
  const own = ownSides(sides)
  const alone = sides.length === 1 ? sides[0] : undefined
  let strip: Area | null = null
  let at = 0

  function draw(): void {
    const room = picture.measure()
    if (!room) return
    const { em } = room
    const yFormat = format.shortMoney
    const left = gutter([{ y, yFormat }, ...(alone ? [{ y: yBars, yFormat }] : [])], em)
    const all = innerArea(room, { left, right: 0 })
    const cut = all.top + (all.bottom - all.top) * BARS
    strip = alone ? { ...all, top: all.top + em * 0.3, bottom: cut } : null
    // Above the lines, a line of its own for what they are.
    const area = { ...all, top: alone ? cut + em * 0.55 : all.top + em * 0.9 }
    layout = { room, area }
    plot.place(alone ? all : area)
    clearAxes(plot.axes)
    drawX(plot.axes, x, { area: all, em, texted: words })
    if (strip) drawY(plot.axes, { y: yBars, yFormat }, { area: strip, em, isStrip: true })
    drawY(
      plot.axes,
      { y, yFormat },
      { area, em, most: Math.max(1, Math.floor((area.bottom - area.top) / (em * 1.6))) },
    )
    const barPaths =
      strip && alone ? [{ look: 'income-bars', path: barsPath(revenueOf(alone), { x, y: yBars }) }] : []
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
    const [first, ...others] = own
    if (first && others.length === 0)
      drawMeetings(plot.past, first.playback, { x, area: alone ? all : area, em })
    playhead(at)
    label(Math.floor(at))
  }

  function revenueOf(side: ChartSide): Float64Array {
    return revenues[sides.indexOf(side)] ?? new Float64Array()
  }

  /** What each panel shows, in a corner that is free. */
  function writeTitles(day: number): void {
    const { area, room } = layout
    const place = titlePlace(area, x(day), room.em)
    const under = (top: number): number => top + room.em * 0.55
    if (strip)
      return writeNotes(plot.titles, [
        { text: texted.bars, y: under(strip.top), ...place },
        { text: texted.cash, y: under(area.top), ...place },
      ])
    writeNotes(plot.titles, [{ text: texted.cash, x: area.left, y: area.top - room.em * 0.55 }])
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
    const said = (side: ChartSide): string => {
      const money = format.money(cashOn(side, day))
      return sides.length > 1 ? `${side.letter} ${money}` : money
    }
    const labels = sides
      .filter((side) => Number.isFinite(cashOn(side, day)))
      .map((side) => ({
        key: side.letter,
        text: said(side),
        y: y(cashOn(side, day)),
        colour: 'var(--text)',
        strong: true,
      }))
    drawLabels(plot.labels, labels, {
      x: x(day),
      em: room.em,
      range: [area.top + (alone ? room.em : 0), area.bottom],
      left: area.left,
      right: room.width,
    })
  }

  function describe(day: number): string {
    const said = sides.map((side, place) => {
      const its = Math.min(day, side.playback.days)
      const sentence = texted.trend({
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
          column(texted.bars, (past) => (past === 0 ? NaN : (revenues[place]?.[past - 1] ?? NaN))),
          column(texted.cash, (past) => playback.series.ownerNet[past] ?? NaN),
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
