import type { KindName } from '../../sim/events/kinds.ts'
import { invariant } from '../../sim/model/invariant.ts'
import type { Phase } from '../../sim/scenario/scenario.ts'
import { completeFact, type NamedFact, type Said } from './reference-facts.ts'
import { newGroup, type Group } from './reference-groups.ts'
import type { Member } from './reference-members.ts'
import { drawOf, placeOf, secondDrawOf, type Purpose } from './reference-numbers.ts'
import { newOwner, type Owner } from './reference-owner.ts'
import { slotsOf, type Slot, type Stage } from './reference-slots.ts'
import { townOf, type Town } from './reference-town.ts'

/** A run in the making. */
export interface Run {
  readonly seed: string
  /** One, unless the run is a branch. */
  readonly stages: readonly [Stage, ...Stage[]]
  readonly slots: readonly Slot[]
  /** The town under the rules of today. */
  town: Town
  day: number
  /** In the order of joining; seats are places in this list. */
  readonly members: Member[]
  readonly groups: readonly Group[]
  readonly owner: Owner
  readonly facts: NamedFact[]
  /** Whether members are visited from the last seat to the first: to see that it does not matter (law 14). */
  isReversed: boolean
}

/** The morning of day 0. */
export function beginRun(seed: string, stages: readonly [Stage, ...Stage[]]): Run {
  const [{ scenario }] = stages
  const town = townOf(scenario, seed, null)
  const counts = { topics: town.topics.length, offers: town.offers.length }
  const groups = Array.from({ length: scenario.community.groups }, (_, group) => newGroup(group, counts))
  const owner = newOwner(scenario)
  const slots = slotsOf(town, stages)
  return { seed, stages, slots, town, day: 0, members: [], groups, owner, facts: [], isReversed: false }
}

/** Writes a fact down; returns its seq. */
export function record(run: Run, kind: KindName, said: Said): number {
  return run.facts.push(completeFact(run.facts.length, kind, said)) - 1
}

/** Today's draw of a person, group, slot or post for a purpose. */
export function draw(run: Run, purpose: Purpose, of: number, index = 0): number {
  return drawOf(run.town.dice, purpose, { of, day: run.day, index })
}

/** The second answer to the same question. */
export function secondDraw(run: Run, purpose: Purpose, of: number): number {
  return secondDrawOf(run.town.dice, purpose, { of, day: run.day })
}

/** The phase of the plan that holds today. */
export function phaseOf({ town, owner }: Run): Phase {
  return placeOf(town.scenario.plan, owner.phase)
}

/** Whether a person has or had a seat. */
export function hasSeat(run: Run, person: number): boolean {
  return run.members.some((member) => member.person === person)
}

/** The member that a person is or was. */
export function memberOf(run: Run, person: number): Member {
  const found = run.members.find((member) => member.person === person)
  invariant(found !== undefined, `a person must have a seat, got ${person}`)
  return found
}

/** The group of a member. */
export function groupOf(run: Run, member: Member): Group {
  return placeOf(run.groups, member.group)
}

/** The group that a fact is about. */
export function groupNamed({ groups }: Run, { group }: NamedFact): Group {
  return placeOf(groups, group)
}

/** Everybody who is there, in the order of seats, or against it. */
export function presentIn(run: Run): Member[] {
  const present = run.members.filter(({ hasLeft }) => !hasLeft)
  return run.isReversed ? present.reverse() : present
}

/** Everybody present who opened today, in the order of seats. */
export function openersIn(run: Run): Member[] {
  return presentIn(run).filter(({ openedDay }) => openedDay === run.day)
}

/** How many days ago something was; more than any number where it never was. */
export function daysSince(run: Run, day: number | null): number {
  return day === null ? Infinity : run.day - day
}
