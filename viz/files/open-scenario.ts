import { h } from '../dom.ts'
import { openDialog } from '../panels/dialog.ts'
import type { FileContext } from '../panels/file-context.ts'
import { addOwn, freeName } from '../player/library.ts'
import { readScenarioFile } from './ask.ts'
import { keepScenario } from './kept.ts'
import { scenarioNameOf } from './kind.ts'
import { openProblems } from './problems.ts'
import { FILE_TEXTS } from './texts.ts'

/** Most files are read before anybody could read that they are being read. */
const PATIENCE_MS = 300

/**
 * Reads a scenario file in a worker. A good one is put into the library, kept for the next visit and shown; of a bad
 * one everything that is wrong is listed, and nothing changes.
 */
export async function openScenario(
  file: File,
  context: FileContext,
  at: number | null,
  next: () => void,
): Promise<void> {
  const { library } = context
  const { texts } = context.words()
  const says = FILE_TEXTS[context.words().locale]
  const reading = new AbortController()
  let dialog: HTMLDialogElement | null = null
  const slow = setTimeout(() => {
    dialog = openDialog(
      says.readingTitle,
      texts.cancel,
      h('p', { role: 'status' }, says.reading({ file: file.name })),
    )
    dialog.addEventListener('close', () => reading.abort())
  }, PATIENCE_MS)
  const name = freeName(library, scenarioNameOf(file.name))
  const answer = await readScenarioFile(file, name, library, reading.signal).catch((error: unknown) => ({
    type: 'failed' as const,
    text: String(error),
  }))
  clearTimeout(slow)
  if (reading.signal.aborted) return
  closeIfOpen(dialog)
  switch (answer.type) {
    case 'read':
      addOwn(library, name, answer.body)
      keepScenario({ name, body: answer.body })
      context.openedScenario(name, at)
      return next()
    case 'wrong': {
      const { words } = context
      const count = words().format.count(answer.problems.length)
      return openProblems(says.failed({ file: file.name }), says.wrong({ count }), answer.problems, words())
    }
    case 'failed':
      openDialog(
        says.failed({ file: file.name }),
        texts.close,
        h(
          'div',
          { class: 'failure', role: 'alert' },
          h('p', {}, texts.failedPage),
          h('pre', {}, answer.text),
        ),
      )
  }
}

function closeIfOpen(dialog: HTMLDialogElement | null): void {
  dialog?.close()
}
