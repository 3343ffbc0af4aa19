import { simulateDay } from '../engine/day.ts'
import { createSimulation, type Simulation } from '../engine/simulation.ts'
import type { Fork } from '../engine/stages.ts'
import type { KindName } from '../events/kinds.ts'
import { forget } from '../events/rows.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { createExplainer, type Differs } from './because.ts'
import { createEndings, endingsDay, type EndingsModel } from './endings.ts'
import {
  countCauses,
  countChanges,
  createFateTeller,
  differingFates,
  type EndedHistory,
  type Fate,
  type FateChange,
  type TwoFates,
} from './fates.ts'
import { createDifference, type DayOfFacts, type FirstParting, type LogDifference } from './log-difference.ts'

export interface WhatChangedOptions {
  /** The forks of both histories; none for the run itself. */
  readonly parent: readonly Fork[]
  readonly branch: readonly Fork[]
  /** Somebody of whom is told in any case. */
  readonly person?: number
  /** Called after each day that both have done; returning false stops there, and what is told is of the days done. */
  readonly onDay?: (daysDone: number, days: number) => boolean | void
}

/** What lies between two histories of the same people under the same seed, seen from the first of them, the parent. */
export interface WhatChanged {
  /** Whole days that were looked at. */
  readonly days: number
  /** The first fact that differs, in the order of the day's turns; null where nothing does. */
  readonly firstDifference: {
    readonly day: number
    /** Person number; null for what belongs to a group or to the owner. */
    readonly person: number | null
    readonly kind: KindName
    readonly differs: Differs
  } | null
  /** Facts of the parent that the branch does not have, the other way round, and facts of both with another value. */
  readonly vanished: number
  readonly appeared: number
  readonly changed: number
  /** The same by kind, for the kinds that differ: those of which most vanished or appeared first. */
  readonly kinds: readonly KindChange[]
  /** Everybody whose fate differs, by number. */
  readonly fates: readonly TwoFates[]
  /** The same in numbers, by what became of people here and there, the most frequent first. */
  readonly changes: readonly FateChange[]
  /** People who leave in the parent and are there to the end in the branch, awake or not. */
  readonly stayed: FateCount
  /** People who are there to the end in the parent and leave in the branch. */
  readonly left: FateCount
  /** The person who was asked about, whether her fate differs or not; null where nobody was. */
  readonly person: TwoFates | null
}

export interface KindChange {
  readonly kind: KindName
  readonly vanished: number
  readonly appeared: number
  readonly changed: number
}

/** So many people, and why they left where they did, the most frequent main cause first. */
export type FateCount = Pick<FateChange, 'people' | 'causes'>

/**
 * Runs two histories of one scenario side by side and tells what changed from the first to the second. Throws a
 * ScenarioError where the forks of either are not valid.
 */
export function whatChanged(scenario: Scenario, seed: string, options: WhatChangedOptions): WhatChanged {
  const { onDay } = options
  const parent = openHistory(scenario, seed, options.parent)
  const branch = openHistory(scenario, seed, options.branch)
  const difference = createDifference()
  let first: WhatChanged['firstDifference'] = null
  for (let day = 0; day < scenario.days; day++) {
    const [a, b] = [dayOf(parent), dayOf(branch)]
    difference.addDay(a, b)
    // As long as nothing differs, there is nothing to copy.
    first ??= tellFirst(difference.finish().firstDifference, a, b)
    forget(a.rows)
    forget(b.rows)
    if (onDay?.(day + 1, scenario.days) === false) break
  }
  const [before, after] = [endedOf(parent), endedOf(branch)]
  const fates = differingFates(before, after)
  const { person } = options
  return {
    firstDifference: first,
    ...countsOf(difference.finish()),
    fates,
    changes: countChanges(fates),
    stayed: countOf(fates.filter((fate) => fate.parent.outcome === 'left' && isThere(fate.branch))),
    left: countOf(fates.filter((fate) => isThere(fate.parent) && fate.branch.outcome === 'left')),
    person:
      person === undefined
        ? null
        : { person, parent: createFateTeller(before)(person), branch: createFateTeller(after)(person) },
  }
}

interface OpenHistory {
  readonly simulation: Simulation
  readonly endings: EndingsModel
}

function openHistory(scenario: Scenario, seed: string, forks: readonly Fork[]): OpenHistory {
  return { simulation: createSimulation(scenario, seed, forks), endings: createEndings() }
}

/** Lets the next day pass. */
function dayOf({ simulation, endings }: OpenHistory): DayOfFacts {
  const { world, rows } = simulation
  simulateDay(simulation)
  endingsDay(endings, world, rows, 0, rows.count)
  return { rows, from: 0, to: rows.count }
}

function endedOf({ simulation, endings }: OpenHistory): EndedHistory {
  return { world: simulation.world, endings }
}

/** What stands first on the day on which two histories part; their rows alone would name a consequence of it. */
function tellFirst(
  parting: FirstParting | null,
  parent: DayOfFacts,
  branch: DayOfFacts,
): WhatChanged['firstDifference'] {
  if (parting === null) return null
  const explainer = createExplainer([])
  explainer.addDay(parent, branch)
  const [fact] = explainer.facts
  const { day, person, a, b } = parting
  // Without one, the same things happened in another order, or because of something else.
  if (fact === undefined) return { day, person, kind: (a ?? b)?.kind as KindName, differs: 'changed' }
  return { day, person: fact.actor < 0 ? null : fact.actor, kind: fact.kind, differs: fact.differs }
}

function countsOf({
  days,
  total,
  byKind,
}: LogDifference): Pick<WhatChanged, 'days' | 'vanished' | 'appeared' | 'changed' | 'kinds'> {
  const kinds = Object.entries(byKind).map(([kind, { onlyA, onlyB, changed }]) => ({
    kind: kind as KindName,
    vanished: onlyA,
    appeared: onlyB,
    changed,
  }))
  // Sorting keeps the order of the catalogue where sizes are equal.
  kinds.sort((one, other) => other.vanished + other.appeared - one.vanished - one.appeared)
  return { days, vanished: total.onlyA, appeared: total.onlyB, changed: total.changed, kinds }
}

/** Whether she is in the group at the end, awake or not. */
function isThere({ outcome }: Fate): boolean {
  return outcome !== 'left' && outcome !== 'never-joined'
}

function countOf(fates: readonly TwoFates[]): FateCount {
  return { people: fates.length, causes: countCauses(fates) }
}
