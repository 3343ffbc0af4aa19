import type { Scenario } from '../scenario/scenario.ts'
import { playbackOf, type Playback } from './playback.ts'
import { watchRun } from './watch.ts'

/**
 * Runs a scenario for a screen. `onProgress` is called after each day; returning false stops there, and the
 * playback then shows the days done.
 */
export function computePlayback(
  scenario: Scenario,
  seed: string,
  onProgress?: (daysDone: number, days: number) => boolean | void,
): Playback {
  const watched = watchRun(scenario, seed, {
    keepsFrames: true,
    ...(onProgress && { onDay: (daysDone) => onProgress(daysDone, scenario.days) }),
  })
  const { header, digest } = watched
  return playbackOf({ scenario, seed, engine: header.engine, digest }, watched.history, watched.world)
}
