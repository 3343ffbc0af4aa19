import { draw, phaseOf, record, type Run } from '../reference-run.ts'

/** An answer of a member to a member. */
export interface Answer {
  readonly group: number
  /** Persons. */
  readonly giver: number
  readonly receiver: number
  /** Seq of the answer. */
  readonly reply: number
}

/** Whether an answer is followed by a favour. The draw is one a pair and day. */
export function decideFavour(run: Run, { group, giver, receiver, reply }: Answer): void {
  const { favourEffect, favourRate, favourValue, favourTie, tieEffect } = run.town.parameters
  const { reciprocity } = phaseOf(run)
  const chance = favourEffect * favourRate * reciprocity * reciprocity
  if (draw(run, 'favours', receiver, giver % 256) >= chance) return
  const cause = record(run, 'favour-done', { group, actor: giver, object: receiver, cause: reply })
  if (favourValue > 0) {
    record(run, 'value-changed', { group, actor: receiver, object: 'favours', value: favourValue, cause })
  }
  const closer = tieEffect * favourTie
  if (closer > 0) record(run, 'tie-changed', { group, actor: giver, object: receiver, value: closer, cause })
}
