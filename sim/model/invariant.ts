/** Thrown when we are wrong, never when an input is: a bug to report. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Stops the run when something that must hold does not. */
export function invariant(holds: boolean, mustHold: string): asserts holds {
  if (!holds) throw new InvariantError(mustHold)
}
