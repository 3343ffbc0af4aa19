import { parseDocument } from 'yaml'
import { openFork } from '../projections/fork.ts'
import { forkText } from '../report/fork-text.ts'
import type { Locale } from '../model/local-text.ts'
import type { Edit } from '../scenario/edit.ts'
import { tellPath } from '../scenario/path.ts'
import { EXIT, InputError } from './exit.ts'
import { breathe } from './interrupt.ts'
import { noteNotSimulated, print, printJson } from './output.ts'
import { createProgress } from './progress.ts'
import { readGiven } from './scenario-files.ts'

export interface ForkCommandOptions {
  readonly at: number
  /** Each as it was typed: PATH=VALUE. */
  readonly set: readonly string[]
  readonly seed: string
  readonly json?: boolean
  readonly locale: Locale
}

/** `qunxiang fork SCENARIO`: a run and its branch side by side, and why they differ. */
export async function forkCommand(wanted: string, options: ForkCommandOptions): Promise<number> {
  const { at, set, seed, json, locale } = options
  const edits = set.map(readEdit)
  const given = readGiven(wanted)
  const making = openFork(given.scenario, seed.normalize('NFC'), { at, edits })
  noteNotSimulated(given)
  const { days } = given.scenario
  const progress = createProgress()
  try {
    while (!making.isDone()) {
      making.step()
      progress.show(making.day() / days, `day ${making.day()} of ${days}`)
      await breathe()
    }
  } finally {
    progress.clear()
  }
  const report = making.finish(given.name)
  if (json === true) printJson(report)
  else print(forkText(report, given.scenario, locale))
  return EXIT.done
}

function readEdit(text: string): Edit {
  const equals = text.indexOf('=')
  if (equals < 1) throw new InputError(`--set must be PATH=VALUE, got ${JSON.stringify(text)}`)
  const path = text.slice(0, equals).trim()
  const value = text.slice(equals + 1)
  try {
    const document = parseDocument(value, { schema: 'core', prettyErrors: false, logLevel: 'error' })
    // A warning (of an unknown tag) is about a value that was not understood.
    if (document.errors.length + document.warnings.length === 0)
      return { path, value: document.toJS() as unknown }
  } catch {
    // Aliases that would fill the memory, or more levels than there is stack: no value either.
  }
  throw new InputError(`--set ${tellPath(path)} must have a value in YAML, got ${JSON.stringify(value)}`)
}
