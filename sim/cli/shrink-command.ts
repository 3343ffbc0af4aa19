import { parseCondition, type Condition } from '../lab/condition.ts'
import { seedOfRun } from '../lab/outcome.ts'
import { openShrinking, SHRINK_STAGES, type Shrinking } from '../lab/shrink.ts'
import { shrinkReport, type ShrinkReport } from '../lab/shrink-report.ts'
import type { Locale } from '../model/local-text.ts'
import { shrinkComments, shrinkProgressText, shrinkSummary } from '../report/shrink-text.ts'
import { writeYaml } from '../scenario/write-yaml.ts'
import { openAside } from './aside.ts'
import { EXIT, InputError, Interrupted } from './exit.ts'
import { breathe } from './interrupt.ts'
import { note, noteNotSimulated, print, printJson } from './output.ts'
import { checkPlaces } from './places.ts'
import { createProgress } from './progress.ts'
import { readGiven, type Given } from './scenario-files.ts'

export interface ShrinkCommandOptions {
  readonly until: string
  readonly seed: string
  readonly seeds: number
  readonly share: number
  readonly out?: string
  readonly json?: boolean
  readonly locale: Locale
}

/** `qunxiang shrink SCENARIO`: the smallest scenario that still shows something. */
export async function shrinkCommand(wanted: string, options: ShrinkCommandOptions): Promise<number> {
  const { out, locale } = options
  const given = readGiven(wanted)
  const condition = readCondition(options.until, given)
  if (out !== undefined) checkPlace(out, given)
  noteNotSimulated(given)
  const file = out === undefined ? null : await openAside(out)
  try {
    const start = performance.now()
    const wish = { condition, seeds: seedsOf(options), share: options.share }
    const shrinking = openShrinking(given.scenario, wish)
    const stopped = await workOn(shrinking, locale)
    const report = shrinkReport(shrinking, {
      ...wish,
      name: given.name,
      isPartial: stopped !== null,
      write: ({ values }, report) => writeYaml(values, shrinkComments(report, locale)),
    })
    if (report === null) throw stopped ?? new Interrupted(EXIT.interrupted)
    if (report.file !== null) await file?.write(report.file)
    if (report.file !== null) await file?.keep()
    tell(report, { ...options, seconds: (performance.now() - start) / 1000 })
    if (stopped !== null) return stopped.exitCode
    return report.isShown ? EXIT.done : EXIT.failed
  } finally {
    file?.discard()
  }
}

function readCondition(text: string, { scenario }: Given): Condition {
  const parsed = parseCondition(text, scenario.days)
  if ('condition' in parsed) return parsed.condition
  throw new InputError(parsed.problems.map((problem) => `--until, ${problem}`).join('\n'))
}

/** What was read must not be written over, and what is written must be found again as a scenario. */
function checkPlace(out: string, { files }: Given): void {
  if (!/\.ya?ml$/i.test(out)) throw new InputError(`--out must end with .yaml, got ${JSON.stringify(out)}`)
  checkPlaces(files, [{ option: '--out', path: out }])
}

/** One seed is the seed of `run`; several are those of an ensemble. */
function seedsOf({ seed, seeds }: ShrinkCommandOptions): string[] {
  const canonical = seed.normalize('NFC')
  return seeds === 1 ? [canonical] : Array.from({ length: seeds }, (_, run) => seedOfRun(canonical, run))
}

/** Works to the end, or until somebody interrupts it: returns who did. */
async function workOn(shrinking: Shrinking, locale: Locale): Promise<Interrupted | null> {
  const progress = createProgress()
  try {
    while (!shrinking.isDone()) {
      shrinking.step()
      const now = shrinking.progress()
      const size = shrinking.smallest()?.size ?? null
      progress.show(
        SHRINK_STAGES.indexOf(now.stage) / SHRINK_STAGES.length,
        shrinkProgressText(now, size, locale),
      )
      await breathe()
    }
    return null
  } catch (error) {
    if (error instanceof Interrupted) return error
    throw error
  } finally {
    progress.clear()
  }
}

function tell(report: ShrinkReport, options: ShrinkCommandOptions & { readonly seconds: number }): void {
  const { out, json } = options
  if (json === true) printJson(report)
  else {
    if (report.file !== null && out === undefined) print(report.file)
    note(shrinkSummary(report, options))
  }
  if (report.file !== null && out !== undefined) note(`wrote ${out}: \`qunxiang view ${out}\` plays it`)
}
