import { cut } from '../../sim/model/arithmetic.ts'
import type { Source } from '../../sim/model/causes.ts'
import { NEEDS } from '../../sim/model/needs.ts'
import type { Parameters } from '../../sim/model/parameters.ts'
import { stored } from './reference-numbers.ts'
import type { Traits } from './reference-people.ts'

/** The stocks that expected value is the sum of, in the order in which they are added up. */
export const STOCKS = [
  'expectation',
  'content',
  'company',
  'softAds',
  'hardAds',
  'chatter',
  'overload',
  'quarrel',
  'packets',
] as const
export type Stock = (typeof STOCKS)[number]

/** The other scores of a member but `needsMet`, which follows from the needs. */
const OTHER_SCORES = [
  ...(['trust', 'fatigue', 'label', 'belonging', 'productTrust', 'habit', 'help', 'answered'] as const),
  ...(['windfall', 'connected', 'held', 'memberTrust', 'exposure', 'helped'] as const),
  ...NEEDS,
] as const

export type Score = Stock | (typeof OTHER_SCORES)[number]
/** All 32-bit floats. */
export type Scores = Record<Score | 'needsMet', number>

/** A tie to somebody, 0–1. */
interface Tie {
  readonly to: Member
  strength: number
}

/** What somebody ordered last. */
interface Order {
  readonly day: number
  readonly offer: number
  /** Seq of the order. */
  readonly fact: number
}

/** Somebody with a seat in one group; she keeps it after she has left. Days are null until they happen. */
export interface Member extends Scores {
  readonly person: number
  /** Number of the group. */
  readonly group: number
  readonly source: Source
  readonly joinedDay: number
  /** Drawn again when the positioning or the rules of the town change. */
  traits: Traits
  readonly ties: Tie[]
  openedDay: number | null
  /** Last wrote, answered or checked in. */
  postedDay: number | null
  mutedDay: number | null
  /** Last invited somebody. */
  invitedDay: number | null
  /** Last checked in; null for who never did. */
  checkedDay: number | null
  hasLeft: boolean
  knowsPrice: boolean
  isHelper: boolean
  isFigure: boolean
  gaveUp: boolean
  lastOrder: Order | null
  /** Messages, orders, orders that were tried or sent back, and meetings, ever. */
  posts: number
  orders: number
  refunds: number
  tried: number
  meetings: number
}

/** How somebody comes. */
export interface Joining {
  readonly person: number
  readonly group: number
  readonly source: Source
  readonly day: number
  /** Trust in the owner that she brings. */
  readonly trust: number
  readonly traits: Traits
}

/** A newcomer; what she expects is a fact of its own. */
export function newMember(
  parameters: Parameters,
  { person, group, source, day, trust, traits }: Joining,
): Member {
  const isKnown = source === 'friends' || source === 'invitees'
  const { memberTrustOfFriends, memberTrustOfStrangers } = parameters
  const member: Member = {
    ...{ person, group, source, joinedDay: day, traits, ties: [] },
    ...noScores(),
    ...{ openedDay: null, postedDay: null, mutedDay: null, invitedDay: null, checkedDay: null },
    ...{ hasLeft: false, knowsPrice: false, isHelper: false, isFigure: false, gaveUp: false },
    ...{ lastOrder: null, posts: 0, orders: 0, refunds: 0, tried: 0, meetings: 0 },
    trust: stored(trust),
    habit: stored(parameters.habitAtJoining * (source === 'bounty' ? 0.4 : 1)),
    answered: stored(parameters.answeredAtJoining),
    productTrust: stored(parameters.productTrustAtJoining),
    memberTrust: stored(isKnown ? memberTrustOfFriends : memberTrustOfStrangers),
  }
  for (const need of NEEDS) add(member, need, parameters.needsAtJoining)
  countNeeds(member, parameters)
  return member
}

function noScores(): Scores {
  const scores = [...STOCKS, ...OTHER_SCORES, 'needsMet' as const].map((score) => [score, 0] as const)
  return Object.fromEntries(scores) as Scores // every score has been named
}

/** Moves a score. */
export function add(member: Member, score: Score, change: number): void {
  member[score] = stored(member[score] + change)
}

/** How many of the six needs are met, each in part. */
export function countNeeds(member: Member, { needFrom, needSpan }: Parameters): void {
  member.needsMet = stored(NEEDS.reduce((met, need) => met + cut((member[need] - needFrom) / needSpan), 0))
}

/** Expected value V: the sum of its stocks, never below 0. */
export function valueOf(member: Member): number {
  return Math.max(
    0,
    STOCKS.slice(1).reduce((sum, stock) => sum + member[stock], member.expectation),
  )
}

/** How many a member can have ties to. */
const TIES = 6

/** Two members come closer by a step. */
export function tieTogether(one: Member, other: Member, step: number): void {
  tieTo(one, other, step)
  tieTo(other, one, step)
}

/** A new tie takes a free place, or that of the weakest if it is stronger; one that has faded away counts as the weakest. */
function tieTo(member: Member, to: Member, step: number): void {
  const known = member.ties.find((tie) => tie.to === to)
  if (known !== undefined) {
    known.strength = stored(known.strength + step * (1 - known.strength))
    return
  }
  const weakest = member.ties.reduce((least, { strength }) => Math.min(least, strength), Infinity)
  const place = member.ties.findIndex(({ strength }) => strength === weakest)
  if (member.ties.length < TIES && weakest > 0) member.ties.push({ to, strength: stored(step) })
  else if (step > weakest) member.ties[place] = { to, strength: stored(step) }
}
