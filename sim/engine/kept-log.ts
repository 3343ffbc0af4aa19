import type { Rows } from '../events/rows.ts'
import { applyRows } from '../events/apply.ts'
import { copyWorld, createWorld, type World, type WorldSetting } from '../model/world.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { run, type RunOptions } from './run.ts'
import { stagesOf } from './stages.ts'
import { worldSetting } from './town.ts'

/** The facts of a whole run in memory, with what is needed to fold them. */
export interface KeptLog {
  readonly settings: readonly WorldSetting[]
  readonly rows: Rows
  /** Position behind the last fact of each day. */
  readonly ends: readonly number[]
}

/** Runs a scenario and keeps all of its facts. */
export function keepLog(scenario: Scenario, seed: string, options: RunOptions = {}): KeptLog {
  const ends: number[] = []
  const observers = [
    ...(options.observers ?? []),
    (_: World, __: Rows, ___: number, to: number) => void ends.push(to),
  ]
  const { rows } = run(scenario, seed, { ...options, observers, keepsRows: true })
  return {
    settings: stagesOf(scenario, options.forks ?? []).map((stage) => worldSetting(stage.scenario)),
    rows,
    ends,
  }
}

/** The state after `day` whole days, folded from the first morning. */
export function foldTo(log: KeptLog, day: number): World {
  return foldOn(log, morningOf(log), day)
}

/** Full states every so many days: a cache for jumps, never needed and never part of a log. */
export interface Keyframes {
  readonly log: KeptLog
  readonly every: number
  /** The state after n × every whole days at index n. */
  readonly worlds: readonly World[]
}

/** Folds a log once and keeps its state every `every` days. 20 costs a jump about a tenth of a fold. */
export function takeKeyframes(log: KeptLog, every = 20): Keyframes {
  const world = morningOf(log)
  const worlds = [copyWorld(world)]
  while (world.day < log.ends.length) {
    foldOn(log, world, Math.min(log.ends.length, world.day + every))
    if (world.day % every === 0) worlds.push(copyWorld(world))
  }
  return { log, every, worlds }
}

/** The state after `day` whole days: the nearest keyframe before it, and the facts from there on. */
export function jumpTo({ log, every, worlds }: Keyframes, day: number): World {
  return foldOn(log, copyWorld(worlds[Math.floor(day / every)] as World), day)
}

function morningOf({ settings }: KeptLog): World {
  const [setting, ...later] = settings
  return createWorld(setting as WorldSetting, later)
}

/** Applies the facts from the world's own day up to `day`; changes and returns the world. */
function foldOn({ rows, ends }: KeptLog, world: World, day: number): World {
  const from = world.day === 0 ? 0 : (ends[world.day - 1] as number)
  const to = day === 0 ? 0 : (ends[day - 1] as number)
  applyRows(world, rows, from, Math.max(from, to))
  return world
}
