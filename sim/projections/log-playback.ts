import { createReplay, type Replay } from '../engine/replay.ts'
import type { LogHeader } from '../engine/header.ts'
import type { Observer } from '../engine/run.ts'
import { LogError } from '../events/log-error.ts'
import { addDay, createHistory, type History } from './history.ts'
import { playbackOf, type Playback } from './playback.ts'
import { isSound } from './replay.ts'

export interface LogPlaybackOptions {
  /** What the log is called in messages. */
  readonly file: string
  /** See each day of the fold as well. Default: nobody. */
  readonly observers?: readonly Observer[]
}

/** A log being folded for a screen, line by line or block by block. */
export interface LogPlayback extends Pick<Replay, 'line' | 'block'> {
  /** Days folded, of all days of the log; null before the header. */
  readonly progress: () => { readonly day: number; readonly days: number } | null
  /** The same playback as that of the run; throws a LogError where the log does not hold. */
  readonly end: () => { readonly playback: Playback; readonly header: LogHeader }
}

/** Folds a log with the read models of a run, so that a screen cannot tell the two apart. */
export function createLogPlayback({ file, observers = [] }: LogPlaybackOptions): LogPlayback {
  let history: History | null = null
  let progress: { readonly day: number; readonly days: number } | null = null
  const replay = createReplay({
    file,
    onHeader: ({ scenario: { days } }, world) => {
      const watched = (history = createHistory(world, { keepsFrames: true }))
      progress = { day: 0, days }
      const watch: Observer = (after, rows, from, to) => {
        addDay(watched, after, rows, from, to)
        progress = { day: after.day, days }
      }
      return [watch, ...observers]
    },
  })
  return {
    line: replay.line,
    block: replay.block,
    progress: () => progress,
    end: () => {
      const { header, world, digest, verified, firstDifference } = replay.end() // throws where no header was read
      if (!isSound(verified)) {
        const says = 'the digests must follow from the facts, got others: the log was changed'
        throw new LogError({ file, line: null, day: firstDifference?.day ?? null }, says)
      }
      const { scenario, seed, engine, forks = [] } = header
      const of = { scenario, seed, engine, forks, digest }
      return { header, playback: playbackOf(of, history as History, world) }
    },
  }
}
