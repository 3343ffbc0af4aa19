import { CAUSES, type Cause } from '../model/causes.ts'
import type { World } from '../model/world.ts'
import { outcomeIn, type Without } from './counterfactual.ts'
import { endingsIn, type Endings, type EndingsModel } from './endings.ts'

/** How it had ended for a person when a history was over. */
export interface Fate {
  readonly outcome: Without['outcome']
  /** 0-based day on which she left, muted, or was last seen (asleep); null for the others. */
  readonly day: number | null
  /** The largest share of what made her leave or mute; null for the others, and for who was removed by a moderator. */
  readonly cause: Cause | null
}

/** A person and what became of her in two histories of the same people. */
export interface TwoFates {
  readonly person: number
  readonly parent: Fate
  readonly branch: Fate
}

/** How many people share a change of fate, and the main causes behind it in the history in which they left or muted. */
export interface FateChange {
  readonly from: Fate['outcome']
  readonly to: Fate['outcome']
  readonly people: number
  /** The most frequent first. Where both histories end with a cause, it is that of the parent. */
  readonly causes: readonly { readonly cause: Cause; readonly people: number }[]
}

/** A history that is over: the world after its last day, and who left or muted in it. */
export interface EndedHistory {
  readonly world: World
  readonly endings: EndingsModel
}

/** Tells what became of a person. */
export type FateTeller = (person: number) => Fate

export function createFateTeller({ world, endings }: EndedHistory): FateTeller {
  const { departures, mutes } = endingsIn(endings)
  const causes = { left: lastCauses(departures), muted: lastCauses(mutes) }
  return (person) => {
    const { outcome, day } = outcomeIn(world, person)
    const seat = world.seatOf[person] ?? -1
    const cause = outcome === 'left' || outcome === 'muted' ? causes[outcome].get(seat) : undefined
    return { outcome, day, cause: cause ?? null }
  }
}

/** The main cause of the last ending of each seat. */
function lastCauses({ seat, shares }: Endings): ReadonlyMap<number, Cause> {
  const causes = new Map<number, Cause>()
  for (const [n, of] of seat.entries()) {
    const row = shares.subarray(n * CAUSES.length, (n + 1) * CAUSES.length)
    const largest = row.reduce((best, share, cause) => (share > (row[best] as number) ? cause : best), 0)
    if ((row[largest] as number) > 0) causes.set(of, CAUSES[largest] as Cause)
  }
  return causes
}

/** Everybody who has joined in either history and of whom they tell different things, by number. */
export function differingFates(parent: EndedHistory, branch: EndedHistory): TwoFates[] {
  const [before, after] = [createFateTeller(parent), createFateTeller(branch)]
  const everybody = Array.from(parent.world.seatOf, (_, person) => person)
  return everybody
    .filter((person) => hasJoined(parent, person) || hasJoined(branch, person))
    .map((person) => ({ person, parent: before(person), branch: after(person) }))
    .filter((fates) => !isSame(fates.parent, fates.branch))
}

function hasJoined({ world }: EndedHistory, person: number): boolean {
  return (world.seatOf[person] as number) >= 0
}

/** Whether the same happened on the same day. The day on which a sleeper was last seen makes no other fate of it. */
function isSame(one: Fate, other: Fate): boolean {
  return one.outcome === other.outcome && (one.outcome === 'asleep' || one.day === other.day)
}

/** The changes behind these fates, the most frequent first. */
export function countChanges(fates: readonly TwoFates[]): FateChange[] {
  const groups = new Map<string, TwoFates[]>()
  for (const fate of fates) {
    const key = `${fate.parent.outcome} ${fate.branch.outcome}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [fate])
    else group.push(fate)
  }
  return [...groups.values()]
    .map((group) => ({
      from: (group[0] as TwoFates).parent.outcome,
      to: (group[0] as TwoFates).branch.outcome,
      people: group.length,
      causes: countCauses(group),
    }))
    .sort((one, other) => other.people - one.people)
}

/** The main causes of some fates, the most frequent first. */
export function countCauses(fates: readonly TwoFates[]): FateChange['causes'] {
  const counts = new Map<Cause, number>()
  for (const { parent, branch } of fates) {
    const cause = parent.cause ?? branch.cause
    if (cause !== null) counts.set(cause, (counts.get(cause) ?? 0) + 1)
  }
  return [...counts]
    .map(([cause, people]) => ({ cause, people }))
    .sort(
      (one, other) => other.people - one.people || CAUSES.indexOf(one.cause) - CAUSES.indexOf(other.cause),
    )
}
