import { h } from '../dom.ts'
import { openDialog } from '../panels/dialog.ts'
import type { FileContext } from '../panels/file-context.ts'
import { askDesk } from '../player/desk.ts'
import { nameOf } from '../player/side.ts'
import { keepLog } from './kept.ts'

/** Opens a log on a side. One side or none: there it goes. Several, and nobody said which (null): the reader says. */
export function openLog(file: File, context: FileContext, at: number | null, next: () => void): void {
  const sides = context.sides()
  if (at !== null || sides.length < 2) return readInto(at ?? 0, file, context, next)
  const { texts, locale } = context.words()
  const buttons = sides.map((side, place) => {
    function choose(): void {
      dialog.close()
      readInto(place, file, context, next)
    }
    const instead = texts.openLogInstead({ name: nameOf(side, locale) })
    return h(
      'button',
      { type: 'button', class: 'choice', onclick: choose },
      h('strong', {}, texts.openLogIn({ letter: side.letter })),
      h('span', { class: 'quiet' }, instead),
    )
  })
  const dialog = openDialog(
    texts.openLogWhere({ file: file.name }),
    texts.cancel,
    h('div', { class: 'choices' }, ...buttons),
  )
  buttons[0]?.focus()
}

/** Reads and checks a log in a worker; closing the dialog stops it. */
function readInto(at: number, file: File, context: FileContext, next: () => void): void {
  const { texts } = context.words()
  const reading = texts.openLogReading({ file: file.name })
  const progress = h('progress', { max: 1, value: 0, 'aria-label': reading })
  const dialog = openDialog(texts.openLog, texts.cancel, h('p', { role: 'status' }, reading), progress)
  const stop = askDesk(
    { type: 'open-log', file },
    {
      type: 'opened',
      progress(share) {
        progress.value = share
      },
      done({ playback, isBranch }) {
        dialog.close()
        context.openedLog(at, { file, playback, isBranch })
        void keepLog(file)
        next()
      },
      failed({ fault, text }) {
        dialog.close()
        const says = fault === 'log' ? texts.openLogKept : texts.failedPage
        openDialog(
          texts.openLogFailed({ file: file.name }),
          texts.close,
          h('div', { class: 'failure', role: 'alert' }, h('p', {}, says), h('pre', { tabindex: 0 }, text)),
        )
      },
    },
  )
  dialog.addEventListener('close', stop)
}
