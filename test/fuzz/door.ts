import type { Random } from './random.ts'

/** A place where something enters from outside, and what must hold there of every input, however broken. */
export interface Door<Input> {
  readonly name: string
  readonly make: (random: Random) => Input
  /** What became of the input: `accepted`, or the kind of refusal. Rejects with what must not happen. */
  readonly enter: (input: Input) => string | Promise<string>
  /** Inputs that are a little less, the most radical first: which of them fails as well? */
  readonly smaller: (input: Input) => Iterable<Input>
  readonly show: (input: Input) => string
  /** Milliseconds that an input may take. */
  readonly limit: number
}

/** What must not happen at a door. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** Fails with what must hold of an input. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what)
}

/** The name of an error that a door may answer with; every other error is thrown on. */
export function refusal(error: unknown, allowed: readonly string[], place: RegExp): string {
  if (!(error instanceof Error) || !allowed.includes(error.name)) throw error
  must(place.test(error.message), `a refusal must name the place, got ${JSON.stringify(error.message)}`)
  return error.name
}
