import { KIND } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import { WEEK } from './census.ts'

/** What was written in all groups on one day, by who wrote it and whether it was on topic. */
export const TALLY = {
  ownerOnTopic: 0,
  ownerOffTopic: 1,
  ads: 2,
  memberOnTopic: 3,
  memberOffTopic: 4,
} as const
const TALLIES = 5

/** The messages of every day so far: TALLIES numbers a day. */
export interface Tally {
  readonly perDay: number[]
}

export function createTally(): Tally {
  return { perDay: [] }
}

/** Adds the day whose facts stand at positions from ≤ at < to. */
export function tallyDay(tally: Tally, rows: Rows, from: number, to: number): void {
  const day = new Array<number>(TALLIES).fill(0)
  for (let at = from; at < to; at++) {
    const column = columnOf(rows, at)
    if (column >= 0) day[column]! += 1
  }
  tally.perDay.push(...day)
}

function columnOf(rows: Rows, at: number): number {
  switch (rows.kind[at]) {
    case KIND['content-posted']:
      return (rows.object[at] as number) >= 0 ? TALLY.ownerOnTopic : TALLY.ownerOffTopic
    case KIND['ad-posted']:
    case KIND['intruder-posted']:
      return TALLY.ads
    case KIND['message-posted']:
      return (rows.value[at] as number) > 0 ? TALLY.memberOnTopic : TALLY.memberOffTopic
    case KIND['reply-given']: {
      const isOwner = (rows.actor[at] as number) < 0
      if ((rows.value[at] as number) > 0) return isOwner ? TALLY.ownerOnTopic : TALLY.memberOnTopic
      return isOwner ? TALLY.ownerOffTopic : TALLY.memberOffTopic
    }
    default:
      return -1
  }
}

/** Messages of one sort on one day. */
export function tallyOn(tally: Tally, day: number, column: number): number {
  return tally.perDay[day * TALLIES + column] ?? 0
}

/** Messages of one sort on the last 7 of the first `days` days. */
export function tallyOfWeek(tally: Tally, days: number, column: number): number {
  let sum = 0
  for (let day = Math.max(0, days - WEEK); day < days; day++) sum += tallyOn(tally, day, column)
  return sum
}

/** All messages of the last 7 of the first `days` days. */
export function allOfWeek(tally: Tally, days: number): number {
  let sum = 0
  for (let column = 0; column < TALLIES; column++) sum += tallyOfWeek(tally, days, column)
  return sum
}
