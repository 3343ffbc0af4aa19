import { simulateDay } from '../../sim/engine/day.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import type { Fork } from '../../sim/engine/stages.ts'
import {
  GROUP_LEVEL,
  GROUP_LEVELS,
  LEVEL,
  LEVELS,
  OWNER_LEVEL,
  TIES,
  type World,
} from '../../sim/model/world.ts'
import { editScenario } from '../../sim/scenario/edit.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { factsOf } from '../../sim/testing/facts.ts'
import { liveDay } from './reference-day.ts'
import { withNames, type NamedFact } from './reference-facts.ts'
import { placeOf } from './reference-numbers.ts'
import { beginRun, type Run } from './reference-run.ts'
import type { Stage } from './reference-slots.ts'

/** How two engines got on with a run. */
export interface Comparison {
  /** The first thing on which they differ, null for none. */
  readonly difference: Difference | null
  /** What the reference engine recorded. */
  readonly facts: readonly NamedFact[]
}

interface Difference {
  readonly day: number
  /** The turn of the reference engine; `state` for one that shows at the close of the day. */
  readonly turn: string
  readonly engine: unknown
  readonly reference: unknown
}

/** Lives a run in both engines, side by side, and stops at the first difference: in a fact, or in the state after a day. */
export function compareEngines(scenario: Scenario, seed: string, forks: readonly Fork[] = []): Comparison {
  const simulation = createSimulation(scenario, seed, forks)
  const run = beginRun(seed, stagesOf(scenario, forks))
  for (let day = 0; day < scenario.days; day++) {
    const from = run.facts.length
    const ends = liveDay(run)
    simulateDay(simulation)
    const difference =
      differenceOfFacts(factsOf(simulation.rows, from).map(withNames), run.facts.slice(from), ends) ??
      differenceOfStates(simulation.world, run)
    if (difference !== null) return { difference: { day, ...difference }, facts: run.facts }
  }
  return { difference: null, facts: run.facts }
}

/** The rules of each stretch of a branch. Forks come in the order of their days. */
function stagesOf(scenario: Scenario, forks: readonly Fork[]): [Stage, ...Stage[]] {
  const stages: [Stage, ...Stage[]] = [{ from: 0, scenario }]
  for (const { at, edits } of forks) {
    const before = placeOf(stages, stages.length - 1)
    const edited = editScenario(before.scenario, edits)
    if (edited.patches.length > 0) stages.push({ from: at, scenario: edited.scenario })
  }
  return stages
}

function differenceOfFacts(
  engine: readonly NamedFact[],
  reference: readonly NamedFact[],
  ends: ReadonlyMap<string, number>,
): Omit<Difference, 'day'> | null {
  const place = Array.from({ length: Math.max(engine.length, reference.length) }).findIndex(
    (_, n) => !isSame(engine[n], reference[n]),
  )
  if (place < 0) return null
  const seq = (engine[place] ?? reference[place])?.seq ?? 0
  const turn = [...ends].find(([, end]) => seq < end)?.[0] ?? 'after the last turn'
  return { turn, engine: engine[place], reference: reference[place] }
}

function isSame(one: NamedFact | undefined, other: NamedFact | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The scores of all members, with their ties, of the groups and of the owner. */
function differenceOfStates(world: World, run: Run): Omit<Difference, 'day'> | null {
  const pairs = [
    ...run.members.map((_, seat) => [memberIn(world, seat), memberOf(run, seat)] as const),
    ...run.groups.map((_, group) => [groupIn(world, group), groupOf(run, group)] as const),
    [ownerIn(world), ownerOf(run)] as const,
  ]
  const differing = pairs.find(([engine, reference]) => JSON.stringify(engine) !== JSON.stringify(reference))
  return differing === undefined ? null : { turn: 'state', engine: differing[0], reference: differing[1] }
}

const LEVEL_NAMES = Object.keys(LEVEL) as (keyof typeof LEVEL)[]

function memberIn({ levels, ties, tieStrengths }: World, seat: number) {
  return {
    seat,
    scores: LEVEL_NAMES.map((name) => [name, levels[seat * LEVELS + LEVEL[name]]]),
    ties: Array.from({ length: TIES }, (_, n) => [
      (ties[seat * TIES + n] ?? 0) - 1,
      tieStrengths[seat * TIES + n],
    ]).filter(([to]) => to !== -1),
  }
}

function memberOf({ members }: Run, seat: number) {
  const member = placeOf(members, seat)
  return {
    seat,
    scores: LEVEL_NAMES.map((name) => [name, member[name]]),
    ties: member.ties.map(({ to, strength }) => [members.indexOf(to), strength]),
  }
}

function groupIn({ groupLevels }: World, group: number) {
  const level = (name: keyof typeof GROUP_LEVEL) => groupLevels[group * GROUP_LEVELS + GROUP_LEVEL[name]]
  return { group, levels: [level('good'), level('bad'), level('spam'), level('items'), level('helpers')] }
}

function groupOf({ groups }: Run, group: number) {
  const { good, bad, spam, itemsSmoothed, helpersSmoothed } = placeOf(groups, group)
  return { group, levels: [good, bad, spam, itemsSmoothed, helpersSmoothed] }
}

function ownerIn({ ownerLevels, beliefs }: World) {
  const { energy, margin, rival } = OWNER_LEVEL
  return {
    levels: [ownerLevels[energy], ownerLevels[margin], ownerLevels[rival]],
    beliefs: Array.from(beliefs),
  }
}

function ownerOf({ owner: { energy, margin, rival, beliefs } }: Run) {
  return { levels: [energy, margin, rival], beliefs }
}
