import { forget, makeRoom, type Rows } from '../events/rows.ts'
import { invariant } from '../model/invariant.ts'
import type { World } from '../model/world.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { simulateDay, type Turn } from './day.ts'
import type { Luck } from './dice.ts'
import { createSimulation, type Simulation } from './simulation.ts'
import type { Fork } from './stages.ts'

/** Sees each day when it is over: the world after it and its facts at positions from ≤ at < to. Changes neither. */
export type Observer = (world: World, rows: Rows, from: number, to: number) => void

export interface RunOptions extends Luck {
  /** Makes the run a branch: changes of the rules that take hold under way. */
  readonly forks?: readonly Fork[]
  readonly observers?: readonly Observer[]
  /** Other turns of the day than ours: for trying a new mechanism out against the laws. */
  readonly turns?: readonly Turn[]
  /**
   * Keeps the facts of all days in memory; otherwise each day's are forgotten once they have been seen. Not for a run
   * with a luck: the header of a log has no place for it, so that nobody could run that log again.
   */
  readonly keepsRows?: boolean
  /** Called after each day with the days done; returning false stops the run there. */
  readonly onDay?: (daysDone: number) => boolean | void
}

/**
 * Simulates a scenario from day 0 to its end. One seed, one history, whoever watches; with a luck, the same people come
 * on the same days, and only what happens to them is thrown anew.
 */
export function run(scenario: Scenario, seed: string, options: RunOptions = {}): Simulation {
  const { luck, keepsRows } = options
  invariant(luck === undefined || keepsRows !== true, 'a run with a luck must keep no facts, got keepsRows')
  const simulation = createSimulation(scenario, seed, options.forks, { luck })
  const { world, rows } = simulation
  while (world.day < scenario.days) {
    const from = rows.count
    simulateDay(simulation, options.turns)
    for (const observe of options.observers ?? []) observe(world, rows, from, rows.count)
    if (keepsRows === true) prepare(rows, rows.count - from, scenario.days - world.day)
    else forget(rows)
    if (options.onDay?.(world.day) === false) break
  }
  return simulation
}

/**
 * When the room that is left may not be enough for tomorrow, makes room for all days to come at the pace of today; not
 * for more than three times what there is, because first days are lively.
 */
function prepare(rows: Rows, today: number, daysLeft: number): void {
  const room = rows.kind.length
  if (room - rows.count >= 3 * today) return
  makeRoom(rows, Math.min(3 * room, Math.ceil(1.2 * today * Math.max(daysLeft, 3))))
}
