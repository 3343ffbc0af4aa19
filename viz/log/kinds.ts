import { KINDS, KIND_NAMES } from '../../sim/index.ts'
import type { KindName } from '../../sim/index.ts'

/** What the kinds of facts are sorted into, in the order in which a reader looks for them. */
export const KIND_GROUPS = {
  messages: [
    'content-posted',
    'ad-posted',
    'message-posted',
    'reply-given',
    'message-ignored',
    'packet-sent',
    'packet-claimed',
    'experience-told',
    'checked-in',
    'intruder-posted',
  ],
  reading: ['feed-read'],
  feelings: [
    'value-changed',
    'trust-changed',
    'fatigue-changed',
    'label-changed',
    'belonging-changed',
    'product-trust-changed',
    'member-trust-changed',
    'windfall-changed',
    'need-changed',
    'tie-changed',
  ],
  leaving: ['member-left', 'member-muted', 'member-removed', 'member-woken', 'blame-shared'],
  orders: ['order-placed', 'product-tried', 'order-refunded', 'fee-paid'],
  others: [
    'member-joined',
    'join-refused',
    'entry-declined',
    'invitation-sent',
    'meeting-held',
    'meeting-attended',
    'favour-done',
    'check-in-stopped',
    'role-given',
    'cue-given',
    'price-learned',
    'need-heard',
    'belief-drifted',
    'need-found',
    'pivot-made',
    'hours-worked',
    'energy-changed',
    'owner-tired',
    'owner-recovered',
    'cost-paid',
    'margin-drawn',
    'shock-struck',
    'phase-begun',
    'fork-opened',
    'day-closed',
  ],
} as const satisfies Readonly<Record<string, readonly KindName[]>>

export type KindGroup = keyof typeof KIND_GROUPS
export const KIND_GROUP_NAMES = Object.keys(KIND_GROUPS) as KindGroup[]

/** The codes of the kinds of a group. */
export function codesOf(group: KindGroup): readonly number[] {
  return KIND_GROUPS[group].map((name) => KINDS[name].code)
}

const NAMES: readonly (KindName | undefined)[] = KIND_NAMES.reduce<(KindName | undefined)[]>(
  (names, name) => {
    names[KINDS[name].code] = name
    return names
  },
  [],
)

/** The kind with a code. Logs with other kinds are read as facts of those of today. */
export function kindOf(code: number): KindName {
  return NAMES[code] ?? 'day-closed'
}

/** More than any code. */
const CODES = 256

const MEANINGS_OF_PERSON: readonly (string | null)[] = [
  'person answered',
  'person on the other side',
  'person invited',
  'person who sent it, −1 the owner',
]
const MEANINGS_OF_CAUSE: readonly (string | null)[] = ['cause code', 'strongest cause code']

/** 1 at the code of each kind that has a person in the column `object`. */
export const HAS_PERSON_AS_OBJECT = marked((name) => MEANINGS_OF_PERSON.includes(KINDS[name].object))

/** 1 at the code of each kind that has the code of a cause there. */
export const HAS_CAUSE_CODE = marked((name) => MEANINGS_OF_CAUSE.includes(KINDS[name].object))

/** Nobody does these: they happen, or belong to the day itself. */
const OF_NOBODY: readonly KindName[] = ['shock-struck', 'phase-begun', 'fork-opened', 'day-closed']

/** 1 at the code of each kind of which the actor −1 is the owner. */
export const IS_OF_OWNER = marked((name) => {
  const { actor } = KINDS[name]
  return actor === null ? !OF_NOBODY.includes(name) : actor === 'person, −1 the owner'
})

function marked(holds: (name: KindName) => boolean): Uint8Array {
  const marks = new Uint8Array(CODES)
  for (const name of KIND_NAMES) if (holds(name)) marks[KINDS[name].code] = 1
  return marks
}
