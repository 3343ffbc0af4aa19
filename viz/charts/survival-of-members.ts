import { stayingOf } from '../../sim/index.ts'
import type { Staying } from '../../sim/index.ts'
import { NOT_LAID_OUT, clearAxes, dayTicks, drawX, drawY, gutter, innerArea } from './axes.ts'
import type { Layout } from './axes.ts'
import { tableOf } from './chart.ts'
import type { Chart } from './chart.ts'
import { drawLabels, labelRoom } from './labels.ts'
import type { Label } from './labels.ts'
import { createPicture } from './picture.ts'
import type { MoreContext, RerunCurve } from './hooks.ts'
import { linearScale } from './scale.ts'
import { areaPath, linePath, pointsOf } from './shapes.ts'
import { daysOf } from './sides.ts'
import type { ChartSide } from './sides.ts'
import { staysOf } from './staying.ts'
import { writeNotes } from './strips.ts'
import { CHART_TEXTS } from './texts.ts'

/** Days at which the numbers at risk stand, as far as the scale goes. */
const MONTHS = [0, 30, 60, 90, 120, 180, 270, 360, 540, 720, 1080, 1440]

/** The curves have at least this height, in em; what is below them goes before that. */
const CURVES_LEAST = 5.5
/** A row of numbers at risk, in em. */
const ROW = 1.15

const STEPPED = { isStepped: true }

