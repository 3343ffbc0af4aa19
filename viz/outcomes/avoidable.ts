import { REMOVABLE_CAUSES, forksWithout, hasFailed, runArms, scenarioWithout } from '../../sim/index.ts'
import type { Arm, ArmResults, RemovableCause } from '../../sim/index.ts'
import type { Avoided } from '../charts/blame.ts'
import { openLabWorker, workersFor } from '../player/lab.ts'
import { firstMissing } from './known-runs.ts'
import type { KnownRuns } from './known-runs.ts'
import { RUNS } from './reruns.ts'

/** A plan without one cause of departures, from its first day to its last. */
export interface ArmWithout {
  readonly cause: RemovableCause
  readonly arm: Arm
}

export function armsWithout({ scenario, forks = [] }: Arm): readonly ArmWithout[] {
  return REMOVABLE_CAUSES.flatMap((cause) => {
    const without = scenarioWithout(scenario, cause)
    return without ? [{ cause, arm: { scenario: without, forks: forksWithout(forks, cause) } }] : []
  })
}

/**
 * Departures that one cause makes: those of each run as it is, minus those of the run without it for the same people
 * under the same seed. May be negative: who is kept from leaving for one cause may leave for another. Null where no pair of
 * runs came to its end.
 */
export function avoidedBy(
  cause: RemovableCause,
  { as, without, days }: { readonly as: ArmResults; readonly without: ArmResults; readonly days: number },
): Avoided | null {
  const differences = as.flatMap((one, run) => {
    const other = without[run] ?? null
    if (one === null || other === null || hasFailed(one) || hasFailed(other)) return []
    return [(one.at[days]?.left ?? NaN) - (other.at[days]?.left ?? NaN)]
  })
  if (differences.length === 0) return null
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length
  return { cause, mean, low: Math.min(...differences), high: Math.max(...differences) }
}

/** Runs a plan without each cause that can be taken away, with the seeds of its reruns. Rejects when it is cancelled. */
export async function askAvoidable(
  plan: Arm,
  options: {
    readonly seed: string
    readonly known: KnownRuns
    readonly signal: AbortSignal
    readonly onProgress: (done: number, all: number) => void
  },
): Promise<readonly Avoided[]> {
  const { seed, known, signal } = options
  const others = armsWithout(plan)
  const isKnown = firstMissing(known.of(plan, seed)) === RUNS
  const arms = [...(isKnown ? [] : [plan]), ...others.map(({ arm }) => arm)]
  const results = await runArms(arms, {
    ...options,
    runs: RUNS,
    wish: { days: [], series: [], staying: true },
    workers: workersFor(navigator.hardwareConcurrency),
    openWorker: openLabWorker,
    heard({ arm, run, result }) {
      if (arms[arm] === plan) known.note(plan, seed, { run, result })
    },
  })
  signal.throwIfAborted()
  const as = known.of(plan, seed)
  const { days } = plan.scenario
  return others.flatMap(({ cause }, at) => {
    const without = results[at + arms.length - others.length] ?? []
    return avoidedBy(cause, { as, without, days }) ?? []
  })
}
