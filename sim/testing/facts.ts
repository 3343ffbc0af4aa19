import { kindName, type KindName } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import { CAUSES, type Cause } from '../model/causes.ts'

/** One fact as an object, for tests and explanations; the engine itself never makes these. */
export interface Fact {
  readonly seq: number
  readonly kind: KindName
  readonly group: number
  readonly actor: number
  readonly object: number
  readonly value: number
  readonly cause: number
}

/** The facts at positions from ≤ at < to. */
export function factsOf(rows: Rows, from = 0, to = rows.count): Fact[] {
  const facts: Fact[] = []
  for (let at = from; at < to; at++) {
    facts.push({
      seq: rows.base + at,
      kind: kindName(rows.kind[at] as number) as KindName,
      group: rows.group[at] as number,
      actor: rows.actor[at] as number,
      object: rows.object[at] as number,
      value: rows.value[at] as number,
      cause: rows.cause[at] as number,
    })
  }
  return facts
}

/** Facts of one kind. */
export function ofKind(facts: readonly Fact[], kind: KindName): Fact[] {
  return facts.filter((fact) => fact.kind === kind)
}

/** The cause that a ledger row names. */
export function causeNamed(fact: Fact): Cause {
  return CAUSES[fact.object] as Cause
}
