import { produce } from 'immer'
import { KIND } from '../events/kinds.ts'
import type { Rows } from '../events/rows.ts'
import { SHOCKS } from '../model/causes.ts'
import type { World } from '../model/world.ts'
import type { Census } from './census.ts'
import { allOfWeek, TALLY, tallyOfWeek, type Tally } from './tally.ts'

/** Kinds of key moments, found by rule and never told to the engine (interface §3.5). */
export const MOMENT_KINDS = [
  'first-order', // the first order
  'first-departure', // the first member leaves
  'first-mute', // somebody switches notifications off for the first time
  'group-full', // a newcomer is refused because the group is full
  'ads-dominate', // more than half of the messages of 7 days are ads
  'half-muted', // half of those present have muted (the owner cannot see it)
  'largest-loss', // the day on which most members left
  'half-left', // half of all who ever joined have left
  'owner-tired', // the owner's energy falls below the point at which work is skipped
  'phase-begins', // the plan changes
  'shock', // something happened that nobody planned
  'group-silent', // silentDay: hardly anybody speaks any more
  'group-died', // deathDay: hardly anybody reads any more
] as const
export type MomentKind = (typeof MOMENT_KINDS)[number]

/** A key moment: what, on which day (0-based), and a number where one belongs to it. */
export interface Moment {
  readonly day: number
  readonly kind: MomentKind
  /** Person for first-order, first-departure, first-mute; members lost for largest-loss; phase number for phase-begins; else null. */
  readonly value: number | null
  /** Code of the shock for `shock`, else null. */
  readonly detail: string | null
}

/** The moments found so far, and what is needed to find the next. An immutable read model: one step a day. */
export interface MomentsModel {
  readonly found: readonly Moment[]
  readonly largestLoss: { readonly day: number; readonly members: number }
}

export const NO_MOMENTS: MomentsModel = { found: [], largestLoss: { day: 0, members: 0 } }

/** The day that has just ended, as the finder of moments sees it. */
export interface DayEnded {
  readonly world: World
  readonly rows: Rows
  readonly from: number
  readonly to: number
  readonly census: Census
  readonly tally: Tally
}

/** The model after one more day. */
export function stepMoments(model: MomentsModel, ended: DayEnded): MomentsModel {
  const day = ended.world.day - 1
  const facts = findInFacts(ended)
  const known = new Set(model.found.filter(({ kind }) => happensOnce(kind)).map(({ kind }) => kind))
  const fresh = [...facts.moments, ...findInState(ended)].filter(({ kind }) => !known.has(kind))
  if (fresh.length === 0 && facts.left <= model.largestLoss.members) return model
  return produce(model, (draft) => {
    for (const moment of fresh) {
      if (happensOnce(moment.kind) && draft.found.some(({ kind }) => kind === moment.kind)) continue
      draft.found.push({ day, ...moment })
    }
    if (facts.left > draft.largestLoss.members) draft.largestLoss = { day, members: facts.left }
  })
}

/** Fewer departures in one day than this are no event. */
const LOSS_MIN = 3

/** All moments of a run in the order of their days. */
export function momentsOf(
  model: MomentsModel,
  ends: { readonly deathDay: number | null; readonly silentDay: number | null },
): Moment[] {
  const moments = [...model.found]
  const { day, members } = model.largestLoss
  if (members >= LOSS_MIN) moments.push({ day, kind: 'largest-loss', value: members, detail: null })
  if (ends.silentDay !== null)
    moments.push({ day: ends.silentDay, kind: 'group-silent', value: null, detail: null })
  if (ends.deathDay !== null)
    moments.push({ day: ends.deathDay, kind: 'group-died', value: null, detail: null })
  return moments.sort((a, b) => a.day - b.day || MOMENT_KINDS.indexOf(a.kind) - MOMENT_KINDS.indexOf(b.kind))
}

function happensOnce(kind: MomentKind): boolean {
  return kind !== 'phase-begins' && kind !== 'shock'
}

type Found = Omit<Moment, 'day'>

function findInFacts({ rows, from, to }: DayEnded): { moments: Found[]; left: number } {
  const moments: Found[] = []
  let left = 0
  const add = (kind: MomentKind, value: number | null = null, detail: string | null = null) =>
    moments.push({ kind, value, detail })
  for (let at = from; at < to; at++) {
    const actor = rows.actor[at] as number
    const object = rows.object[at] as number
    switch (rows.kind[at]) {
      case KIND['order-placed']:
        add('first-order', actor)
        break
      case KIND['member-muted']:
        add('first-mute', actor)
        break
      case KIND['member-left']:
        left += 1
        add('first-departure', actor)
        break
      case KIND['join-refused']:
        add('group-full')
        break
      case KIND['owner-tired']:
        add('owner-tired')
        break
      case KIND['phase-begun']:
        add('phase-begins', object)
        break
      case KIND['shock-struck']:
        add('shock', null, SHOCKS[object] ?? null)
        break
      default:
        break // no moment in itself
    }
  }
  return { moments, left }
}

/** Fewer members or messages than this make no majority worth telling. */
const MEMBERS_MIN = 10

function findInState({ world, census, tally }: DayEnded): Found[] {
  const moments: Found[] = []
  const all = allOfWeek(tally, world.day)
  if (world.day >= 7 && all > 0 && tallyOfWeek(tally, world.day, TALLY.ads) > all / 2) {
    moments.push({ kind: 'ads-dominate', value: null, detail: null })
  }
  if (census.members >= MEMBERS_MIN && census.muted >= census.members / 2) {
    moments.push({ kind: 'half-muted', value: null, detail: null })
  }
  if (census.joined >= MEMBERS_MIN && census.left >= census.joined / 2) {
    moments.push({ kind: 'half-left', value: null, detail: null })
  }
  return moments
}
