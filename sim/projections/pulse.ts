import { LEFT, MARK, MARKS, type World } from '../model/world.ts'
import type { Census } from './census.ts'
import { WEEK } from './census.ts'

/** Members, weekly readers and weekly posters of every group after every day: what life and death are read from. */
export interface Pulse {
  readonly groups: number
  /** One row a whole day (index 0: after day 0), `groups` numbers each. */
  readonly members: number[]
  readonly readers: number[]
  readonly posters: number[]
}

export function createPulse(groups: number): Pulse {
  return { groups, members: [], readers: [], posters: [] }
}

/** Adds the day that has just ended. */
export function beat(pulse: Pulse, census: Census): void {
  for (let group = 0; group < pulse.groups; group++) {
    pulse.members.push(census.groupMembers[group] as number)
    pulse.readers.push(census.groupReaders[group] as number)
    pulse.posters.push(census.groupPosters[group] as number)
  }
}

/** The same without a whole census: the one thing that an ensemble looks at on every day. */
export function feelPulse(pulse: Pulse, { marks, seats, day }: World): void {
  const counts = new Int32Array(pulse.groups * 3)
  for (let seat = 0; seat < seats; seat++) {
    const at = seat * MARKS
    if (((marks[at + MARK.flags] as number) & LEFT) !== 0) continue
    const group = (marks[at + MARK.group] as number) * 3
    const opened = marks[at + MARK.openedDay] as number
    const posted = marks[at + MARK.postedDay] as number
    counts[group]! += 1
    counts[group + 1]! += Number(opened >= 0 && opened >= day - WEEK)
    counts[group + 2]! += Number(posted >= 0 && posted >= day - WEEK)
  }
  for (let group = 0; group < pulse.groups; group++) {
    pulse.members.push(counts[group * 3] as number)
    pulse.readers.push(counts[group * 3 + 1] as number)
    pulse.posters.push(counts[group * 3 + 2] as number)
  }
}

/** Days in a row that make a death or a silence. */
const SPELL = 14

/** The death of a group (contracts §1): too few readers for 14 days on end; null while it lives. */
export function deathDayOf(pulse: Pulse, group: number): number | null {
  return firstSpell(pulse, group, (at) => {
    const members = pulse.members[at] as number
    return (pulse.readers[at] as number) < Math.max(5, 0.1 * members)
  })
}

/** The silence of a group: a weekly speaking rate under 3 % for 14 days on end (nobody present counts as 0). */
export function silentDayOf(pulse: Pulse, group: number): number | null {
  return firstSpell(pulse, group, (at) => {
    const members = pulse.members[at] as number
    return members === 0 || (pulse.posters[at] as number) / members < 0.03
  })
}

/** Of a community: the latest of its groups', null while one lives. */
export function latestOf(days: readonly (number | null)[]): number | null {
  return days.reduce((latest, day) => (latest === null || day === null ? null : Math.max(latest, day)))
}

/** The smallest day d ≥ 7 such that `holds` on each of the days d … d+13, all within the run. */
function firstSpell(pulse: Pulse, group: number, holds: (at: number) => boolean): number | null {
  const days = pulse.members.length / pulse.groups
  let since = WEEK
  for (let day = WEEK; day < days; day++) {
    if (!holds(day * pulse.groups + group)) since = day + 1
    else if (day - since === SPELL - 1) return since
  }
  return null
}
