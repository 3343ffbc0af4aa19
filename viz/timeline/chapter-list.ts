import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { chapterAt } from './moments.ts'
import type { Chapter } from './moments.ts'

export interface ChapterList {
  readonly element: HTMLDialogElement
  readonly toggle: () => void
  /** Marks the last chapter that has happened. */
  readonly mark: (day: number) => void
}

/** All chapters as a list beside the dock. */
export function createChapterList(options: {
  readonly words: Words
  readonly sides: readonly { readonly letter: string }[]
  readonly chapters: readonly Chapter[]
  readonly sentenceOf: (chapter: Chapter) => string
  readonly day: () => number
  readonly open: (chapter: Chapter) => void
  /** What opens and closes the list; it gets the focus back. */
  readonly button: HTMLElement
}): ChapterList {
  const { words, chapters, button } = options
  const { texts, when } = words
  const items = chapters.map((chapter) => {
    const parts = [
      h('span', { class: 'chapter-day' }, when(chapter.day)),
      h('span', { class: 'letter' }, options.sides[chapter.side]?.letter ?? ''),
      h('span', {}, options.sentenceOf(chapter)),
    ]
    const onclick = (): void => options.open(chapter)
    return h('li', {}, h('button', { type: 'button', class: 'chapter', onclick }, ...parts))
  })
  const close = h('button', { type: 'button', class: 'button', onclick: toggle }, texts.close)
  const head = h('header', {}, h('h2', { id: 'chapters-title' }, texts.chapters), close)
  const body = items.length === 0 ? h('p', {}, texts.chaptersNone) : h('ol', {}, ...items)
  const element = h('dialog', { class: 'chapters', 'aria-labelledby': 'chapters-title' }, head, body)
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') toggle()
  })

  function toggle(): void {
    if (element.open) {
      element.close()
      button.focus()
    } else {
      element.show()
      mark(options.day())
    }
    button.setAttribute('aria-expanded', String(element.open))
  }

  /** Scrolls the list alone; scrollIntoView would take the page along. */
  function bringIntoList(item: Element): void {
    const [place, room] = [item.getBoundingClientRect(), element.getBoundingClientRect()]
    if (place.bottom > room.bottom) element.scrollTop += place.bottom - room.bottom
    else if (place.top < room.top + head.clientHeight) {
      element.scrollTop -= room.top + head.clientHeight - place.top
    }
  }

  function mark(day: number): void {
    if (!element.open) return
    const current = chapterAt(chapters, day)
    const at = current === null ? -1 : chapters.indexOf(current)
    element.querySelectorAll('.chapter').forEach((item, index) => {
      if (index === at) item.setAttribute('aria-current', 'step')
      else item.removeAttribute('aria-current')
      item.classList.toggle('to-come', index > at)
      if (index === at) bringIntoList(item)
    })
  }

  return { element, toggle, mark }
}
