import { ENGINE, isRemovable } from '../../sim/index.ts'
import type { Playback, RemovableCause, Without } from '../../sim/index.ts'
import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import type { Ending } from './story.ts'
import { createLucksView } from './lucks-view.ts'
import type { Lucks } from './luck-report.ts'
import { ACCOUNT_TEXTS } from './texts.ts'
import { SMALL, whatIfSentence } from './verdict.ts'

/** What was asked of an ending, and what has come of it so far. */
export interface Supposed {
  readonly ending: Ending
  readonly cause: RemovableCause
  readonly answer: Answer
  /** The same question under other lucks; null until the first answer is there. */
  readonly lucks: Lucks | null
}

/** A run is `slow` once it has taken so long that its progress is worth showing. */
export type Answer =
  | { readonly state: 'started' }
  | { readonly state: 'slow'; readonly done: number }
  | { readonly state: 'told'; readonly without: Without }
  | { readonly state: 'failed'; readonly text: string }

export interface WhatIfOptions {
  readonly playback: Playback
  readonly words: Words
  readonly ask: (ending: Ending, cause: RemovableCause) => void
  readonly cancel: () => void
  /** Gives up the lucks that are still to come; what is known stays. */
  readonly stopLucks: () => void
}

/** The questions below the shares of an ending, the one answer, and then the answers under other lucks. */
export interface WhatIf {
  readonly element: HTMLElement
  /** The ending that is asked about, and the answer if it belongs to that ending. */
  readonly show: (ending: Ending | null, supposed: Supposed | null) => void
}

/**
 * One button a cause that can be switched off: the same history is run again without it, and then once more under each
 * of many lucks.
 */
export function createWhatIf({ playback, words, ask, cancel, stopLucks }: WhatIfOptions): WhatIf {
  const { texts, locale } = words
  const own = ACCOUNT_TEXTS[locale]
  const questions = h('div', { class: 'questions' })
  const answer = h('p', { class: 'answer' })
  const once = h('p', { class: 'quiet' })
  const progress = h('progress', { max: 1, value: 0, 'aria-label': own.whatIfAsking })
  const stop = h(
    'button',
    { type: 'button', class: 'button', id: 'what-if-cancel', onclick: () => cancel() },
    texts.cancel,
  )
  const waiting = h('div', { class: 'waiting-bar', hidden: true }, progress, stop)
  // The region stands there before it says anything: only then is it heard.
  const heard = h('div', { role: 'status' }, answer, once)
  const lucks = createLucksView(playback.scenario.days, words, stopLucks)
  const element = h('div', { class: 'what-if' }, questions, heard, waiting, lucks.element)
  let shown: Ending | null | undefined
  let said: Answer['state'] | undefined

  function show(ending: Ending | null, supposed: Supposed | null): void {
    if (ending !== shown) {
      shown = ending
      questions.replaceChildren(...(ending ? questionsOf(ending) : []))
    }
    say(ending && supposed?.ending === ending ? supposed : null)
  }

  function questionsOf(ending: Ending): Node[] {
    if (playback.engine !== ENGINE)
      return [h('p', { class: 'quiet' }, texts.whatIfOther({ engine: playback.engine }))]
    return ending.shares
      .filter(({ share }) => share >= SMALL)
      .flatMap(({ cause }) => (isRemovable(cause) ? [questionOf(ending, cause)] : []))
  }

  function questionOf(ending: Ending, cause: RemovableCause): HTMLElement {
    const text = own.whatIf({ without: texts.without[cause] })
    return h(
      'button',
      { type: 'button', class: 'button', id: `what-if-${cause}`, onclick: () => ask(ending, cause) },
      text,
    )
  }

  function say(supposed: Supposed | null): void {
    const state = supposed?.answer
    // The focus goes back to the question when the button under it vanishes.
    const isLeft = state?.state !== 'slow' && document.activeElement === stop
    const refocused = isLeft ? questions.querySelector<HTMLElement>('[data-asked]') : null
    for (const question of questions.children)
      question.toggleAttribute('data-asked', question.id === `what-if-${supposed?.cause}`)
    waiting.hidden = state?.state !== 'slow'
    if (state?.state === 'slow') progress.value = state.done
    write(answer, supposed ? textOf(supposed) : '')
    write(once, state?.state === 'told' ? own.whatIfOnce : '')
    lucks.show(supposed?.ending.kind ?? 'left', supposed?.lucks ?? null)
    if (state && state.state !== 'started' && state.state !== said)
      (waiting.hidden ? heard : waiting).scrollIntoView({ block: 'nearest' })
    said = state?.state
    refocused?.focus({ preventScroll: true })
  }

  function textOf({ ending, answer }: Supposed): string {
    switch (answer.state) {
      case 'started':
        return ''
      case 'slow':
        return own.whatIfAsking
      case 'told':
        return whatIfSentence(answer.without, ending, words)
      case 'failed':
        return `${own.whatIfFailed}${words.gap}${answer.text}`
    }
  }

  return { element, show }
}
