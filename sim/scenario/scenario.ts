import type { Source } from '../model/causes.ts'
import type { LocalText } from '../model/local-text.ts'

/** Newcomers: `perDay` people a day from day `from` (inclusive) to day `to` (exclusive). */
export interface Arrival {
  readonly from: number
  readonly to: number
  readonly perDay: number
  readonly source: Exclude<Source, 'invitees'>
  /** Chance (0–1) that a newcomer's strong pain is one that the positioning is about. */
  readonly fit: number
}

/** A product that the owner sells. Money in CNY. */
export interface Offer {
  /** The topic (a key of `market.pains`) that it solves. */
  readonly solves: string
  readonly quality: number
  /** What its advertising promises of that quality. */
  readonly promise: number
  readonly price: number
  readonly unitCost: number
  readonly complexity: number
  readonly standardisation: number
  readonly buyer: 'user' | 'other'
  /** Fair price ÷ price. */
  readonly fairPrice: number
}

/** What the owner does from day `from` on, every field filled in. */
export interface Phase {
  readonly from: number
  readonly content: {
    readonly perDay: number
    readonly quality: number
    readonly fun: number
    readonly onTopic: number
    /** Topic of the posts; null: drawn from the focus. */
    readonly topic: string | null
    readonly for: 'user' | 'buyer'
    readonly curated: number
    readonly exclusive: number
  }
  /** Share of members' posts that the owner answers. */
  readonly answers: number
  /** `offer` is the number of the offer in the list, from 0; −1: in turn those that fit what the group is about. */
  readonly ads: { readonly perDay: number; readonly soft: number; readonly offer: number }
  readonly redPackets: { readonly perDay: number; readonly amount: number; readonly shares: number }
  readonly offline: {
    readonly everyDays: number
    readonly size: number
    readonly depth: number
    readonly irregular: number
  }
  readonly reciprocity: number
  readonly roles: number
  readonly moderation: number
  readonly listening: number
  readonly identityCue: number
  readonly bondCue: number
  readonly checkIns: number
  readonly forcedTasks: number
  /** CNY, once. */
  readonly entryFee: number
}

/** The closed list of shocks (contracts §2). */
export type Shock =
  | { readonly day: number; readonly kind: 'owner-absent'; readonly days: number }
  | { readonly day: number; readonly kind: 'star-leaves' }
  | { readonly day: number; readonly kind: 'price-exposed' }
  | { readonly day: number; readonly kind: 'bad-batch'; readonly days: number }
  | { readonly day: number; readonly kind: 'rival-opens'; readonly appeal: number }
  | { readonly day: number; readonly kind: 'packets-stop' }
  | { readonly day: number; readonly kind: 'intruders'; readonly perDay: number; readonly days: number }
  | { readonly day: number; readonly kind: 'migrate'; readonly keeps: number }

/**
 * A scenario with nothing left open: `extends` merged, defaults filled in, phases complete.
 * Shares and scores lie in 0–1, days count from 0, money is CNY.
 */
export interface Scenario {
  readonly format: 'qunxiang-scenario/1'
  readonly name: LocalText
  readonly question: LocalText | null
  /** What a teacher says in one sentence when it has been replayed. */
  readonly lesson: LocalText | null
  /** Names of the scenarios that it is meant to be seen beside. */
  readonly contrast: readonly string[]
  readonly days: number
  readonly market: {
    readonly people: number
    readonly pains: Readonly<Record<string, number>>
    readonly otherSellers: number
  }
  readonly community: {
    readonly groups: number
    readonly capacity: number
    /** `topic`: each group is about one topic of the focus, and takes those whose pain it is. */
    readonly groupsBy: 'size' | 'topic'
    readonly positioning: { readonly focus: Readonly<Record<string, number>>; readonly clarity: number }
    readonly rules: number
    readonly values: number
    readonly centres: number
    readonly overlap: number
  }
  readonly owner: {
    readonly hoursPerDay: number
    readonly energy: number
    readonly cash: number
    readonly moderation: number
    readonly listening: number
    readonly stock: number
    readonly charisma: number
  }
  readonly founders: number
  readonly arrivals: readonly Arrival[]
  readonly invitations: { readonly reward: number; readonly to: 'none' | 'inviter' | 'invitee' | 'both' }
  /** Empty: no return carrier. */
  readonly offer: readonly Offer[]
  /** At least one phase; the first begins on day 0. */
  readonly plan: readonly Phase[]
  readonly shocks: readonly Shock[]
  readonly claims: readonly string[]
  /** Parameters of the model (by name) that this scenario sets apart from their defaults. */
  readonly model: Readonly<Record<string, number>>
}
