/** One kind of fact: its code in a log (never reused), its version, and what its columns mean. */
export interface KindEntry {
  readonly code: number
  readonly version: number
  /** One sentence with the columns in braces, for explanations and the published protocol. */
  readonly says: string
  /** Meaning of the column, or null where the kind leaves it at −1 (value: 0). */
  readonly actor: string | null
  readonly object: string | null
  readonly value: string | null
  /** Kinds that may stand in the column `cause`. */
  readonly causes: readonly string[]
}

/**
 * The catalogue of facts. What is not here cannot happen: `apply` has a case for each, the log protocol
 * (README.md) a row for each, and readers refuse any other.
 */
export const KINDS = {
  'member-joined': { code: 1, version: 1, says: '{actor} joined ({object}) with trust {value}', actor: 'person', object: 'source', value: 'trust, 0–1', causes: [] },
  'join-refused': { code: 2, version: 1, says: '{actor} found the group full', actor: 'person', object: 'source', value: null, causes: [] },
  'content-posted': { code: 3, version: 1, says: 'the owner posted on topic {object}, quality {value}', actor: null, object: 'topic, −1 off topic', value: 'quality, 0–1', causes: [] },
  'ad-posted': { code: 4, version: 1, says: 'the owner advertised offer {object}, softness {value}', actor: null, object: 'offer, −1 none', value: 'softness, 0–1', causes: [] },
  'feed-read': { code: 5, version: 1, says: '{actor} opened and read {object} messages', actor: 'person', object: 'messages read', value: 'weight of the experience, 0–1', causes: [] },
  'value-changed': { code: 6, version: 1, says: 'value for {actor} changed by {value} ({object})', actor: 'person', object: 'cause code', value: 'change of expected value', causes: ['member-joined', 'content-posted', 'ad-posted', 'message-posted', 'feed-read', 'shock-struck'] },
  'trust-changed': { code: 7, version: 1, says: 'trust of {actor} changed by {value} ({object})', actor: 'person', object: 'cause code', value: 'change of trust', causes: ['content-posted', 'ad-posted', 'reply-given', 'feed-read', 'product-tried'] },
  'fatigue-changed': { code: 8, version: 1, says: 'ad fatigue of {actor} changed by {value} ({object})', actor: 'person', object: 'cause code', value: 'change of fatigue', causes: ['ad-posted'] },
  'label-changed': { code: 9, version: 1, says: '{actor} saw the group as more commercial by {value} ({object})', actor: 'person', object: 'cause code', value: 'change of label', causes: ['ad-posted'] },
  'belonging-changed': { code: 10, version: 1, says: 'belonging of {actor} changed by {value} ({object})', actor: 'person', object: 'cause code', value: 'change of belonging', causes: ['reply-given', 'shock-struck'] },
  'product-trust-changed': { code: 11, version: 1, says: 'trust of {actor} in the product changed by {value} ({object})', actor: 'person', object: 'cause code', value: 'change of trust in the product', causes: ['product-tried'] },
  'message-posted': { code: 12, version: 1, says: '{actor} wrote a message (on topic: {value})', actor: 'person', object: null, value: '1 on topic, 0 off', causes: ['feed-read', 'reply-given'] },
  'reply-given': { code: 13, version: 1, says: '{actor} answered {object} (on topic: {value})', actor: 'person, −1 the owner', object: 'person answered', value: '1 on topic, 0 off', causes: ['message-posted'] },
  'message-ignored': { code: 14, version: 1, says: 'nobody answered {actor}', actor: 'person', object: null, value: null, causes: ['message-posted'] },
  'member-muted': { code: 15, version: 1, says: '{actor} switched notifications off ({object})', actor: 'person', object: 'strongest cause code', value: 'hazard of the day, 0–1', causes: ['ad-posted', 'content-posted', 'message-posted', 'feed-read', 'member-joined'] },
  'member-left': { code: 16, version: 1, says: '{actor} left ({object})', actor: 'person', object: 'strongest cause code', value: 'hazard of the day, 0–1', causes: ['ad-posted', 'content-posted', 'message-posted', 'feed-read', 'member-joined'] },
  'blame-shared': { code: 17, version: 1, says: 'of that, {value} was {object}', actor: 'person', object: 'cause code', value: 'share of the hazard, 0–1', causes: ['member-muted', 'member-left'] },
  'order-placed': { code: 18, version: 1, says: '{actor} bought offer {object} for {value} CNY', actor: 'person', object: 'offer', value: 'CNY', causes: ['ad-posted'] },
  'order-refunded': { code: 19, version: 1, says: '{actor} returned offer {object}: {value} CNY', actor: 'person', object: 'offer', value: 'CNY', causes: ['product-tried'] },
  'product-tried': { code: 20, version: 1, says: '{actor} tried offer {object}: {value} against its promise', actor: 'person', object: 'offer', value: 'quality − promise', causes: ['order-placed'] },
  'experience-told': { code: 21, version: 1, says: '{actor} told the group (good: {value})', actor: 'person', object: 'offer', value: '1 a good case, 0 a warning', causes: ['product-tried'] },
  'cost-paid': { code: 22, version: 1, says: 'the owner paid {value} CNY for {object}', actor: null, object: 'cost code', value: 'CNY', causes: ['content-posted', 'ad-posted', 'order-placed'] },
  'hours-worked': { code: 23, version: 1, says: 'the owner worked {value} hours', actor: null, object: null, value: 'hours', causes: [] },
  'energy-changed': { code: 24, version: 1, says: 'the owner’s energy changed by {value} ({object})', actor: null, object: 'cause code', value: 'change of energy', causes: ['hours-worked'] },
  'owner-tired': { code: 25, version: 1, says: 'the owner has no energy left', actor: null, object: null, value: 'energy, 0–1', causes: ['energy-changed'] },
  'owner-recovered': { code: 26, version: 1, says: 'the owner works again', actor: null, object: null, value: 'energy, 0–1', causes: ['energy-changed'] },
  'shock-struck': { code: 27, version: 1, says: '{object} struck, {value} days', actor: null, object: 'shock code', value: 'days, or strength', causes: [] },
  'phase-begun': { code: 28, version: 1, says: 'phase {object} of the plan began', actor: null, object: 'phase', value: null, causes: [] },
  'margin-drawn': { code: 29, version: 1, says: 'the daily margin came to {value} CNY, smoothed', actor: null, object: null, value: 'CNY a day', causes: [] },
  'day-closed': { code: 30, version: 1, says: 'the day closed', actor: null, object: null, value: null, causes: [] },
} as const satisfies Readonly<Record<string, KindEntry>>

export type KindName = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as KindName[]

/** Code of each kind of fact. */
export const KIND = Object.fromEntries(KIND_NAMES.map((name) => [name, KINDS[name].code])) as {
  readonly [name in KindName]: (typeof KINDS)[name]['code']
}

const NAME_OF_CODE: readonly (KindName | undefined)[] = KIND_NAMES.reduce<(KindName | undefined)[]>((names, name) => {
  names[KINDS[name].code] = name
  return names
}, [])

/** The name of a code; undefined for one that this engine does not know. */
export function kindName(code: number): KindName | undefined {
  return NAME_OF_CODE[code]
}
