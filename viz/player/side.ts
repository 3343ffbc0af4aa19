import type { Locale, Playback, Scenario } from '../../sim/index.ts'
import { compute } from './compute.ts'
import type { Hearing } from './compute.ts'
import { gather } from './library.ts'
import type { Library } from './library.ts'
import type { Source } from './requests.ts'
import type { Failure } from './worker.ts'

const LETTERS = ['A', 'B'] as const

/** One run on the page: first a name, then a scenario, then everything, or a reason why not. */
export interface Side {
  readonly letter: string
  readonly name: string
  scenario: Scenario | null
  playback: Playback | null
  failure: Failure | 'unknown' | null
  /** Share of the days that are computed. */
  done: number
  /** The file that was opened here; null for a run of our own. */
  readonly log: File | null
  /** That file tells of a branch: the plan was changed on the way. */
  readonly isBranch: boolean
}

export function createSides(names: readonly string[]): Side[] {
  return LETTERS.slice(0, names.length).map((letter, at) => ({
    letter,
    name: names[at] ?? '',
    scenario: null,
    playback: null,
    failure: null,
    done: 0,
    log: null,
    isBranch: false,
  }))
}

/** A log that was read and holds. */
export interface OpenedLog {
  readonly file: File
  readonly playback: Playback
  readonly isBranch: boolean
}

/** The side as it is when a log was opened in its place. */
export function sideOfLog(letter: string, { file, playback, isBranch }: OpenedLog): Side {
  const { scenario } = playback
  return { letter, name: file.name, scenario, playback, failure: null, done: 1, log: file, isBranch }
}

/** The side before its scenario is run once more; where there is none to run, the side as it is. */
export function sideAfresh(side: Side): Side {
  if (!side.scenario) return side
  return { ...side, playback: null, failure: null, done: 0, log: null, isBranch: false }
}

/** From where the story of a side can be told again. */
export function sourceOf({ log }: Side, { scenario, seed }: Playback): Source {
  return log ? { kind: 'log', file: log } : { kind: 'run', scenario, seed }
}

/**
 * Computes a side and writes into it what comes back; `heard` says what kind of news it was. Returns a function that
 * stops it.
 */
export function computeSide(
  side: Side,
  from: { readonly library: Library; readonly seed: string },
  heard: (news: 'resolved' | 'progress' | 'settled') => void,
): () => void {
  const { scenarios: library } = from.library
  const { name, scenario } = side
  if (!scenario && !Object.hasOwn(library, name)) {
    side.failure = 'unknown'
    heard('settled')
    return () => {}
  }
  const hearing: Hearing = {
    resolved(scenario) {
      side.scenario = scenario
      heard('resolved')
    },
    progress(day, days) {
      side.done = days === 0 ? 1 : day / days
      heard('progress')
    },
    done(playback) {
      side.playback = playback
      heard('settled')
    },
    failed(failure) {
      side.failure = failure
      heard('settled')
    },
  }
  let stopped = false
  let stop = (): void => {}
  const known = Object.keys(library)
  gather(scenario ? {} : library, name).then(
    (bodies) => {
      if (!stopped) stop = compute({ name, seed: from.seed, library: bodies, known, scenario }, hearing)
    },
    (error: unknown) => {
      if (!stopped) hearing.failed({ fault: 'page', text: String(error) })
    },
  )
  return () => {
    stopped = true
    stop()
  }
}

/** All sides have come to an end, and there is something to play. */
export function isReady(sides: readonly Side[]): boolean {
  return sides.some(({ playback }) => playback) && sides.every(({ playback, failure }) => playback ?? failure)
}

/** What a side is called; the name of its file, as long as (or because) nothing else is known. */
export function nameOf({ name, scenario }: Side, locale: Locale): string {
  return scenario?.name[locale] ?? name
}

/** The sides that can be played, with what is played. */
export function playable(
  sides: readonly Side[],
): readonly { readonly side: Side; readonly playback: Playback }[] {
  return sides.flatMap((side) => (side.playback ? [{ side, playback: side.playback }] : []))
}
