import { cut } from '../../../sim/model/arithmetic.ts'
import type { Source } from '../../../sim/model/causes.ts'
import { placeOf } from '../reference-numbers.ts'
import { contactsOf, mainPainOf, strongestInFocus, traitsOf } from '../reference-people.ts'
import { hasSeat, phaseOf, record, type Run } from '../reference-run.ts'
import { paysFee } from './fees.ts'

/** Who joins today, slot by slot. */
export function decideArrivals(run: Run): void {
  const joining: Newcomer[] = []
  for (const [slot, { day, person, source }] of run.slots.entries()) {
    // Somebody may have brought her before her turn came.
    if (day !== run.day || hasSeat(run, person)) continue
    const group = groupFor(run, person, slot)
    const who = { group, actor: person, object: source }
    if (isFull(run, group, joining)) {
      record(run, 'join-refused', who)
    } else if (!paysFee(run, person, group)) {
      record(run, 'entry-declined', { ...who, value: phaseOf(run).entryFee })
    } else {
      const newcomer = { person, group, source, trust: trustOf(run, source) }
      admit(run, newcomer, { invitation: -1, together: joining })
      joining.push(newcomer)
    }
  }
}

/** Somebody who joins in this turn. */
export interface Newcomer {
  readonly person: number
  readonly group: number
  readonly source: Source
  /** Trust in the owner that she brings. */
  readonly trust: number
}

/** Groups take newcomers in turn; where each is about a topic, those that are about hers. */
function groupFor({ town }: Run, person: number, slot: number): number {
  const { groups, groupsBy } = town.scenario.community
  const pain = mainPainOf(town, person)
  const fitting = town.groups.flatMap(({ focus }, group) => ((focus[pain] ?? 0) > 0 ? [group] : []))
  if (groupsBy === 'size' || fitting.length === 0) return slot % groups
  return placeOf(fitting, slot % fitting.length)
}

/** Whether there is no seat left, with those who join in this turn. */
export function isFull({ town, groups }: Run, group: number, joining: readonly Newcomer[]): boolean {
  const taken = joining.filter((newcomer) => newcomer.group === group).length
  return placeOf(groups, group).members + taken >= town.scenario.community.capacity
}

function trustOf({ town, day }: Run, source: Source): number {
  const { parameters } = town
  if (source === 'strangers') return parameters.trustOfStrangers
  if (source === 'bounty') return parameters.trustOfBounty
  const worn = 1 + parameters.crowdingTrust * town.rivals * (1 + day / 30)
  const inherited = (parameters.trustOfFriends * town.warm) / worn - parameters.trustOfStrangers
  return cut(parameters.trustOfStrangers + parameters.inheritedTrust * inherited)
}

/** Takes somebody in; returns the seq of the fact. */
export function admit(
  run: Run,
  newcomer: Newcomer,
  { invitation, together }: { readonly invitation: number; readonly together: readonly Newcomer[] },
): number {
  const { person: actor, group, source, trust } = newcomer
  const { entryFee } = phaseOf(run)
  const cause = record(run, 'member-joined', {
    group,
    actor,
    object: source,
    value: trust,
    cause: invitation,
  })
  const expected = expectedOf(run, newcomer)
  record(run, 'value-changed', { group, actor, object: 'expectation', value: expected, cause })
  if (entryFee > 0) record(run, 'fee-paid', { group, actor, value: entryFee, cause })
  const { acquaintedTie, tieEffect } = run.town.parameters
  if (acquaintedTie === 0 || tieEffect === 0) return cause
  for (const contact of contactsOf(run.town, actor)) {
    if (contact === actor || !isThere(run, contact, group, together)) continue
    record(run, 'tie-changed', { group, actor, object: contact, value: acquaintedTie, cause })
  }
  return cause
}

function expectedOf({ town }: Run, { person, group, source }: Newcomer): number {
  const { parameters, scenario } = town
  if (source === 'bounty') return parameters.valueOfBounty
  const { painInFocus, pains } = traitsOf(town, person, group)
  const fit = 0.5 * painInFocus + 0.5 * strongestInFocus(town, pains, group)
  return (
    parameters.valueAtJoining + parameters.valueOfPositioning * scenario.community.positioning.clarity * fit
  )
}

/** Whether a contact is in the group, or came before her in this turn. */
function isThere(run: Run, contact: number, group: number, together: readonly Newcomer[]): boolean {
  return (
    run.members.some((member) => member.person === contact && member.group === group && !member.hasLeft) ||
    together.some((newcomer) => newcomer.person === contact && newcomer.group === group)
  )
}
