import type { Locale } from '../model/local-text.ts'
import type { Ledger } from '../model/causes.ts'
import type { Reason } from '../projections/because.ts'

/** What the story of a member and the account of a fork say, in one language. Days come as "day 5". */
export interface WhySentences {
  readonly joined: (who: string, day: string) => string
  readonly outcome: {
    readonly left: (day: string) => string
    readonly muted: (day: string) => string
    readonly asleep: (day: string) => string
    readonly present: string
  }
  readonly mostly: (first: string, share: string) => string
  readonly then: (cause: string, share: string) => string
  readonly readOn: (read: { readonly days: number; readonly of: number; readonly messages: number }) => string
  readonly there: (met: { readonly posts: number; readonly ads: number }) => string
  readonly acts: Readonly<Record<Act, string>>
  readonly times: (count: number) => string
  readonly account: string
  readonly ledgers: Readonly<Record<Ledger, string>>
  readonly stored: string
  readonly fading: string
  /** Each takes the condition of WITHOUT_CAUSE. */
  readonly without: {
    readonly stays: (cause: string) => string
    readonly leaves: (cause: string, day: string) => string
    readonly mutes: (cause: string, day: string) => string
    readonly sleeps: (cause: string) => string
    readonly neverJoins: (cause: string) => string
  }
  readonly fork: {
    readonly title: (day: string) => string
    readonly parent: string
    readonly branch: string
    readonly same: string
    readonly first: (day: string, fact: string) => string
    readonly counts: (counts: {
      readonly vanished: string
      readonly appeared: string
      readonly changed: string
    }) => string
    readonly why: string
    readonly reasons: Readonly<Record<Reason, string>>
    readonly vanished: string
    readonly appeared: string
    readonly because: (fact: string) => string
    readonly becauseEdit: string
  }
}

/** What she did, as far as a story tells it. */
export const ACTS = [
  'message-posted',
  'reply-given',
  'message-ignored',
  'order-placed',
  'order-refunded',
  'experience-told',
  'packet-claimed',
  'packet-sent',
  'meeting-attended',
  'tie-changed',
  'invitation-sent',
  'price-learned',
  'favour-done',
  'role-given',
  'checked-in',
  'check-in-stopped',
  'fee-paid',
  'member-muted',
  'member-woken',
  'member-removed',
] as const
export type Act = (typeof ACTS)[number]

const en: WhySentences = {
  joined: (who, day) => `${who} joined on ${day}`,
  outcome: {
    left: (day) => ` and left on ${day}`,
    muted: (day) => ` and switched notifications off on ${day}`,
    asleep: (day) => ` and was last seen on ${day}`,
    present: ' and is still there',
  },
  mostly: (cause, share) => `, mostly because of ${cause} (${share})`,
  then: (cause, share) => `, then ${cause} (${share})`,
  readOn: ({ days, of, messages }) =>
    `She opened the group on ${days} of ${of} days and read ${messages} messages.`,
  there: ({ posts, ads }) => `What the owner had to say on those days: ${posts} posts and ${ads} ads.`,
  acts: {
    'message-posted': 'wrote a message',
    'reply-given': 'answered, or was answered',
    'message-ignored': 'got no answer',
    'order-placed': 'bought',
    'order-refunded': 'sent it back',
    'experience-told': 'told the group about the product',
    'packet-claimed': 'took a share of a red packet',
    'packet-sent': 'gave a red packet',
    'meeting-attended': 'came to a meeting',
    'tie-changed': 'came closer to somebody',
    'invitation-sent': 'invited somebody, or was invited',
    'price-learned': 'learned that the price is too high',
    'favour-done': 'did somebody a favour, or was done one',
    'role-given': 'took a role',
    'checked-in': 'checked in',
    'check-in-stopped': 'stopped checking in',
    'fee-paid': 'paid to join',
    'member-muted': 'switched notifications off',
    'member-woken': 'switched notifications on again',
    'member-removed': 'was removed for advertising',
  },
  times: (count) => (count === 1 ? 'once' : `${count} times, first`),
  account: 'Her account (sum of all changes)',
  ledgers: { value: 'value', trust: 'trust', fatigue: 'ad fatigue', label: 'seen as commercial' },
  stored: '= in the end',
  fading: 'faded, or replaced by what she read',
  without: {
    stays: (cause) => `Without ${cause} she would have stayed to the end.`,
    leaves: (cause, day) => `Without ${cause} she would have left on ${day}.`,
    mutes: (cause, day) => `Without ${cause} she would have stayed to the end, muted since ${day}.`,
    sleeps: (cause) => `Without ${cause} she would have stayed to the end, without looking any more.`,
    neverJoins: (cause) => `Without ${cause} the group would have been full, and she would not have got in.`,
  },
  fork: {
    title: (day) => `Changed in the morning of ${day}`,
    parent: 'as it was',
    branch: 'changed',
    same: 'Nothing happens otherwise.',
    first: (day, fact) => `The first difference is on ${day}: ${fact}.`,
    counts: ({ vanished, appeared, changed }) =>
      `${vanished} events vanished, ${appeared} appeared, ${changed} are there with another value.`,
    why: 'Why events came or went',
    reasons: {
      cause: 'the event that they name changed',
      'own-past': 'something had changed for the same person before',
      group: 'something had changed in her group',
      owner: 'something had changed for the owner',
      edit: 'the change decides them itself',
    },
    vanished: 'no longer',
    appeared: 'new',
    because: (fact) => `because ${fact}`,
    becauseEdit: 'because of the change itself',
  },
}

