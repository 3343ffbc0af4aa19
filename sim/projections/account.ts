import { KIND, kindName } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import { run, type Observer } from '../engine/run.ts'
import type { Fork } from '../engine/stages.ts'
import { CAUSES, LEDGERS, type Cause, type Ledger } from '../model/causes.ts'
import { expectedValue, LEFT, LEVEL, LEVELS, MARK, MARKS, MUTED, type World } from '../model/world.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { isZombie } from './census.ts'

/** One line of a ledger: what moved it, by how much, and the fact behind it. */
export interface LedgerEntry {
  readonly day: number
  readonly variable: Ledger
  /** A cause of the catalogue; `fading` for what decays by itself, and for what reading replaces. */
  readonly cause: Cause | 'fading'
  readonly change: number
  /** Seq of the ledger row itself; −1 for fading, which has none. */
  readonly event: number
}

/** A day on which she opened the group, and what there was. */
export interface DayRead {
  readonly day: number
  /** As many as she read, by attention; ads, posts and packets are all that there were in her group when she looked in. */
  readonly messages: number
  readonly ads: number
  readonly posts: number
  readonly packets: number
}

/** How it ended for her. */
export type OutcomeOfMember = 'left' | 'muted' | 'asleep' | 'present'

/** A member's story in days, with the account that adds up to the numbers that decided. */
export interface Account {
  readonly person: number
  readonly seat: number
  readonly group: number
  readonly joinedDay: number
  readonly outcome: OutcomeOfMember
  /** Day on which she left, muted, or was last seen (asleep); null for present. */
  readonly day: number | null
  /** Shares of the hazard of that day by cause, adding up to 1; empty for asleep and present. */
  readonly shares: Readonly<Partial<Record<Cause, number>>>
  /** In the order of days; per variable the changes add up to the stored value. */
  readonly ledger: readonly LedgerEntry[]
  /** Stored value after d whole days at index d (0 before she joined). */
  readonly series: Readonly<Record<Ledger, Float32Array>>
  readonly read: readonly DayRead[]
  /** Everything else that happened to her or that she did: rows of the log by seq. */
  readonly events: readonly { readonly seq: number; readonly day: number; readonly kind: string }[]
}

/** The account of a member over a whole run; null when she never joined. Runs the engine once. */
export function accountOf(
  scenario: Scenario,
  seed: string,
  person: number,
  { forks = [] }: { readonly forks?: readonly Fork[] } = {},
): Account | null {
  const accountant = createAccountant(person)
  return accountant.finish(run(scenario, seed, { forks, observers: [accountant.observe] }).world)
}

/** Keeps the account of one person while somebody else runs a scenario or folds a log. */
export interface Accountant {
  readonly observe: Observer
  /** Everything seen, with the world after the last day; null when she has not joined. */
  readonly finish: (world: World) => Account | null
}

/** An account whose pages are still being written. */
interface OpenAccount {
  readonly person: number
  readonly ledger: LedgerEntry[]
  /** Sum of the changes so far, by ledger: what the account explains of the stored value. */
  readonly explained: Record<Ledger, number>
  readonly series: Record<Ledger, number[]>
  readonly read: DayRead[]
  readonly events: { readonly seq: number; readonly day: number; readonly kind: string }[]
  shares: Partial<Record<Cause, number>>
}

export function createAccountant(person: number): Accountant {
  const account: OpenAccount = {
    person,
    ledger: [],
    explained: { value: 0, trust: 0, fatigue: 0, label: 0 },
    series: { value: [0], trust: [0], fatigue: [0], label: [0] },
    read: [],
    events: [],
    shares: {},
  }
  return {
    observe: (world, rows, from, to) => {
      const seat = world.seatOf[person] ?? -1
      if (seat >= 0) writeRows(account, world, { rows, from, to })
      writeStored(account, world, seat)
    },
    finish: (world) => closed(account, world),
  }
}

interface DayOfRows {
  readonly rows: Rows
  readonly from: number
  readonly to: number
}

const LEDGER_OF_KIND: Readonly<Record<number, Ledger>> = {
  [KIND['value-changed']]: 'value',
  [KIND['trust-changed']]: 'trust',
  [KIND['fatigue-changed']]: 'fatigue',
  [KIND['label-changed']]: 'label',
}

/** Kinds of facts that happen to the person in the column `object`, too: she is answered, invited, known. */
const HAPPENS_TO_OBJECT: readonly number[] = [
  KIND['reply-given'],
  KIND['invitation-sent'],
  KIND['tie-changed'],
  KIND['favour-done'],
]

/** Kinds of facts that decide how it ended for her, and that shares are of; a removal has none. */
const ENDS: readonly number[] = [KIND['member-left'], KIND['member-muted'], KIND['member-removed']]

