import { run } from '../engine/run.ts'
import type { Fork } from '../engine/stages.ts'
import type { RemovableCause } from '../model/cause-words.ts'
import type { Cause } from '../model/causes.ts'
import type { ParameterName } from '../model/parameters.ts'
import type { World } from '../model/world.ts'
import { editScenario, type Edit } from '../scenario/edit.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { memberOutcome, type OutcomeOfMember } from './account.ts'

/**
 * The numbers of the model that a cause of departures acts through; at 0 it is switched off. Causes that are not
 * here have no such number: nobody leaves because of them, or a shock of the scenario takes people away (migration).
 */
const ACTS_THROUGH: Readonly<Record<RemovableCause, readonly ParameterName[]>> = {
  'hard-ads': ['adHarm'],
  'low-value': ['muteLowValue', 'leaveLowValue'],
  chatter: ['offTopicCost'],
  overload: ['overloadCost', 'muteOverload', 'leaveOverload'],
  'broken-trust': ['leaveNoTrust'],
  background: ['leaveBase', 'muteBase', 'leaveBounty'],
}

/** Causes that can be switched off. */
export const REMOVABLE_CAUSES = Object.keys(ACTS_THROUGH) as Cause[]

export function isRemovable(cause: Cause): cause is RemovableCause {
  return Object.hasOwn(ACTS_THROUGH, cause)
}

/** What became of somebody in the same history without one cause. */
export interface Without {
  readonly cause: RemovableCause
  /** `never-joined`: more people stayed, and the group was full when she came. */
  readonly outcome: OutcomeOfMember | 'never-joined'
  readonly day: number | null
}

export interface WithoutOptions {
  /** Forks of the history that is asked about, where it is a branch. */
  readonly forks?: readonly Fork[]
  /** Called after each day with the days done. */
  readonly onDay?: (daysDone: number) => void
}

/**
 * Runs the whole history again with one cause switched off, for the same people under the same seed, and tells
 * what becomes of a person. Null for a cause that cannot be switched off.
 */
export function withoutCause(
  scenario: Scenario,
  seed: string,
  person: number,
  cause: Cause,
  options: WithoutOptions = {},
): Without | null {
  if (!isRemovable(cause)) return null
  const world = worldWithout(scenario, seed, cause, options)
  return world === null ? null : { cause, ...outcomeIn(world, person) }
}

/** The world at the end of the same history without one cause; null for a cause that cannot be switched off. */
export function worldWithout(
  scenario: Scenario,
  seed: string,
  cause: Cause,
  { forks = [], onDay }: WithoutOptions = {},
): World | null {
  const edits = editsWithout(cause)
  if (edits === null) return null
  // A branch must not switch the cause on again.
  const without = forks.map((fork) => ({ at: fork.at, edits: [...fork.edits, ...edits] }))
  return run(editScenario(scenario, edits).scenario, seed, { forks: without, ...(onDay && { onDay }) }).world
}

/** The edits that switch a cause off; null where there is nothing to switch. */
export function editsWithout(cause: Cause): readonly Edit[] | null {
  return isRemovable(cause) ? ACTS_THROUGH[cause].map((name) => ({ path: `model.${name}`, value: 0 })) : null
}

/** What had become of a person when the history ended. */
export function outcomeIn(world: World, person: number): Pick<Without, 'outcome' | 'day'> {
  const seat = world.seatOf[person] ?? -1
  return seat < 0 ? { outcome: 'never-joined', day: null } : memberOutcome(world, seat)
}

/** The largest share; null where there is none. */
export function mainCause(shares: Readonly<Partial<Record<Cause, number>>>): Cause | null {
  const [largest] = Object.entries(shares).sort(([, a], [, b]) => b - a)
  return (largest?.[0] as Cause | undefined) ?? null
}
