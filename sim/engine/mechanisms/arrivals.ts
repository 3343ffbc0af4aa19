// Newcomers join: friends of the owner bring trust along, strangers little, bounty hunters none (R4, R12); what they
// expect grows with clear positioning and with how well it fits their pains (R2). A full group refuses.
// Simplified: friends come from the owner's own contacts, not through members; inviting is a mechanism of its own.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { cut } from '../../model/arithmetic.ts'
import { CAUSE, SOURCE } from '../../model/causes.ts'
import { TRAIT, TRAITS } from '../../model/person.ts'
import { GROUP_MARK, GROUP_MARKS } from '../../model/world.ts'
import { seatPerson, type People } from '../people.ts'
import type { Simulation } from '../simulation.ts'
import type { Town } from '../town.ts'

/** Who joins today. Slots go to the groups in turn. */
export function decideArrivals({ town, slots, people, world, rows }: Simulation): void {
  const { groups } = world.setting
  const { capacity } = town.scenario.community
  const joining = new Int32Array(groups)
  // The slots before the first day are the founders': they are there on the morning of day 0.
  const first = world.day === 0 ? 0 : (slots.dayStart[world.day] as number)
  const last = slots.dayStart[world.day + 1] as number
  for (let slot = first; slot < last; slot++) {
    const group = slot % groups
    const person = slots.person[slot] as number
    const source = slots.source[slot] as number
    const members = world.groupMarks[group * GROUP_MARKS + GROUP_MARK.members] as number
    if (members + (joining[group] as number) >= capacity) {
      record(rows, KIND['join-refused'], group, person, source, 0, -1)
      continue
    }
    joining[group]! += 1
    seatPerson(people, person)
    const fact = record(rows, KIND['member-joined'], group, person, source, trustAtJoining(town, source), -1)
    const fit = fitOf(people, people.count - 1)
    const expected = expectedAtJoining(town, source, fit)
    record(rows, KIND['value-changed'], group, person, CAUSE.expectation, expected, fact)
  }
}

/** Trust that a newcomer brings, by source; a warm town's friends bring more. */
function trustAtJoining({ parameters, warm }: Town, source: number): number {
  if (source === SOURCE.strangers) return parameters.trustOfStrangers
  if (source === SOURCE.bounty) return parameters.trustOfBounty
  const inherited = parameters.trustOfFriends * warm - parameters.trustOfStrangers
  return cut(parameters.trustOfStrangers + parameters.inheritedTrust * inherited)
}

/** How well the positioning fits a person: half by all her pains in focus, half by the strongest of them (0–1). */
function fitOf({ town, traits, stride }: People, seat: number): number {
  const at = seat * stride
  let strongest = 0
  for (let topic = 0; topic < town.topics.length; topic++) {
    if ((town.focus[topic] as number) > 0)
      strongest = Math.max(strongest, traits[at + TRAITS + topic] as number)
  }
  return 0.5 * (traits[at + TRAIT.painInFocus] as number) + 0.5 * strongest
}

function expectedAtJoining({ parameters, scenario }: Town, source: number, fit: number): number {
  if (source === SOURCE.bounty) return parameters.valueOfBounty
  return (
    parameters.valueAtJoining + parameters.valueOfPositioning * scenario.community.positioning.clarity * fit
  )
}
