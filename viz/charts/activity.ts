import { area, scaleLinear } from 'd3'
import { ACTIVITY_KINDS } from '../../sim/index.ts'
import type { ActivityKind, Playback } from '../../sim/index.ts'
import { NOT_LAID_OUT, layOut } from './axes.ts'
import { createFrame } from './chart.ts'
import type { Chart, ChartOptions } from './chart.ts'
import { drawLabels, labelRoom } from './labels.ts'
import type { Label } from './labels.ts'

const WINDOW = 7
const SHOWN_FROM = 0.25

/** Mean messages a day of one kind over the last 7 whole days, at each of the days 0 … days. */
export function weekly(perDay: Float64Array): Float64Array {
  const means = new Float64Array(perDay.length + 1)
  let sum = 0
  for (let day = 1; day <= perDay.length; day++) {
    sum += (perDay[day - 1] ?? 0) - (perDay[day - 1 - WINDOW] ?? 0)
    means[day] = Math.max(0, sum) / Math.min(WINDOW, day)
  }
  return means
}

/** The most messages below and above zero, so that two sides can share a scale. */
export function activityExtent(playback: Playback): readonly [number, number] {
  const { useful, ads, chatter } = weeklyOf(playback)
  let below = 0
  for (let day = 0; day <= playback.days; day++)
    below = Math.max(below, (ads[day] ?? 0) + (chatter[day] ?? 0))
  return [-below, Math.max(...useful)]
}

/** What is useful above zero; ads, and below them chatter, under it. */
export function createActivityChart(
  playback: Playback,
  options: ChartOptions & { readonly extent: readonly [number, number] },
): Chart {
  const { texts, format, when } = options
  const title = texts.charts.activity
  const frame = createFrame(
    {
      title,
      unit: texts.charts.activityUnit,
      letter: options.letter,
      table: texts.table,
      tableLabel: texts.tableOf({ title: `${options.letter} ${title}` }),
    },
    () => options.onTable(chart),
  )
  const means = weeklyOf(playback)
  const x = scaleLinear().domain([0, playback.days])
  const y = scaleLinear().domain(options.extent).nice(4)
  /** Below zero lie other messages, not fewer than none. */
  const yFormat = (value: number): string => format.short(Math.abs(value))
  let layout = NOT_LAID_OUT
  let room = 0
  let at = 0

  /** Lower and upper edge of a kind on a day. */
  function edges(kind: ActivityKind, day: number): readonly [number, number] {
    const value = means[kind][day] ?? 0
    if (kind === 'useful') return [0, value]
    const above = kind === 'chatter' ? (means.ads[day] ?? 0) : 0
    return [-above - value, -above]
  }

  function draw(): void {
    const next = layOut(frame, { x, y, yFormat }, options)
    if (!next) return
    layout = next
    room = labelRoom(Object.values(texts.activity), layout.em)
    const days = Array.from({ length: playback.days + 1 }, (_, day) => day)
    frame.plot
      .selectAll('path')
      .data(ACTIVITY_KINDS)
      .join('path')
      .attr('class', 'layer')
      .attr('d', (kind) =>
        area<number>()
          .x((day) => x(day))
          .y0((day) => y(edges(kind, day)[0]))
          .y1((day) => y(edges(kind, day)[1]))(days),
      )
      .style('fill', (kind) => `var(--message-${kind})`)
    playhead(at)
    label(Math.floor(at))
  }

  function playhead(day: number): void {
    at = day
    frame.setClip(x(day), layout.margin)
  }

  function label(day: number): void {
    const { em, margin, width } = layout
    const labels: Label[] = ACTIVITY_KINDS.filter((kind) => (means[kind][day] ?? 0) >= SHOWN_FROM).map(
      (kind) => {
        const [low, high] = edges(kind, day)
        return {
          key: kind,
          text: texts.activity[kind],
          y: y((low + high) / 2),
          colour: `var(--message-${kind})`,
        }
      },
    )
    drawLabels(frame.labels, labels, { x: x(day), em, range: [margin.top, y.range()[0] ?? 0], width, room })
  }

  function describe(day: number): string {
    const say = (kind: ActivityKind): string => format.decimal(means[kind][day] ?? 0)
    return texts.trendActivity({
      when: when(day),
      useful: say('useful'),
      ads: say('ads'),
      chatter: say('chatter'),
    })
  }

  const chart: Chart = {
    element: frame.element,
    draw,
    playhead,
    label,
    describe,
    summarise: (day) => frame.summarise(describe(day)),
    table: (day) => ({
      title: `${options.letter} ${title}`,
      head: [texts.dayColumn, ...ACTIVITY_KINDS.map((kind) => texts.activity[kind])],
      rows: Array.from({ length: day + 1 }, (_, past) => [
        format.count(past),
        ...ACTIVITY_KINDS.map((kind) => format.decimal(means[kind][past] ?? 0)),
      ]),
    }),
  }
  return chart
}

function weeklyOf({ activity }: Playback): Readonly<Record<ActivityKind, Float64Array>> {
  return { useful: weekly(activity.useful), ads: weekly(activity.ads), chatter: weekly(activity.chatter) }
}
