import type { ActivityKind, Playback } from '../../sim/index.ts'
import { tableOf } from './chart.ts'
import type { Chart, ChartContext } from './chart.ts'
import { createKey } from './key.ts'
import { drawLabels } from './labels.ts'
import type { Label } from './labels.ts'
import { drawMeetings } from './meetings.ts'
import { createPanes, isWordy, layOutPanes, writeHead } from './panes.ts'
import type { Pane } from './panes.ts'
import { createPicture } from './picture.ts'
import { linearScale } from './scale.ts'
import { areaPath, linePath, pointsOf } from './shapes.ts'
import { daysOf, ownSides, shared } from './sides.ts'
import type { ChartSide } from './sides.ts'

/** What is written and sent, in the order in which it lies: what is useful above zero, the rest from zero down. */
const WRITTEN = ['useful', 'ads', 'packets', 'chatter'] as const satisfies readonly ActivityKind[]
type Written = (typeof WRITTEN)[number]
type Means = Readonly<Record<Written, Float64Array>>

const WINDOW = 7
const SHOWN_FROM = 0.25

/** Mean number a day of one kind over the last 7 whole days, at each of the days 0 … days. */
export function weekly(perDay: Float64Array): Float64Array {
  const means = new Float64Array(perDay.length + 1)
  let sum = 0
  for (let day = 1; day <= perDay.length; day++) {
    sum += (perDay[day - 1] ?? 0) - (perDay[day - 1 - WINDOW] ?? 0)
    means[day] = Math.max(0, sum) / Math.min(WINDOW, day)
  }
  return means
}

/** Share of what is useful in all that was written over the last 7 whole days; NaN where nothing was. */
export function usefulShare(means: Means, day: number): number {
  const all = WRITTEN.reduce((sum, kind) => sum + (means[kind][day] ?? 0), 0)
  return (means.useful[day] ?? 0) / all
}

