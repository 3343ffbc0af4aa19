import { KIND } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import { ROLE } from '../model/needs.ts'
import { WEEK } from './census.ts'

/**
 * What was written in all groups on one day, by who wrote it and whether it was on topic; and what else was done for
 * everybody to see. Helpers are members with a role in running the group.
 */
export const TALLY = {
  ownerOnTopic: 0,
  ownerOffTopic: 1,
  ads: 2,
  memberOnTopic: 3,
  memberOffTopic: 4,
  helperOnTopic: 5,
  helperOffTopic: 6,
  packets: 7, // red packets sent, of the owner and of members
  meetings: 8, // held face to face
} as const
const TALLIES = 9
/** The first of them are messages. */
const MESSAGES = 7

/** The messages, packets and meetings of every day so far: TALLIES numbers a day. */
export interface Tally {
  readonly perDay: number[]
  /** Person numbers of all who have been given a role so far: it is kept until its holder leaves. */
  readonly helpers: Set<number>
  /** The goods that each person has ordered and kept, by person number. */
  readonly goods: Map<number, Set<number>>
}

export function createTally(): Tally {
  return { perDay: [], helpers: new Set(), goods: new Map() }
}

/** Adds the day whose facts stand at positions from ≤ at < to. */
export function tallyDay(tally: Tally, rows: Rows, from: number, to: number): void {
  const day = new Array<number>(TALLIES).fill(0)
  for (let at = from; at < to; at++) {
    if (rows.kind[at] === KIND['role-given'] && rows.object[at] === ROLE.helper)
      tally.helpers.add(rows.actor[at] as number)
    tallyGoods(tally, rows, at)
    const column = columnOf(tally, rows, at)
    if (column >= 0) day[column]! += 1
  }
  tally.perDay.push(...day)
}

/** What is sent back was not kept. */
function tallyGoods({ goods }: Tally, rows: Rows, at: number): void {
  const kind = rows.kind[at]
  if (kind !== KIND['order-placed'] && kind !== KIND['order-refunded']) return
  const person = rows.actor[at] as number
  const kept = goods.get(person) ?? new Set()
  if (kind === KIND['order-placed']) kept.add(rows.object[at] as number)
  else kept.delete(rows.object[at] as number)
  goods.set(person, kept)
}

/** People who have ordered and kept two different goods or more. */
export function crossBuyersOf({ goods }: Tally): number {
  let count = 0
  for (const kept of goods.values()) if (kept.size > 1) count += 1
  return count
}

function columnOf({ helpers }: Tally, rows: Rows, at: number): number {
  const actor = rows.actor[at] as number
  switch (rows.kind[at]) {
    case KIND['content-posted']:
      return writtenBy(helpers, actor, (rows.object[at] as number) >= 0)
    case KIND['ad-posted']:
    case KIND['intruder-posted']:
      return TALLY.ads
    case KIND['message-posted']:
    case KIND['reply-given']:
      return writtenBy(helpers, actor, (rows.value[at] as number) > 0)
    case KIND['checked-in']:
      return writtenBy(helpers, actor, true)
    case KIND['packet-sent']:
      return TALLY.packets
    case KIND['meeting-held']:
      return TALLY.meetings
    default:
      return -1
  }
}

function writtenBy(helpers: ReadonlySet<number>, actor: number, isOnTopic: boolean): number {
  if (actor < 0) return isOnTopic ? TALLY.ownerOnTopic : TALLY.ownerOffTopic
  if (helpers.has(actor)) return isOnTopic ? TALLY.helperOnTopic : TALLY.helperOffTopic
  return isOnTopic ? TALLY.memberOnTopic : TALLY.memberOffTopic
}

/** Messages (packets, meetings) of one sort on one day. */
export function tallyOn(tally: Tally, day: number, column: number): number {
  return tally.perDay[day * TALLIES + column] ?? 0
}

/** Messages (packets, meetings) of one sort on the last 7 of the first `days` days. */
export function tallyOfWeek(tally: Tally, days: number, column: number): number {
  let sum = 0
  for (let day = Math.max(0, days - WEEK); day < days; day++) sum += tallyOn(tally, day, column)
  return sum
}

/** All messages of the last 7 of the first `days` days. */
export function allOfWeek(tally: Tally, days: number): number {
  let sum = 0
  for (let column = 0; column < MESSAGES; column++) sum += tallyOfWeek(tally, days, column)
  return sum
}
