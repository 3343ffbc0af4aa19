import { addLink, chainDigest, createChain, type Link } from '../events/chain.ts'
import { logHeader, type LogHeader } from '../engine/header.ts'
import { run, type Observer, type RunOptions } from '../engine/run.ts'
import type { Simulation } from '../engine/simulation.ts'
import { createWorld, type World } from '../model/world.ts'
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

/** Runs a scenario and watches it: read models, chain, number of facts. Watching changes nothing. */
export function watchRun(scenario: Scenario, seed: string, options: WatchOptions = {}): Watched {
  const header = logHeader(scenario, seed)
  const chain = createChain(JSON.stringify(header))
  const history = createHistory(createWorld(worldSetting(scenario)), options)
  const links: Link[] = []
  let events = 0
  const watch: Observer = (world, rows, from, to) => {
    addDay(history, world, rows, from, to)
    links.push(addLink(chain, world, rows, from, to))
    events += to - from
  }
  const simulation: Simulation = run(scenario, seed, { ...options, observers: [watch, ...(options.observers ?? [])] })
  return { header, history, world: simulation.world, links, digest: chainDigest(chain), events }
}
