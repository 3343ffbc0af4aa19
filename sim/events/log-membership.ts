import { KIND } from './kinds.ts'
import type { ColumnRules } from './log-columns.ts'

/** Who has joined and who has left, as far as a log was read. */
export interface Membership {
  /** What speaks against a fact about these people, as a sentence; null for nothing. */
  readonly problemWith: (rules: ColumnRules, actor: number, object: number) => string | null
  /** Takes note of a fact. */
  readonly note: (rules: ColumnRules, actor: number) => void
}

const JOINED = 1
const LEFT = 2

/**
 * Nobody has joined yet. Things may happen to those who left (a product bought before is tried), but nobody joins
 * or leaves twice.
 */
export function createMembership(people: number): Membership {
  const state = new Uint8Array(people)
  return { problemWith, note }

  function problemWith(
    { code, name, actorIsMember, objectIsMember }: ColumnRules,
    actor: number,
    object: number,
  ): string | null {
    if (actorIsMember && actor >= 0 && state[actor] === 0)
      return `actor must have joined before ${name}, got ${actor}`
    if (objectIsMember && object >= 0 && state[object] === 0) {
      return `object must have joined before ${name}, got ${object}`
    }
    if (code === KIND['member-joined'] && state[actor] !== 0) return `actor must not join twice, got ${actor}`
    if (isDeparture(code) && state[actor] === LEFT) return `actor must not leave twice, got ${actor}`
    return null
  }

  function note({ code }: ColumnRules, actor: number): void {
    if (code === KIND['member-joined']) state[actor] = JOINED
    else if (isDeparture(code)) state[actor] = LEFT
  }
}

/** Of her own will, or removed. */
function isDeparture(code: number): boolean {
  return code === KIND['member-left'] || code === KIND['member-removed']
}
