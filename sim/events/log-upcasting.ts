import { invariant } from '../model/invariant.ts'
import { kindName, KINDS, type KindName } from './kinds.ts'
import { createAnyFacts, type Facts, type FactTaker } from './log-facts.ts'
import { isCurrent, upcastFrom, type LogKind } from './log-kinds.ts'
import type { UpcastFact, Upcasters, VersionedFact } from './upcasters.ts'

/** Facts as they stand in a log of other kinds than those of today. */
export interface Upcasting extends FactTaker {
  /** What the fact just taken is, for messages about what was made of it; empty for a fact that stays as it is. */
  readonly origin: () => string
}

export interface UpcastingOptions {
  /** The kinds of the log, by code. */
  readonly kinds: readonly (LogKind | undefined)[]
  readonly upcasters: Upcasters
  /** Gets the facts of today that are made of those of the log. */
  readonly facts: Facts
  readonly fail: (says: string) => never
}

/** Seq of the cause of a fact of today, which depends on its kind: of several facts, it follows from the first it can. */
type CauseOf = (kind: number) => number

/** More steps than any kind has versions: a chain that comes back to where it was would have no end. */
const STEPS = 100

/**
 * Turns the facts of a log into facts of today: what is current stays, what is older goes up version by version, what is
 * ignorable is left out. Facts are numbered anew, and causes follow: to what was made of the fact behind, and past one
 * that was left out to the fact behind that.
 */
export function createUpcasting({ kinds, upcasters, facts, fail }: UpcastingOptions): Upcasting {
  const taken = createAnyFacts(fail)
  /** By seq in the log: seq of the first fact that was made of it. What the next begins with is its end. */
  let firstOf = new Int32Array(4096)
  /** Causes of facts that were passed over, by seq in the log. */
  const passedOver = new Map<number, number>()
  let current: LogKind | null = null
  return { rows: taken.rows, add, origin }

  function add(
    code: number,
    group: number,
    actor: number,
    object: number,
    value: number,
    cause: number,
  ): void {
    const seq = taken.rows.base + taken.rows.count
    taken.add(code, group, actor, object, value, cause)
    noteFirst(seq)
    const kind = (current = kinds[code] as LogKind)
    if (kind.standing === 'ignorable') passedOver.set(seq, cause)
    else if (kind.standing === 'current')
      facts.add(code, group, actor, object, value, factBehind(cause, code))
    else {
      const { name, version } = kind
      const stored = taken.rows.value[taken.rows.count - 1] as number
      const fact = { kind: name, version, group, actor, object, value: stored }
      lift(fact, (made) => factBehind(cause, made), STEPS)
    }
  }

  function lift(fact: VersionedFact, causeOf: CauseOf, steps: number): void {
    const { kind, version, group, actor, object, value } = fact
    if (isCurrent(kind, version)) {
      const { code } = KINDS[kind as KindName]
      return facts.add(code, group, actor, object, value, causeOf(code))
    }
    const upcast = upcastFrom(upcasters, kind, version)
    invariant(upcast !== undefined, `there must be an upcaster from ${kind} version ${version}, got none`)
    invariant(steps > 0, `upcasters must come to an end, got ${kind} version ${version} again and again`)
    const made: Made[] = []
    for (const part of upcast(fact)) {
      const from = next()
      lift(part, causeOfPart(part, causeOf, made), steps - 1)
      made.push({ from, to: next() })
    }
  }

  function causeOfPart(
    { kind, cause = 'same' }: UpcastFact,
    causeOf: CauseOf,
    made: readonly Made[],
  ): CauseOf {
    if (cause === 'same') return causeOf
    if (cause === 'none') return () => -1
    const before = made[cause]
    invariant(
      before !== undefined,
      `an upcast ${kind} must follow from a fact before it, got position ${cause}`,
    )
    return (code) => {
      const found = firstThatCanCause(before, code)
      return found >= 0 ? found : fail(`cause must be a fact that ${kind} can follow from, got another`)
    }
  }

  /** What a fact of today follows from, of what was made of the fact with a seq in the log; −1 for none. */
  function factBehind(cause: number, code: number): number {
    for (let seq = cause; seq >= 0;) {
      const made = { from: firstOf[seq] as number, to: firstOf[seq + 1] as number }
      const found = firstThatCanCause(made, code)
      if (found >= 0) return found
      const behind = passedOver.get(seq)
      // Behind a fact that is passed over may stand one that this one never follows from by itself.
      if (behind === undefined) return seq === cause ? failWithoutCause(code, seq, made) : -1
      seq = behind
    }
    return -1
  }

  function failWithoutCause(code: number, seq: number, { from, to }: Made): never {
    const must = `cause must be a fact that ${kindName(code)} can follow from, got the one with seq ${seq}`
    return fail(from === to ? `${must}, of which upcasting leaves nothing` : must)
  }

  function firstThatCanCause({ from, to }: Made, code: number): number {
    for (let seq = from; seq < to; seq++) if (facts.canFollow(code, seq)) return seq
    return -1
  }

  function next(): number {
    return facts.rows.base + facts.rows.count
  }

  function noteFirst(seq: number): void {
    if (seq === firstOf.length) {
      const longer = new Int32Array(seq * 2)
      longer.set(firstOf)
      firstOf = longer
    }
    firstOf[seq] = next()
  }

  function origin(): string {
    return current?.standing === 'older' ? `, made of ${current.name} version ${current.version}` : ''
  }
}

/** Facts of today that were made of one: seqs from ≤ seq < to. */
interface Made {
  readonly from: number
  readonly to: number
}
