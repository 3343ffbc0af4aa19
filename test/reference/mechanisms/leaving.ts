import { saturate } from '../../../sim/model/arithmetic.ts'
import { messagesIn } from '../reference-feed.ts'
import { valueOf, type Member } from '../reference-members.ts'
import { placeOf, stored } from '../reference-numbers.ts'
import { daysSince, groupOf, presentIn, record, secondDraw, type Run } from '../reference-run.ts'
import { blameOf, factBehind, strongestOf, type Push } from './blame.ts'

/** Who mutes and who leaves today: one draw, of which leaving takes the first part and muting the next. */
export function decideLeaving(run: Run): void {
  for (const member of presentIn(run)) {
    const u = secondDraw(run, 'daily', member.person)
    const leaving = leavingOf(run, member)
    const muting = mutingOf(run, member)
    if (u < leaving.hazard) recordStep(run, member, { kind: 'member-left', ...leaving })
    else if (u < leaving.hazard + muting.hazard) recordStep(run, member, { kind: 'member-muted', ...muting })
  }
}

/** A hazard of today, and what it consists of. */
interface Hazard {
  /** Chance of the day. */
  readonly hazard: number
  readonly push: Push
}

/** How readily somebody leaves of whose needs 0, 1, … 6 are met: four are usual. */
const LEAVING_OF_NEEDS = [5.5, 5, 4, 2, 1, 0.35, 0.1]

function leavingOf(run: Run, member: Member): Hazard {
  const { parameters } = run.town
  const { fatigue, label, trust } = member
  const age = daysSince(run, member.joinedDay)
  const young = 1 + parameters.leaveFirstDays / (1 + age / 10)
  const ofBounty = member.source === 'bounty' ? parameters.leaveBounty / (1 + age / 20) / young : 0
  const pulled = parameters.contagion * parameters.contagionWeight * saturate(member.exposure, 0.5)
  const push: Push = {
    base: parameters.leaveBase,
    bounty: ofBounty,
    fatigue: parameters.leaveFatigue * fatigue,
    label: parameters.leaveLabel * label,
    low: parameters.leaveLowValue * lowOf(run, member),
    overload: parameters.leaveOverload * overloadOf(run, member),
    distrust: parameters.leaveNoTrust * (trust < NO_TRUST ? 1 : 0),
    rival: parameters.leaveRival * run.owner.rival * dullOf(member),
    pulled,
  }
  const hazard =
    holdOf(run, member) *
    keptOf(run, member) *
    needsOf(run, member) *
    (member.mutedDay === null ? 1 : parameters.mutedLeaving) *
    young *
    (1 + pulled) *
    (push.base + push.fatigue + push.label + push.low + push.overload + push.distrust + push.rival + ofBounty)
  return { hazard, push }
}

function mutingOf(run: Run, member: Member): Hazard {
  const { parameters } = run.town
  const push: Push = {
    base: parameters.muteBase * dullOf(member),
    bounty: 0,
    fatigue: parameters.muteFatigue * member.fatigue,
    label: parameters.muteLabel * member.label,
    low: parameters.muteLowValue * lowOf(run, member),
    overload: parameters.muteOverload * overloadOf(run, member),
    distrust: 0,
    rival: 0,
    pulled: 0,
  }
  const sum = push.base + push.fatigue + push.label + push.low + push.overload
  const hazard = member.mutedDay === null ? holdOf(run, member) * keptOf(run, member) * sum : 0
  return { hazard, push }
}

/** Trust below which the owner is not trusted at all: compared as scores are stored. */
const NO_TRUST = stored(0.04)

/** Expected value below which a group is not worth keeping: more where a rival beckons. */
function lineOf({ town: { parameters }, owner }: Run): number {
  return parameters.lowValueLine + parameters.rivalPull * owner.rival
}

/** Which share of that value is missing, squared. */
function lowOf(run: Run, member: Member): number {
  const share = missingOf(run, member)
  return share * share
}

function missingOf(run: Run, member: Member): number {
  const line = lineOf(run)
  return valueOf(member) < line ? (line - valueOf(member)) / line : 0
}

function dullOf(member: Member): number {
  return Math.max(0, 1 - valueOf(member))
}

/** How much more there was to read than she can, if she opened today. */
function overloadOf(run: Run, member: Member): number {
  if (member.openedDay !== run.day) return 0
  return saturate(messagesIn(groupOf(run, member)) / member.traits.attention - 1, 2)
}

/** What belonging and ties hold back. */
function holdOf({ town }: Run, { belonging, held }: Member): number {
  const { belongingShield, tieEffect, tieShield } = town.parameters
  return ((1 - belongingShield * belonging) * (1 - tieEffect * tieShield * held)) / town.patient
}

function keptOf({ town: { parameters } }: Run, { isHelper }: Member): number {
  return isHelper ? 1 - parameters.roleEffect * parameters.roleShield : 1
}

/** The factor of the needs, linear between whole numbers of them. */
function needsOf({ town: { parameters } }: Run, { needsMet }: Member): number {
  const factors = LEAVING_OF_NEEDS.map((factor) => 1 + parameters.needsEffect * (factor - 1))
  const whole = Math.floor(needsMet)
  const below = placeOf(factors, whole)
  return below + (needsMet - whole) * ((factors[whole + 1] ?? below) - below)
}

interface Step extends Hazard {
  readonly kind: 'member-left' | 'member-muted'
}

/** The fact, with its strongest cause, and one for each share of the hazard. */
function recordStep(run: Run, member: Member, { kind, hazard, push }: Step): void {
  const { group, person: actor } = member
  const parts = blameOf(member, push, lineOf(run) * missingOf(run, member))
  const strongest = strongestOf(parts)
  const cause = record(run, kind, {
    ...{ group, actor, object: strongest, value: Math.min(1, hazard) },
    cause: factBehind(groupOf(run, member), strongest),
  })
  const total = [...parts.values()].reduce((sum, part) => sum + part, 0)
  for (const [object, part] of parts) {
    if (part > 0) record(run, 'blame-shared', { group, actor, object, value: part / total, cause })
  }
}
