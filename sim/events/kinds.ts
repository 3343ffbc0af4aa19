import type { LocalText } from '../model/local-text.ts'

/** One kind of fact: its code in a log (never reused), its version, and what its columns mean. */
export interface KindEntry {
  readonly code: number
  readonly version: number
  /** The part of the engine that may record it: a mechanism, or the day itself. Shocks may also move ledgers. */
  readonly emittedBy: string
  /** Meaning of the column, or null where the kind leaves it at −1 (value: 0). */
  readonly actor: string | null
  readonly object: string | null
  readonly value: string | null
  /** Kinds that may stand in the column `cause`. */
  readonly causes: readonly string[]
  /** One sentence for people, with the columns in braces. */
  readonly says: LocalText
}

/**
 * The catalogue of facts. What is not here cannot happen: `apply` has a case for each, the log protocol
 * (README.md) a row for each, and readers refuse any other. Types, decoder, protocol, explanations and the
 * arbitraries of tests are made from this one table.
 */
export const KINDS = {
  'member-joined': {
    code: 1,
    version: 1,
    emittedBy: 'arrivals',
    actor: 'person',
    object: 'source',
    value: 'trust, 0–1',
    causes: [],
    says: {
      'zh-Hans': '{actor} 进群（{object}），带来的信任 {value}',
      'zh-Hant': '{actor} 進群（{object}），帶來的信任 {value}',
      en: '{actor} joined ({object}) with trust {value}',
    },
  },
  'join-refused': {
    code: 2,
    version: 1,
    emittedBy: 'arrivals',
    actor: 'person',
    object: 'source',
    value: null,
    causes: [],
    says: {
      'zh-Hans': '{actor} 想进群，群已满',
      'zh-Hant': '{actor} 想進群，群已滿',
      en: '{actor} found the group full',
    },
  },
  'content-posted': {
    code: 3,
    version: 1,
    emittedBy: 'owner-work',
    actor: null,
    object: 'topic, −1 off topic',
    value: 'quality, 0–1',
    causes: [],
    says: {
      'zh-Hans': '群主发了一条关于「{object}」的内容，质量 {value}',
      'zh-Hant': '群主發了一則關於「{object}」的內容，品質 {value}',
      en: 'the owner posted on {object}, quality {value}',
    },
  },
  'ad-posted': {
    code: 4,
    version: 1,
    emittedBy: 'owner-work',
    actor: null,
    object: 'offer, −1 none',
    value: 'softness, 0–1',
    causes: [],
    says: {
      'zh-Hans': '群主发了「{object}」的广告，软度 {value}',
      'zh-Hant': '群主發了「{object}」的廣告，軟度 {value}',
      en: 'the owner advertised {object}, softness {value}',
    },
  },
  'feed-read': {
    code: 5,
    version: 1,
    emittedBy: 'reading',
    actor: 'person',
    object: 'messages read',
    value: 'weight of the experience, 0–1',
    causes: [],
    says: {
      'zh-Hans': '{actor} 打开群，看了 {object} 条',
      'zh-Hant': '{actor} 打開群，看了 {object} 則',
      en: '{actor} opened and read {object} messages',
    },
  },
  'value-changed': {
    code: 6,
    version: 1,
    emittedBy: 'reading',
    actor: 'person',
    object: 'cause code',
    value: 'change of expected value',
    causes: ['member-joined', 'content-posted', 'ad-posted', 'message-posted', 'feed-read', 'shock-struck'],
    says: {
      'zh-Hans': '{actor} 觉得的价值 {value}（{object}）',
      'zh-Hant': '{actor} 覺得的價值 {value}（{object}）',
      en: 'value for {actor} moved by {value} ({object})',
    },
  },
  'trust-changed': {
    code: 7,
    version: 1,
    emittedBy: 'reading',
    actor: 'person',
    object: 'cause code',
    value: 'change of trust',
    causes: ['content-posted', 'ad-posted', 'reply-given', 'feed-read', 'product-tried'],
    says: {
      'zh-Hans': '{actor} 的信任 {value}（{object}）',
      'zh-Hant': '{actor} 的信任 {value}（{object}）',
      en: 'trust of {actor} moved by {value} ({object})',
    },
  },
  'fatigue-changed': {
    code: 8,
    version: 1,
    emittedBy: 'reading',
    actor: 'person',
    object: 'cause code',
    value: 'change of fatigue',
    causes: ['ad-posted'],
    says: {
      'zh-Hans': '{actor} 的广告疲劳 {value}（{object}）',
      'zh-Hant': '{actor} 的廣告疲勞 {value}（{object}）',
      en: 'ad fatigue of {actor} moved by {value} ({object})',
    },
  },
  'label-changed': {
    code: 9,
    version: 1,
    emittedBy: 'reading',
    actor: 'person',
    object: 'cause code',
    value: 'change of label',
    causes: ['ad-posted'],
    says: {
      'zh-Hans': '{actor} 更觉得这是卖货群 {value}（{object}）',
      'zh-Hant': '{actor} 更覺得這是賣貨群 {value}（{object}）',
      en: '{actor} saw the group as more commercial by {value} ({object})',
    },
  },
  'belonging-changed': {
    code: 10,
    version: 1,
    emittedBy: 'talking',
    actor: 'person',
    object: 'cause code',
    value: 'change of belonging',
    causes: ['reply-given', 'shock-struck'],
    says: {
      'zh-Hans': '{actor} 的归属感 {value}（{object}）',
      'zh-Hant': '{actor} 的歸屬感 {value}（{object}）',
      en: 'belonging of {actor} moved by {value} ({object})',
    },
  },
  'product-trust-changed': {
    code: 11,
    version: 1,
    emittedBy: 'trying',
    actor: 'person',
    object: 'cause code',
    value: 'change of trust in the product',
    causes: ['product-tried'],
    says: {
      'zh-Hans': '{actor} 对产品的信任 {value}（{object}）',
      'zh-Hant': '{actor} 對產品的信任 {value}（{object}）',
      en: 'trust of {actor} in the product moved by {value} ({object})',
    },
  },
  'message-posted': {
    code: 12,
    version: 1,
    emittedBy: 'talking',
    actor: 'person',
    object: null,
    value: '1 on topic, 0 off',
    causes: ['feed-read', 'reply-given'],
    says: {
      'zh-Hans': '{actor} 发言（切题：{value}）',
      'zh-Hant': '{actor} 發言（切題：{value}）',
      en: '{actor} wrote a message (on topic: {value})',
    },
  },
  'reply-given': {
    code: 13,
    version: 1,
    emittedBy: 'talking',
    actor: 'person, −1 the owner',
    object: 'person answered',
    value: '1 on topic, 0 off',
    causes: ['message-posted'],
    says: {
      'zh-Hans': '{actor} 回答了 {object}（切题：{value}）',
      'zh-Hant': '{actor} 回答了 {object}（切題：{value}）',
      en: '{actor} answered {object} (on topic: {value})',
    },
  },
  'message-ignored': {
    code: 14,
    version: 1,
    emittedBy: 'talking',
    actor: 'person',
    object: null,
    value: null,
    causes: ['message-posted'],
    says: {
      'zh-Hans': '没有人回答 {actor}',
      'zh-Hant': '沒有人回答 {actor}',
      en: 'nobody answered {actor}',
    },
  },
  'member-muted': {
    code: 15,
    version: 1,
    emittedBy: 'leaving',
    actor: 'person',
    object: 'strongest cause code',
    value: 'hazard of the day, 0–1',
    causes: ['ad-posted', 'content-posted', 'message-posted', 'feed-read', 'member-joined'],
    says: {
      'zh-Hans': '{actor} 设了免打扰（{object}）',
      'zh-Hant': '{actor} 關了通知（{object}）',
      en: '{actor} switched notifications off ({object})',
    },
  },
  'member-left': {
    code: 16,
    version: 1,
    emittedBy: 'leaving',
    actor: 'person',
    object: 'strongest cause code',
    value: 'hazard of the day, 0–1',
    causes: ['ad-posted', 'content-posted', 'message-posted', 'feed-read', 'member-joined'],
    says: {
      'zh-Hans': '{actor} 退群（{object}）',
      'zh-Hant': '{actor} 退群（{object}）',
      en: '{actor} left ({object})',
    },
  },
  'blame-shared': {
    code: 17,
    version: 1,
    emittedBy: 'leaving',
    actor: 'person',
    object: 'cause code',
    value: 'share of the hazard, 0–1',
    causes: ['member-muted', 'member-left'],
    says: {
      'zh-Hans': '其中 {value} 是因为{object}',
      'zh-Hant': '其中 {value} 是因為{object}',
      en: 'of that, {value} was {object}',
    },
  },
  'order-placed': {
    code: 18,
    version: 1,
    emittedBy: 'buying',
    actor: 'person',
    object: 'offer',
    value: 'CNY',
    causes: ['ad-posted'],
    says: {
      'zh-Hans': '{actor} 下单「{object}」，{value} 元',
      'zh-Hant': '{actor} 下單「{object}」，{value} 元',
      en: '{actor} bought {object} for {value} CNY',
    },
  },
  'order-refunded': {
    code: 19,
    version: 1,
    emittedBy: 'trying',
    actor: 'person',
    object: 'offer',
    value: 'CNY',
    causes: ['product-tried'],
    says: {
      'zh-Hans': '{actor} 退了「{object}」，{value} 元',
      'zh-Hant': '{actor} 退了「{object}」，{value} 元',
      en: '{actor} returned {object}: {value} CNY',
    },
  },
  'product-tried': {
    code: 20,
    version: 1,
    emittedBy: 'trying',
    actor: 'person',
    object: 'offer',
    value: 'quality − promise',
    causes: ['order-placed'],
    says: {
      'zh-Hans': '{actor} 用过「{object}」，比承诺 {value}',
      'zh-Hant': '{actor} 用過「{object}」，比承諾 {value}',
      en: '{actor} tried {object}: {value} against its promise',
    },
  },
  'experience-told': {
    code: 21,
    version: 1,
    emittedBy: 'trying',
    actor: 'person',
    object: 'offer',
    value: '1 a good case, 0 a warning',
    causes: ['product-tried'],
    says: {
      'zh-Hans': '{actor} 在群里说了「{object}」的使用感受（好评：{value}）',
      'zh-Hant': '{actor} 在群裡說了「{object}」的使用感受（好評：{value}）',
      en: '{actor} told the group about {object} (good: {value})',
    },
  },
  'cost-paid': {
    code: 22,
    version: 1,
    emittedBy: 'owner-work',
    actor: null,
    object: 'cost code',
    value: 'CNY',
    causes: ['content-posted', 'ad-posted', 'order-placed'],
    says: {
      'zh-Hans': '群主为{object}花了 {value} 元',
      'zh-Hant': '群主為{object}花了 {value} 元',
      en: 'the owner paid {value} CNY for {object}',
    },
  },
  'hours-worked': {
    code: 23,
    version: 1,
    emittedBy: 'owner-ledger',
    actor: null,
    object: null,
    value: 'hours',
    causes: [],
    says: {
      'zh-Hans': '群主忙了 {value} 小时',
      'zh-Hant': '群主忙了 {value} 小時',
      en: 'the owner worked {value} hours',
    },
  },
  'energy-changed': {
    code: 24,
    version: 1,
    emittedBy: 'owner-ledger',
    actor: null,
    object: 'cause code',
    value: 'change of energy',
    causes: ['hours-worked'],
    says: {
      'zh-Hans': '群主的精力 {value}（{object}）',
      'zh-Hant': '群主的精力 {value}（{object}）',
      en: 'the owner’s energy moved by {value} ({object})',
    },
  },
  'owner-tired': {
    code: 25,
    version: 1,
    emittedBy: 'owner-ledger',
    actor: null,
    object: null,
    value: 'energy, 0–1',
    causes: ['energy-changed'],
    says: {
      'zh-Hans': '群主累垮了',
      'zh-Hant': '群主累垮了',
      en: 'the owner has no energy left',
    },
  },
  'owner-recovered': {
    code: 26,
    version: 1,
    emittedBy: 'owner-ledger',
    actor: null,
    object: null,
    value: 'energy, 0–1',
    causes: ['energy-changed'],
    says: {
      'zh-Hans': '群主缓过来了',
      'zh-Hant': '群主緩過來了',
      en: 'the owner works again',
    },
  },
  'shock-struck': {
    code: 27,
    version: 1,
    emittedBy: 'shocks',
    actor: null,
    object: 'shock code',
    value: 'days, or strength',
    causes: [],
    says: {
      'zh-Hans': '突发：{object}（{value}）',
      'zh-Hant': '突發：{object}（{value}）',
      en: '{object} struck ({value})',
    },
  },
  'phase-begun': {
    code: 28,
    version: 1,
    emittedBy: 'day',
    actor: null,
    object: 'phase',
    value: null,
    causes: [],
    says: {
      'zh-Hans': '计划进入第 {object} 阶段',
      'zh-Hant': '計畫進入第 {object} 階段',
      en: 'phase {object} of the plan began',
    },
  },
  'margin-drawn': {
    code: 29,
    version: 1,
    emittedBy: 'owner-ledger',
    actor: null,
    object: null,
    value: 'CNY a day',
    causes: [],
    says: {
      'zh-Hans': '平均每天毛利 {value} 元',
      'zh-Hant': '平均每天毛利 {value} 元',
      en: 'the margin of a day came to {value} CNY, smoothed',
    },
  },
  'day-closed': {
    code: 30,
    version: 1,
    emittedBy: 'day',
    actor: null,
    object: null,
    value: null,
    causes: [],
    says: {
      'zh-Hans': '一天结束',
      'zh-Hant': '一天結束',
      en: 'the day closed',
    },
  },
  'fork-opened': {
    code: 31,
    version: 1,
    emittedBy: 'day',
    actor: null,
    object: 'stage',
    value: null,
    causes: [],
    says: {
      'zh-Hans': '从今天起换一种做法（第 {object} 次）',
      'zh-Hant': '從今天起換一種做法（第 {object} 次）',
      en: 'from today on the rules are others (fork {object})',
    },
  },
} as const satisfies Readonly<Record<string, KindEntry>>

export type KindName = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as KindName[]

/** Code of each kind of fact. */
export const KIND = Object.fromEntries(KIND_NAMES.map((name) => [name, KINDS[name].code])) as {
  readonly [name in KindName]: (typeof KINDS)[name]['code']
}

const NAME_OF_CODE: readonly (KindName | undefined)[] = KIND_NAMES.reduce<(KindName | undefined)[]>(
  (names, name) => {
    names[KINDS[name].code] = name
    return names
  },
  [],
)

/** The name of a code; undefined for one that this engine does not know. */
export function kindName(code: number): KindName | undefined {
  return NAME_OF_CODE[code]
}