/** What the facts of a day say about her. */
function writeRows(account: OpenAccount, world: World, { rows, from, to }: DayOfRows): void {
  const { person, ledger, read, events } = account
  const day = world.day - 1
  const group = groupOf(world, person)
  let ads = 0
  let posts = 0
  let packets = 0
  for (let at = from; at < to; at++) {
    const kind = rows.kind[at] as number
    if (kind === KIND['ad-posted'] && rows.group[at] === group) ads += 1
    if (kind === KIND['content-posted'] && rows.group[at] === group) posts += 1
    if (kind === KIND['packet-sent'] && rows.group[at] === group) packets += 1
    const isHers =
      rows.actor[at] === person || (rows.object[at] === person && HAPPENS_TO_OBJECT.includes(kind))
    if (!isHers) continue
    const seq = rows.base + at
    const object = rows.object[at] as number
    const value = rows.value[at] as number
    const variable = LEDGER_OF_KIND[kind]
    if (variable !== undefined) {
      ledger.push({ day, variable, cause: CAUSES[object] as Cause, change: value, event: seq })
    } else if (kind === KIND['feed-read']) {
      read.push({ day, messages: object, ads, posts, packets })
    } else if (kind === KIND['blame-shared']) {
      account.shares[CAUSES[object] as Cause] = value
    } else {
      // The trust that she brings along is the first line of that ledger.
      if (kind === KIND['member-joined'])
        ledger.push({ day, variable: 'trust', cause: 'expectation', change: value, event: seq })
      if (ENDS.includes(kind)) account.shares = {}
      events.push({ seq, day, kind: kindName(kind) as string })
    }
  }
}

/** Below this, stored value and account differ by the rounding of 32-bit floats alone. */
const ROUNDING = 1e-5

/** What is stored after the day; where the facts do not lead there, the rest has faded. */
function writeStored({ ledger, explained, series }: OpenAccount, world: World, seat: number): void {
  const day = world.day - 1
  const today: Record<Ledger, number> = { value: 0, trust: 0, fatigue: 0, label: 0 }
  for (let at = ledger.length - 1; at >= 0 && ledger[at]?.day === day; at--) {
    const { variable, change } = ledger[at] as LedgerEntry
    today[variable] += change
  }
  for (const variable of LEDGERS) {
    const stored = seat < 0 ? 0 : Math.fround(storedValue(world, seat, variable))
    series[variable].push(stored)
    explained[variable] += today[variable]
    const fading = stored - explained[variable]
    if (Math.abs(fading) <= ROUNDING) continue
    explained[variable] = stored
    ledger.push({ day, variable, cause: 'fading', change: fading, event: -1 })
  }
}

/** What the state holds of a ledger. */
function storedValue({ levels }: World, seat: number, variable: Ledger): number {
  return variable === 'value'
    ? expectedValue(levels, seat)
    : (levels[seat * LEVELS + LEVEL[variable]] as number)
}

function groupOf({ marks, seatOf }: World, person: number): number {
  return marks[(seatOf[person] as number) * MARKS + MARK.group] as number
}

function closed(account: OpenAccount, world: World): Account | null {
  const { person, ledger, series, read, events } = account
  const seat = world.seatOf[person] ?? -1
  if (seat < 0) return null
  const { outcome, day } = memberOutcome(world, seat)
  return {
    person,
    seat,
    group: groupOf(world, person),
    joinedDay: world.marks[seat * MARKS + MARK.joinedDay] as number,
    outcome,
    day,
    shares: outcome === 'left' || outcome === 'muted' ? account.shares : {},
    ledger,
    series: {
      value: Float32Array.from(series.value),
      trust: Float32Array.from(series.trust),
      fatigue: Float32Array.from(series.fatigue),
      label: Float32Array.from(series.label),
    },
    read,
    events,
  }
}

/** How it stands with a member: gone, else muted, else asleep, else present; and since which day. */
export function memberOutcome(
  world: World,
  seat: number,
): { readonly outcome: OutcomeOfMember; readonly day: number | null } {
  const { marks } = world
  const at = seat * MARKS
  const flags = marks[at + MARK.flags] as number
  if ((flags & LEFT) !== 0) return { outcome: 'left', day: marks[at + MARK.leftDay] as number }
  if ((flags & MUTED) !== 0) return { outcome: 'muted', day: marks[at + MARK.mutedDay] as number }
  if (!isZombie(world, seat)) return { outcome: 'present', day: null }
  const opened = marks[at + MARK.openedDay] as number
  return { outcome: 'asleep', day: opened >= 0 ? opened : (marks[at + MARK.joinedDay] as number) }
}
