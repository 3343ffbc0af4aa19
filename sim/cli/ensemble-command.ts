import { ensembleReport, daysToTell } from '../lab/ensemble-report.ts'
import { ENGINE } from '../model/engine-version.ts'
import type { Locale } from '../model/local-text.ts'
import { ensembleText } from '../report/ensemble-text.ts'
import { endOf } from './end-of-runs.ts'
import { noteNotSimulated, print, printJson } from './output.ts'
import { readGiven } from './scenario-files.ts'
import { runOnThreads, type RunsOptions } from './worker-threads.ts'

export interface EnsembleCommandOptions extends RunsOptions {
  readonly json?: boolean
  readonly locale: Locale
}

/** `qunxiang ensemble SCENARIO`: many runs, their bands, how long they live. */
export async function ensembleCommand(wanted: string, options: EnsembleCommandOptions): Promise<number> {
  const given = readGiven(wanted)
  noteNotSimulated(given)
  const { name, scenario } = given
  const wish = { days: daysToTell(scenario.days), series: [] }
  const results = await runOnThreads([scenario], { ...options, wish })
  const arm = { scenario: name, engine: ENGINE, days: scenario.days }
  const report = ensembleReport(arm, results[0] ?? [])
  if (options.json === true) printJson(report)
  else print(ensembleText(report, scenario, options.locale))
  return endOf(results)
}
