import { create } from 'd3'
import type { Ledger } from '../../sim/index.ts'
import { dayLabel, dayTicks } from '../charts/axes.ts'
import { labelRoom } from '../charts/labels.ts'
import { linearScale } from '../charts/scale.ts'
import { linePath } from '../charts/shapes.ts'
import type { Words } from '../locales/words.ts'
import { SEEN_KINDS, seenBy } from './seen.ts'
import type { SeenKind } from './seen.ts'
import type { Story } from './story.ts'
import { ACCOUNT_TEXTS } from './texts.ts'
import { tickPath } from './ticks.ts'

/** What is drawn as lines, in the order in which it is talked about; the commercial label stands in the account. */
const DRAWN = ['trust', 'value', 'fatigue'] as const satisfies readonly Ledger[]

export interface Lines {
  readonly element: SVGSVGElement
  /** Draws anew for a size of type and a width, in CSS pixels. */
  readonly draw: (width: number, em: number) => void
  /** Nothing after that day is to be seen. */
  readonly showDay: (day: number) => void
}

let drawings = 0

/** Three small lines over one scale of days, and below them a tick for what she saw, by kind. */
export function createLines({ account }: Story, days: number, words: Words): Lines {
  const { texts, format, when, locale } = words
  const own = ACCOUNT_TEXTS[locale]
  const clipId = `account-${++drawings}`
  const svg = create('svg').attr('role', 'img').attr('class', 'lines')
  const clip = svg.append('clipPath').attr('id', clipId).append('rect')
  const still = svg.append('g')
  const past = svg.append('g').attr('clip-path', `url(#${clipId})`)
  const head = svg.append('line').attr('class', 'playhead')
  const values = svg.append('g')
  const x = linearScale([0, days])
  // One scale for all three, so that they can be compared; half of it where nothing ever gets that far.
  const most = DRAWN.some((ledger) => account.series[ledger].some((value) => value > 0.5)) ? 1 : 0.5
  const seen = seenBy(account)
  const lanes = SEEN_KINDS.filter((kind) => seen[kind].length > 0)
  const names = [...DRAWN.map((ledger) => texts.ledgers[ledger]), ...lanes.map((kind) => own.seenKinds[kind])]
  let shown = 0

  function draw(width: number, em: number): void {
    // On a phone the names stand above the lines, so that the days get the whole width.
    const above = width < em * 26 ? em * 1.3 : 0
    const left = above > 0 ? em * 0.4 : labelRoom(names, em) + em * 3.6
    const plot = em * 1.45
    const row = plot + em * 0.55 + above
    const laneRow = em * 1.3 + above
    const lanesFrom = DRAWN.length * row + em * 0.15
    const bottom = lanesFrom + lanes.length * laneRow
    svg.attr('width', width).attr('height', bottom + em * 1.5)
    x.range([left, width - em * 3.1])
    const [from = 0, to = 0] = x.range()
    const valuesAt = above > 0 ? to - em * 0.5 : from - em * 0.6
    for (const group of [still, past, values]) group.selectAll('*').remove()
    const write = (text: string, at: number, middle: number, style: 'name' | 'value'): void => {
      ;(style === 'value' ? values : still)
        .append('text')
        .attr('class', style)
        .attr('x', at)
        .attr('y', middle)
        .attr('dy', '0.35em')
        .text(text)
    }
    const ground = (base: number): void => {
      still
        .append('line')
        .attr('class', 'ground')
        .attr('x1', from)
        .attr('x2', to)
        .attr('y1', base)
        .attr('y2', base)
    }
    DRAWN.forEach((ledger, index) => {
      const base = (index + 1) * row - em * 0.25
      const middle = above > 0 ? base - plot - em * 0.65 : base - plot / 2
      const y = linearScale([0, most]).range([base, base - plot])
      ground(base)
      write(texts.ledgers[ledger], 0, middle, 'name')
      write('', valuesAt, middle, 'value')
      const since = account.joinedDay + 1
      if (index === 0) write(format.percent(most), to + em * 0.4, y(most) + em * 0.2, 'name')
      past
        .append('path')
        .attr('class', 'line')
        .attr(
          'd',
          linePath(
            Array.from(account.series[ledger].subarray(since), (value, at) => [
              x(since + at),
              y(Math.min(most, value)),
            ]),
          ),
        )
    })
    lanes.forEach((kind, index) => {
      const base = lanesFrom + (index + 1) * laneRow - em * 0.15
      const height = em * 0.95
      const middle = base - height / 2 - above
      ground(base)
      // The mark says the kind in every lane; the name beside it says it in words.
      still
        .append('path')
        .attr('class', `tick ${kind}`)
        .attr('d', tickPath(kind, { x: em * 0.4, y: middle, width: em * 0.6, height: em * 0.6 }))
      write(own.seenKinds[kind], em, middle, 'name')
      write('', valuesAt, middle, 'value')
      past
        .append('path')
        .attr('class', `tick ${kind}`)
        .attr('d', laneOf(kind, { x, middle: base - height / 2, height, em }))
    })
    const ticks = Math.max(1, Math.floor((to - from) / (em * 3.4)))
    for (const day of dayTicks(days, ticks)) {
      still
        .append('text')
        .attr('class', 'name')
        .attr('x', x(day))
        .attr('y', bottom + em)
        .attr('text-anchor', 'middle')
        .text(dayLabel(day, days, { texts, format }))
    }
    head.attr('y1', em * 0.2).attr('y2', bottom)
    clip
      .attr('x', from - 2)
      .attr('y', 0)
      .attr('height', bottom + 2)
    showDay(shown)
  }

  /** All ticks of a kind as one path: more of them on a day stand taller. */
  function laneOf(
    kind: SeenKind,
    {
      x,
      middle,
      height,
      em,
    }: {
      readonly x: (day: number) => number
      readonly middle: number
      readonly height: number
      readonly em: number
    },
  ): string {
    const width = Math.max(kind === 'chatter' ? 3.4 : 2.2, Math.min(em * 0.6, (x(1) - x(0)) * 0.85))
    return seen[kind]
      .map(({ day, count }) => {
        const tall = kind === 'chatter' ? width : Math.max(width, height * Math.min(1, 0.4 + 0.15 * count))
        return tickPath(kind, { x: x(day + 0.5), y: middle, width, height: tall })
      })
      .join('')
  }

  function showDay(day: number): void {
    shown = day
    const [from = 0] = x.range()
    clip.attr('width', Math.max(0, x(day) - from + 2))
    head.attr('x1', x(day)).attr('x2', x(day))
    const levels = DRAWN.map((ledger) => format.percent(account.series[ledger][day] ?? 0))
    const counts = lanes.map((kind) => {
      const sum = seen[kind].reduce((sum, tick) => sum + (tick.day < day ? tick.count : 0), 0)
      return own.pieces[kind]({ count: format.count(sum) })
    })
    values
      .selectAll('text')
      .attr('text-anchor', 'end')
      .text((_, at) => [...levels, ...counts][at] ?? '')
    svg.attr(
      'aria-label',
      own.trend({
        when: when(day),
        values: DRAWN.map((ledger, at) => `${texts.ledgers[ledger]} ${levels[at]}`).join(texts.comma),
        seen: lanes.map((kind, at) => `${own.seenKinds[kind]} ${counts[at]}`).join(texts.comma),
      }),
    )
  }

  return { element: svg.node() as SVGSVGElement, draw, showDay }
}
