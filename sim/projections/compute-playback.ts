import type { Fork } from '../engine/stages.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { playbackOf, type Playback } from './playback.ts'
import { watchRun } from './watch.ts'

export interface PlaybackOptions {
  /** Makes it the playback of a branch. */
  readonly forks?: readonly Fork[]
  /** Called after each day; returning false stops there, and the playback then shows the days done. */
  readonly onProgress?: (daysDone: number, days: number) => boolean | void
}

/** Runs a scenario, or a branch of it, for a screen. */
export function computePlayback(scenario: Scenario, seed: string, options: PlaybackOptions = {}): Playback {
  const { forks = [], onProgress } = options
  const watched = watchRun(scenario, seed, {
    keepsFrames: true,
    forks,
    ...(onProgress && { onDay: (daysDone) => onProgress(daysDone, scenario.days) }),
  })
  const { header, digest } = watched
  const of = { scenario, seed, engine: header.engine, forks: header.forks ?? [], digest }
  return playbackOf(of, watched.history, watched.world)
}