/** What is useful above zero; ads, red packets and chatter below it; a pane a side. */
export function createActivityChart(sides: readonly ChartSide[], { words }: ChartContext): Chart {
  const { texts, format, when } = words
  const title = texts.chartRow.names.activity
  const names: Readonly<Record<Written, string>> = { ...texts.activity, packets: texts.chartRow.packets }
  const means = new Map(sides.map((side) => [side, weeklyOf(side.playback)]))
  const own = ownSides(sides)
  const ghost = sides.find(({ isGhost }) => isGhost)
  const picture = createPicture(title)
  const y = linearScale(shared(sides.map((side) => extentOf(meansOf(side), side.playback.days)))).nice(4)
  const panes = createPanes(picture, own, { days: daysOf(sides), y })
  /** Below zero lie other messages, not fewer than none. */
  const yFormat = (value: number): string => format.short(Math.abs(value))
  let em = 16
  let at = 0

  function meansOf(side: ChartSide): Means {
    return means.get(side) ?? weeklyOf(side.playback)
  }

  function draw(): void {
    const room = layOutPanes(picture, panes, yFormat, words)
    if (!room) return
    em = room.em
    for (const pane of panes) {
      const layers = WRITTEN.map((kind) => ({
        look: 'layer',
        path: pathOf(pane, pane.side, kind),
        fill: `var(--message-${kind})`,
      }))
      const line = ghost ? linePath(pointsOf(meansOf(ghost).useful, pane)) : ''
      const outlines = ghost
        ? ['ghost-halo', 'ghost'].map((look) => ({ look, path: line, fill: 'none' }))
        : []
      pane.plot.past
        .selectAll('path')
        .data([...layers, ...outlines])
        .join('path')
        .attr('class', ({ look }) => look)
        .attr('d', ({ path }) => path)
        .style('fill', ({ fill }) => fill)
      drawMeetings(pane.plot.past, pane.side.playback, { x: pane.x, area: pane.area, em })
    }
    playhead(at)
    label(Math.floor(at))
  }

  function pathOf(pane: Pane, side: ChartSide, kind: Written): string {
    const all = Array.from(meansOf(side)[kind], (_, day) => edges(meansOf(side), kind, day))
    const line = (edge: 0 | 1) =>
      pointsOf(
        Float64Array.from(all, (each) => each[edge]),
        pane,
      )
    return areaPath(line(1), line(0))
  }

  function playhead(day: number): void {
    at = day
    for (const { plot, x } of panes) plot.moveTo(x(day))
  }

  function label(day: number): void {
    for (const pane of panes) {
      const { plot, x, area } = pane
      const range = [area.top, area.bottom] as const
      if (panes.length > 1) writeHead(pane, em, headOf(pane.side, day))
      drawLabels(plot.labels, panes.length === 1 || isWordy(pane, em) ? labelsOf(pane, day) : [], {
        x: x(day),
        em,
        range,
        left: area.left,
        right: area.right + em,
      })
    }
  }

  /** The share of what is useful, with its name where there is room. */
  function headOf(side: ChartSide, day: number): readonly string[] {
    const share = usefulShare(meansOf(side), Math.min(day, side.playback.days))
    if (!Number.isFinite(share)) return []
    const said = format.percent(share)
    return [`${names.useful} ${said}`, said]
  }

  function labelsOf({ side, y }: Pane, day: number): Label[] {
    const its = meansOf(side)
    const then = Math.min(day, side.playback.days)
    const share = usefulShare(its, then)
    return WRITTEN.filter(
      (kind) => (its[kind][then] ?? 0) >= SHOWN_FROM || (kind === 'useful' && share >= 0),
    ).map((kind) => {
      const [low, high] = edges(its, kind, then)
      const isUseful = kind === 'useful'
      // Of several panes, the line above each has the share.
      const isSharing = isUseful && own.length === 1
      return {
        key: kind,
        text: isSharing ? `${names.useful} ${format.percent(share)}` : names[kind],
        y: y((low + high) / 2),
        colour: `var(--message-${kind})`,
        strong: isUseful,
        weight: high - low,
        ...(isSharing && { short: format.percent(share) }),
      }
    })
  }

  function describe(day: number): string {
    const said = sides.map((side) => {
      const then = Math.min(day, side.playback.days)
      const say = (kind: Written): string => format.decimal(meansOf(side)[kind][then] ?? 0)
      const sentence = texts.chartRow.trendActivity({
        when: when(then),
        useful: say('useful'),
        ads: say('ads'),
        packets: say('packets'),
        chatter: say('chatter'),
        share: format.percent(usefulShare(meansOf(side), then)),
      })
      return sides.length > 1 ? texts.side({ letter: side.letter, name: sentence }) : sentence
    })
    return said.join(words.gap)
  }

  return {
    element: picture.element,
    ...(own.length > 2 && {
      tools: createKey(WRITTEN.map((kind) => ({ name: names[kind], colour: `var(--message-${kind})` }))),
    }),
    draw,
    playhead,
    label,
    describe,
    summarise: (day) => picture.summarise(describe(day)),
    table(day) {
      const columns = own.flatMap((side) => {
        const prefix = own.length > 1 ? `${side.letter} ` : ''
        return WRITTEN.map((kind) => ({
          name: `${prefix}${names[kind]}`,
          write: format.decimal,
          value: (past: number) => meansOf(side)[kind][past] ?? NaN,
        }))
      })
      return tableOf(
        title,
        [{ name: texts.dayColumn, write: format.count, value: (past) => past }, ...columns],
        day,
      )
    },
  }
}

/** Lower and upper edge of a kind on a day. */
function edges(means: Means, kind: Written, day: number): readonly [low: number, high: number] {
  const value = means[kind][day] ?? 0
  if (kind === 'useful') return [0, value]
  let above = 0
  for (const other of WRITTEN.slice(1)) {
    if (other === kind) break
    above += means[other][day] ?? 0
  }
  return [-above - value, -above]
}

/** The most above and below zero. */
function extentOf(means: Means, days: number): readonly [number, number] {
  let below = 0
  for (let day = 0; day <= days; day++) below = Math.min(below, edges(means, 'chatter', day)[0])
  return [below, Math.max(...means.useful)]
}

function weeklyOf({ activity }: Playback): Means {
  return {
    useful: weekly(activity.useful),
    ads: weekly(activity.ads),
    packets: weekly(activity.packets),
    chatter: weekly(activity.chatter),
  }
}
