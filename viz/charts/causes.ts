import { select } from 'd3'
import type { Cause } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import { createAvoidable } from './avoidable.ts'
import { blamed, causesOf, leftBy, mostBlamed } from './blame.ts'
import { tableOf } from './chart.ts'
import type { Chart } from './chart.ts'
import type { MoreContext } from './hooks.ts'
import { ownSides } from './sides.ts'
import type { ChartSide } from './sides.ts'
import { CHART_TEXTS } from './texts.ts'

type Reading = 'blame' | 'avoidable'
/** Kept when the page is built anew. */
let reading: Reading = 'blame'

/** One bar: those who left one side for one cause. */
interface Bar {
  readonly side: ChartSide
  readonly cause: Cause
  readonly button: HTMLButtonElement
  readonly part: HTMLElement
  readonly number: HTMLElement
}

/**
 * Why members left, up to the playhead, in two readings. A departure is shared among causes as the risk of its day was:
 * these bars add up to all who left. What could have been avoided is another question, and those bars need not add up.
 */
export function createCausesChart(sides: readonly ChartSide[], { words, hooks }: MoreContext): Chart {
  const { texts, format, when, locale } = words
  const texted = CHART_TEXTS[locale].causes
  const title = texts.chartRow.names.causes
  const own = ownSides(sides)
  const causes = causesOf(own.map(({ playback }) => playback))
  const most = Math.max(1, ...own.flatMap(({ playback }) => [...blamed(playback, playback.days).values()]))
  const bars = own.map((side) => causes.map((cause) => createBar(side, cause)))
  const heads = own.map(() => h('b', { class: 'bars-sum' }))
  const items = causes.map((cause, row) =>
    h(
      'li',
      {},
      h('span', { class: 'bar-name', title: texts.causes[cause] }, texts.causes[cause]),
      ...bars.flatMap((column) => column[row]?.button ?? []),
    ),
  )
  const restName = h('span', { class: 'bar-name quiet' })
  const restNumbers = own.map(() => h('span', { class: 'bar-number' }))
  const rest = h(
    'li',
    { hidden: true },
    restName,
    ...restNumbers.map((number) => h('span', { class: 'bar-row' }, h('span', {}), number)),
  )
  const note = h('p', { class: 'quiet bars-note' }, texted.blameNote)
  const blame = h(
    'div',
    { class: `bars-list of-${own.length}` },
    ...(causes.length === 0 ? [h('p', {}, texted.nobody)] : rows()),
    note,
  )
  const { avoidable } = hooks
  const other = avoidable ? createAvoidable(own, { words, ask: avoidable }) : null
  // Where no bar can be pressed, the keys must reach what scrolls.
  const reach = hooks.highlight ? {} : { tabindex: 0 }
  const element = h(
    'div',
    { class: 'bars', role: 'group', 'aria-label': title, ...reach },
    blame,
    ...(other ? [other.element] : []),
  )
  const buttons = (['blame', 'avoidable'] as const).map((each) =>
    h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => read(each) }, texted[each]),
  )
  const tools = other
    ? h('div', { class: 'switch', role: 'group', 'aria-label': texted.which }, ...buttons)
    : null
  let marked: Bar | null = null
  /** The causes that have a row; what the others stand for is summed in the last. */
  let shown: ReadonlySet<Cause> = new Set(causes)
  let at = 0
  read(other ? reading : 'blame')

  function createBar(side: ChartSide, cause: Cause): Bar {
    const part = h('span', { class: 'bar-part' })
    const number = h('span', { class: 'bar-number' })
    const track = h('span', { class: 'bar-track' }, part)
    const button = h('button', { type: 'button', class: 'bar-row', onclick: () => mark(bar) }, track, number)
    if (!hooks.highlight) button.disabled = true
    else button.setAttribute('aria-pressed', 'false')
    const bar: Bar = { side, cause, button, part, number }
    return bar
  }

  /** A row a cause: its name, and a bar for each side. */
  function rows(): Node[] {
    const letters = own.map(({ letter }, place) =>
      h(
        'span',
        { class: 'bars-head' },
        ...(own.length > 1 ? [h('b', {}, letter), ' '] : []),
        heads[place] ?? '',
      ),
    )
    return [
      h('div', { class: `bars-heads of-${own.length}` }, h('span', {}, texted.all), ...letters),
      h('ul', { class: `bars-rows of-${own.length}` }, ...items, rest),
    ]
  }

  /** As many rows as there is room for, so that nothing has to be scrolled in a tile: those of the most. */
  function fit(): void {
    const each = (count: number): void => {
      const kept = mostBlamed(own, causes, count)
      shown = new Set(kept)
      items.forEach((item, row) => (item.hidden = !kept.includes(causes[row] ?? 'background')))
      rest.hidden = count >= causes.length
      write(restName, texted.rest({ count: format.count(causes.length - count) }))
    }
    element.scrollTop = 0
    each(causes.length)
    note.hidden = false
    if (blame.hidden || element.scrollHeight <= element.clientHeight) return
    note.hidden = true
    for (let count = causes.length; count > 2 && element.scrollHeight > element.clientHeight;) each(--count)
  }

  function read(next: Reading): void {
    reading = next
    blame.hidden = next !== 'blame'
    if (other) other.element.hidden = next !== 'avoidable'
    buttons.forEach((button, place) =>
      button.setAttribute('aria-pressed', String((['blame', 'avoidable'] as const)[place] === next)),
    )
    if (element.isConnected) fit()
  }

  /** Marks the seats behind a bar, or lets them go again. */
  function mark(bar: Bar): void {
    marked?.button.setAttribute('aria-pressed', 'false')
    if (marked) hooks.highlight?.(marked.side.at, null)
    marked = marked === bar ? null : bar
    if (!marked) return
    marked.button.setAttribute('aria-pressed', 'true')
    hooks.highlight?.(bar.side.at, bar.cause)
  }

  function label(day: number): void {
    at = day
    own.forEach(({ playback, letter }, place) => {
      const its = Math.min(day, playback.days)
      const left = leftBy(playback, its)
      const shares = blamed(playback, its)
      const head = heads[place]
      if (head) write(head, texted.people({ count: format.count(left) }))
      const others = causes.filter((cause) => !shown.has(cause))
      const sum = others.reduce((all, cause) => all + (shares.get(cause) ?? 0), 0)
      const number = restNumbers[place]
      if (number) write(number, numberOf(sum, left))
      for (const { cause, button, part, number } of bars[place] ?? []) {
        const people = shares.get(cause) ?? 0
        part.style.width = `${((100 * people) / most).toFixed(2)}%`
        const share = left === 0 ? '' : format.percent(people / left)
        write(number, numberOf(people, left))
        // The name holds what is written on the bar (WCAG 2.5.3); the sentence is its description.
        const written = `${texts.causes[cause]} ${number.textContent}`
        const said = own.length > 1 ? texts.side({ letter, name: written }) : written
        if (button.getAttribute('aria-label') !== said) button.setAttribute('aria-label', said)
        button.title = texted.bar({ cause: texts.causes[cause], count: format.decimal(people), share })
      }
    })
  }

  /** Of several sides, how many; of one, their share of all who left as well. */
  function numberOf(people: number, left: number): string {
    const count = format.count(people)
    return own.length > 1 || left === 0 ? count : `${count} · ${format.percent(people / left)}`
  }

  function describe(day: number): string {
    const said = own.map(({ letter, playback }) => {
      const its = Math.min(day, playback.days)
      const left = leftBy(playback, its)
      const [first] = [...blamed(playback, its)].sort(([, one], [, another]) => another - one)
      const sentence =
        left === 0 || !first
          ? texted.trendNobody({ when: when(its) })
          : texted.trend({
              when: when(its),
              count: format.count(left),
              cause: texts.causes[first[0]],
              share: format.percent(first[1] / left),
            })
      return own.length > 1 ? texts.side({ letter, name: sentence }) : sentence
    })
    return said.join(words.gap)
  }

  return {
    element,
    ...(tools && { tools }),
    draw() {
      fit()
      label(Math.floor(at))
    },
    playhead: (day) => void (at = day),
    label,
    describe,
    summarise: (day) => element.setAttribute('aria-label', `${title} ${describe(day)}`),
    table(day) {
      const shares = own.map(({ playback }) => blamed(playback, Math.min(day, playback.days)))
      const columns = own.map(({ letter }, place) => ({
        name: own.length > 1 ? `${letter} ${texted.left}` : texted.left,
        write: format.decimal,
        value: (row: number) => shares[place]?.get(causes[row] ?? 'background') ?? 0,
      }))
      const numbers = tableOf(title, columns, causes.length - 1)
      const named = <T>(rows: readonly (readonly T[])[]) =>
        rows.map((row, place) => [texts.causes[causes[place] ?? 'background'], ...row])
      return {
        title,
        head: [texted.cause, ...numbers.head],
        rows: named(numbers.rows),
        values: named(numbers.values ?? []),
      }
    },
    drawn: () => barsDrawing(),
  }

  /** The bars of the first reading as a drawing. */
  function barsDrawing(): SVGSVGElement {
    const em = 16
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const column = 220
    const all = select(svg)
      .attr('width', 160 + own.length * (column + 120))
      .attr('height', (causes.length + 1.4) * em * 1.6)
      .attr('class', 'bars-drawing')
    causes.forEach((cause, row) => {
      const y = (row + 1.6) * em * 1.6
      all.append('text').attr('x', 0).attr('y', y).text(texts.causes[cause])
      own.forEach(({ letter }, place) => {
        const x = 150 + place * (column + 120)
        const bar = bars[place]?.[row]
        const width = (parseFloat(bar?.part.style.width ?? '0') / 100) * column
        if (row === 0)
          all
            .append('text')
            .attr('x', x)
            .attr('y', em)
            .text(`${letter} ${heads[place]?.textContent ?? ''}`)
        all
          .append('rect')
          .attr('class', 'bar-part')
          .attr('x', x)
          .attr('y', y - em * 0.8)
          .attr('width', width)
          .attr('height', em)
        all
          .append('text')
          .attr('x', x + width + 6)
          .attr('y', y)
          .text(bar?.number.textContent ?? '')
      })
    })
    return svg
  }
}
