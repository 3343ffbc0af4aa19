import { h } from '../dom.ts'
import type { Messages } from '../locales/zh-Hans.ts'

export interface AfterwardsOptions {
  readonly letter: string
  /** What a teacher says in one sentence; empty: nothing. */
  readonly lesson: string
  /** The scenarios to be seen beside, each with its address. */
  readonly contrasts: readonly Contrast[]
  readonly told: boolean
  readonly tell: (told: boolean) => void
  readonly texts: Messages
}

export interface Contrast {
  readonly name: string
  readonly says: string
  readonly href: string
  readonly newWindow: boolean
}

export interface Afterwards {
  readonly element: HTMLElement
  readonly show: (told: boolean) => void
}

/**
 * What comes after a replay: the teacher's sentence, hidden until then, and what to look at next to it. The room is the
 * same before and after, so that no seat moves when the sentence comes.
 */
export function createAfterwards(options: AfterwardsOptions): Afterwards | null {
  const { letter, lesson, contrasts, texts } = options
  if (lesson === '' && contrasts.length === 0) return null
  let told = options.told
  const sentence = h('span', { class: 'lesson', id: `lesson-${letter}` }, lesson)
  const button = h('button', {
    type: 'button',
    id: `tell-${letter}`,
    class: 'link',
    'aria-controls': `lesson-${letter}`,
    onclick: () => {
      show(!told)
      options.tell(told)
    },
  })
  const teacher = lesson === '' ? [] : [h('b', {}, texts.afterwards.label), ' ', sentence, ' ', button, ' ']
  const links = contrasts.flatMap(({ name, says, href, newWindow }) => [
    ' ',
    h('a', { class: 'link', href, title: says, target: newWindow && '_blank' }, name),
  ])
  const beside =
    contrasts.length === 0 ? [] : [h('span', { class: 'quiet' }, texts.afterwards.contrast), ...links]
  const element = h(
    'div',
    { class: 'afterwards', role: 'group', 'aria-label': `${letter} ${texts.afterwards.label}` },
    ...teacher,
    h('span', { class: 'contrasts' }, ...beside),
  )
  show(told)

  function show(next: boolean): void {
    told = next
    sentence.hidden = !told
    button.setAttribute('aria-expanded', String(told))
    button.textContent = told ? texts.afterwards.hide : texts.afterwards.reveal
  }

  return { element, show }
}
