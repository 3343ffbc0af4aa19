import { applyFrom, type Simulation } from '../../sim/engine/simulation.ts'
import { KIND, type KindName } from '../../sim/events/kinds.ts'
import { record } from '../../sim/events/rows.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import {
  GROUP_MARK,
  GROUP_MARKS,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  OWNER_LEVEL,
  OWNER_MARK,
  type World,
} from '../../sim/model/world.ts'
import { smallScenario, type ScenarioValues } from '../../sim/testing/small-scenario.ts'

// How tests reach a state by hand: turns that are played, facts that happen, scores that are set.

export type Turn = (simulation: Simulation) => void

/** A town in which 300 friends of the owner are there on the first morning: enough to compare shares of people. */
export function crowd(changes: ScenarioValues = {}): Scenario {
  return smallScenario({
    market: { people: 1000, pains: { skin: 0.6, cooking: 0.4 } },
    founders: 300,
    ...changes,
  })
}

/** Plays turns one after another, each applied before the next. */
export function play(...turns: readonly Turn[]): Turn {
  return (simulation) => {
    for (const turn of turns) {
      const from = simulation.rows.count
      turn(simulation)
      applyFrom(simulation, from)
    }
  }
}

/** The columns of a fact; what is left out stays as in a fact without it. */
export interface Happening {
  readonly group?: number
  readonly actor?: number
  readonly object?: number
  readonly value?: number
  readonly cause?: number
}

/** Lets one fact happen, and returns its seq. */
export function happen(simulation: Simulation, kind: KindName, columns: Happening = {}): number {
  const { group = 0, actor = -1, object = -1, value = 0, cause = -1 } = columns
  const from = simulation.rows.count
  const seq = record(simulation.rows, KIND[kind], group, actor, object, value, cause)
  applyFrom(simulation, from)
  return seq
}

export type LevelName = keyof typeof LEVEL
export type MarkName = keyof typeof MARK
export type GroupMarkName = keyof typeof GROUP_MARK

export function levelOf(world: World, seat: number, name: LevelName): number {
  return world.levels[seat * LEVELS + LEVEL[name]] as number
}

export function markOf(world: World, seat: number, name: MarkName): number {
  return world.marks[seat * MARKS + MARK[name]] as number
}

export function groupMarkOf(world: World, group: number, name: GroupMarkName): number {
  return world.groupMarks[group * GROUP_MARKS + GROUP_MARK[name]] as number
}

export function energyOf(world: World): number {
  return world.ownerLevels[OWNER_LEVEL.energy] as number
}

export function awayUntil(world: World): number {
  return world.ownerMarks[OWNER_MARK.awayUntil] as number
}

/** Sets scores of one member. */
export function setLevels(world: World, seat: number, levels: Partial<Record<LevelName, number>>): void {
  for (const [name, value] of Object.entries(levels)) {
    world.levels[seat * LEVELS + LEVEL[name as LevelName]] = value
  }
}

/** Sets facts of one member. */
export function setMarks(world: World, seat: number, marks: Partial<Record<MarkName, number>>): void {
  for (const [name, value] of Object.entries(marks)) {
    world.marks[seat * MARKS + MARK[name as MarkName]] = value
  }
}

/** Sets facts of one group. */
export function setGroup(world: World, group: number, marks: Partial<Record<GroupMarkName, number>>): void {
  for (const [name, value] of Object.entries(marks)) {
    world.groupMarks[group * GROUP_MARKS + GROUP_MARK[name as GroupMarkName]] = value
  }
}

export function setEnergy(world: World, energy: number): void {
  world.ownerLevels[OWNER_LEVEL.energy] = energy
}

/** Sets the same scores for everybody. */
export function setAllLevels(world: World, levels: Partial<Record<LevelName, number>>): void {
  for (let seat = 0; seat < world.seats; seat++) setLevels(world, seat, levels)
}

/** Sets the same facts for everybody. */
export function setAllMarks(world: World, marks: Partial<Record<MarkName, number>>): void {
  for (let seat = 0; seat < world.seats; seat++) setMarks(world, seat, marks)
}

/** The numbers of all seats. */
export function seatsIn(world: World): number[] {
  return Array.from({ length: world.seats }, (_, seat) => seat)
}
