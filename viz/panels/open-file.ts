import { h } from '../dom.ts'
import { openDialog } from './dialog.ts'
import type { FileContext } from './file-context.ts'

const ENDINGS = '.yaml,.yml,.json,.qlog,.jsonl,.gz'

/** Asks for a file and opens it. */
export function chooseFile(context: FileContext): void {
  // Some phones grey out every file whose ending they have never heard of.
  const accept = matchMedia('(pointer: coarse)').matches ? {} : { accept: ENDINGS }
  const input = h('input', { type: 'file', hidden: true, ...accept })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    input.remove()
    if (file) openFile(file, context)
  })
  input.addEventListener('cancel', () => input.remove())
  document.body.append(input) // one that stands nowhere may be forgotten while the reader looks for her file
  input.click()
}

/** Files may be dropped anywhere: on the left half for A, on the right one for B; two files are A and B. */
export function acceptDrops(context: FileContext): void {
  const veil = h('div', { class: 'drop', 'aria-hidden': 'true' })
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

  /** The side whose strip of the page is under the pointer; 0 where there is one, or none. */
  function sideUnder(event: DragEvent): number {
    const count = Math.max(1, context.sides().length)
    return Math.min(count - 1, Math.floor((event.clientX / innerWidth) * count))
  }

  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    const { texts } = context.words()
    const sides = context.sides()
    const says = sides.length > 1 ? sides.map((side) => texts.openLogIn(side)) : [texts.openLogDrop]
    if (!veil.isConnected) {
      veil.replaceChildren(...says.map((text) => h('p', {}, text)))
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
    if (!file) return
    const at = context.sides().length > 1 ? sideUnder(event) : null
    openFile(file, context, both ? { at: 0, later: [other] } : { at, later: [] })
  })
}

/** Opens a scenario or a log, whichever it is. How that is done is loaded with the first file. */
export function openFile(
  file: File,
  context: FileContext,
  where: { readonly at: number | null; readonly later: readonly File[] } = { at: null, later: [] },
): void {
  import('../files/open.ts').then(
    ({ open }) => open(file, context, where),
    (error: unknown) => {
      const { texts } = context.words()
      openDialog(
        texts.openLogFailed({ file: file.name }),
        texts.close,
        h('p', { role: 'alert' }, texts.failedPage),
        h('pre', {}, String(error)),
      )
    },
  )
}
