import { KINDS, type KindName } from '../../sim/events/kinds.ts'
import { CAUSES, COSTS, SHOCKS, SOURCES } from '../../sim/model/causes.ts'
import { CUES, NEEDS, ROLES } from '../../sim/model/needs.ts'
import type { Fact } from '../../sim/testing/facts.ts'

/** A fact by names: `object` is the name of a cause, source, cost, shock, need, role or cue, where it is one of these. */
export interface NamedFact extends Omit<Fact, 'object'> {
  readonly object: number | string
}

/** What a fact of a kind may leave open: −1 for nobody and nothing, 0 for no value. */
export type Said = Partial<Omit<NamedFact, 'seq' | 'kind'>>

/** The owner, an outsider, or nobody at all. */
export const NOBODY = -1
/** Nothing stands behind a fact. */
export const NO_FACT = -1

/** What the catalogue calls the numbers of a column. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  source: SOURCES,
  'cause code': CAUSES,
  'strongest cause code': CAUSES,
  'cost code': COSTS,
  'shock code': SHOCKS,
  'need code': NEEDS,
  'role code': ROLES,
  'cue code': CUES,
}

/** A fact of the real engine, by names. */
export function withNames(fact: Fact): NamedFact {
  const names = NAMES[KINDS[fact.kind].object ?? '']
  return { ...fact, object: names?.[fact.object] ?? fact.object }
}

/** A fact with nothing left open. */
export function completeFact(seq: number, kind: KindName, said: Said): NamedFact {
  const { group = 0, actor = NOBODY, object = -1, value = 0, cause = NO_FACT } = said
  // No −0: a log could not tell it from 0.
  return { seq, kind, group, actor, object, value: Math.fround(value) + 0, cause }
}
