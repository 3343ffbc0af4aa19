import type { Playback } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { View } from '../player/frames.ts'
import { spreadOf } from './spread.ts'
import './temperature.css'

const SCORES = ['trust', 'interest'] as const

/** How warm it is in the group: trust and interest of those present, as a scale from 0 to 1 beside the wall. */
export interface Temperature {
  readonly element: HTMLElement
  readonly showDay: (day: number, view: View) => void
}

export function createTemperature(playback: Playback, { texts, format }: Words): Temperature {
  const scales = SCORES.map((score) => {
    const range = h('span', { class: 'temperature-range' })
    const median = h('span', { class: 'temperature-median' })
    const column = h('span', { class: `temperature-scale temperature-${score}` }, range, median)
    const label = h('span', { class: 'temperature-label' }, texts.stage.colours[score])
    return { score, range, median, column, element: h('span', { class: 'temperature-score' }, column, label) }
  })
  const told = h('span', { class: 'hidden' })
  const picture = h(
    'span',
    { class: 'temperature-scales', 'aria-hidden': 'true' },
    ...scales.map(({ element }) => element),
  )
  const hidden = h('span', { class: 'temperature-hidden', hidden: true }, texts.stage.hidden)
  const title = h('b', {}, texts.stage.temperature)
  const element = h('p', { class: 'temperature' }, title, told, picture, hidden)

  function showDay(day: number, view: View): void {
    hidden.hidden = view !== 'owner'
    picture.hidden = view === 'owner'
    if (view === 'owner') {
      write(told, '')
      element.title = ''
      return
    }
    const sentences = scales.map(({ score, range, median, column }) => {
      const spread = spreadOf(playback, day, score)
      column.classList.toggle('nobody', spread === null)
      if (!spread) return texts.stage.nobody
      const { low, high } = spread
      range.style.bottom = `${low * 100}%`
      range.style.height = `${(high - low) * 100}%`
      median.style.bottom = `${spread.median * 100}%`
      return texts.stage.spread({
        what: texts.stage.colours[score],
        median: format.percent(spread.median),
        low: format.percent(low),
        high: format.percent(high),
      })
    })
    const text = [...new Set(sentences)].join(texts.stop)
    write(told, text)
    element.title = text
  }

  return { element, showDay }
}
