import { simulateDay } from '../engine/day.ts'
import { createSimulation } from '../engine/simulation.ts'
import { forget } from '../events/rows.ts'
import type { Cause } from '../model/causes.ts'
import type { World } from '../model/world.ts'
import { blameDay, blameShares, createBlame } from '../projections/blame.ts'
import { createPulse, feelPulse } from '../projections/pulse.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { holds, readTerm, termText, type Condition, type Reading } from './condition.ts'
import { watchOutcome } from './outcome.ts'

/** What a run says about a condition. */
export interface Sight {
  readonly seed: string
  readonly holds: boolean
  /** The numbers that the condition names; null where one cannot be told. */
  readonly values: Readonly<Record<string, number | null>>
  /** Whether as many as a living group needs opened it in one week (contracts §1: five). */
  readonly isLivedIn: boolean
  /** What most people muted for, or left for where nobody muted; null where nobody did either. */
  readonly mainCause: MainCause | null
}

export interface MainCause {
  readonly of: 'mutes' | 'departures'
  readonly cause: Cause
  readonly share: number
}

/** Fewer readers in a week do not make a living group. */
const READERS = 5

/** Runs a scenario, a day at a step, and looks whether the condition holds. */
export function* watchFor(condition: Condition, scenario: Scenario, seed: string): Generator<void, Sight> {
  const days = condition.flatMap(({ term }) =>
    term.of === 'metric' && term.day !== null && term.day <= scenario.days ? [term.day] : [],
  )
  const watch = watchOutcome(scenario, seed, { days, series: [] })
  const blame = createBlame()
  const simulation = createSimulation(scenario, seed)
  const { world, rows } = simulation
  let isLivedIn = false
  while (world.day < scenario.days) {
    simulateDay(simulation)
    watch.observe(world, rows, 0, rows.count)
    blameDay(blame, rows, 0, rows.count)
    isLivedIn ||= readersIn(world) >= READERS
    forget(rows)
    yield
  }
  const causes = { departures: blameShares(blame.departures), mutes: blameShares(blame.mutes) }
  const reading: Reading = { outcome: watch.outcome(), days: scenario.days, causes }
  return {
    seed,
    holds: holds(condition, reading),
    values: Object.fromEntries(condition.map(({ term }) => [termText(term), readTerm(term, reading)])),
    isLivedIn,
    mainCause: mainCauseOf(causes, 'mutes') ?? mainCauseOf(causes, 'departures'),
  }
}

/** Who opened a group in the last week, in all groups. */
function readersIn(world: World): number {
  const pulse = createPulse(world.setting.groups)
  feelPulse(pulse, world)
  return pulse.readers.reduce((sum, readers) => sum + readers, 0)
}

function mainCauseOf(causes: Reading['causes'], of: MainCause['of']): MainCause | null {
  const entries = Object.entries(causes[of]) as [Cause, number][]
  const [first] = entries.sort(([, a], [, b]) => b - a)
  return first === undefined ? null : { of, cause: first[0], share: first[1] }
}
