import type { Luck } from '../engine/dice.ts'
import { run } from '../engine/run.ts'
import type { Fork } from '../engine/stages.ts'
import type { RemovableCause } from '../model/cause-words.ts'
import type { Cause } from '../model/causes.ts'
import type { ParameterName } from '../model/parameters.ts'
import { MARK, MARKS, type World } from '../model/world.ts'
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
export const REMOVABLE_CAUSES = Object.keys(ACTS_THROUGH) as readonly RemovableCause[]

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

export interface WithoutOptions extends Luck {
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
  { forks = [], luck, onDay }: WithoutOptions = {},
): World | null {
  const edited = scenarioWithout(scenario, cause)
  if (edited === null) return null
  return run(edited, seed, { forks: forksWithout(forks, cause), luck, ...(onDay && { onDay }) }).world
}

/** A scenario with one cause switched off from the first day; null for a cause that cannot be switched off. */
export function scenarioWithout(scenario: Scenario, cause: Cause): Scenario | null {
  const edits = editsWithout(cause)
  return edits === null ? null : editScenario(scenario, edits).scenario
}

/** The forks of a branch without a cause: none of them may switch it on again. */
export function forksWithout(forks: readonly Fork[], cause: Cause): readonly Fork[] {
  const edits = editsWithout(cause) ?? []
  return forks.map((fork) => ({ at: fork.at, edits: [...fork.edits, ...edits] }))
}

/** How long somebody was there, and how it stood with her at the end. */
export interface MemberFate {
  readonly outcome: OutcomeOfMember
  /** Day on which she left, muted, or was last seen (asleep); null for present. */
  readonly day: number | null
  /** Whole days from joining until she left, or until the end. */
  readonly stayed: number
  /** The same until she muted (and was not woken), or left, or until the end. */
  readonly heard: number
}

/** Her fate in a world that has come to its end; null when she never joined. */
export function fateIn(world: World, person: number): MemberFate | null {
  const seat = world.seatOf[person] ?? -1
  if (seat < 0) return null
  const mark = (number: number): number => world.marks[seat * MARKS + number] as number
  const ended = memberOutcome(world, seat)
  const left = ended.outcome === 'left' ? mark(MARK.leftDay) : world.day
  const muted = mark(MARK.mutedDay) >= 0 ? mark(MARK.mutedDay) : left
  const joined = mark(MARK.joinedDay)
  return { ...ended, stayed: left - joined, heard: Math.min(left, muted) - joined }
}

/** One person under one luck, with a cause and without it; null where she does not join. */
export interface Again {
  readonly as: MemberFate | null
  readonly without: MemberFate | null
}

/**
 * Runs a history twice under the same luck, as it is and with one cause switched off, and tells what becomes of a
 * person in both. Town, people and arrivals are those of the seed, so that over many lucks the person is the same and
 * only what befalls her differs. Null for a cause that cannot be switched off.
 */
export function againWithout(
  scenario: Scenario,
  seed: string,
  person: number,
  cause: Cause,
  { forks = [], luck }: Pick<WithoutOptions, 'forks' | 'luck'> = {},
): Again | null {
  const without = worldWithout(scenario, seed, cause, { forks, luck })
  if (without === null) return null
  const as = run(scenario, seed, { forks, luck }).world
  return { as: fateIn(as, person), without: fateIn(without, person) }
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
