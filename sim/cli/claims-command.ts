import { claimReport, planClaims, planContexts, type ClaimsReport } from '../lab/claims-book.ts'
import type { Claim } from '../lab/claim.ts'
import { CONTEXTS } from '../lab/contexts.ts'
import type { ArmResults } from '../lab/outcome.ts'
import { ENGINE } from '../model/engine-version.ts'
import type { Locale } from '../model/local-text.ts'
import { claimsMarkdown, claimsText } from '../report/claims-text.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { openAside } from './aside.ts'
import { claimsOf, readBook } from './claims-files.ts'
import { endOf } from './end-of-runs.ts'
import { EXIT } from './exit.ts'
import { interruption } from './interrupt.ts'
import { note, print, printJson } from './output.ts'
import { readGiven } from './scenario-files.ts'
import { runOnThreads, type RunsOptions } from './worker-threads.ts'

export interface ClaimsCommandOptions extends RunsOptions {
  readonly json?: boolean
  readonly contexts?: boolean
  readonly markdown?: string
  readonly locale: Locale
}

/** `qunxiang claims`: judges the claims book, each claim with its mechanism and without. */
export async function claimsCommand(ids: readonly string[], options: ClaimsCommandOptions): Promise<number> {
  const { json, markdown, locale, seed } = options
  const claims = claimsOf(readBook(), ids)
  const file = markdown === undefined ? null : await openAside(markdown)
  try {
    const shelf = createShelf()
    const plan = planClaims(claims, shelf)
    const results = await runOnThreads(plan.scenarios, { ...options, wish: { days: plan.days, series: [] } })
    const judged = plan.judgeAll(results)
    const tried = await triedInContexts(claims, shelf, options)
    const report: ClaimsReport = {
      format: 'qunxiang-claims/1',
      engine: ENGINE,
      seed: seed.normalize('NFC'),
      runs: wholeRuns(results),
      isPartial: [...results, ...tried.results].flat().includes(null),
      claims: judged.map((claim, n) => ({ ...claimReport(claim), robust: tried.shares[n] ?? null })),
    }
    if (json === true) printJson(report)
    else print(claimsText(report, claims, locale))
    const end = endOf([...results, ...tried.results])
    if (file !== null && end === EXIT.done) {
      await file.write(claimsMarkdown(report, claims, ids.length === 0 ? [] : claims.map(({ id }) => id)))
      await file.keep()
      note(`wrote ${markdown}`)
    }
    if (end !== EXIT.done) return end
    return report.claims.some(({ verdict }) => verdict === 'fails') ? EXIT.failed : EXIT.done
  } finally {
    file?.discard()
  }
}

interface TriedInContexts {
  readonly results: readonly ArmResults[]
  /** By claim, in their order. */
  readonly shares: readonly (number | null)[]
}

/** A tenth of the runs is enough for a direction: that of the mean. */
const RUNS_A_CONTEXT = 10

async function triedInContexts(
  claims: readonly Claim[],
  shelf: (name: string) => Scenario,
  options: ClaimsCommandOptions,
): Promise<TriedInContexts> {
  if (options.contexts !== true || interruption.aborted) return { results: [], shares: [] }
  const { scenarios, days, sharesOf } = planContexts(claims, shelf, CONTEXTS)
  const runs = Math.ceil(options.runs / RUNS_A_CONTEXT)
  const results = await runOnThreads(scenarios, { ...options, runs, wish: { days, series: [] } })
  // Half of the runs would be another share: better none.
  return { results, shares: results.flat().includes(null) ? [] : sharesOf(results) }
}

/** Runs that every arm has: all of them, unless Ctrl-C came first. */
function wholeRuns(results: readonly ArmResults[]): number {
  const [first = []] = results
  return first.filter((_, run) => results.every((arm) => arm[run] !== null)).length
}

/** Shipped scenarios, each read once. */
function createShelf(): (name: string) => Scenario {
  const known = new Map<string, Scenario>()
  return (name) => {
    const scenario = known.get(name) ?? readGiven(name).scenario
    known.set(name, scenario)
    return scenario
  }
}
