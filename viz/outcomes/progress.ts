import { h, write } from '../dom.ts'
import type { Words } from '../locales/words.ts'

/** How far the runs are, and the two buttons that stop them and start them again. */
export interface Progress {
  readonly element: HTMLElement
  readonly show: (done: number, all: number) => void
  /** Nothing runs any longer; `says` is what came of it, for those who cannot see the dots. */
  readonly finish: (done: number, all: number, says: string) => void
}

export function createProgress(
  { texts, format, gap }: Words,
  { stop, again }: { readonly stop: () => void; readonly again: () => void },
): Progress {
  const bar = h('progress', { max: 1, value: 0, 'aria-label': texts.outcomes.running })
  const text = h('span', { class: 'outcomes-count' })
  const button = (id: string, name: string, onclick: () => void): HTMLButtonElement =>
    h('button', { type: 'button', class: 'button', id, onclick }, name)
  const stopButton = button('outcomes-stop', texts.cancel, stop)
  const againButton = button('outcomes-again', texts.outcomes.again, () => {
    isRunning(true)
    stopButton.focus()
    again()
  })
  // The region stands there before it says anything: only then is it heard.
  const heard = h('p', { class: 'hidden', role: 'status' })
  const element = h('div', { class: 'outcomes-progress' }, bar, text, stopButton, againButton, heard)
  isRunning(true)

  function isRunning(does: boolean): void {
    bar.hidden = stopButton.hidden = !does
    againButton.hidden = true
  }

  return {
    element,
    show(done, all) {
      bar.value = done / all
      write(text, texts.outcomes.progress({ done: format.count(done), all: format.count(all) }))
    },
    finish(done, all, says) {
      const counts = { done: format.count(done), all: format.count(all) }
      const ended = done < all ? texts.outcomes.stopped(counts) : texts.outcomes.finished(counts)
      const wasFocused = document.activeElement === stopButton
      isRunning(false)
      againButton.hidden = done === all
      write(text, ended)
      write(heard, `${ended}${gap}${says}`)
      // The button under the focus has gone: to its successor, or else to the way out.
      if (!wasFocused) return
      if (!againButton.hidden) againButton.focus()
      else element.closest('dialog')?.querySelector<HTMLElement>('header button')?.focus()
    },
  }
}
