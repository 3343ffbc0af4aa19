import { h, write } from '../dom.ts'
import type { Playback } from '../../sim/index.ts'
import type { Format } from '../locales/format.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import { countOf, countsSeen } from '../player/frames.ts'
import type { View } from '../player/frames.ts'
import { drawGlyph } from '../stage/glyph.ts'
import type { WallLook } from '../stage/look.ts'
import { createRamp } from './ramp.ts'

const NUMBERS = ['members', 'readers', 'buyers', 'trust', 'cash'] as const
const LEGEND = ['newcomer', 'active', 'lurker', 'muted', 'zombie', 'buyer', 'fan', 'gone'] as const
/** What no owner of a group can find out. */
const HIDDEN_NUMBERS: readonly string[] = ['readers', 'trust']
const HIDDEN_STATES: readonly string[] = ['muted', 'zombie']

export interface SidePanel {
  readonly element: HTMLElement
  /** Where the wall goes, or a message. */
  readonly room: HTMLElement
  readonly showDay: (day: number, playback: Playback, view: View) => void
  readonly setLook: (look: WallLook) => void
}

/** One side of the stage: its name, its question, five numbers, the room for its wall, what shapes mean. */
export function createSidePanel(options: {
  readonly letter: string
  readonly name: string
  readonly question: string
  /** What comes after the replay. */
  readonly afterwards: HTMLElement | null
  readonly texts: Messages
  readonly format: Format
}): SidePanel {
  const { texts, format, letter } = options
  const badge = h('span', { class: 'badge', hidden: true })
  const title = h(
    'h2',
    { id: `side-${letter}` },
    h('span', { class: 'letter' }, letter),
    h('span', { class: 'name', title: options.name }, options.name),
    badge,
  )
  const values = new Map(NUMBERS.map((key) => [key, h('dd', {}, '–')]))
  const numbers = h(
    'dl',
    { class: 'numbers' },
    ...[...values].map(([key, dd]) =>
      h('div', { class: `number-${key}` }, h('dt', {}, texts.numbers[key]), dd),
    ),
  )
  const room = h('div', { class: 'room' })
  const entries = LEGEND.map((state) => {
    const sample = h('canvas', { width: 48, height: 48, 'aria-hidden': 'true' })
    const count = h('b', {}, '')
    const item = h(
      'li',
      { title: texts.stateSentences[state] },
      sample,
      count,
      h('span', {}, texts.states[state]),
    )
    return { state, sample, count, item }
  })
  const legend = h(
    'ul',
    { class: 'legend', 'data-letter': letter, 'aria-label': `${letter} ${texts.stateLegend}` },
    ...entries.map(({ item }) => item),
  )
  const ramp = createRamp({ texts, format })
  const meaning = h('div', { class: 'meaning' }, legend, ramp.element)
  const question = h('p', { class: 'question', title: options.question }, options.question)
  const head = h('div', { class: 'head' }, title, question)
  const element = h(
    'section',
    { class: 'side', 'aria-labelledby': `side-${letter}` },
    head,
    ...(options.afterwards ? [options.afterwards] : []),
    numbers,
    room,
    meaning,
  )

  function showDay(day: number, playback: Playback, view: View): void {
    const { series, deathDay } = playback
    const shown: Readonly<Record<(typeof NUMBERS)[number], string>> = {
      members: format.count(series.members[day] ?? NaN),
      readers: format.count(series.readers[day] ?? NaN),
      buyers: format.count(series.buyers[day] ?? NaN),
      trust: format.percent(series.meanTrust[day] ?? NaN),
      cash: format.money(series.ownerNet[day] ?? NaN),
    }
    for (const [key, dd] of values) {
      const hidden = view === 'owner' && HIDDEN_NUMBERS.includes(key)
      write(dd, hidden ? '?' : shown[key])
      dd.title = hidden ? texts.cannotSee : ''
    }
    const counts = countsSeen(playback, view)
    for (const { state, count, item } of entries) {
      const hidden = view === 'owner' && HIDDEN_STATES.includes(state)
      const number = countOf(counts, day, state) + (state === 'gone' ? countOf(counts, day, 'leaving') : 0)
      write(count, hidden ? '?' : format.count(number))
      item.classList.toggle('none', number === 0)
    }
    const died = deathDay !== null && day > deathDay
    badge.hidden = !died
    write(badge, died ? texts.died({ day: format.count(deathDay + 1) }) : '')
  }

  function setLook(look: WallLook): void {
    // Hidden it keeps its place: the wall does not change its size with what colours mean.
    legend.classList.toggle('replaced', look.colourBy !== 'state')
    ramp.setLook(look)
    for (const { state, sample } of entries) {
      const ink = sample.getContext('2d')
      if (!ink) continue
      ink.clearRect(0, 0, 48, 48)
      const glyph = { state: state === 'gone' ? 'leaving' : state, notch: null, trust: null } as const
      drawGlyph(ink, glyph, { x: 0, y: 0, size: 48, detail: 'shape' }, look.palette)
    }
  }

  return { element, room, showDay, setLook }
}
