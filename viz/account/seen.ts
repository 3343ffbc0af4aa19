import { LEDGERS } from '../../sim/index.ts'
import type { Account, Cause, Ledger } from '../../sim/index.ts'

/** What there is to see in a group, as the page shows it everywhere. */
export const SEEN_KINDS = ['useful', 'ads', 'packets', 'chatter', 'meetings'] as const
export type SeenKind = (typeof SEEN_KINDS)[number]

/** So many messages of a kind on a day (0-based). */
export interface Tick {
  readonly day: number
  readonly count: number
}

/**
 * What she saw, by kind and day. Posts, ads and packets are all that there were when she looked in; what she read besides,
 * as far as her attention went, is talk. A meeting is one that she went to.
 */
export function seenBy({ read, events }: Account): Readonly<Record<SeenKind, readonly Tick[]>> {
  const of = (count: (day: Account['read'][number]) => number): Tick[] =>
    read.flatMap((each) => (count(each) > 0 ? [{ day: each.day, count: count(each) }] : []))
  return {
    useful: of(({ posts }) => posts),
    ads: of(({ ads }) => ads),
    packets: of(({ packets }) => packets),
    chatter: of(({ messages, posts, ads, packets }) => messages - posts - ads - packets),
    meetings: events.flatMap(({ day, kind }) => (kind === 'meeting-attended' ? [{ day, count: 1 }] : [])),
  }
}

/** What messages of one kind did to her on one day. */
export interface Sight {
  readonly day: number
  readonly kind: SeenKind
  readonly count: number
  /** Sums of her ledgers' changes, the largest first; those that did not move are left out. */
  readonly changes: readonly { readonly ledger: Ledger; readonly change: number }[]
}

/** Through which kind of message a cause comes to a member; the others come otherwise. */
const KIND_OF: Readonly<Partial<Record<Cause | 'fading', SeenKind>>> = {
  content: 'useful',
  'hard-ads': 'ads',
  'soft-ads': 'ads',
  packets: 'packets',
  chatter: 'chatter',
  company: 'chatter',
  overload: 'chatter',
  answers: 'chatter',
  meeting: 'meetings',
}

/** Changes below this round to nothing. */
const NOTHING = 0.005

/** The last things that she saw before `day` whole days had passed, the latest first, and of a day the weightiest first. */
export function lastSights(account: Account, day: number, most: number): readonly Sight[] {
  const seen = seenBy(account)
  const days = [...new Set(account.read.map((read) => read.day))]
    .filter((on) => on < day)
    .sort((a, b) => b - a)
  const sights: Sight[] = []
  for (const on of days) {
    if (sights.length >= most) break
    const today = SEEN_KINDS.flatMap((kind) => {
      const count = seen[kind].find((tick) => tick.day === on)?.count
      return count === undefined ? [] : [{ day: on, kind, count, changes: changesBy(account, on, kind) }]
    })
    sights.push(...today.sort((one, other) => weightOf(other) - weightOf(one)))
  }
  return sights.slice(0, most)
}

function changesBy({ ledger }: Account, on: number, kind: SeenKind): Sight['changes'] {
  const own = ledger.filter(({ day, cause }) => day === on && KIND_OF[cause] === kind)
  const sums = LEDGERS.flatMap((name) => {
    const change = own.reduce((sum, entry) => sum + (entry.variable === name ? entry.change : 0), 0)
    return Math.abs(change) < NOTHING ? [] : [{ ledger: name, change }]
  })
  return sums.sort((one, other) => Math.abs(other.change) - Math.abs(one.change))
}

function weightOf({ changes }: Sight): number {
  return changes.reduce((sum, { change }) => sum + Math.abs(change), 0)
}
