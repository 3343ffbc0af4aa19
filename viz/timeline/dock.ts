import { h, write } from '../dom.ts'
import type { Format } from '../locales/format.ts'
import type { Messages } from '../locales/zh-Hans.ts'
import type { Clock } from '../player/clock.ts'
import { icon } from './icons.ts'
import { createLane } from './lane.ts'
import { chapterAt } from './moments.ts'
import type { Chapter } from './moments.ts'
import { createScrubber } from './scrubber.ts'

export interface DockOptions {
  readonly texts: Messages
  readonly format: Format
  readonly days: number
  readonly sides: readonly { readonly letter: string; readonly name: string }[]
  readonly chapters: readonly Chapter[]
  readonly sentenceOf: (chapter: Chapter) => string
  readonly when: (day: number) => string
  readonly day: () => number
  readonly toggle: () => void
  readonly step: (days: number) => void
  readonly seek: (day: number) => void
  readonly hold: () => void
  readonly release: () => void
  readonly changeSpeed: (by: 1 | -1) => void
  readonly openChapter: (chapter: Chapter) => void
  readonly openOutcomes: () => void
}

export interface Dock {
  readonly element: HTMLElement
  readonly playButton: HTMLButtonElement
  readonly chaptersButton: HTMLButtonElement
  readonly lay: () => void
  readonly playhead: (day: number) => void
  readonly showDay: (day: number) => void
  readonly showClock: (clock: Clock) => void
  readonly say: (day: number, text: string) => void
  readonly toggleChapters: () => void
}

