/** Something that must hold and does not: the message says what, where, and what was found. */
export class DoesNotHold extends Error {
  override readonly name = 'DoesNotHold'
}

/** Throws unless something holds. The message is made only when it is needed: laws ask millions of times. */
export function mustHold(holds: boolean, message: () => string): asserts holds {
  if (!holds) throw new DoesNotHold(message())
}