const zhHans: WhySentences = {
  joined: (who, day) => `${who} ${day}进群`,
  outcome: {
    left: (day) => `，${day}退群`,
    muted: (day) => `，${day}开了免打扰`,
    asleep: (day) => `，${day}以后再没打开过`,
    present: '，现在还在',
  },
  mostly: (cause, share) => `，主要因为${cause}（${share}）`,
  then: (cause, share) => `，还有${cause}（${share}）`,
  readOn: ({ days, of, messages }) => `在群 ${of} 天，打开过 ${days} 天，看了 ${messages} 条消息。`,
  there: ({ posts, ads }) => `那些天群主发了 ${posts} 条内容、${ads} 条广告。`,
  acts: {
    'message-posted': '发言',
    'reply-given': '回答别人，或得到回答',
    'message-ignored': '没有人回答',
    'order-placed': '下单',
    'order-refunded': '退货',
    'experience-told': '在群里说使用感受',
    'packet-claimed': '抢到红包',
    'packet-sent': '发红包',
    'meeting-attended': '来了线下',
    'tie-changed': '和别人更熟了',
    'invitation-sent': '邀请别人，或被邀请',
    'price-learned': '知道了价格虚高',
    'favour-done': '帮了别人的忙，或得到帮忙',
    'role-given': '担了职',
    'checked-in': '打卡',
    'check-in-stopped': '不再打卡',
    'fee-paid': '付了入群费',
    'member-muted': '开了免打扰',
    'member-woken': '取消了免打扰',
    'member-removed': '因为打广告被请出群',
  },
  times: (count) => (count === 1 ? '1 次' : `${count} 次，第一次在`),
  account: '她的账（所有变动之和）',
  ledgers: { value: '价值', trust: '信任', fatigue: '广告疲劳', label: '觉得是卖货群' },
  stored: '= 最后',
  fading: '淡忘，或被新看到的取代',
  without: {
    stays: (cause) => `如果${cause}，她会留到最后。`,
    leaves: (cause, day) => `如果${cause}，她会在${day}退群。`,
    mutes: (cause, day) => `如果${cause}，她会留到最后，但${day}起免打扰。`,
    sleeps: (cause) => `如果${cause}，她会留到最后，但不再打开。`,
    neverJoins: (cause) => `如果${cause}，群已经满员，她进不来。`,
  },
  fork: {
    title: (day) => `${day}早上改变做法`,
    parent: '原来',
    branch: '改变后',
    same: '什么都没有变。',
    first: (day, fact) => `第一处不同在${day}：${fact}。`,
    counts: ({ vanished, appeared, changed }) =>
      `消失 ${vanished} 件，新出现 ${appeared} 件，数值不同 ${changed} 件。`,
    why: '为什么消失或出现',
    reasons: {
      cause: '它写明的起因变了',
      'own-past': '同一个人之前的事变了',
      group: '她的群里有事变了',
      owner: '群主的事变了',
      edit: '改变本身决定的',
    },
    vanished: '不再',
    appeared: '新',
    because: (fact) => `因为${fact}`,
    becauseEdit: '因为改变本身',
  },
}

