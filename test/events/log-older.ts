import type { Upcasters } from '../../sim/events/upcasters.ts'
import { ofAnotherEngine, type MadeFact, type MadeLog } from './log-made.ts'

// A past that never was, for tests: how an engine of before might have written the facts of today.

export const OLDER: Upcasters = {
  // Once counted double.
  'trust-changed': {
    code: 7,
    from: { 0: (fact) => [{ ...fact, version: 1, value: fact.value / 2 }] },
  },
  // Had two versions, and then another name.
  'weariness-changed': {
    code: 203,
    from: {
      1: (fact) => [{ ...fact, version: 2, value: fact.value / 2 }],
      2: (fact) => [{ ...fact, kind: 'fatigue-changed', version: 1, value: fact.value / 2 }],
    },
  },
  // Said in one fact what are two.
  'member-hushed': {
    code: 204,
    from: {
      1: (fact) => [
        { ...fact, kind: 'member-muted', version: 1 },
        { ...fact, kind: 'blame-shared', version: 1, value: 1, cause: 0 },
      ],
    },
  },
  // Nobody needs it any more.
  'silence-kept': { code: 205, from: { 1: () => [] } },
}

const KINDS_BEFORE = {
  'trust-changed': [7, 0],
  'fatigue-changed': null,
  'weariness-changed': [203, 1],
  'member-hushed': [204, 1],
  'silence-kept': [205, 1],
  'weather-noted': [206, 3, 'ignorable'],
} as const

/** Writes the facts of a log in older words, and puts some between them that are not of today. Returns how many changed. */
export function makeOlder(log: MadeLog): number {
  let changed = 0
  ofAnotherEngine(log, KINDS_BEFORE)
  log.days = log.days.map((facts) => facts.flatMap((fact, at) => older(fact, facts[at + 1])))
  return changed

  function older(fact: MadeFact, next: MadeFact | undefined): MadeFact[] {
    const before: MadeFact[] = []
    if (fact.kind === 'trust-changed') change(fact, 'trust-changed', fact.value * 2)
    else if (fact.kind === 'fatigue-changed') change(fact, 'weariness-changed', fact.value * 4)
    else if (fact.kind === 'member-muted' && isWholeBlame(fact, next))
      change(fact, 'member-hushed', fact.value)
    else if (fact.kind === 'blame-shared' && fact.cause?.kind === 'member-hushed') return []
    if (fact.kind === 'feed-read') before.push(silence(fact))
    if (fact.kind === 'value-changed') {
      const weather = { ...silence(fact), kind: 'weather-noted', cause: fact.cause }
      before.push(weather)
      fact.cause = weather
    }
    return [...before, fact]
  }

  function change(fact: MadeFact, kind: string, value: number): void {
    fact.kind = kind
    fact.value = value
    changed += 1
  }
}

/** Whether all the blame for a fact is in the next. */
function isWholeBlame(fact: MadeFact, next: MadeFact | undefined): boolean {
  return (
    next?.kind === 'blame-shared' && next.cause === fact && next.value === 1 && next.object === fact.object
  )
}

function silence({ group, actor }: MadeFact): MadeFact {
  return { kind: 'silence-kept', group, actor, object: 7, value: -3.5, cause: null }
}
