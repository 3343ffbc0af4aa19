import type { Fork, Locale, Playback, Scenario } from '../../sim/index.ts'
import type { Words } from '../locales/words.ts'
import { compute } from './compute.ts'
import type { Hearing } from './compute.ts'
import { gather } from './library.ts'
import type { Library } from './library.ts'
import type { Source } from './requests.ts'
import type { Failure } from './worker.ts'

/** What the runs on the page are called, and so how many there can be. */
export const LETTERS = ['A', 'B', 'C', 'D'] as const

/** One run on the page: first a name, then a scenario, then everything, or a reason why not. */
export interface Side {
  readonly letter: string
  readonly name: string
  /** How the plan was changed on the way; none for a run as it is written. */
  readonly forks: readonly Fork[]
  /** The side that it branched from, even if that is no longer shown; null for one that stands by itself. */
  parent: Side | null
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

/** A side of which nothing is known but what it is to show. */
export function createSide(letter: string, name: string, from: Partial<Side> = {}): Side {
  return {
    ...{ letter, name, forks: [], parent: null, scenario: null, playback: null, failure: null, done: 0 },
    ...{ log: null, isBranch: false },
    ...from,
  }
}

export function createSides(names: readonly string[]): Side[] {
  return LETTERS.slice(0, names.length).map((letter, at) => createSide(letter, names[at] ?? ''))
}

/** The letter of the next side; null where all are taken. */
export function freeLetter(sides: readonly Side[]): string | null {
  return LETTERS.find((letter) => sides.every((side) => side.letter !== letter)) ?? null
}

/** The same people and luck with another plan from a day on: the history before that day is as it was. */
export function branchOf(parent: Side, letter: string, fork: Fork): Side | null {
  const { name, scenario, forks, log } = parent
  if (!scenario || log) return null
  return createSide(letter, name, { scenario, forks: [...forks, fork], parent })
}

/** Where a branch left its parent: the day of its last fork. */
export function forkDayOf({ forks, parent }: Side): number | null {
  return parent === null ? null : (forks.at(-1)?.at ?? null)
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
  return createSide(letter, file.name, { scenario, playback, done: 1, log: file, isBranch })
}

/** The sides before their scenarios are run once more; where there is none to run, a side as it is. */
export function sidesAfresh(sides: readonly Side[]): Side[] {
  const fresh = new Map<Side, Side>()
  for (const side of sides) {
    const afresh = { playback: null, failure: null, done: 0, log: null, isBranch: false }
    fresh.set(side, side.scenario ? { ...side, ...afresh } : side)
  }
  for (const side of fresh.values()) side.parent = (side.parent && fresh.get(side.parent)) ?? side.parent
  return [...fresh.values()]
}

/** From where the story of a side can be told again. */
export function sourceOf({ log, forks }: Side, { scenario, seed }: Playback): Source {
  return log ? { kind: 'log', file: log } : { kind: 'run', scenario, seed, forks }
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
  const { name, scenario, forks } = side
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
      if (!stopped)
        stop = compute({ name, seed: from.seed, library: bodies, known, scenario, forks }, hearing)
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

/** What the plan of a side is called; the name of its file, as long as (or because) nothing else is known. */
export function nameOf({ name, scenario }: Side, locale: Locale): string {
  return scenario?.name[locale] ?? name
}

/** The same, with the day on which a branch left its parent. */
export function titleOfSide(side: Side, { locale, texts, format }: Words): string {
  const name = nameOf(side, locale)
  const at = forkDayOf(side)
  return at === null ? name : texts.branch({ name, day: format.count(at + 1) })
}

/** The sides that can be played, with what is played. */
export function playable(
  sides: readonly Side[],
): readonly { readonly side: Side; readonly playback: Playback }[] {
  return sides.flatMap((side) => (side.playback ? [{ side, playback: side.playback }] : []))
}
