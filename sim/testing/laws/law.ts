import fc from 'fast-check'
import { TURNS, type Turn } from '../../engine/day.ts'

/** What a law is held against: the turns of a day, ours or with those of a new mechanism among them. */
export interface Engine {
  readonly turns: readonly Turn[]
}

/** The engine as it is. */
export const ENGINE: Engine = { turns: TURNS }

/** The engine with one more turn of the day, right after one that there is. */
export function withTurn(turn: Turn, after: Turn, { turns }: Engine = ENGINE): Engine {
  const place = turns.indexOf(after)
  if (place < 0) throw new Error('after must be one of the turns of the day')
  return { turns: turns.toSpliced(place + 1, 0, turn) }
}

/** Something that is true of every run. */
export interface Law {
  /** Its number in the catalogue of laws (sim/testing/laws/README.md); null for one that is only ours. */
  readonly number: number | null
  readonly says: string
  /** Runs that are tried, unless others are asked for. */
  readonly runs: number
  /** The law as a property of an engine: throws where it does not hold. */
  readonly property: (engine: Engine) => fc.IRawProperty<unknown>
}

/** How a law is checked; what fast-check takes besides may be given as well (seed, path, endOnFailure …). */
export interface LawCheck extends Omit<fc.Parameters<unknown>, 'numRuns'> {
  readonly engine?: Engine
  readonly runs?: number
}

/** Holds a law against an engine. Throws with the smallest counterexample that was found, and the seed to see it again. */
export function checkLaw(law: Law, { engine = ENGINE, runs = law.runs, ...parameters }: LawCheck = {}): void {
  fc.assert(law.property(engine) as fc.IProperty<unknown>, { ...parameters, numRuns: runs })
}
