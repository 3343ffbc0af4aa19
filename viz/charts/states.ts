import type { Playback, SeatState } from '../../sim/index.ts'
import { countOf, countsSeen } from '../player/frames.ts'
import { tableOf } from './chart.ts'
import type { Chart, ChartContext } from './chart.ts'
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

/** Layers from the bottom up: those who gave something first, those who are only counted last. */
const LAYERS = ['buyer', 'fan', 'active', 'newcomer', 'lurker', 'muted', 'zombie'] as const
/** A layer thinner than this share of the scale is not labelled. */
const THIN = 0.035

/** Stacked area of the states of all members, a pane a side; those who left are mirrored below zero. */
export function createStatesChart(sides: readonly ChartSide[], { words, view }: ChartContext): Chart {
  const { texts, format, when } = words
  const title = texts.chartRow.names.states
  const own = ownSides(sides)
  const ghost = sides.find(({ isGhost }) => isGhost)
  const picture = createPicture(title)
  const y = linearScale(shared(sides.map(({ playback }) => extentOf(playback)))).nice(4)
  const panes = createPanes(picture, own, { days: daysOf(sides), y })
  const [low = 0, high = 0] = y.domain()
  /** Below zero lie those who left, not fewer than nobody. */
  const yFormat = (value: number): string => format.short(Math.abs(value))
  let em = 16
  let at = 0

  function draw(): void {
    const room = layOutPanes(picture, panes, yFormat, words)
    if (!room) return
    em = room.em
    for (const pane of panes) {
      pane.plot.past
        .selectAll('path')
        .data(pathsOf(pane))
        .join('path')
        .attr('class', ({ look }) => look)
        .attr('d', ({ path }) => path)
        .style('fill', ({ fill }) => fill)
      drawMeetings(pane.plot.past, pane.side.playback, { x: pane.x, area: pane.area, em })
    }
    playhead(at)
    label(Math.floor(at))
  }

  function pathsOf(pane: Pane): readonly { look: string; path: string; fill: string }[] {
    const { side } = pane
    const counts = countsSeen(side.playback, view())
    const { days } = side.playback
    let base = new Float64Array(days + 1)
    const layers = LAYERS.map((state) => {
      const top = base.map((below, day) => below + countOf(counts, day, state))
      const path = areaPath(pointsOf(top, pane), pointsOf(base, pane))
      base = top
      return { look: 'layer', path, fill: fillOf(state) }
    })
    const zero = new Float64Array(days + 1)
    const left = zero.map((_, day) => -goneBy(counts, day))
    const gone = areaPath(pointsOf(left, pane), pointsOf(zero, pane))
    const paths = [...layers, { look: 'layer', path: gone, fill: fillOf('leaving') }]
    if (!ghost) return paths
    const members = linePath(pointsOf(ghost.playback.series.members, pane))
    return [
      ...paths,
      { look: 'ghost-halo', path: members, fill: 'none' },
      { look: 'ghost', path: members, fill: 'none' },
    ]
  }

  function playhead(day: number): void {
    at = day
    for (const { plot, x } of panes) plot.moveTo(x(day))
  }

  function label(day: number): void {
    for (const pane of panes) {
      const { plot, x, area } = pane
      const range = [area.top, area.bottom] as const
      if (panes.length > 1) writeHead(pane, em, [format.count(membersOn(pane.side, day))])
      const labels = labelsOf(pane, day).filter(({ strong }) => strong === true || isWordy(pane, em))
      drawLabels(plot.labels, labels, {
        x: x(day),
        em,
        range,
        left: area.left,
        right: area.right + em,
      })
    }
  }

  function labelsOf({ y, side: { playback } }: Pane, day: number): Label[] {
    const counts = countsSeen(playback, view())
    const its = Math.min(day, playback.days)
    const thin = (high - low) * THIN
    const labels: Label[] = []
    let base = 0
    for (const state of LAYERS) {
      const count = countOf(counts, its, state)
      const middle = y(base + count / 2)
      if (count > thin)
        labels.push({
          key: state,
          text: texts.states[state],
          y: middle,
          colour: `var(--state-${state})`,
          weight: count,
        })
      base += count
    }
    const gone = goneBy(counts, its)
    if (gone > thin)
      labels.push({
        key: 'gone',
        text: texts.states.gone,
        y: y(-gone / 2),
        colour: 'var(--state-leaving)',
        weight: gone,
      })
    if (ghost) {
      const text = `${ghost.letter} ${format.count(membersOn(ghost, day))}`
      labels.push({
        key: 'ghost',
        text,
        y: y(membersOn(ghost, day)),
        colour: 'var(--text)',
        strong: true,
      })
    }
    return labels
  }

  function describe(day: number): string {
    const said = sides.map(({ letter, playback }) => {
      const its = Math.min(day, playback.days)
      const members = playback.series.members
      const sentence = texts.trendStates({
        when: when(its),
        members: format.count(members[its] ?? 0),
        most: format.count(Math.max(...members.subarray(0, its + 1))),
        gone: format.count(goneBy(playback.stateCounts, its)),
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
      const columns = own.flatMap(({ letter, playback }) => {
        const counts = countsSeen(playback, view())
        const prefix = own.length > 1 ? `${letter} ` : ''
        const column = (state: 'gone' | (typeof LAYERS)[number], count: (past: number) => number) => ({
          name: `${prefix}${texts.states[state]}`,
          write: format.count,
          value: (past: number) => (past > playback.days ? NaN : count(past)),
        })
        return [
          ...LAYERS.map((state) => column(state, (past) => countOf(counts, past, state))),
          column('gone', (past) => goneBy(counts, past)),
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

/** The most people above and below zero. */
function extentOf(playback: Playback): readonly [number, number] {
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

function membersOn({ playback }: ChartSide, day: number): number {
  return playback.series.members[Math.min(day, playback.days)] ?? 0
}

function goneBy(counts: Uint32Array, day: number): number {
  return countOf(counts, day, 'gone') + countOf(counts, day, 'leaving')
}

/** Sleepers are hatched: a full area of the darkest colour would say more than it should. */
function fillOf(state: SeatState): string {
  return state === 'zombie' ? 'url(#hatch)' : `var(--state-${state})`
}
