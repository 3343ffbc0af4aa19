import { CUES, NEEDS, ROLES } from '../model/needs.ts'
import { CAUSES, COSTS, DEPARTURE_CAUSES, SHOCKS, SOURCES } from '../model/causes.ts'
import { STOCK_OF_CAUSE } from './apply.ts'
import { KIND, KINDS, KIND_NAMES, type KindEntry, type KindName } from './kinds.ts'
import type { KindsOfLog } from './log-kinds.ts'

/** What rows may hold: their kinds, and how many there are of what they name. All of it stands in the header of a log. */
export interface LogBounds {
  readonly kinds: KindsOfLog
  readonly people: number
  readonly groups: number
  readonly topics: number
  readonly offers: number
  readonly phases: number
  /** Forks that a branch has; 0 for a run. */
  readonly forks: number
  readonly days: number
}

/** The whole numbers that a column may hold, both ends included. */
export interface Range {
  readonly min: number
  readonly max: number
}

/** What the rows of one kind may hold, so that `apply` is never handed nonsense. */
export interface ColumnRules {
  readonly code: number
  readonly name: KindName
  readonly actor: Range
  readonly object: Range
  readonly hasValue: boolean
  /** Whether a person in the column must have a seat. */
  readonly actorIsMember: boolean
  readonly objectIsMember: boolean
  /** 1 at the code of each kind that the column `cause` may name. */
  readonly causes: Uint8Array
}

type Meaning<Column extends 'actor' | 'object'> = NonNullable<(typeof KINDS)[KindName][Column]>

/** The largest number of a column of integers. */
export const LARGEST = 2_147_483_647
const NOTHING: Range = { min: -1, max: -1 }
const upTo = (count: number): Range => ({ min: 0, max: count - 1 })
const upToOrNone = (count: number): Range => ({ min: -1, max: count - 1 })

// The compiler asks for a line here whenever the catalogue gives a column a new meaning.

const ACTORS: Readonly<Record<Meaning<'actor'>, (bounds: LogBounds) => Range>> = {
  person: ({ people }) => upTo(people),
  'person, −1 the owner': ({ people }) => upToOrNone(people),
  'person, −1 an outsider': ({ people }) => upToOrNone(people),
}

const OBJECTS: Readonly<Record<Meaning<'object'>, (bounds: LogBounds) => Range>> = {
  'person answered': ({ people }) => upTo(people),
  'person on the other side': ({ people }) => upTo(people),
  'person who sent it, −1 the owner': ({ people }) => upToOrNone(people),
  'person invited': ({ people }) => upTo(people),
  shares: () => ({ min: 1, max: LARGEST }),
  guests: () => ({ min: 1, max: LARGEST }),
  source: () => upTo(SOURCES.length),
  'topic, −1 off topic': ({ topics }) => upToOrNone(topics),
  offer: ({ offers }) => upTo(offers),
  'offer, −1 none': ({ offers }) => upToOrNone(offers),
  'messages read': () => ({ min: 0, max: LARGEST }),
  'cause code': () => upTo(CAUSES.length),
  'strongest cause code': () => upTo(DEPARTURE_CAUSES),
  'cost code': () => upTo(COSTS.length),
  'shock code': () => upTo(SHOCKS.length),
  topic: ({ topics }) => upTo(topics),
  'topic, −1 none': ({ topics }) => upToOrNone(topics),
  'need code': () => upTo(NEEDS.length),
  'role code': () => upTo(ROLES.length),
  'cue code': () => upTo(CUES.length),
  phase: ({ phases }) => upTo(phases),
  stage: ({ forks }) => ({ min: 1, max: forks }),
}

/** People who have not joined when this happens to them. */
const STRANGERS: readonly string[] = ['member-joined', 'join-refused', 'entry-declined'] satisfies KindName[]

/** Columns that name somebody who has a seat, where they name a person at all. */
const MEMBERS: readonly string[] = [
  'person answered',
  'person on the other side',
  'person who sent it, −1 the owner',
] satisfies Meaning<'object'>[]

/** The rules of every kind of the catalogue, by its code. */
export function columnRules(bounds: LogBounds): readonly (ColumnRules | undefined)[] {
  const rules: (ColumnRules | undefined)[] = []
  for (const name of KIND_NAMES) rules[KIND[name]] = rulesOf(name, bounds)
  return rules
}

function rulesOf(name: KindName, bounds: LogBounds): ColumnRules {
  const { code, actor, object, value, causes } = KINDS[name]
  return {
    code,
    name,
    actor: actor === null ? NOTHING : ACTORS[actor](bounds),
    object: object === null ? NOTHING : OBJECTS[object](bounds),
    hasValue: value !== null,
    actorIsMember: actor !== null && !STRANGERS.includes(name),
    objectIsMember: object !== null && MEMBERS.includes(object),
    causes: codesOf(causes),
  }
}

function codesOf(names: KindEntry['causes']): Uint8Array {
  const codes = new Uint8Array(256)
  for (const name of KIND_NAMES) if (names.includes(name)) codes[KIND[name]] = 1
  return codes
}

/** Whether a cause fits a kind, where not every cause does: only some move a stock of value, only some are blamed. */
export function isCauseOf(kind: number, cause: number): boolean {
  if (kind === KIND['value-changed']) return (STOCK_OF_CAUSE[cause] as number) >= 0
  if (kind === KIND['blame-shared']) return cause < DEPARTURE_CAUSES
  return true
}