/** The bottom of the page: what just happened, the controls of the clock, and the scale of days. */
export function createDock(options: DockOptions): Dock {
  const { texts, format, days, sides, chapters } = options
  const press = (id: string, name: string, look: Node, onclick: () => void): HTMLButtonElement =>
    h('button', { type: 'button', id, class: 'button round', 'aria-label': name, title: name, onclick }, look)

  const playButton = press('play', texts.play, icon('play'), options.toggle)
  playButton.classList.add('main')
  const back = press('step-back', texts.stepBack, icon('back'), () => options.step(-1))
  const on = press('step-on', texts.stepOn, icon('on'), () => options.step(1))
  const slower = press('slower', texts.slower, document.createTextNode('−'), () => options.changeSpeed(-1))
  const faster = press('faster', texts.faster, document.createTextNode('+'), () => options.changeSpeed(1))
  const speed = h('output', { class: 'speed', 'aria-label': texts.speedLabel })
  const controls = h(
    'div',
    { class: 'controls', role: 'group', 'aria-label': texts.controls },
    back,
    playButton,
    on,
    h('span', { class: 'speeds' }, slower, speed, faster),
  )

  const scrubber = createScrubber(days, {
    label: texts.timeline,
    hold: options.hold,
    seek: options.seek,
    release: options.release,
  })
  const lanes = sides.map(({ letter }, side) =>
    createLane(
      chapters.filter((chapter) => chapter.side === side),
      {
        days,
        letter,
        label: texts.moments({ letter }),
        target: () => (matchMedia('(pointer: coarse)').matches ? 44 : 24),
        nameOf: (chapter) =>
          `${letter} ${options.when(chapter.day)}${texts.colon}${options.sentenceOf(chapter)}`,
        day: options.day,
        open: options.openChapter,
      },
    ),
  )
  const [above, below] = lanes
  const scale = h(
    'div',
    { class: 'scale' },
    ...(above ? [above.element] : []),
    scrubber.element,
    ...(below ? [below.element] : []),
  )

  const dayText = h('p', { class: 'day' })
  const daysText = h('p', { class: 'days' })
  const captionLetter = h('span', { class: 'letter' })
  const captionDay = h('span', { class: 'caption-day' })
  const captionText = h('span', { class: 'caption-text' })
  const caption = h('p', { class: 'caption' }, captionLetter, captionDay, captionText)
  const chaptersButton = h(
    'button',
    {
      type: 'button',
      id: 'chapters',
      class: 'button',
      'aria-expanded': 'false',
      onclick: () => toggleChapters(),
    },
    texts.chapters,
  )
  const outcomesButton = h(
    'button',
    {
      type: 'button',
      id: 'outcomes',
      class: 'button',
      'aria-haspopup': 'dialog',
      onclick: options.openOutcomes,
    },
    texts.outcomes.open,
  )
  const list = chapterList()
  const element = h(
    'section',
    { class: 'dock', 'aria-label': texts.timeline },
    h(
      'div',
      { class: 'caption-row' },
      caption,
      h('div', { class: 'asides' }, outcomesButton, chaptersButton),
    ),
    controls,
    scale,
    h('div', { class: 'now' }, dayText, daysText),
    list,
  )

  function chapterList(): HTMLDialogElement {
    const items = chapters.map((chapter) => {
      const parts = [
        h('span', { class: 'chapter-day' }, options.when(chapter.day)),
        h('span', { class: 'letter' }, sides[chapter.side]?.letter ?? ''),
        h('span', {}, options.sentenceOf(chapter)),
      ]
      const button = h(
        'button',
        { type: 'button', class: 'chapter', onclick: () => options.openChapter(chapter) },
        ...parts,
      )
      return h('li', {}, button)
    })
    const close = h(
      'button',
      { type: 'button', class: 'button', onclick: () => toggleChapters() },
      texts.close,
    )
    const head = h('header', {}, h('h2', { id: 'chapters-title' }, texts.chapters), close)
    const body = items.length === 0 ? h('p', {}, texts.chaptersNone) : h('ol', {}, ...items)
    const dialog = h('dialog', { class: 'chapters', 'aria-labelledby': 'chapters-title' }, head, body)
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') toggleChapters()
    })
    return dialog
  }

  function toggleChapters(): void {
    if (list.open) {
      list.close()
      chaptersButton.focus()
    } else {
      list.show()
      markCurrent()
    }
    chaptersButton.setAttribute('aria-expanded', String(list.open))
  }

  /** Scrolls the list alone; scrollIntoView would take the page along. */
  function bringIntoList(button: Element): void {
    const [place, room] = [button.getBoundingClientRect(), list.getBoundingClientRect()]
    const head = list.firstElementChild?.clientHeight ?? 0
    if (place.bottom > room.bottom) list.scrollTop += place.bottom - room.bottom
    else if (place.top < room.top + head) list.scrollTop -= room.top + head - place.top
  }

  function markCurrent(): void {
    if (!list.open) return
    const current = chapterAt(chapters, options.day())
    const at = current === null ? -1 : chapters.indexOf(current)
    list.querySelectorAll('.chapter').forEach((button, index) => {
      if (index === at) button.setAttribute('aria-current', 'step')
      else button.removeAttribute('aria-current')
      button.classList.toggle('to-come', index > at)
      if (index === at) bringIntoList(button)
    })
  }

  return {
    element,
    playButton,
    chaptersButton,
    lay() {
      for (const lane of lanes) lane.lay()
    },
    playhead: scrubber.playhead,
    showDay(day) {
      write(dayText, options.when(day))
      write(daysText, texts.ofDays({ days: format.count(days) }))
      for (const lane of lanes) lane.reach(day)
      const chapter = chapterAt(chapters, day)
      write(captionLetter, chapter ? (sides[chapter.side]?.letter ?? '') : '')
      write(captionDay, chapter ? options.when(chapter.day) : '')
      write(
        captionText,
        chapter ? options.sentenceOf(chapter) : sides.length > 1 ? texts.hint : texts.hintOne,
      )
      caption.classList.toggle('waiting', chapter === null)
      markCurrent()
    },
    showClock(clock) {
      const name = clock.playing ? texts.pause : texts.play
      if (playButton.title !== name) {
        playButton.title = name
        playButton.setAttribute('aria-label', name)
        playButton.replaceChildren(icon(clock.playing ? 'pause' : 'play'))
      }
      write(speed, texts.speed({ speed: String(clock.speed) }))
    },
    say: scrubber.say,
    toggleChapters,
  }
}
