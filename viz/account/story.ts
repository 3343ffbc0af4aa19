import { CAUSES, KINDS, createAccountant, fateIn } from '../../sim/index.ts'
import type { Account, Cause, MemberFate, Observer } from '../../sim/index.ts'

type World = Parameters<Observer>[0]

/** Somebody to whom the same happened for the same main reason. */
export interface Peer {
  readonly seat: number
  readonly person: number
  /** Day (0-based) on which it happened. */
  readonly day: number
}

/** How a member went quiet or away, and what that day's hazard was made of. */
export interface Ending {
  readonly kind: 'left' | 'muted'
  /** 0-based. */
  readonly day: number
  /** Largest first, adding up to 1. */
  readonly shares: readonly Share[]
  /** Everybody with the same ending and the same main cause, herself included, in order of days. */
  readonly peers: readonly Peer[]
}

export interface Share {
  readonly cause: Cause
  readonly share: number
}

/** An account with all endings in it: who mutes may leave later. */
export interface Story {
  readonly account: Account
  readonly endings: readonly Ending[]
  /** How long she stayed and listened, to be held against other histories. */
  readonly fate: MemberFate | null
}

/** Listens to a run or to the fold of a log, and tells the story of one person at the end. */
export interface Teller {
  readonly observe: Observer
  /** Null when she has not joined. */
  readonly finish: () => Story | null
}

interface OpenEnding {
  readonly person: number
  readonly kind: Ending['kind']
  readonly day: number
  readonly shares: Share[]
}

export function createTeller(person: number): Teller {
  const accountant = createAccountant(person)
  const endings: OpenEnding[] = []
  const latest = new Map<number, OpenEnding>()
  let last: World | null = null

  function note(person: number, kind: Ending['kind'], day: number): void {
    const ending = { person, kind, day, shares: [] }
    endings.push(ending)
    latest.set(person, ending)
  }

  return {
    observe(world, rows, from, to) {
      last = world
      accountant.observe(world, rows, from, to)
      for (let at = from; at < to; at++) {
        const [kind, actor = 0] = [rows.kind[at], rows.actor[at]]
        if (kind === KINDS['member-left'].code) note(actor, 'left', world.day - 1)
        else if (kind === KINDS['member-muted'].code) note(actor, 'muted', world.day - 1)
        else if (kind === KINDS['blame-shared'].code) {
          const cause = CAUSES[rows.object[at] ?? -1]
          if (cause !== undefined) latest.get(actor)?.shares.push({ cause, share: rows.value[at] ?? 0 })
        }
      }
    },
    finish() {
      const world = last
      const account = world && accountant.finish(world)
      if (!world || !account) return null
      for (const { shares } of endings) shares.sort((one, other) => other.share - one.share)
      const isLike = (one: OpenEnding, other: OpenEnding): boolean =>
        one.kind === other.kind && one.shares[0]?.cause === other.shares[0]?.cause
      return {
        account,
        fate: fateIn(world, person),
        endings: endings
          .filter((ending) => ending.person === person)
          .map((mine) => ({
            kind: mine.kind,
            day: mine.day,
            shares: mine.shares,
            peers: endings
              .filter((ending) => isLike(mine, ending))
              .map(({ person, day }) => ({ seat: world.seatOf[person] ?? -1, person, day })),
          })),
      }
    },
  }
}

/** The last ending that has happened after `day` whole days; null while there is none. */
export function endingBy({ endings }: Story, day: number): Ending | null {
  return endings.findLast((ending) => ending.day < day) ?? null
}

/** Sums of a ledger by cause over the days that have passed, the largest movers first. */
export function ledgerSums(
  { account }: Story,
  day: number,
): { readonly cause: Cause | 'fading'; readonly sums: Readonly<Record<string, number>> }[] {
  const sums = new Map<Cause | 'fading', Record<string, number>>()
  for (const { day: on, variable, cause, change } of account.ledger) {
    if (on >= day) continue
    const row = sums.get(cause) ?? {}
    row[variable] = (row[variable] ?? 0) + change
    sums.set(cause, row)
  }
  const weight = (row: Record<string, number>): number =>
    Object.values(row).reduce((sum, change) => sum + Math.abs(change), 0)
  return [...sums]
    .map(([cause, row]) => ({ cause, sums: row }))
    .sort((one, other) => weight(other.sums) - weight(one.sums))
}
