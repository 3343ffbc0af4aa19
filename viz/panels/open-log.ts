import { h } from '../dom.ts'
import type { Words } from '../locales/words.ts'
import { askDesk } from '../player/desk.ts'
import { nameOf } from '../player/side.ts'
import type { OpenedLog, Side } from '../player/side.ts'
import { openDialog } from './dialog.ts'

/** What opening a log asks the page. */
export interface LogContext {
  readonly words: () => Words
  readonly sides: () => readonly Side[]
  /** Puts the history of a log in the place of a side. */
  readonly opened: (at: number, log: OpenedLog) => void
}

/** Asks for a file and opens it. */
export function chooseLog(context: LogContext): void {
  const input = h('input', { type: 'file', accept: '.qlog,.jsonl,.gz', hidden: true })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    input.remove()
    if (file) placeLog(file, context)
  })
  input.addEventListener('cancel', () => input.remove())
  document.body.append(input) // one that stands nowhere may be forgotten while the reader looks for her file
  input.click()
}

/** Files may be dropped anywhere: on the left half for A, on the right one for B; two files are A and B. */
export function acceptDrops(context: LogContext): void {
  const veil = h('div', { class: 'drop', 'aria-hidden': 'true' })
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

  function sideUnder(event: DragEvent): number {
    return event.clientX > innerWidth / 2 ? context.sides().length - 1 : 0
  }

  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    const { texts } = context.words()
    const sides = context.sides()
    const say = ({ letter }: Side): string =>
      sides.length > 1 ? texts.openLogIn({ letter }) : texts.openLogDrop
    if (!veil.isConnected) {
      veil.replaceChildren(...sides.map((side) => h('p', {}, say(side))))
      document.body.append(veil)
    }
    Array.from(veil.children).forEach((zone, at) => zone.classList.toggle('under', at === sideUnder(event)))
  })
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) veil.remove()
  })
  addEventListener('drop', (event) => {
    veil.remove()
    if (!carriesFiles(event)) return
    event.preventDefault()
    const [file, other] = event.dataTransfer?.files ?? []
    const both = file && other && context.sides().length > 1
    if (file) readInto(both ? 0 : sideUnder(event), file, context, both ? [other] : [])
  })
}

/** One side: there it goes. Two: the reader says where. */
function placeLog(file: File, context: LogContext): void {
  const sides = context.sides()
  if (sides.length < 2) return readInto(0, file, context)
  const { texts, locale } = context.words()
  const buttons = sides.map((side, at) => {
    function choose(): void {
      dialog.close()
      readInto(at, file, context)
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

/** Reads and checks a log in a worker; what is shown stays until all of it has been found to hold. */
function readInto(at: number, file: File, context: LogContext, later: readonly File[] = []): void {
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
        context.opened(at, { file, playback, isBranch })
        const [next, ...rest] = later
        if (next) readInto(at + 1, next, context, rest)
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
