import { ENGINE } from '../model/engine-version.ts'
import { conditionText } from './condition.ts'
import type { ScenarioSize } from './scenario-size.ts'
import type { Shrinking, ShrinkWish, Specimen } from './shrink.ts'
import type { MainCause, Sight } from './shrink-watch.ts'

/** What `qunxiang shrink --json` prints. */
export interface ShrinkReport {
  readonly format: 'qunxiang-shrink/1'
  /** Name of the scenario: that of its file. */
  readonly scenario: string
  readonly engine: string
  readonly until: string
  readonly seeds: readonly string[]
  readonly share: number
  /** Whether the scenario as it was given shows it. */
  readonly isShown: boolean
  /** Whether it was stopped before no single step made it smaller. */
  readonly isPartial: boolean
  /** Scenarios that were tried, and runs with them. */
  readonly scenarios: number
  readonly runs: number
  readonly before: SpecimenReport
  /** Null where the scenario as it was given does not show it. */
  readonly after: SpecimenReport | null
  /** A condition that holds on to the main cause, where the smallest scenario has another; else null. */
  readonly untilOfCause: string | null
  /** The smallest scenario, as YAML; null where `after` is. */
  readonly file: string | null
}

export interface SpecimenReport {
  readonly size: ScenarioSize
  readonly sights: readonly Omit<Sight, 'isLivedIn'>[]
}

export interface ShrinkReportOptions extends ShrinkWish {
  readonly name: string
  readonly isPartial: boolean
  /** Writes the file of the smallest scenario. */
  readonly write: (smallest: Specimen, report: ShrinkReport) => string
}

/** What came of it; null as long as not even the scenario as it was given has been run. */
export function shrinkReport(shrinking: Shrinking, options: ShrinkReportOptions): ShrinkReport | null {
  const [before, after] = [shrinking.original(), shrinking.smallest()]
  if (before === null) return null
  const { scenarios, runs } = shrinking.progress()
  const report: ShrinkReport = {
    format: 'qunxiang-shrink/1',
    scenario: options.name,
    engine: ENGINE,
    until: conditionText(options.condition),
    seeds: options.seeds,
    share: options.share,
    isShown: after !== null,
    isPartial: options.isPartial,
    scenarios,
    runs,
    before: told(before),
    after: after === null ? null : told(after),
    untilOfCause: after === null ? null : untilOfCause(conditionText(options.condition), before, after),
    file: null,
  }
  return after === null ? report : { ...report, file: options.write(after, report) }
}

function told({ size, sights }: Specimen): SpecimenReport {
  return { size, sights: sights.map(({ isLivedIn: _, ...sight }) => sight) }
}

/** The main cause of the first run in which the condition holds. */
export function mainCauseIn({ sights }: Pick<SpecimenReport, 'sights'>): MainCause | null {
  return sights.find((sight) => sight.holds)?.mainCause ?? null
}

/** When people now mute or leave for another reason, the condition that would not have let that pass. */
function untilOfCause(until: string, before: Specimen, after: Specimen): string | null {
  const [was, is] = [mainCauseIn(before), mainCauseIn(after)]
  if (was === null || isSame(was, is)) return null
  const all = before.sights.filter((sight) => sight.holds).map(({ mainCause }) => mainCause)
  if (!all.every((cause) => isSame(was, cause))) return null
  // Half of what it was, rounded down: the smallest scenario may have it weaker.
  const half = all.reduce((least, cause) => Math.min(least, cause?.share ?? 0), 1) / 2
  const least = half >= 0.1 ? Math.floor(half * 10) / 10 : Math.floor(half * 100) / 100
  return `${until} and ${was.of}.${was.cause} > ${least}`
}

function isSame(a: MainCause, b: MainCause | null): boolean {
  return a.of === b?.of && a.cause === b.cause
}
