import { h } from '../dom.ts'
import { openDialog } from '../panels/dialog.ts'
import type { FileContext } from '../panels/file-context.ts'
import { HEAD, kindOf, nameFor } from './kind.ts'
import { openLog } from './open-log.ts'
import { openScenario } from './open-scenario.ts'
import { FILE_TEXTS } from './texts.ts'

/** Where a file goes: to a side (null: wherever it may), and the files that follow it to the next ones. */
export interface Where {
  readonly at: number | null
  readonly later: readonly File[]
}

/** Finds out what a file is, and opens it. What is shown stays as it is until all of it has been found to hold. */
export async function open(file: File, context: FileContext, { at, later }: Where): Promise<void> {
  const next = (): void => {
    const [following, ...rest] = later
    if (following) void open(following, context, { at: (at ?? 0) + 1, later: rest })
  }
  const kind = kindOf(file.name, await headOf(file))
  if (kind === 'scenario') return openScenario(file, context, at, next)
  if (kind === 'unknown') return refuse(file, context)
  const name = nameFor(kind, file.name)
  const log = name === file.name ? file : new File([file], name, { lastModified: file.lastModified })
  openLog(log, context, at, next)
}

/** What cannot be read begins with nothing; whoever reads all of it will say why. */
async function headOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
  } catch {
    return new Uint8Array(0)
  }
}

function refuse(file: File, { words }: FileContext): void {
  const { texts, locale } = words()
  openDialog(
    texts.openLogFailed({ file: file.name }),
    texts.close,
    h('p', { role: 'alert' }, FILE_TEXTS[locale].unknown),
  )
}
