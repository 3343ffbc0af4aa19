import { ENGINE } from '../../sim/index.ts'
import type { Arm, Playback } from '../../sim/index.ts'
import { playable } from '../player/side.ts'
import type { Side } from '../player/side.ts'

/** Runs of each side: enough to see what luck does, few enough to count. */
export const RUNS = 20

/** Why a side cannot be run again: its log is another engine's, or tells of a plan that was changed on the way, and not how. */
export type Hindrance = 'other-engine' | 'branch'

/** A side of the page, and whether its scenario can be run again from the start. */
export interface Rerun {
  readonly side: Side
  readonly playback: Playback
  readonly hindrance: Hindrance | null
  /** What is run again; null where that cannot be. */
  readonly arm: Arm | null
}

/**
 * The sides that are shown. A branch of our own is run with its forks. Another engine would tell other histories; a log of a
 * branch is none of its scenario's runs.
 */
export function rerunsOf(sides: readonly Side[]): Rerun[] {
  return playable(sides).map(({ side, playback }) => {
    const hindrance = playback.engine !== ENGINE ? 'other-engine' : side.isBranch ? 'branch' : null
    const arm = hindrance === null ? { scenario: playback.scenario, forks: side.forks } : null
    return { side, playback, hindrance, arm }
  })
}

/**
 * The seed SEED of the runs SEED/0, SEED/1, … around a run that is shown: its own, or, where it is itself one of such
 * runs (of so many at most), theirs. So the dots are the same ones after one of them was opened.
 */
export function baseSeedOf(seed: string, most: number = RUNS): string {
  const [, base, run] = /^(.+)\/(0|[1-9]\d?)$/s.exec(seed) ?? []
  return (base !== undefined && Number(run) < most ? base : seed).normalize('NFC')
}
