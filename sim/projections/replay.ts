import {
  createReplay,
  type FirstDifference,
  type Replay,
  type Replayed,
  type ReplayOptions,
  type Verified,
} from '../engine/replay.ts'
import { addDay, createHistory, type History } from './history.ts'
import { metricsAfter, type Metrics } from './summary.ts'

/** What `qunxiang replay --json` prints (contracts §5). */
export interface ReplayReport {
  readonly format: 'qunxiang-replay/1'
  readonly day: number
  readonly metrics: Metrics
  readonly digest: string
  readonly verified: Verified
  readonly firstDifference: FirstDifference | null
}

/** A log being replayed with the same read models as a run. */
export interface WatchedReplay extends Pick<Replay, 'line' | 'block' | 'isDone'> {
  readonly end: () => Replayed & { readonly history: History }
}

export function createWatchedReplay(options: ReplayOptions): WatchedReplay {
  let history: History | null = null
  const replay = createReplay({
    ...options,
    onHeader: (header, world) => {
      const watched = (history = createHistory(world))
      const others = options.onHeader?.(header, world) ?? []
      return [(world, rows, from, to) => addDay(watched, world, rows, from, to), ...others]
    },
  })
  return {
    line: replay.line,
    block: replay.block,
    isDone: replay.isDone,
    end: () => {
      const replayed = replay.end() // throws where no header was read
      return { ...replayed, history: history as History }
    },
  }
}

/** The report of a replay. */
export function reportOf({
  day,
  digest,
  verified,
  firstDifference,
  history,
}: Replayed & { readonly history: History }): ReplayReport {
  return {
    format: 'qunxiang-replay/1',
    day,
    metrics: metricsAfter(history, day),
    digest,
    verified,
    firstDifference,
  }
}

/** Whether nothing speaks against a log. */
export function isSound({ chain, fold, rerun }: Verified): boolean {
  return chain && fold !== false && rerun !== false
}
