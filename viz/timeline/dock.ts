import { h, write } from '../dom.ts'
import type { Playback } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import type { Clock } from '../player/clock.ts'
import type { View } from '../player/frames.ts'
import type { Palette } from '../stage/palette.ts'
import { createChapterList } from './chapter-list.ts'
import { createControls } from './controls.ts'
import type { ControlsOptions } from './controls.ts'
import './dock.css'
import { createHover } from './hover.ts'
import { icon } from './icons.ts'
import { chapterAt } from './moments.ts'
import type { Chapter } from './moments.ts'
import { createRaster } from './raster.ts'
import { createScrubber } from './scrubber.ts'
import { createTracks } from './tracks.ts'

export interface DockSide {
  readonly letter: string
  readonly name: string
  readonly playback: Playback | null
  /** Index of the side it branched from, and the day of the fork; null for one that stands for itself. */
  readonly parent: number | null
  readonly forkDay: number | null
}

export interface DockOptions extends Omit<ControlsOptions, 'texts'> {
  readonly words: Words
  readonly days: number
  readonly sides: readonly DockSide[]
  readonly chapters: readonly Chapter[]
  readonly sentenceOf: (chapter: Chapter) => string
  readonly day: () => number
  /** Index of the side in view: the raster, the preview and, where there is one lane only, that lane are its. */
  readonly focused: () => number
  readonly focusSide: (side: number) => void
  readonly palette: () => Palette
  readonly view: () => View
  /** Last day of which raster and preview may tell; where it is left out, all of the run. */
  readonly told?: () => number
  readonly seek: (day: number) => void
  readonly hold: () => void
  readonly release: () => void
  readonly openChapter: (chapter: Chapter) => void
  readonly openOutcomes: () => void
}

export interface Dock {
  readonly element: HTMLElement
  readonly playButton: HTMLButtonElement
  readonly chaptersButton: HTMLButtonElement
  /** New sizes. */
  readonly lay: () => void
  /** Another side is in view, or another palette or view of the owner. */
  readonly refresh: () => void
  readonly playhead: (day: number) => void
  readonly showDay: (day: number) => void
  readonly showClock: (clock: Clock) => void
  readonly say: (day: number, text: string) => void
  readonly toggleChapters: () => void
}

