// Newcomers join: friends of the owner bring trust along, strangers little, bounty hunters none (R4, R12); what they
// expect grows with clear positioning and with how well it fits their pains (R2). A full group refuses.
// Those whom somebody knows already are tied to them from the start. Simplified: friends come from the owner's own
// contacts, not through members; inviting is a mechanism of its own.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { cut } from '../../model/arithmetic.ts'
import { CAUSE, SOURCE } from '../../model/causes.ts'
import { TRAIT, TRAITS } from '../../model/person.ts'
import { GROUP_MARK, GROUP_MARKS, isPresent, MARK, MARKS } from '../../model/world.ts'
import { contactOf, CONTACTS } from '../contacts.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { mainPain, priceHalfOf, seatPerson, strongestInFocus, type People } from '../people.ts'
import { phaseToday, type Simulation } from '../simulation.ts'
import type { GroupPositioning, Town } from '../town.ts'
import { payingChance } from './fees.ts'

/** Who joins today. Slots go to the groups in turn, or to the group that is about the newcomer's pain. */
export function decideArrivals(simulation: Simulation): void {
  const { town, slots, world, rows } = simulation
  const { groups } = world.setting
  const { capacity } = town.scenario.community
  const joining = new Int32Array(groups)
  const together = new Map<number, number>()
  // The slots before the first day are the founders': they are there on the morning of day 0.
  const first = world.day === 0 ? 0 : (slots.dayStart[world.day] as number)
  const last = slots.dayStart[world.day + 1] as number
  for (let slot = first; slot < last; slot++) {
    const person = slots.person[slot] as number
    // Somebody brought her before her turn came.
    if ((world.seatOf[person] as number) >= 0) continue
    const group = groupFor(town, person, slot)
    const source = slots.source[slot] as number
    const members = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number
    if (members + (joining[group] as number) >= capacity) {
      record(rows, KIND['join-refused'], group, person, source, 0, -1)
      continue
    }
    if (!paysFee(simulation, person, group)) {
      record(rows, KIND['entry-declined'], group, person, source, phaseToday(simulation).entryFee, -1)
      continue
    }
    joining[group]! += 1
    const trust = trustAtJoining(town, source, world.day)
    admit(simulation, { person, group, source, trust, cause: -1 }, together)
    together.set(person, group)
  }
}

/** Which group a newcomer goes to. */
function groupFor(town: Town, person: number, slot: number): number {
  const { groups, groupsBy } = town.scenario.community
  if (groupsBy === 'size') return slot % groups
  const pain = mainPain(town, person)
  const fitting = town.about.flatMap(({ focus }, group) => ((focus[pain] ?? 0) > 0 ? [group] : []))
  return fitting.length > 0 ? (fitting[slot % fitting.length] as number) : slot % groups
}

/** Somebody who joins. */
export interface Newcomer {
  readonly person: number
  readonly group: number
  readonly source: number
  /** Trust in the owner that she brings. */
  readonly trust: number
  /** Seq of the invitation that brought her, −1 for none. */
  readonly cause: number
}

/** Group of everybody who has joined within the same turn and has no seat yet. */
type Together = ReadonlyMap<number, number>

/** Takes somebody in; returns the seq of the fact. */
export function admit(
  simulation: Simulation,
  { person, group, source, trust, cause }: Newcomer,
  together: Together = new Map(),
): number {
  const { town, people, rows } = simulation
  seatPerson(people, person, group)
  const fact = record(rows, KIND['member-joined'], group, person, source, trust, cause)
  const expected = expectedAtJoining(town, source, fitOf(people, people.count - 1, group))
  record(rows, KIND['value-changed'], group, person, CAUSE.expectation, expected, fact)
  const fee = phaseToday(simulation).entryFee
  if (fee > 0) record(rows, KIND['fee-paid'], group, person, -1, fee, fact)
  decideTies(simulation, { person, group, fact, together })
  return fact
}

interface Acquaintance {
  readonly person: number
  readonly group: number
  readonly fact: number
  readonly together: Together
}

/** She is tied to those of her contacts who are in the group already, or come with her. */
function decideTies(
  { town, world, rows }: Simulation,
  { person, group, fact, together }: Acquaintance,
): void {
  const { acquaintedTie, tieEffect } = town.parameters
  if (acquaintedTie === 0 || tieEffect === 0) return
  for (let n = 0; n < CONTACTS; n++) {
    const contact = contactOf(town, person, n)
    const seat = world.seatOf[contact] as number
    const isThere =
      seat >= 0
        ? isPresent(world, seat) && world.marks[seat * MARKS + MARK.group] === group
        : together.get(contact) === group
    if (contact === person || !isThere) continue
    record(rows, KIND['tie-changed'], group, person, contact, acquaintedTie, fact)
  }
}

/** Whether she pays what joining costs; somebody who comes for nothing always does. */
export function paysFee(simulation: Simulation, person: number, group: number): boolean {
  const { town } = simulation
  const fee = phaseToday(simulation).entryFee
  if (fee === 0) return true
  const fit = strongestInFocus(town, person, group)
  const chance = payingChance(town, { fee, fit, priceHalf: priceHalfOf(town, person) })
  return uniform(town.dice, PURPOSE.fees, person, 0) < chance
}

/**
 * Trust that a newcomer brings, by source; a warm town's friends bring more, and less with every month in which other
 * sellers draw on it as well (E10).
 */
function trustAtJoining({ parameters, warm, crowd }: Town, source: number, day: number): number {
  if (source === SOURCE.strangers) return parameters.trustOfStrangers
  if (source === SOURCE.bounty) return parameters.trustOfBounty
  const worn = 1 + crowd.wear * (1 + day / 30)
  const inherited = (parameters.trustOfFriends * warm) / worn - parameters.trustOfStrangers
  return cut(parameters.trustOfStrangers + parameters.inheritedTrust * inherited)
}

/** How well the positioning fits a person: half by all her pains in focus, half by the strongest of them (0–1). */
function fitOf({ town, traits, stride }: People, seat: number, group: number): number {
  const { focus } = town.about[group] as GroupPositioning
  const at = seat * stride
  let strongest = 0
  for (let topic = 0; topic < town.topics.length; topic++) {
    if ((focus[topic] as number) > 0) strongest = Math.max(strongest, traits[at + TRAITS + topic] as number)
  }
  return 0.5 * (traits[at + TRAIT.painInFocus] as number) + 0.5 * strongest
}

function expectedAtJoining({ parameters, scenario }: Town, source: number, fit: number): number {
  if (source === SOURCE.bounty) return parameters.valueOfBounty
  return (
    parameters.valueAtJoining + parameters.valueOfPositioning * scenario.community.positioning.clarity * fit
  )
}
