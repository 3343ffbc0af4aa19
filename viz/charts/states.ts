import { area, scaleLinear } from 'd3'
import type { Playback, SeatState } from '../../sim/index.ts'
import { countOf, countsSeen } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { NOT_LAID_OUT, layOut } from './axes.ts'
import { createFrame } from './chart.ts'
import type { Chart, ChartOptions } from './chart.ts'
import { drawLabels, labelRoom } from './labels.ts'
import type { Label } from './labels.ts'

/** Layers from the bottom up: those who gave something first, those who are only counted last. */
const LAYERS = ['buyer', 'fan', 'active', 'newcomer', 'lurker', 'muted', 'zombie'] as const
/** A layer thinner than this share of the scale is not labelled. */
const THIN = 0.035

/** The most people above and below zero, so that two sides can share a scale. */
export function statesExtent(playback: Playback): readonly [number, number] {
  let most = 0
  let gone = 0
  for (let day = 0; day <= playback.days; day++) {
    const left = goneBy(playback.stateCounts, day)
    gone = Math.max(gone, left)
    const free = countOf(playback.stateCounts, day, 'empty')
    most = Math.max(most, playback.seats - left - free)
  }
  return [-gone, most]
}

/** Stacked area of the states of all members; those who left are mirrored below zero. */
export function createStatesChart(
  playback: Playback,
  options: ChartOptions & { readonly extent: readonly [number, number]; readonly view: () => View },
): Chart {
  const { texts, format, when } = options
  const title = texts.charts.states
  const frame = createFrame(
    {
      title,
      unit: texts.charts.statesUnit,
      letter: options.letter,
      table: texts.table,
      tableLabel: texts.tableOf({ title: `${options.letter} ${title}` }),
    },
    () => options.onTable(chart),
  )
  const x = scaleLinear().domain([0, playback.days])
  const y = scaleLinear().domain(options.extent).nice(4)
  /** Below zero lie those who left, not fewer than nobody. */
  const yFormat = (value: number): string => format.short(Math.abs(value))
  let layout = NOT_LAID_OUT
  let room = 0
  let at = 0

  function draw(): void {
    const next = layOut(frame, { x, y, yFormat }, options)
    if (!next) return
    layout = next
    const words = [...LAYERS, 'gone' as const].map((state) => texts.states[state])
    room = labelRoom(words, layout.em)
    frame.plot
      .selectAll('path')
      .data(paths())
      .join('path')
      .attr('class', 'layer')
      .attr('d', ({ path }) => path)
      .style('fill', ({ state }) => fillOf(state))
    playhead(at)
    label(Math.floor(at))
  }

  function paths(): { state: SeatState; path: string }[] {
    const counts = countsSeen(playback, options.view())
    const days = Array.from({ length: playback.days + 1 }, (_, day) => day)
    const base = new Float64Array(days.length)
    const layers = LAYERS.map((state) => {
      const shape = area<number>()
        .x((day) => x(day))
        .y0((day) => y(base[day] ?? 0))
        .y1((day) => y((base[day] ?? 0) + countOf(counts, day, state)))
      const path = shape(days) ?? ''
      for (const day of days) base[day] = (base[day] ?? 0) + countOf(counts, day, state)
      return { state, path }
    })
    const below = area<number>()
      .x((day) => x(day))
      .y0(y(0))
      .y1((day) => y(-goneBy(counts, day)))
    return [...layers, { state: 'leaving', path: below(days) ?? '' }]
  }

  function playhead(day: number): void {
    at = day
    frame.setClip(x(day), layout.margin)
  }

  function label(day: number): void {
    const { em, margin, width } = layout
    const counts = countsSeen(playback, options.view())
    const [low = 0, high = 0] = y.domain()
    const thin = (high - low) * THIN
    const labels: Label[] = []
    let base = 0
    for (const state of LAYERS) {
      const count = countOf(counts, day, state)
      if (count > thin)
        labels.push({
          key: state,
          text: texts.states[state],
          y: y(base + count / 2),
          colour: `var(--state-${state})`,
        })
      base += count
    }
    const gone = goneBy(counts, day)
    if (gone > thin)
      labels.push({ key: 'gone', text: texts.states.gone, y: y(-gone / 2), colour: 'var(--state-leaving)' })
    const range = [margin.top, y.range()[0] ?? 0] as const
    drawLabels(frame.labels, labels, { x: x(day), em, range, width, room })
  }

  function describe(day: number): string {
    const counts = playback.stateCounts
    let most = 0
    for (let past = 0; past <= day; past++) most = Math.max(most, playback.series.members[past] ?? 0)
    return texts.trendStates({
      when: when(day),
      members: format.count(playback.series.members[day] ?? 0),
      most: format.count(most),
      gone: format.count(goneBy(counts, day)),
    })
  }

  const chart: Chart = {
    element: frame.element,
    draw,
    playhead,
    label,
    describe,
    summarise: (day) => frame.summarise(describe(day)),
    table(day) {
      const counts = countsSeen(playback, options.view())
      const row = (past: number): string[] => [
        format.count(past),
        ...LAYERS.map((state) => format.count(countOf(counts, past, state))),
        format.count(goneBy(counts, past)),
      ]
      return {
        title: `${options.letter} ${title}`,
        head: [texts.dayColumn, ...LAYERS.map((state) => texts.states[state]), texts.states.gone],
        rows: Array.from({ length: day + 1 }, (_, past) => row(past)),
      }
    },
  }
  return chart
}

function goneBy(counts: Uint32Array, day: number): number {
  return countOf(counts, day, 'gone') + countOf(counts, day, 'leaving')
}

/** Sleepers are hatched: a full area of the darkest colour would say more than it should. */
function fillOf(state: SeatState): string {
  return state === 'zombie' ? 'url(#hatch)' : `var(--state-${state})`
}