/** The bottom of the page: what just happened, the controls of the clock, and the scale of days. */
export function createDock(options: DockOptions): Dock {
  const { words, days, sides, chapters, focused } = options
  const { texts, format, when } = words
  const told = options.told ?? (() => days)
  const phone = matchMedia('(max-width: 699px)')
  const coarse = matchMedia('(pointer: coarse)')

  const controls = createControls({ ...options, texts })
  const raster = createRaster({
    days,
    playback: () => sides[focused()]?.playback ?? null,
    palette: options.palette,
  })
  const veil = h('div', { class: 'veil' })
  const scrubber = createScrubber(days, {
    label: texts.timeline,
    strip: h('div', { class: 'strip' }, raster.element, veil),
    hold: options.hold,
    seek: options.seek,
    release: options.release,
    look: (day) => hover.look(day, 'pointer'),
    lookAway: ({ touch }) => hover.lookAway({ soon: !touch }),
  })
  const tracks = createTracks({
    days,
    sides: sides.map((side) => ({ ...side, days: side.playback?.days ?? 0 })),
    chapters,
    labelOf: (side) => texts.moments({ letter: letterOf(side) }),
    branchesLabel: texts.dock.branches,
    branchName,
    nextName: (side, next) => texts.dock.next({ letter: letterOf(side), next: letterOf(next) }),
    nameOf: (chapter) =>
      `${letterOf(chapter.side)} ${when(chapter.day)}${texts.colon}${options.sentenceOf(chapter)}`,
    target: () => (coarse.matches || phone.matches ? 44 : 24),
    compact: () => phone.matches,
    day: options.day,
    open: options.openChapter,
    focused,
    focusSide: options.focusSide,
    makeRoom: (pixels) => scale.style.setProperty('--letters', `${pixels}px`),
  })
  const scale = h('div', { class: 'scale' }, tracks.element, scrubber.element)

  const dayText = h('p', { class: 'day' })
  const daysText = h('p', { class: 'days' })
  const captionLetter = h('span', { class: 'letter' })
  const captionDay = h('span', { class: 'caption-day' })
  const captionText = h('span', { class: 'caption-text' })
  const caption = h('p', { class: 'caption' }, captionLetter, captionDay, captionText)
  const aside = (id: string, name: string, look: 'chapters' | 'again', more: Record<string, string>) =>
    h(
      'button',
      { type: 'button', id, class: 'button aside', title: name, ...more },
      icon(look),
      h('span', {}, name),
    )
  const chaptersButton = aside('chapters', texts.chapters, 'chapters', { 'aria-expanded': 'false' })
  const outcomesButton = aside('outcomes', texts.outcomes.open, 'again', { 'aria-haspopup': 'dialog' })
  outcomesButton.addEventListener('click', options.openOutcomes)
  const list = createChapterList({ ...options, open: options.openChapter, button: chaptersButton })
  chaptersButton.addEventListener('click', list.toggle)
  const asides = h('div', { class: 'asides' }, outcomesButton, chaptersButton)
  const element = h(
    'section',
    { class: `dock dock-sides-${sides.length}`, 'aria-label': texts.timeline },
    h('div', { class: 'caption-row' }, caption, asides),
    controls.element,
    scale,
    h('div', { class: 'now' }, dayText, daysText),
    list.element,
  )
  const hover = createHover({
    dock: element,
    xOf: scrubber.xOf,
    load: () => import('./preview.ts').then(({ createPreview }) => createPreview({ ...options, told })),
  })
  // The page has moved the clock by then: keys bubble up to it first where it listens on the way down.
  scrubber.element.addEventListener('keyup', (event) => {
    if (MOVING.has(event.key)) hover.look(options.day(), 'keys')
  })
  scrubber.element.addEventListener('blur', () => hover.lookAway({ soon: false }))

  // Texts beside the scale make it wider and narrower; what is drawn in pixels follows.
  let drawnWidth = 0
  const resized = new ResizeObserver(() => {
    if (scale.clientWidth !== drawnWidth) requestAnimationFrame(refresh)
  })
  resized.observe(scale)

  function letterOf(side: number): string {
    return sides[side]?.letter ?? ''
  }

  function branchName(at: number): string {
    const { letter = '', name = '', parent = null, forkDay } = sides[at] ?? {}
    const side = texts.side({ letter, name })
    if (parent === null) return texts.dock.look({ side })
    return texts.dock.branch({ side, parent: letterOf(parent), day: when(forkDay ?? 0) })
  }

  function refresh(): void {
    if (!element.isConnected) return
    drawnWidth = scale.clientWidth
    tracks.showFocus()
    raster.draw()
  }

  return {
    element,
    playButton: controls.playButton,
    chaptersButton,
    lay: refresh,
    refresh,
    playhead(day) {
      scrubber.playhead(day)
      // What is to come is faint; what may not be told yet is not there at all.
      veil.style.left = `${days === 0 ? 0 : (100 * day) / days}%`
      veil.classList.toggle('sealed', told() < days)
    },
    showDay(day) {
      write(dayText, when(day))
      write(daysText, texts.ofDays({ days: format.count(days) }))
      tracks.reach(day)
      const chapter = chapterAt(chapters, day)
      write(captionLetter, chapter && sides.length > 1 ? letterOf(chapter.side) : '')
      write(captionDay, chapter ? when(chapter.day) : '')
      const hint = sides.length > 1 ? texts.hint : texts.hintOne
      write(captionText, chapter ? options.sentenceOf(chapter) : hint)
      caption.classList.toggle('waiting', chapter === null)
      list.mark(day)
      if (hover.byKeys()) hover.look(day, 'keys')
    },
    showClock(clock) {
      controls.showClock(clock)
      caption.classList.toggle('held', (clock.holding ?? 0) > 0)
    },
    say: scrubber.say,
    toggleChapters: list.toggle,
  }
}

/** Keys that move the slider, as they are named by the browser. */
const MOVING = new Set(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'])
