import { addLink, chainDigest, createChain, type Link } from '../events/chain.ts'
import { logHeader, type LogHeader } from '../engine/header.ts'
import { run, type Observer, type RunOptions } from '../engine/run.ts'
import { invariant } from '../model/invariant.ts'
import { createWorld, type World } from '../model/world.ts'
import type { Fork } from '../engine/stages.ts'
import { worldSetting } from '../engine/town.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { addDay, createHistory, type History, type HistoryOptions } from './history.ts'

/** A run with everything that was seen of it. */
export interface Watched {
  readonly header: LogHeader
  readonly history: History
  readonly world: World
  /** Links of all days, in order. */
  readonly links: readonly Link[]
  /** Last digest of the chain. */
  readonly digest: string
  /** Number of facts. */
  readonly events: number
}

export interface WatchOptions extends HistoryOptions, RunOptions {}

/**
 * Runs a scenario and watches it: read models, chain, number of facts. Watching changes nothing. Not with a luck: the
 * header, from which a log is run again, does not tell of it.
 */
export function watchRun(scenario: Scenario, seed: string, options: WatchOptions = {}): Watched {
  invariant(options.luck === undefined, 'a run with a luck must have no header, got one that is watched')
  const watcher = createWatcher(scenario, seed, options)
  const observers = [watcher.observe, ...(options.observers ?? [])]
  return watcher.finish(run(scenario, seed, { ...options, observers }).world)
}

/** The watcher of a run that somebody else steps through. */
export interface Watcher {
  readonly header: LogHeader
  /** Links of the days seen so far. */
  readonly links: readonly Link[]
  readonly observe: Observer
  /** Everything seen, with the world after the last day. */
  readonly finish: (world: World) => Watched
}

export interface WatcherOptions extends HistoryOptions {
  /** Forks of the run that is watched, where it is a branch. */
  readonly forks?: readonly Fork[]
}

export function createWatcher(scenario: Scenario, seed: string, options: WatcherOptions = {}): Watcher {
  const header = logHeader(scenario, seed, options.forks)
  const chain = createChain(JSON.stringify(header))
  const history = createHistory(createWorld(worldSetting(scenario)), options)
  const links: Link[] = []
  let events = 0
  return {
    header,
    links,
    observe: (world, rows, from, to) => {
      addDay(history, world, rows, from, to)
      links.push(addLink(chain, world, rows, from, to))
      events += to - from
    },
    finish: (world) => ({ header, history, world, links, digest: chainDigest(chain), events }),
  }
}
