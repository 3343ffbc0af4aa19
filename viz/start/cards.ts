import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { titleOf } from '../player/library.ts'
import type { Library } from '../player/library.ts'
import { contrastOf, questionOf } from './questions.ts'
import { START_TEXTS } from './texts.ts'

/** Opens scenarios: one alone in the lab, two beside each other. */
export type Open = (names: readonly string[], mode: 'lab' | 'compare') => void

export interface CardContext {
  readonly library: Library
  readonly words: Words
  readonly open: Open
}

/** A card with a wall in small: what a trainer begins with. */
export function featuredCard(name: string, context: CardContext, frame: HTMLElement): HTMLElement {
  const { library, words } = context
  return h(
    'li',
    { class: 'start-card start-featured' },
    frame,
    h('h3', {}, titleOf(library, name, words.locale)),
    h('p', { class: 'start-question' }, questionOf(library, name, words.locale)),
    actions(name, context),
  )
}

/** The reader's own group: a file. The first button is what the card does, as with the others. */
export function ownCard(
  context: CardContext & { readonly chooseFile: () => void },
  frame: HTMLElement,
): HTMLElement {
  const { library, words, open, chooseFile } = context
  const texts = START_TEXTS[words.locale]
  const own = [...library.own].reverse().map((name) => {
    const title = titleOf(library, name, words.locale)
    return h(
      'li',
      {},
      h('button', { type: 'button', class: 'link', onclick: () => open([name], 'lab') }, title),
    )
  })
  const choose = h(
    'button',
    { type: 'button', class: 'button start-primary', onclick: chooseFile },
    texts.openFile,
  )
  return h(
    'li',
    { class: 'start-card start-featured start-own' },
    frame,
    h('h3', {}, texts.mine),
    h('p', { class: 'start-question' }, texts.mineSays),
    h('div', { class: 'start-actions' }, choose),
    ...(own.length > 0 ? [h('ul', { class: 'start-own-list', 'aria-label': texts.mineList }, ...own)] : []),
  )
}

/** A scenario among all of them, with the changes to it that are shipped beside it. */
export function scenarioCard(
  name: string,
  variants: readonly string[],
  context: CardContext & { readonly isOpen: boolean; readonly toggled: (isOpen: boolean) => void },
): HTMLElement {
  const { library, words } = context
  const question = questionOf(library, name, words.locale)
  return h(
    'li',
    { class: 'start-card' },
    h('h4', {}, titleOf(library, name, words.locale)),
    ...(question === '' ? [] : [h('p', { class: 'start-question' }, question)]),
    actions(name, context),
    ...(variants.length > 0 ? [variantList(variants, context)] : []),
  )
}

function variantList(
  variants: readonly string[],
  context: CardContext & { readonly isOpen: boolean; readonly toggled: (isOpen: boolean) => void },
): HTMLElement {
  const { library, words, isOpen, toggled } = context
  const texts = START_TEXTS[words.locale]
  const items = variants.map((name) =>
    h('li', {}, h('span', {}, titleOf(library, name, words.locale)), actions(name, context, 'link')),
  )
  const details = h(
    'details',
    { class: 'start-variants', open: isOpen },
    h('summary', {}, texts.variants({ count: words.format.count(variants.length) })),
    h('ul', {}, ...items),
  )
  details.addEventListener('toggle', () => toggled(details.open))
  return details
}

/** 看故事 and, where there is something to see beside it, 对照. Of a card (not a line) the first is its whole face. */
function actions(
  name: string,
  { library, words, open }: CardContext,
  look: 'button' | 'link' = 'button',
): HTMLElement {
  const texts = START_TEXTS[words.locale]
  const title = titleOf(library, name, words.locale)
  const contrast = contrastOf(library, name)
  const story = h(
    'button',
    {
      type: 'button',
      class: look === 'button' ? 'button start-primary' : 'link',
      'aria-label': texts.storyOf({ name: title }),
      onclick: () => open([name], 'lab'),
    },
    texts.story,
  )
  if (contrast === null) return h('div', { class: 'start-actions' }, story)
  const other = titleOf(library, contrast, words.locale)
  const beside = h(
    'button',
    {
      type: 'button',
      class: look,
      title: other,
      'aria-label': texts.compareOf({ name: title, with: other }),
      onclick: () => open([name, contrast], 'compare'),
    },
    texts.compare,
  )
  return h('div', { class: 'start-actions' }, story, beside)
}
