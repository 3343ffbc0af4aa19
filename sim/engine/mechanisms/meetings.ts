// Offline events: those with trust and time come, up to the size that was planned. Meeting raises trust, belonging and
// value beyond what is possible online, and ties those who came; a large crowd dilutes it (R8, A37, B29). A careless
// meeting costs as much as a good one (B30). Who stayed away gains nothing. Being there can wake a muted member.
// Simplified: one meeting a group, on one day; nobody travels.

import { KIND } from '../../events/kinds.ts'
import { record } from '../../events/rows.ts'
import { CAUSE, COST } from '../../model/causes.ts'
import { NEED } from '../../model/needs.ts'
import {
  expectedValue,
  GROUP_MARK,
  GROUP_MARKS,
  isPresent,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  MUTED,
} from '../../model/world.ts'
import type { Phase } from '../../scenario/scenario.ts'
import { PURPOSE, uniform } from '../dice.ts'
import { createPurse } from '../purse.ts'
import { isOwnerAway, ownerEffort, phaseToday, type Simulation } from '../simulation.ts'

const OWNER = -1
/** Others that somebody gets to know at a meeting. */
const NEW_TIES = 4

/** Whether there is a meeting today, who comes, and what it does to them. */
export function decideMeetings(simulation: Simulation): void {
  const { world, town } = simulation
  const phase = phaseToday(simulation)
  if (!isMeetingDay(simulation, phase, world.day) || isOwnerAway(simulation)) return
  const purse = createPurse(simulation)
  for (let group = 0; group < world.setting.groups; group++) {
    if (uniform(town.dice, PURPOSE.meeting, group, world.day, 255) >= ownerEffort(simulation)) continue
    const affordable = Math.floor(Math.max(0, purse.left) / Math.max(0.01, town.parameters.meetingCost))
    const guests = guestsOf(simulation, group, Math.min(phase.offline.size, affordable))
    if (guests.length === 0) continue
    const surprise = surpriseOf(simulation, group)
    purse.left -= town.parameters.meetingCost * guests.length
    holdMeeting(simulation, { group, guests, depth: phase.offline.depth, surprise })
  }
}

/**
 * The first meeting comes `everyDays` days into the phase, and then one every so many days; irregular ones come up to half
 * of that earlier or later, by a draw for each (C14).
 */
function isMeetingDay({ town }: Simulation, { from, offline }: Phase, day: number): boolean {
  const { everyDays, irregular } = offline
  if (everyDays === 0 || day <= from) return false
  const nearest = Math.round((day - from) / everyDays)
  for (let turn = Math.max(1, nearest - 1); turn <= nearest + 1; turn++) {
    const u = uniform(town.dice, PURPOSE.meeting, turn, from, 254)
    if (day === from + turn * everyDays + Math.round(irregular * everyDays * (u - 0.5))) return true
  }
  return false
}

/** Days by which a meeting may come early or late and still be expected. */
const EXPECTED_WITHIN = 2

/** How much of an event a meeting is, 0–1: whoever could see it coming is surprised no more (C14). */
function surpriseOf({ town, world }: Simulation, group: number): number {
  const at = group * GROUP_MARKS
  const before = world.groupMarks[at + GROUP_MARK.meetingDay] as number
  const gap = world.groupMarks[at + GROUP_MARK.meetingGap] as number
  const isExpected = before >= 0 && gap > 0 && Math.abs(world.day - before - gap) < EXPECTED_WITHIN
  return isExpected ? 1 - 0.7 * town.parameters.surpriseEffect : 1
}

interface Guest {
  readonly seat: number
  readonly person: number
  readonly order: number
}

/** Members who want to come and have the time, first come first served by a drawn order, up to the size. */
function guestsOf({ world, town }: Simulation, group: number, size: number): Guest[] {
  const guests: Guest[] = []
  const { levels, marks, day } = world
  const { meetingWish, meetingTrustWish, meetingAgainWish } = town.parameters
  for (let seat = 0; seat < world.seats; seat++) {
    const markAt = seat * MARKS
    if (marks[markAt + MARK.group] !== group || !isPresent(world, seat)) continue
    const person = marks[markAt + MARK.person] as number
    const trust = levels[seat * LEVELS + LEVEL.trust] as number
    const wish =
      meetingWish +
      meetingTrustWish * trust * (0.3 + expectedValue(levels, seat)) +
      ((marks[markAt + MARK.meetings] as number) > 0 ? meetingAgainWish * trust : 0)
    if (uniform(town.dice, PURPOSE.meeting, person, day) >= wish) continue
    guests.push({ seat, person, order: uniform(town.dice, PURPOSE.meeting, person, day, 1) })
  }
  return guests.sort((a, b) => a.order - b.order || a.person - b.person).slice(0, size)
}

