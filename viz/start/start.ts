import { h } from '../dom.ts'
import { groupScenarios } from '../chooser/groups.ts'
import type { Words } from '../locales/words.ts'
import type { Library } from '../player/library.ts'
import type { Palette } from '../stage/palette.ts'
import { cardTowards } from './arrows.ts'
import { featuredCard, ownCard, scenarioCard } from './cards.ts'
import type { CardContext, Open } from './cards.ts'
import { createMiniWalls } from './mini-walls.ts'
import { START_TEXTS } from './texts.ts'
import './start.css'

/** One of the screens of the page. */
export interface Screen {
  readonly element: HTMLElement
  readonly show: () => void
  readonly hide: () => void
  /** Locale, theme or data changed. */
  readonly rebuild: () => void
}

/** Where the reader was before, to be opened again. */
export interface Recent {
  readonly title: string
  readonly says: string
  readonly open: () => void
}

export interface StartContext {
  readonly words: () => Words
  readonly palette: () => Palette
  readonly isCalm: () => boolean
  readonly library: Library
  readonly open: Open
  readonly chooseFile: () => void
  readonly recent?: () => readonly Recent[]
}

/** 第一天就打广告, 先聊痛点, 红包刷屏, 线下先行: what a class is shown first. */
const FEATURED = ['ads-from-day-one', 'pain-point-first', 'red-packet-rain', 'offline-events']

/** The first screen: what this is, four groups and the reader's own, and below them every scenario by its question. */
export function createStart(context: StartContext): Screen {
  const { library, palette, isCalm } = context
  const element = h('main', { class: 'start-screen', 'aria-labelledby': 'start-what' })
  const walls = createMiniWalls({ library, palette, isCalm })
  const unfolded = new Set<string>()
  let paused = false
  /** The reader's own scenarios when the cards were made: whoever comes back finds the newer ones. */
  let builtFor = ''

  element.addEventListener('keydown', onKey)

  function build(): void {
    const words = context.words()
    const cards: CardContext = { library, words, open: context.open }
    const texts = START_TEXTS[words.locale]
    builtFor = library.own.join()
    walls.clear()
    element.replaceChildren(
      h(
        'header',
        { class: 'start-head' },
        h('p', { class: 'start-brand' }, words.texts.brand),
        h('h2', { id: 'start-what' }, texts.what),
      ),
      ...recentList(words),
      h(
        'section',
        { 'aria-labelledby': 'start-featured' },
        h(
          'div',
          { class: 'start-section' },
          h('h2', { id: 'start-featured' }, texts.featured),
          h('p', { class: 'quiet' }, texts.walls),
          motionSwitch(words),
        ),
        h('ul', { class: 'start-row' }, ...featured(cards)),
      ),
      all(cards),
      h('p', { class: 'start-note quiet' }, words.texts.modelNote),
    )
  }

  function featured(cards: CardContext): HTMLElement[] {
    const shown = FEATURED.filter((name) => Object.hasOwn(library.scenarios, name))
    const items = shown.map((name) => {
      const canvas = h('canvas', { 'aria-hidden': 'true', width: 1, height: 1 })
      const frame = h('div', { class: 'start-wall' }, canvas)
      walls.add(frame, canvas, name)
      return featuredCard(name, cards, frame)
    })
    const empty = h('div', { class: 'start-wall start-wall-own', 'aria-hidden': 'true' })
    return [...items, ownCard({ ...cards, chooseFile: context.chooseFile }, empty)]
  }

  /** Nothing moves for those who asked for calm: then there is nothing to stop. */
  function motionSwitch({ locale }: Words): HTMLElement {
    const texts = START_TEXTS[locale]
    const says = (): string => (paused ? texts.moveWalls : texts.stopWalls)
    const button = h(
      'button',
      { type: 'button', id: 'start-motion', class: 'link', hidden: isCalm() },
      says(),
    )
    button.addEventListener('click', () => {
      paused = !paused
      walls.pause(paused)
      button.textContent = says()
    })
    return button
  }

  function recentList({ locale }: Words): HTMLElement[] {
    const recent = context.recent?.() ?? []
    if (recent.length === 0) return []
    const items = recent.map(({ title, says, open }) =>
      h(
        'li',
        {},
        h('button', { type: 'button', class: 'button', onclick: open }, title),
        h('span', { class: 'quiet' }, says),
      ),
    )
    return [
      h(
        'section',
        { class: 'start-recent', 'aria-labelledby': 'start-recent' },
        h('h2', { id: 'start-recent' }, START_TEXTS[locale].recent),
        h('ul', {}, ...items),
      ),
    ]
  }

  /** The reader's own files are on the card above. */
  function all(cards: CardContext): HTMLElement {
    const { words } = cards
    const { texts, format } = words
    const names = Object.keys(library.scenarios).filter((name) => !library.own.includes(name))
    const groups = groupScenarios(names)
    const its = START_TEXTS[words.locale]
    const questions = groups.reduce((sum, { families }) => sum + families.length, 0)
    const sections = groups.map(({ group, families }) => {
      const items = families.map(({ name, variants }) =>
        scenarioCard(name, variants, {
          ...cards,
          isOpen: unfolded.has(name),
          toggled: (isOpen) => void (isOpen ? unfolded.add(name) : unfolded.delete(name)),
        }),
      )
      const id = `start-${group}`
      return h(
        'section',
        { class: 'start-group', 'aria-labelledby': id },
        h('h3', { id }, texts.chooser.groups[group]),
        h('ul', { class: 'start-grid' }, ...items),
      )
    })
    return h(
      'section',
      { 'aria-labelledby': 'start-all' },
      h(
        'div',
        { class: 'start-section' },
        h('h2', { id: 'start-all' }, its.all),
        h(
          'p',
          { class: 'quiet' },
          its.count({ questions: format.count(questions), scenarios: format.count(names.length) }),
        ),
      ),
      ...sections,
    )
  }

  /** Arrow keys lead from card to card; inside a card the tab key does. */
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return
    const cards = [...element.querySelectorAll('.start-card')]
    const from = cards.findIndex((card) => card.contains(document.activeElement))
    const to = cardTowards(
      event.key,
      cards.map((card) => card.getBoundingClientRect()),
      from,
    )
    const next = cards[to]?.querySelector<HTMLElement>('.start-primary')
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
  }

  return {
    element,
    show() {
      if (builtFor !== library.own.join() || element.childElementCount === 0) build()
      walls.start()
      const isElsewhere = document.activeElement === null || document.activeElement === document.body
      if (isElsewhere) element.querySelector<HTMLElement>('.start-primary')?.focus({ preventScroll: true })
    },
    hide: () => walls.stop(),
    rebuild() {
      const focused = [...element.querySelectorAll('button, summary')].indexOf(
        document.activeElement as Element,
      )
      build()
      walls.repaint()
      const again = [...element.querySelectorAll<HTMLElement>('button, summary')][focused]
      again?.focus({ preventScroll: true })
    },
  }
}