/** How long members stay, by days since joining: what is known at the playhead, and 20 reruns as thin lines. */
export function createSurvivalOfMembers(sides: readonly ChartSide[], { words, hooks }: MoreContext): Chart {
  const { texts, format, when, locale } = words
  const own = CHART_TEXTS[locale].survival
  const title = texts.chartRow.names.survival
  const picture = createPicture(title)
  const plot = picture.addPlot()
  const days = daysOf(sides)
  const x = linearScale([0, days])
  const y = linearScale([0, 1])
  let layout: Layout = NOT_LAID_OUT
  let countsAtRisk = true
  let at = 0

  function draw(): void {
    const room = picture.measure()
    if (!room) return
    const { em } = room
    const yFormat = format.percent
    const left = Math.max(gutter([{ y, yFormat }], em), labelRoom([own.atRisk], em) - em * 0.4)
    const all = innerArea(room, { left, right: 0 })
    const rows = em * ROW * sides.length
    countsAtRisk = all.bottom - all.top - rows >= em * CURVES_LEAST
    const area = { ...all, bottom: all.bottom - (countsAtRisk ? rows : 0) }
    layout = { room, area }
    plot.place(area)
    plot.moveTo(room.width) // what is not known yet is not reckoned with
    clearAxes(plot.axes)
    drawX(plot.axes, x, { area, em, texted: words, ticks: ticks() })
    drawY(plot.axes, { y, yFormat }, { area, em, most: 2 })
    drawReruns()
    label(Math.floor(at))
  }

  /** Months, as many of them as there is room for. */
  function ticks(): readonly number[] {
    const { area, room } = layout
    const most = Math.max(2, Math.floor((area.right - area.left) / (room.em * 2.1)))
    const months = MONTHS.filter((day) => day <= days)
    if (months.length < 3) return dayTicks(days, most)
    const keep = Math.ceil(months.length / (most + 1))
    return months.filter((_, place) => place % keep === 0)
  }

  function drawReruns(): void {
    const reruns = sides.flatMap((side) => {
      const curves = hooks.reruns?.(side.at) ?? []
      if (curves.length === 0) return []
      const { low, high } = bandOf(curves)
      return [
        {
          look: `band ${side.dash}`,
          path: areaPath(pointsOf(high, { x, y }), pointsOf(low, { x, y }), STEPPED),
        },
        ...curves.map(({ days }) => ({
          look: `thin ${side.dash}`,
          path: linePath(pointsOf(days, { x, y }), STEPPED),
        })),
      ]
    })
    plot.past
      .selectAll<SVGPathElement, { look: string; path: string }>('path.thin, path.band')
      .data(reruns)
      .join((enter) => enter.insert('path', 'path.side-line'))
      .attr('class', ({ look }) => look)
      .attr('d', ({ path }) => path)
  }

  function stayings(day: number): readonly { side: ChartSide; staying: Staying }[] {
    return sides.map((side) => ({
      side,
      staying: stayingOf(staysOf(side.playback, Math.min(day, side.playback.days))),
    }))
  }

  /** The curve is short, and drawn anew for every whole day. */
  function label(day: number): void {
    at = day
    const { area, room } = layout
    const { em } = room
    const known = stayings(day)
    plot.past
      .selectAll('path.side-line')
      .data(known)
      .join('path')
      .attr('class', ({ side }) => `side-line ${side.dash}`)
      .attr('d', ({ staying }) => linePath(pointsOf(staying.share, { x, y }), STEPPED))
    const labels = known.map(({ side, staying }): Label => {
      const { median } = staying
      const said = median === null ? own.noMedian : own.median({ days: format.count(median) })
      const text = sides.length > 1 ? `${side.letter} ${said}` : said
      const end = staying.share.at(-1) ?? 1
      return {
        key: side.letter,
        text,
        y: y(median === null ? end : 0.5),
        colour: 'var(--text)',
        strong: true,
      }
    })
    // One column of words: beside the curves where there is room, otherwise below them, where nothing is drawn.
    const longest = Math.max(...known.map(({ staying }) => staying.median ?? staying.share.length - 1))
    const wide = labelRoom(
      labels.map(({ text }) => text),
      em,
    )
    const isBeside = x(longest) + wide <= room.width
    const lowest = Math.min(...known.map(({ staying }) => staying.share.at(-1) ?? 1))
    drawLabels(plot.labels, isBeside ? labels : labels.map((each) => ({ ...each, y: area.bottom })), {
      x: isBeside ? x(longest) : area.left,
      em,
      range: [isBeside ? area.top : Math.min(y(lowest), area.bottom - em * 1.1 * labels.length), area.bottom],
      left: area.left,
      right: room.width,
    })
    drawAtRisk(countsAtRisk ? known : [])
  }

  function drawAtRisk(known: readonly { side: ChartSide; staying: Staying }[]): void {
    const { area, room } = layout
    const { em } = room
    const row = (place: number): number => area.bottom + em * 1.6 + em * ROW * (place + 0.75)
    const notes = known.flatMap(({ side, staying }, place) => [
      { text: sides.length > 1 ? side.letter : own.atRisk, x: 0, y: row(place) },
      ...ticks().map((day) => ({
        text: format.count(staying.atRisk[day] ?? 0),
        x: x(day),
        y: row(place),
        anchor: 'middle' as const,
      })),
    ])
    writeNotes(plot.labels, notes)
  }

  function describe(day: number): string {
    const said = stayings(day).map(({ side: { letter, playback }, staying: { share, atRisk, median } }) => {
      const sentence = own.trend({
        when: when(Math.min(day, playback.days)),
        members: format.count(atRisk[0] ?? 0),
        month: format.percent(share[30] ?? NaN),
        median: median === null ? own.noMedian : own.median({ days: format.count(median) }),
      })
      return sides.length > 1 ? texts.side({ letter, name: sentence }) : sentence
    })
    return said.join(words.gap)
  }

  return {
    element: picture.element,
    draw,
    playhead: (day) => void (at = day),
    label,
    describe,
    summarise: (day) => picture.summarise(describe(day)),
    table(day) {
      const known = stayings(day)
      const longest = Math.max(0, ...known.map(({ staying }) => staying.share.length - 1))
      const columns = known.flatMap(({ side, staying }) => {
        const prefix = sides.length > 1 ? `${side.letter} ` : ''
        return [
          {
            name: `${prefix}${own.still}`,
            write: format.percent,
            value: (after: number) => staying.share[after] ?? NaN,
          },
          {
            name: `${prefix}${own.atRisk}`,
            write: format.count,
            value: (after: number) => staying.atRisk[after] ?? 0,
          },
        ]
      })
      const first = { name: own.daysSince, write: format.count, value: (after: number) => after }
      return tableOf(title, [first, ...columns], longest)
    },
  }
}

/** Where 8 reruns in 10 lie, day by day: nearest rank of those that tell of that day. */
export function bandOf(curves: readonly RerunCurve[]): {
  readonly low: Float64Array
  readonly high: Float64Array
} {
  const longest = Math.max(...curves.map(({ days }) => days.length))
  const sorted = Array.from({ length: longest }, (_, day) =>
    curves.flatMap(({ days }) => (day < days.length ? [days[day] as number] : [])).sort((a, b) => a - b),
  )
  const rank = (part: number) => (shares: readonly number[]) =>
    shares[Math.max(0, Math.ceil(part * shares.length - 1e-9) - 1)] ?? NaN
  return { low: Float64Array.from(sorted, rank(0.1)), high: Float64Array.from(sorted, rank(0.9)) }
}