/** For readers in Taiwan and Hong Kong; the words are those of the page. */
const zhHant: WhySentences = {
  joined: (who, day) => `${who} ${day}進群`,
  outcome: {
    left: (day) => `，${day}退群`,
    muted: (day) => `，${day}設了靜音`,
    asleep: (day) => `，${day}以後再沒打開過`,
    present: '，現在還在',
  },
  mostly: (cause, share) => `，主要因為${cause}（${share}）`,
  then: (cause, share) => `，還有${cause}（${share}）`,
  readOn: ({ days, of, messages }) => `在群 ${of} 天，打開過 ${days} 天，看了 ${messages} 則訊息。`,
  there: ({ posts, ads }) => `那些天群主發了 ${posts} 則內容、${ads} 則廣告。`,
  acts: {
    'message-posted': '發言',
    'reply-given': '回答別人，或得到回答',
    'message-ignored': '沒有人回答',
    'order-placed': '下單',
    'order-refunded': '退貨',
    'experience-told': '在群裡說使用感受',
    'packet-claimed': '搶到紅包',
    'packet-sent': '發紅包',
    'meeting-attended': '來了線下',
    'tie-changed': '和別人更熟了',
    'invitation-sent': '邀請別人，或被邀請',
    'price-learned': '知道了價格虛高',
    'favour-done': '幫了別人的忙，或得到幫忙',
    'role-given': '擔了職',
    'checked-in': '打卡',
    'check-in-stopped': '不再打卡',
    'fee-paid': '付了入群費',
    'member-muted': '設了靜音',
    'member-woken': '取消了靜音',
    'member-removed': '因為打廣告被請出群',
  },
  times: (count) => (count === 1 ? '1 次' : `${count} 次，第一次在`),
  account: '她的帳（所有變動之和）',
  ledgers: { value: '價值', trust: '信任', fatigue: '廣告疲勞', label: '覺得是賣貨群' },
  stored: '= 最後',
  fading: '淡忘，或被新看到的取代',
  without: {
    stays: (cause) => `如果${cause}，她會留到最後。`,
    leaves: (cause, day) => `如果${cause}，她會在${day}退群。`,
    mutes: (cause, day) => `如果${cause}，她會留到最後，但${day}起靜音。`,
    sleeps: (cause) => `如果${cause}，她會留到最後，但不再打開。`,
    neverJoins: (cause) => `如果${cause}，群已經滿員，她進不來。`,
  },
  fork: {
    title: (day) => `${day}早上改變做法`,
    parent: '原來',
    branch: '改變後',
    same: '什麼都沒有變。',
    first: (day, fact) => `第一處不同在${day}：${fact}。`,
    counts: ({ vanished, appeared, changed }) =>
      `消失 ${vanished} 件，新出現 ${appeared} 件，數值不同 ${changed} 件。`,
    why: '為什麼消失或出現',
    reasons: {
      cause: '它寫明的起因變了',
      'own-past': '同一個人之前的事變了',
      group: '她的群裡有事變了',
      owner: '群主的事變了',
      edit: '改變本身決定的',
    },
    vanished: '不再',
    appeared: '新',
    because: (fact) => `因為${fact}`,
    becauseEdit: '因為改變本身',
  },
}

export const WHY_SENTENCES: Readonly<Record<Locale, WhySentences>> = {
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
}
