import {
  HELPER,
  LEFT,
  LEVEL,
  LEVELS,
  MARK,
  MARKS,
  MUTED,
  REMOVED,
  TIES,
  expectedValue,
  type World,
} from '../model/world.ts'

/** "In the last 7 days" of contracts §1 and §4. */
export const WEEK = 7
/** Days without opening that make a zombie. */
export const ZOMBIE_DAYS = 30
/** Days for which a newcomer is shown as one. */
export const NEWCOMER_DAYS = 7
/** Days for which somebody must check in to have kept at it. */
export const CHECK_IN_DAYS = 30

/** Counts over all seats after `world.day` whole days: one pass, everything that metrics need. */
export interface Census {
  readonly joined: number
  members: number
  /** Of their own will, and by a moderator. */
  left: number
  removed: number
  readers: number
  posters: number
  muted: number
  zombies: number
  /** Ever-members with at least one order that was not refunded, and with at least two. */
  buyers: number
  repeatBuyers: number
  orders: number
  fans: number
  /** Invitations sent and accepted by all who ever joined; ties that count, of those present. */
  invited: number
  accepted: number
  ties: number
  trust: number
  belonging: number
  value: number
  fatigue: number
  needsMet: number
  memberTrust: number
  productTrust: number
  /** Buyers present, and their trust. */
  buyersPresent: number
  buyersTrust: number
  /** Members present with a role in running the group. */
  helpers: number
  /** Ever-members who began to check in at least CHECK_IN_DAYS ago, and those of them who kept at it for so long. */
  checkersIn: number
  keptCheckingIn: number
  /** Members, readers and posters of the last 7 days of each group. */
  readonly groupMembers: Int32Array
  readonly groupReaders: Int32Array
  readonly groupPosters: Int32Array
}

/** Takes the census. */
export function takeCensus(world: World): Census {
  const { groups } = world.setting
  const census: Census = {
    joined: world.seats,
    members: 0,
    left: 0,
    removed: 0,
    readers: 0,
    posters: 0,
    muted: 0,
    zombies: 0,
    buyers: 0,
    repeatBuyers: 0,
    orders: 0,
    fans: 0,
    invited: 0,
    accepted: 0,
    ties: 0,
    trust: 0,
    belonging: 0,
    value: 0,
    fatigue: 0,
    needsMet: 0,
    memberTrust: 0,
    productTrust: 0,
    buyersPresent: 0,
    buyersTrust: 0,
    helpers: 0,
    checkersIn: 0,
    keptCheckingIn: 0,
    groupMembers: new Int32Array(groups),
    groupReaders: new Int32Array(groups),
    groupPosters: new Int32Array(groups),
  }
  for (let seat = 0; seat < world.seats; seat++) countSeat(world, seat, census)
  return census
}

function countSeat(world: World, seat: number, census: Census): void {
  const { marks, levels } = world
  const markAt = seat * MARKS
  const flags = marks[markAt + MARK.flags] as number
  const kept = keptOrders(world, seat)
  census.orders += kept
  if (kept > 0) census.buyers += 1
  if (kept > 1) census.repeatBuyers += 1
  census.invited += marks[markAt + MARK.invited] as number
  census.accepted += marks[markAt + MARK.accepted] as number
  countCheckIns(world, markAt, census)
  if ((flags & LEFT) !== 0) {
    if ((flags & REMOVED) !== 0) census.removed += 1
    else census.left += 1
    return
  }
  const group = marks[markAt + MARK.group] as number
  census.members += 1
  census.groupMembers[group]! += 1
  if (hasOpened(world, seat)) {
    census.readers += 1
    census.groupReaders[group]! += 1
  }
  if (hasPosted(world, seat)) {
    census.posters += 1
    census.groupPosters[group]! += 1
  }
  if ((flags & MUTED) !== 0) census.muted += 1
  if (isZombie(world, seat)) census.zombies += 1
  if (isFan(world, seat)) census.fans += 1
  census.ties += tiesOf(world, seat)
  const at = seat * LEVELS
  census.trust += levels[at + LEVEL.trust] as number
  census.belonging += levels[at + LEVEL.belonging] as number
  census.fatigue += levels[at + LEVEL.fatigue] as number
  census.value += expectedValue(levels, seat)
  census.needsMet += levels[at + LEVEL.needsMet] as number
  census.memberTrust += levels[at + LEVEL.memberTrust] as number
  census.productTrust += levels[at + LEVEL.productTrust] as number
  if ((flags & HELPER) !== 0) census.helpers += 1
  if (kept === 0) return
  census.buyersPresent += 1
  census.buyersTrust += levels[at + LEVEL.trust] as number
}

function countCheckIns({ marks, day }: World, markAt: number, census: Census): void {
  const from = marks[markAt + MARK.checkInFrom] as number
  if (from < 0 || from > day - CHECK_IN_DAYS) return
  census.checkersIn += 1
  if ((marks[markAt + MARK.checkedDay] as number) - from >= CHECK_IN_DAYS - 1) census.keptCheckingIn += 1
}

/** Orders that were not refunded. */
export function keptOrders({ marks }: World, seat: number): number {
  return (marks[seat * MARKS + MARK.orders] as number) - (marks[seat * MARKS + MARK.refunds] as number)
}

/** Opened on one of the last 7 days. */
export function hasOpened({ marks, day }: World, seat: number): boolean {
  const opened = marks[seat * MARKS + MARK.openedDay] as number
  return opened >= 0 && opened >= day - WEEK
}

/** Posted on one of the last 7 days. */
export function hasPosted({ marks, day }: World, seat: number): boolean {
  const posted = marks[seat * MARKS + MARK.postedDay] as number
  return posted >= 0 && posted >= day - WEEK
}

/** Not opened for 30 days; since joining, if never. */
export function isZombie({ marks, day }: World, seat: number): boolean {
  const opened = marks[seat * MARKS + MARK.openedDay] as number
  const lastSeen = opened >= 0 ? opened : (marks[seat * MARKS + MARK.joinedDay] as number) - 1
  return day - 1 - lastSeen >= ZOMBIE_DAYS
}

/** Below this a tie is an acquaintance that one would not miss. */
const TIE_MIN = 0.1

/** Ties of a member to others who are there. */
export function tiesOf({ ties, tieStrengths, marks }: World, seat: number): number {
  let count = 0
  for (let slot = seat * TIES; slot < seat * TIES + TIES; slot++) {
    if ((tieStrengths[slot] as number) < TIE_MIN) continue
    const otherAt = ((ties[slot] as number) - 1) * MARKS
    if (((marks[otherAt + MARK.flags] as number) & LEFT) === 0) count += 1
  }
  return count
}

/** Trusts, belongs, and came back or brought others: T ≥ 0.7, B ≥ 0.6 and two orders or two accepted invitations. */
export function isFan(world: World, seat: number): boolean {
  const at = seat * LEVELS
  return (
    (world.levels[at + LEVEL.trust] as number) >= 0.7 &&
    (world.levels[at + LEVEL.belonging] as number) >= 0.6 &&
    (keptOrders(world, seat) >= 2 || (world.marks[seat * MARKS + MARK.accepted] as number) >= 2)
  )
}
