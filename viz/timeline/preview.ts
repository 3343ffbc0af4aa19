import { h } from '../dom.ts'
import type { Playback } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import type { View } from '../player/frames.ts'
import type { Palette } from '../stage/palette.ts'
import { drawThumbnail } from '../stage/thumbnail.ts'
import { RASTER_KINDS, activityOf, departuresPerDay } from './bins.ts'
import { topEventOn } from './glance.ts'
import type { Chapter } from './moments.ts'
import { TIMELINE_TEXTS } from './texts.ts'
import './preview.css'

export interface Preview {
  readonly element: HTMLElement
  readonly show: (day: number) => void
}

export interface PreviewOptions {
  readonly words: Words
  readonly sides: readonly { readonly letter: string; readonly playback: Playback | null }[]
  readonly chapters: readonly Chapter[]
  readonly sentenceOf: (chapter: Chapter) => string
  readonly focused: () => number
  readonly palette: () => Palette
  readonly view: () => View
  /** Last day that may be told of. */
  readonly told: () => number
}

/**
 * A day at a glance: how many were there, what happened, and the wall of the side in view in small. For the eye: the
 * slider itself tells the same day to screen readers.
 */
export function createPreview(options: PreviewOptions): Preview {
  const { words, sides } = options
  const { format, when } = words
  const said = TIMELINE_TEXTS[words.locale]
  const head = h('p', { class: 'preview-day' })
  const wall = h('canvas', { class: 'preview-wall' })
  const counts = h('ul', { class: 'preview-counts' })
  const event = h('p', { class: 'preview-event' })
  const activity = h('ul', { class: 'preview-activity' })
  const body = h('div', { class: 'preview-body' }, wall, h('div', {}, counts, activity))
  const element = h('div', { class: 'preview', 'aria-hidden': 'true', hidden: true }, head, event, body)

  function show(day: number): void {
    const told = day <= options.told()
    head.textContent = when(day)
    body.hidden = !told
    if (told) tell(day)
    else event.textContent = said.toCome
  }

  function tell(day: number): void {
    const focused = options.focused()
    const playback = sides[focused]?.playback ?? null
    counts.replaceChildren(...sides.flatMap((side) => countsOf(side, day)))
    event.textContent = eventText(day, focused, playback)
    activity.replaceChildren(...(playback ? activityLines(playback, day) : []))
    wall.hidden = playback === null
    if (!playback) return
    const ratio = Math.min(2, devicePixelRatio || 1)
    wall.width = Math.round(wall.clientWidth * ratio)
    wall.height = Math.round(wall.clientHeight * ratio)
    drawThumbnail(wall, playback, Math.min(day, playback.days), options.palette(), options.view())
  }

  function countsOf({ letter, playback }: PreviewOptions['sides'][number], day: number): Node[] {
    if (!playback) return []
    const its = Math.min(day, playback.days)
    const members = said.members({ count: format.count(playback.series.members[its] ?? 0) })
    // How many still read is what no owner can see.
    const readers =
      options.view() === 'owner'
        ? []
        : [
            h(
              'span',
              { class: 'quiet' },
              said.readers({ count: format.count(playback.series.readers[its] ?? 0) }),
            ),
          ]
    const name = sides.length > 1 ? [h('span', { class: 'letter' }, letter)] : []
    return [h('li', {}, ...name, h('b', {}, members), ...readers)]
  }

  function eventText(day: number, side: number, playback: Playback | null): string {
    const top = topEventOn(day, options.chapters, { side, playback })
    if (!top) return said.nothing
    const whose = top.type === 'chapter' ? top.chapter.side : side
    const letter = sides.length > 1 ? `${sides[whose]?.letter ?? ''} ` : ''
    const what =
      top.type === 'chapter'
        ? options.sentenceOf(top.chapter)
        : said.activity[top.kind]({ count: format.count(top.count) })
    return letter + what
  }

  /** In the order of the rows of the raster, each with its colour. */
  function activityLines(playback: Playback, day: number): Node[] {
    const colours: Partial<Record<string, string>> = options.palette().messages
    const line = (colour: string, text: string): Node => {
      const patch = h('span', { class: 'preview-patch' })
      patch.style.background = colour
      return h('li', {}, patch, text)
    }
    const kinds = RASTER_KINDS.flatMap((kind) => {
      const count = day > 0 ? (activityOf(playback, kind)?.[day - 1] ?? 0) : 0
      return count > 0
        ? [line(colours[kind] ?? options.palette().text, said.activity[kind]({ count: format.count(count) }))]
        : []
    })
    const left = day > 0 ? (departuresPerDay(playback)[day - 1] ?? 0) : 0
    const departures =
      left > 0 ? [line(options.palette().states.leaving, said.left({ count: format.count(left) }))] : []
    return [...kinds, ...departures]
  }

  return { element, show }
}
