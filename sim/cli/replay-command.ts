import { createWatchedReplay, isSound, reportOf } from '../projections/replay.ts'
import { replayText } from '../report/replay-text.ts'
import type { Locale } from '../model/local-text.ts'
import { EXIT, InputError } from './exit.ts'
import { mustBeLog, readLog } from './log-file.ts'
import { print, printJson } from './output.ts'
import { createProgress } from './progress.ts'

export interface ReplayCommandOptions {
  readonly verify?: boolean
  readonly at?: number
  readonly json?: boolean
  readonly locale: Locale
}

/** `qunxiang replay LOG`: folds a log and checks its chain and its states; on request runs it again. */
export async function replayCommand(path: string, options: ReplayCommandOptions): Promise<number> {
  const { verify: reruns = false, at, json, locale } = options
  mustBeLog(path, 'LOG')
  const replay = createWatchedReplay({
    file: path,
    reruns,
    ...(at !== undefined && { at }),
    onHeader: ({ scenario: { days } }) => {
      if (at !== undefined && at > days)
        throw new InputError(`--at must be a whole number from 0 to ${days}, got ${at}`)
      return []
    },
  })
  await readLog(path, replay, createProgress())
  const replayed = replay.end()
  const report = reportOf(replayed)
  const { header, events } = replayed
  if (json === true) printJson(report)
  else print(replayText(report, { header, log: path, events, reruns }, locale))
  return isSound(report.verified) ? EXIT.done : EXIT.failed
}
