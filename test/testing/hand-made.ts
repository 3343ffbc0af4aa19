import { applyRows } from '../../sim/events/apply.ts'
import { KIND, type KindName } from '../../sim/events/kinds.ts'
import { createRows, record, type Rows } from '../../sim/events/rows.ts'
import { worldSetting } from '../../sim/engine/town.ts'
import { createWorld, type World } from '../../sim/model/world.ts'
import type { Happening } from './arrange.ts'
import { smallScenario, type ScenarioValues } from '../../sim/testing/small-scenario.ts'

/** A world to which nothing happens but what a test says. */
export interface HandMade {
  readonly world: World
  readonly rows: Rows
  /** Lets a fact happen and returns its seq. */
  readonly happen: (kind: KindName, columns?: Happening) => number
  /** Lets people join, by their numbers. */
  readonly join: (people: readonly number[], columns?: Happening) => void
  /** Closes so many days. */
  readonly pass: (days: number) => void
}

export function handMade(changes: ScenarioValues = {}): HandMade {
  const world = createWorld(worldSetting(smallScenario(changes)))
  const rows = createRows()
  const happen = (kind: KindName, columns: Happening = {}) => {
    const { group = 0, actor = -1, object = -1, value = 0, cause = -1 } = columns
    const seq = record(rows, KIND[kind], group, actor, object, value, cause)
    applyRows(world, rows, rows.count - 1, rows.count)
    return seq
  }
  return {
    world,
    rows,
    happen,
    join: (people, columns) => {
      for (const actor of people) happen('member-joined', { object: 0, value: 0.3, ...columns, actor })
    },
    pass: (days) => {
      for (let day = 0; day < days; day++) happen('day-closed')
    },
  }
}
