import { compareReport, type Placebo } from '../lab/compare-report.ts'
import { daysToTell } from '../lab/ensemble-report.ts'
import { hasFailed, type ArmResults } from '../lab/outcome.ts'
import { runPlacebo } from '../lab/placebo.ts'
import { ENGINE } from '../model/engine-version.ts'
import type { Locale } from '../model/local-text.ts'
import { compareText } from '../report/compare-text.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { endOf } from './end-of-runs.ts'
import { InputError, Interrupted } from './exit.ts'
import { breathe } from './interrupt.ts'
import { note, noteNotSimulated, print, printJson } from './output.ts'
import { createProgress } from './progress.ts'
import { readGiven, type Given } from './scenario-files.ts'
import { runOnThreads, type RunsOptions } from './worker-threads.ts'

export interface CompareCommandOptions extends RunsOptions {
  readonly json?: boolean
  readonly locale: Locale
}

/** `qunxiang compare A B`: two scenarios with the same people, and what lies between them. */
export async function compareCommand(a: string, b: string, options: CompareCommandOptions): Promise<number> {
  const pair = [readGiven(a), readGiven(b)] as const
  checkPair(pair)
  for (const given of pair) noteNotSimulated(given)
  const [first, second] = pair
  const { days } = first.scenario
  const wish = { days: daysToTell(days), series: [] }
  const results = await runOnThreads([first.scenario, second.scenario], { ...options, wish })
  const seed = options.seed.normalize('NFC')
  const report = compareReport(
    {
      scenarios: [first.name, second.name],
      engine: ENGINE,
      days,
      placebo: await placeboOf(first.scenario, results, { seed, runs: options.runs }),
    },
    results as [ArmResults, ArmResults],
  )
  if (options.json === true) printJson(report)
  else print(compareText(report, [first.scenario, second.scenario], options.locale))
  return endOf(results)
}

/** Null after Ctrl-C; and where a run of the scenario broke, which would break this one too. */
async function placeboOf(
  scenario: Scenario,
  [results = []]: readonly ArmResults[],
  { seed, runs }: Pick<RunsOptions, 'seed' | 'runs'>,
): Promise<Placebo | null> {
  if (results.some((result) => result === null || hasFailed(result))) return null
  const progress = createProgress()
  const show = (share: number) => {
    progress.show(share, 'placebo')
    return breathe()
  }
  try {
    return await runPlacebo(scenario, { seed, runs, breathe: show })
  } catch (error) {
    if (error instanceof Interrupted) return null
    throw error
  } finally {
    progress.clear()
  }
}

function checkPair([a, b]: readonly [Given, Given]): void {
  if (a.scenario.days !== b.scenario.days) {
    throw new InputError(
      `A and B must run for as many days, got ${a.scenario.days} in ${a.file} and ${b.scenario.days} in ${b.file}`,
    )
  }
  if (JSON.stringify(a.scenario.market) !== JSON.stringify(b.scenario.market)) {
    note(
      `note: ${a.file} and ${b.file} have different markets: their people are not the same, and pairing saves little`,
    )
  }
}