interface Meeting {
  readonly group: number
  readonly guests: readonly Guest[]
  /** How deep it is meant to go, and how much of an event it is, 0–1. */
  readonly depth: number
  readonly surprise: number
}

function holdMeeting(simulation: Simulation, { group, guests, depth, surprise }: Meeting): void {
  const { town, rows } = simulation
  const { meetingSizeHalf, meetingCost } = town.parameters
  const crowd = guests.length / meetingSizeHalf
  const felt = depth / (1 + crowd * crowd)
  const meeting = record(rows, KIND['meeting-held'], group, OWNER, guests.length, felt, -1)
  const cost = meetingCost * guests.length
  if (cost > 0) record(rows, KIND['cost-paid'], group, OWNER, COST.events, cost, meeting)
  guests.forEach((guest, place) =>
    decideGuest(simulation, { group, guests, guest, place, felt, surprise, meeting }),
  )
}

interface Attendance {
  readonly group: number
  readonly guests: readonly Guest[]
  readonly guest: Guest
  /** Place in the list of guests. */
  readonly place: number
  /** Depth as felt in that crowd, 0–1. */
  readonly felt: number
  readonly surprise: number
  readonly meeting: number
}

function decideGuest(simulation: Simulation, attendance: Attendance): void {
  const { world, town, rows } = simulation
  const { group, guest, meeting } = attendance
  const { parameters } = town
  const { seat, person } = guest
  const at = seat * LEVELS
  const felt = attendance.felt * parameters.meetingEffect
  const fact = record(rows, KIND['meeting-attended'], group, person, -1, 0, meeting)
  const changes = [
    [
      KIND['trust-changed'],
      parameters.meetingTrust * felt * above(parameters.trustCeilingOffline, at + LEVEL.trust),
    ],
    [
      KIND['belonging-changed'],
      Math.min(1, parameters.meetingBelonging * felt) * above(1, at + LEVEL.belonging),
    ],
    [KIND['value-changed'], parameters.meetingValue * felt],
    [
      KIND['member-trust-changed'],
      Math.min(1, parameters.meetingMemberTrust * felt) * above(1, at + LEVEL.memberTrust),
    ],
  ] as const
  for (const [kind, change] of changes) {
    if (change > 0) record(rows, kind, group, person, CAUSE.meeting, change, fact)
  }
  if (parameters.needsEffect > 0) {
    const needs = [
      [NEED.variety, Math.min(1, 0.3 * felt * attendance.surprise) * above(1, at + LEVEL.variety)],
      [NEED.connection, Math.min(1, 0.3 * felt) * above(1, at + LEVEL.connection)],
    ] as const
    for (const [need, change] of needs) {
      if (change > 0) record(rows, KIND['need-changed'], group, person, need, change, fact)
    }
  }
  decideNewTies(simulation, attendance, { felt, fact })
  const isMuted = ((world.marks[seat * MARKS + MARK.flags] as number) & MUTED) !== 0
  const wakes = isMuted && uniform(town.dice, PURPOSE.meeting, person, world.day, 2) < parameters.meetingWakes
  if (wakes && parameters.meetingEffect > 0) record(rows, KIND['member-woken'], group, person, -1, 0, fact)

  function above(ceiling: number, level: number): number {
    const room = ceiling - (world.levels[level] as number)
    return room > 0 ? room : 0
  }
}

/** She gets to know a few of the others: those who follow her in the drawn order of the guests. */
function decideNewTies(
  { town, rows }: Simulation,
  { group, guests, guest, place }: Attendance,
  { felt, fact }: { readonly felt: number; readonly fact: number },
): void {
  const step = town.parameters.tieEffect * town.parameters.meetingTie * felt
  if (step <= 0) return
  for (let n = 1; n <= Math.min(NEW_TIES >> 1, guests.length - 1); n++) {
    const other = guests[(place + n) % guests.length] as Guest
    record(rows, KIND['tie-changed'], group, guest.person, other.person, step, fact)
  }
}
