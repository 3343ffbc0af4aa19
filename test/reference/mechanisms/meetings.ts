import type { KindName } from '../../../sim/events/kinds.ts'
import { effortOf, isAway } from '../reference-feed.ts'
import type { Group } from '../reference-groups.ts'
import { valueOf, type Member } from '../reference-members.ts'
import { drawOf, placeOf } from '../reference-numbers.ts'
import { purseOf } from '../reference-owner.ts'
import { daysSince, draw, groupOf, phaseOf, presentIn, record, type Run } from '../reference-run.ts'

/** Whether there is a meeting today, who comes, and what it does to them. */
export function decideMeetings(run: Run): void {
  if (isAway(run) || !isMeetingDay(run)) return
  const { meetingCost } = run.town.parameters
  const purse = purseOf(run.owner, run.town.scenario)
  for (const group of run.groups) {
    if (draw(run, 'meeting', group.number, 255) >= effortOf(run)) continue
    const affordable = Math.floor(Math.max(0, purse.left) / Math.max(0.01, meetingCost))
    const guests = guestsOf(run, group).slice(0, Math.min(phaseOf(run).offline.size, affordable))
    if (guests.length === 0) continue
    purse.left -= meetingCost * guests.length
    holdMeeting(run, group, guests)
  }
}

/** Whether one of the meetings of the phase falls on today: each may lie half of the days between them off its place. */
function isMeetingDay(run: Run): boolean {
  const { from, offline } = phaseOf(run)
  const { everyDays, irregular } = offline
  if (everyDays === 0 || run.day <= from) return false
  for (let turn = 1; turn <= run.day - from + 1; turn++) {
    const u = drawOf(run.town.dice, 'meeting', { of: turn, day: from, index: 254 })
    if (run.day === from + turn * everyDays + Math.round(irregular * everyDays * (u - 0.5))) return true
  }
  return false
}

/** Who wants to come and has the time, in a drawn order. */
function guestsOf(run: Run, group: Group): Member[] {
  const orderOf = ({ person }: Member) => draw(run, 'meeting', person, 1)
  return presentIn(run)
    .filter((member) => groupOf(run, member) === group)
    .filter((member) => draw(run, 'meeting', member.person) < wishOf(run, member))
    .sort((a, b) => orderOf(a) - orderOf(b) || a.person - b.person)
}

function wishOf({ town: { parameters } }: Run, member: Member): number {
  return (
    parameters.meetingWish +
    parameters.meetingTrustWish * member.trust * (0.3 + valueOf(member)) +
    (member.meetings > 0 ? parameters.meetingAgainWish * member.trust : 0)
  )
}

function holdMeeting(run: Run, group: Group, guests: readonly Member[]): void {
  const { meetingSizeHalf, meetingCost } = run.town.parameters
  const crowd = guests.length / meetingSizeHalf
  const felt = phaseOf(run).offline.depth / (1 + crowd * crowd)
  const about = { group: group.number }
  const meeting = record(run, 'meeting-held', { ...about, object: guests.length, value: felt })
  const value = meetingCost * guests.length
  if (value > 0) record(run, 'cost-paid', { ...about, object: 'events', value, cause: meeting })
  for (const [place, guest] of guests.entries()) {
    const others = [1, 2].slice(0, guests.length - 1).map((n) => placeOf(guests, (place + n) % guests.length))
    decideGuest(run, guest, { felt, surprise: surpriseOf(run, group), others, meeting })
  }
}

/** A meeting that comes when it was to be expected surprises nobody. */
function surpriseOf(run: Run, { meetingDay, meetingGap }: Group): number {
  const isExpected = meetingGap !== null && Math.abs(daysSince(run, meetingDay) - meetingGap) < 2
  return isExpected ? 1 - 0.7 * run.town.parameters.surpriseEffect : 1
}

interface Attendance {
  /** Depth as felt in that crowd, 0–1. */
  readonly felt: number
  readonly surprise: number
  /** Whom she gets to know. */
  readonly others: readonly Member[]
  readonly meeting: number
}

function decideGuest(run: Run, guest: Member, { felt: depth, surprise, others, meeting }: Attendance): void {
  const { parameters } = run.town
  const { group, person: actor } = guest
  const felt = depth * parameters.meetingEffect
  const cause = record(run, 'meeting-attended', { group, actor, cause: meeting })
  const change = (kind: KindName, object: string, value: number) => {
    if (value > 0) record(run, kind, { group, actor, object, value, cause })
  }
  const { trustCeilingOffline, meetingTrust, meetingBelonging, meetingValue, meetingMemberTrust } = parameters
  change('trust-changed', 'meeting', meetingTrust * felt * Math.max(0, trustCeilingOffline - guest.trust))
  change('belonging-changed', 'meeting', Math.min(1, meetingBelonging * felt) * (1 - guest.belonging))
  change('value-changed', 'meeting', meetingValue * felt)
  change('member-trust-changed', 'meeting', Math.min(1, meetingMemberTrust * felt) * (1 - guest.memberTrust))
  if (parameters.needsEffect > 0) {
    change('need-changed', 'variety', Math.min(1, 0.3 * felt * surprise) * (1 - guest.variety))
    change('need-changed', 'connection', Math.min(1, 0.3 * felt) * (1 - guest.connection))
  }
  const closer = parameters.tieEffect * parameters.meetingTie * felt
  for (const other of closer > 0 ? others : []) {
    record(run, 'tie-changed', { group, actor, object: other.person, value: closer, cause })
  }
  const wakes = guest.mutedDay !== null && draw(run, 'meeting', actor, 2) < parameters.meetingWakes
  if (wakes && parameters.meetingEffect > 0) record(run, 'member-woken', { group, actor, cause })
}
