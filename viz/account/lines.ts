import { create, line, scaleLinear } from 'd3'
import { LEDGERS } from '../../sim/index.ts'
import { dayLabel, dayTicks } from '../charts/axes.ts'
import { labelRoom } from '../charts/labels.ts'
import type { Words } from '../locales/words.ts'
import type { Story } from './story.ts'

const SEEN = ['ads', 'posts'] as const
const COLOURS = { ads: 'var(--message-ads)', posts: 'var(--message-useful)' } as const

export interface Lines {
  readonly element: SVGSVGElement
  /** Draws anew for a size of type and a width, in CSS pixels. */
  readonly draw: (width: number, em: number) => void
  /** Nothing after that day is to be seen. */
  readonly showDay: (day: number) => void
}

let drawings = 0

/** Four small lines over one scale of days, and below them when she saw ads and useful posts. */
export function createLines({ account }: Story, days: number, { texts, format, when }: Words): Lines {
  const clipId = `account-${++drawings}`
  const svg = create('svg').attr('role', 'img').attr('class', 'lines')
  const clip = svg.append('clipPath').attr('id', clipId).append('rect')
  const still = svg.append('g')
  const past = svg.append('g').attr('clip-path', `url(#${clipId})`)
  const head = svg.append('line').attr('class', 'playhead')
  const values = svg.append('g')
  const x = scaleLinear().domain([0, days])
  // One scale for all four, so that they can be compared; half of it where nothing ever gets that far.
  const most = LEDGERS.some((ledger) => account.series[ledger].some((value) => value > 0.5)) ? 1 : 0.5
  const names = [...LEDGERS.map((ledger) => texts.ledgers[ledger]), texts.whyAds, texts.whyPosts]
  let shown = 0

  function draw(width: number, em: number): void {
    // On a phone the names stand above the lines, so that the days get the whole width.
    const above = width < em * 26 ? em * 1.3 : 0
    const left = above > 0 ? em * 0.4 : labelRoom(names, em) + em * 3.2
    const plot = em * 1.45
    const row = plot + em * 0.6 + above
    const tickRow = em * 1.45 + above
    const bottom = LEDGERS.length * row + SEEN.length * tickRow
    const height = bottom + em * 1.5
    svg.attr('width', width).attr('height', height)
    x.range([left, width - em * 3.1])
    const [from = 0, to = 0] = x.range()
    const valuesAt = above > 0 ? to : from - em * 0.6
    still.selectAll('*').remove()
    past.selectAll('*').remove()
    values.selectAll('*').remove()
    const write = (text: string, at: number, middle: number, style: string): void => {
      const group = style === 'value' ? values : still
      group
        .append('text')
        .attr('class', style)
        .attr('x', at)
        .attr('y', middle)
        .attr('dy', '0.35em')
        .text(text)
    }
    LEDGERS.forEach((ledger, index) => {
      const base = (index + 1) * row - em * 0.25
      const middle = above > 0 ? base - plot - em * 0.65 : base - plot / 2
      const y = scaleLinear()
        .domain([0, most])
        .range([base, base - plot])
        .clamp(true)
      still
        .append('line')
        .attr('class', 'ground')
        .attr('x1', from)
        .attr('x2', to)
        .attr('y1', base)
        .attr('y2', base)
      write(texts.ledgers[ledger], 0, middle, 'name')
      write('', valuesAt, middle, 'value')
      const since = account.joinedDay + 1
      if (index === 0) write(format.percent(most), to + em * 0.4, y(most) + em * 0.2, 'name')
      past
        .append('path')
        .attr('class', 'line')
        .attr(
          'd',
          line<number>()
            .x((_, at) => x(since + at))
            .y((value) => y(value))([...account.series[ledger].subarray(since)]),
        )
    })
    SEEN.forEach((kind, index) => {
      const base = LEDGERS.length * row + (index + 1) * tickRow - em * 0.2
      const middle = base - em * 0.45 - above
      still
        .append('line')
        .attr('class', 'ground')
        .attr('x1', from)
        .attr('x2', to)
        .attr('y1', base)
        .attr('y2', base)
      write(kind === 'ads' ? texts.whyAds : texts.whyPosts, 0, middle, 'name')
      write('', valuesAt, middle, 'value')
      past
        .selectAll(`rect.${kind}`)
        .data(account.read.filter((read) => read[kind] > 0))
        .join('rect')
        .attr('x', ({ day }) => x(day + 0.5) - Math.max(1, em * 0.09))
        .attr('width', Math.max(1.5, em * 0.14))
        .attr('y', (read) => base - em * Math.min(1, 0.35 + 0.2 * read[kind]))
        .attr('height', (read) => em * Math.min(1, 0.35 + 0.2 * read[kind]))
        .style('fill', COLOURS[kind])
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

  function showDay(day: number): void {
    shown = day
    const [from = 0] = x.range()
    clip.attr('width', Math.max(0, x(day) - from + 2))
    head.attr('x1', x(day)).attr('x2', x(day))
    const past = account.read.filter((read) => read.day < day)
    const seen = SEEN.map((kind) => past.reduce((sum, read) => sum + read[kind], 0))
    const levels = LEDGERS.map((ledger) => format.percent(account.series[ledger][day] ?? 0))
    const texted = [...levels, ...seen.map((count) => texts.whyPieces({ count: format.count(count) }))]
    values
      .selectAll('text')
      .attr('text-anchor', 'end')
      .text((_, at) => texted[at] ?? '')
    svg.attr(
      'aria-label',
      texts.whyTrend({
        when: when(day),
        values: LEDGERS.map((ledger, at) => `${texts.ledgers[ledger]} ${levels[at]}`).join(texts.comma),
        ads: format.count(seen[0] ?? 0),
        posts: format.count(seen[1] ?? 0),
      }),
    )
  }

  return { element: svg.node() as SVGSVGElement, draw, showDay }
}
