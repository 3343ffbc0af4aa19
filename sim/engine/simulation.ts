import { applyRows } from '../events/apply.ts'
import { createRows, type Rows } from '../events/rows.ts'
import { createWorld, OWNER_LEVEL, OWNER_MARK, type World, type WorldSetting } from '../model/world.ts'
import { cut } from '../model/arithmetic.ts'
import type { Phase, Scenario } from '../scenario/scenario.ts'
import { createDailyDraws, type DailyDraws } from './daily-draws.ts'
import { createPeople, redrawPeople, type People } from './people.ts'
import { drawSlots, type Slots } from './slots.ts'
import { stagesOf, type Fork, type Stage } from './stages.ts'
import { createTown, worldSetting, type Town } from './town.ts'

/** A run in the making: what is fixed (towns, slots), what is known of people, the state, and the facts so far. */
export interface Simulation {
  /** The town under the rules of each stage: one, unless the run is a branch. */
  readonly towns: readonly [Town, ...Town[]]
  readonly stages: readonly [Stage, ...Stage[]]
  /** The town under the rules of today. */
  town: Town
  readonly slots: Slots
  readonly people: People
  readonly world: World
  readonly rows: Rows
  /** Today's draws of everybody, rolled when they are first asked for. */
  readonly draws: DailyDraws
}

/** The morning of day 0. With forks it is a branch: the same until the first of them takes hold. */
export function createSimulation(scenario: Scenario, seed: string, forks: readonly Fork[] = []): Simulation {
  const stages = stagesOf(scenario, forks)
  const [first, ...later] = stages.map((stage) => createTown(stage.scenario, seed))
  const town = first as Town
  const [setting, ...settings] = stages.map((stage) => worldSetting(stage.scenario))
  return {
    towns: [town, ...later],
    stages,
    town,
    slots: drawSlots(stages.map(({ from }, stage) => ({ from, town: [town, ...later][stage] as Town }))),
    people: createPeople(town),
    world: createWorld(setting as WorldSetting, settings),
    rows: createRows(),
    draws: createDailyDraws(),
  }
}

/** Follows the state into its next stage, if a fork has just taken hold. */
export function followStage(simulation: Simulation): void {
  const town = simulation.towns[simulation.world.ownerMarks[OWNER_MARK.stage] as number] as Town
  if (town === simulation.town) return
  simulation.town = town
  redrawPeople(simulation.people, town, simulation.world)
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

/** How much somebody is at home who answers and keeps things in place, 0–1. */
export function ownerPresence(simulation: Simulation): number {
  return ownerEffort(simulation) * (0.3 + 0.7 * Math.min(1, 2 * phaseToday(simulation).answers))
}

/** Share of the planned work that the owner has the energy for: 0 when tired or away, 1 when fresh (R10). */
export function ownerEffort(simulation: Simulation): number {
  if (isOwnerAway(simulation)) return 0
  const { tiredBelow, freshAbove } = simulation.town.parameters
  const energy = simulation.world.ownerLevels[OWNER_LEVEL.energy] as number
  return cut((energy - tiredBelow) / (freshAbove - tiredBelow))
}
