import { applyRows } from '../events/apply.ts'
import { createRows, type Rows } from '../events/rows.ts'
import {
  createWorld,
  GROUP_LEVEL,
  GROUP_LEVELS,
  GROUP_MARK,
  GROUP_MARKS,
  OWNER_LEVEL,
  OWNER_MARK,
  type World,
  type WorldSetting,
} from '../model/world.ts'
import { cut } from '../model/arithmetic.ts'
import type { Phase, Scenario } from '../scenario/scenario.ts'
import type { Luck } from './dice.ts'
import { createDailyDraws, type DailyDraws } from './daily-draws.ts'
import { createPeople, redrawPeople, type People } from './people.ts'
import { drawSlots, type Slots } from './slots.ts'
import { stagesOf, type Fork, type Stage } from './stages.ts'
import { createTown, pivotedTown, worldSetting, type Town } from './town.ts'

/** A run in the making: what is fixed (towns, slots), what is known of people, the state, and the facts so far. */
export interface Simulation {
  /** The town under the rules of each stage: one, unless the run is a branch. */
  readonly towns: readonly [Town, ...Town[]]
  readonly stages: readonly [Stage, ...Stage[]]
  /** The town under the rules of today. */
  town: Town
  /** Which rules those are: the stage of a branch, and the topic (+ 1) that the owner has turned to. */
  under: { readonly stage: number; readonly pivot: number }
  readonly slots: Slots
  readonly people: People
  readonly world: World
  readonly rows: Rows
  /** Today's draws of everybody, rolled when they are first asked for. */
  readonly draws: DailyDraws
}

/** The morning of day 0. With forks it is a branch: the same until the first of them takes hold. */
export function createSimulation(
  scenario: Scenario,
  seed: string,
  forks: readonly Fork[] = [],
  luck: Luck = {},
): Simulation {
  const stages = stagesOf(scenario, forks)
  const [first, ...later] = stages.map((stage) => createTown(stage.scenario, seed, luck))
  const town = first as Town
  const [setting, ...settings] = stages.map((stage) => worldSetting(stage.scenario))
  return {
    towns: [town, ...later],
    stages,
    town,
    under: { stage: 0, pivot: 0 },
    slots: drawSlots(stages.map(({ from }, stage) => ({ from, town: [town, ...later][stage] as Town }))),
    people: createPeople(town),
    world: createWorld(setting as WorldSetting, settings),
    rows: createRows(),
    draws: createDailyDraws(),
  }
}

/** Follows the state into its next stage, if a fork has just taken hold, or to a new positioning. */
export function followStage(simulation: Simulation): void {
  const { ownerMarks } = simulation.world
  const stage = ownerMarks[OWNER_MARK.stage] as number
  const pivot = ownerMarks[OWNER_MARK.pivot] as number
  if (simulation.under.stage === stage && simulation.under.pivot === pivot) return
  const town = simulation.towns[stage] as Town
  simulation.under = { stage, pivot }
  simulation.town = pivot === 0 ? town : pivotedTown(town, pivot - 1)
  redrawPeople(simulation.people, simulation.town, simulation.world)
}

/** Applies the facts recorded since position `from`: the only way in which a decision reaches the world. */
export function applyFrom(simulation: Simulation, from: number): void {
  applyRows(simulation.world, simulation.rows, from, simulation.rows.count)
}

/** The phase of the plan that holds today. */
export function phaseToday({ town, world }: Simulation): Phase {
  return town.plan[world.ownerMarks[OWNER_MARK.phase] as number] as Phase
}

/** Whether the owner is away today (ill or absent). */
export function isOwnerAway({ world }: Simulation): boolean {
  return (world.ownerMarks[OWNER_MARK.awayUntil] as number) > world.day
}

/** How much somebody is at home in a group who answers and keeps things in place, 0–1: the owner, or members with a role. */
export function presenceIn(simulation: Simulation, group: number): number {
  const owner = ownerEffort(simulation) * (0.3 + 0.7 * Math.min(1, 2 * phaseToday(simulation).answers))
  return Math.max(owner, helpersCare(simulation, group))
}

/** How much order somebody keeps in a group, 0–1: the owner, or members with a role. */
export function moderationIn(simulation: Simulation, group: number): number {
  const owner = phaseToday(simulation).moderation * ownerEffort(simulation)
  return Math.max(owner, helpersCare(simulation, group))
}

/** Order that members with a role keep, 0–1. */
export function helpersCare(simulation: Simulation, group: number): number {
  const { roleEffect, roleCare } = simulation.town.parameters
  return roleEffect * roleCare * cut(helpersShare(simulation, group))
}

/** Helpers who look in against those that a group of this size needs: about one in sixteen (B34). */
export function helpersShare({ world }: Simulation, group: number): number {
  const active = world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL.helpers] as number
  const members = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number
  return active / (0.06 * members + 0.5)
}

/** Share of the planned work that the owner has the energy for: 0 when tired or away, 1 when fresh (R10). */
export function ownerEffort(simulation: Simulation): number {
  if (isOwnerAway(simulation)) return 0
  const { tiredBelow, freshAbove } = simulation.town.parameters
  const energy = simulation.world.ownerLevels[OWNER_LEVEL.energy] as number
  return cut((energy - tiredBelow) / (freshAbove - tiredBelow))
}
