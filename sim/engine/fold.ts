import { applyRows } from '../events/apply.ts'
import type { Rows } from '../events/rows.ts'
import { createWorld, type World, type WorldSetting } from '../model/world.ts'
import type { LogHeader } from './header.ts'
import type { Observer } from './run.ts'
import { stagesOf } from './stages.ts'
import { worldSetting } from './town.ts'

/** A world that is built from the facts of a log: no dice, no decisions, no people drawn. */
export interface Fold {
  readonly world: World
  /** Applies the facts of the next day, at positions from ≤ at < to, and shows it to the observers. */
  readonly addDay: (rows: Rows, from: number, to: number) => void
}

/** The morning of day 0, as a log's header has it. */
export function createFold(
  header: LogHeader,
  observersOf: (world: World) => readonly Observer[] = none,
): Fold {
  const [setting, ...later] = settingsOf(header)
  const world = createWorld(setting as WorldSetting, later)
  const observers = observersOf(world)
  return {
    world,
    addDay: (rows, from, to) => {
      applyRows(world, rows, from, to)
      for (const observe of observers) observe(world, rows, from, to)
    },
  }
}

function none(): readonly Observer[] {
  return []
}

/** The factors are those of the header, so that an old log folds alike when a default has changed since. */
function settingsOf({ scenario, parameters, forks = [] }: LogHeader): WorldSetting[] {
  return stagesOf(scenario, forks).map((stage) =>
    worldSetting({ ...stage.scenario, model: { ...parameters, ...stage.scenario.model } }),
  )
}
