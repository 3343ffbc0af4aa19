import type { LogFilter } from './filter.ts'
import { codesOf } from './kinds.ts'
import type { KindGroup } from './kinds.ts'

/** What a reader has chosen, as it stands in the fields. It outlives the screen. */
export interface Choices {
  /** Codes; empty for all kinds. */
  readonly kinds: readonly number[]
  readonly who: string
  /** Days as people count them, from 1, both included; null for no end. */
  readonly from: number | null
  readonly to: number | null
  readonly cause: number | null
  readonly group: number | null
}

export const NO_CHOICES: Choices = { kinds: [], who: '', from: null, to: null, cause: null, group: null }

/** The filter that was chosen, once it is known who was meant. */
export function filterOf(choices: Choices, people: readonly number[] | null): LogFilter {
  const { kinds, from, to, cause, group } = choices
  return { kinds, people, from: (from ?? 1) - 1, to: to ?? Infinity, cause, group }
}

/** How many of the fields narrow the list; the two ends of the days are one. */
export function choicesMade({ kinds, who, from, to, cause, group }: Choices): number {
  const made = [
    kinds.length > 0,
    who.trim() !== '',
    from !== null || to !== null,
    cause !== null,
    group !== null,
  ]
  return made.filter(Boolean).length
}

/** Whether the kinds of a group are chosen. */
export function stateOfGroup(kinds: readonly number[], group: KindGroup): 'true' | 'false' | 'mixed' {
  const codes = codesOf(group)
  const chosen = codes.filter((code) => kinds.includes(code)).length
  if (chosen === 0) return 'false'
  return chosen === codes.length ? 'true' : 'mixed'
}

/** All kinds of a group, or none of them where all were chosen. */
export function toggleGroup(kinds: readonly number[], group: KindGroup): readonly number[] {
  const codes = codesOf(group)
  const others = kinds.filter((code) => !codes.includes(code))
  return stateOfGroup(kinds, group) === 'true' ? others : [...others, ...codes]
}

export function toggleKind(kinds: readonly number[], code: number): readonly number[] {
  return kinds.includes(code) ? kinds.filter((each) => each !== code) : [...kinds, code]
}

/** The day that a text means; null for one that means none. */
export function dayAsked(text: string): number | null {
  const day = Number(text.trim())
  return text.trim() !== '' && Number.isInteger(day) && day >= 1 ? day : null
}
