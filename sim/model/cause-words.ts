import type { Cause } from './causes.ts'
import type { Locale, LocalText } from './local-text.ts'

/** What a cause is called, in reports and on the page; in a sentence it follows "because of", 因为. */
export const CAUSE_WORDS: Readonly<Record<Cause, LocalText>> = {
  'hard-ads': { 'zh-Hans': '硬广', 'zh-Hant': '硬廣告', en: 'hard ads' },
  'soft-ads': { 'zh-Hans': '软广', 'zh-Hant': '軟廣告', en: 'soft ads' },
  packets: { 'zh-Hans': '红包', 'zh-Hant': '紅包', en: 'red packets' },
  'low-value': { 'zh-Hans': '没什么用', 'zh-Hant': '沒什麼用', en: 'too little of use' },
  chatter: { 'zh-Hans': '闲聊', 'zh-Hant': '閒聊', en: 'chatter' },
  overload: { 'zh-Hans': '消息太多', 'zh-Hant': '訊息太多', en: 'too much to read' },
  'broken-trust': { 'zh-Hans': '信任破裂', 'zh-Hant': '信任破裂', en: 'broken trust' },
  'tie-left': { 'zh-Hans': '朋友走了', 'zh-Hant': '朋友走了', en: 'a friend left' },
  'price-exposed': { 'zh-Hans': '价格被晒', 'zh-Hant': '價格被曬出', en: 'a price was exposed' },
  product: { 'zh-Hans': '产品', 'zh-Hant': '產品', en: 'the product' },
  migration: { 'zh-Hans': '搬家', 'zh-Hant': '搬家', en: 'moving' },
  background: { 'zh-Hans': '没有特别的原因', 'zh-Hant': '沒有特別的原因', en: 'no particular reason' },
  expectation: { 'zh-Hans': '进群时带来的', 'zh-Hant': '進群時帶來的', en: 'brought along at joining' },
  content: { 'zh-Hans': '干货', 'zh-Hant': '乾貨', en: 'useful posts' },
  company: { 'zh-Hans': '陪伴和帮助', 'zh-Hant': '陪伴和幫助', en: 'company and help' },
  answers: { 'zh-Hans': '有人回应', 'zh-Hant': '有人回應', en: 'answers' },
  quarrel: { 'zh-Hans': '争吵', 'zh-Hant': '爭吵', en: 'a quarrel' },
  work: { 'zh-Hans': '劳累', 'zh-Hant': '勞累', en: 'work' },
  margin: { 'zh-Hans': '毛利', 'zh-Hant': '毛利', en: 'margin' },
  thanks: { 'zh-Hans': '感谢', 'zh-Hant': '感謝', en: 'thanks' },
  meeting: { 'zh-Hans': '线下见面', 'zh-Hant': '線下見面', en: 'meeting face to face' },
  identity: { 'zh-Hans': '圈里人的认同', 'zh-Hant': '圈內人的認同', en: 'being one of the circle' },
  moderation: { 'zh-Hans': '没有规矩就踢人', 'zh-Hant': '沒有規矩就踢人', en: 'removal without a rule' },
  tasks: { 'zh-Hans': '强制任务', 'zh-Hant': '強制任務', en: 'forced tasks' },
  favours: { 'zh-Hans': '互相帮忙', 'zh-Hant': '互相幫忙', en: 'favours' },
  'check-ins': { 'zh-Hans': '打卡', 'zh-Hant': '打卡', en: 'checking in' },
}

/**
 * The causes that can be switched off, as the condition of a history without them: what follows "without", 如果.
 * Not every name of a cause can be put there: 如果没有没什么用 is no Chinese.
 */
export const WITHOUT_CAUSE = {
  'hard-ads': { 'zh-Hans': '没有硬广', 'zh-Hant': '沒有硬廣告', en: 'hard ads' },
  'low-value': { 'zh-Hans': '没有人嫌群没用', 'zh-Hant': '沒有人嫌群沒用', en: 'lack of use' },
  chatter: { 'zh-Hans': '没有人嫌闲聊', 'zh-Hant': '沒有人嫌閒聊', en: 'tiring chatter' },
  overload: { 'zh-Hans': '没有人嫌消息太多', 'zh-Hant': '沒有人嫌訊息太多', en: 'overload' },
  'broken-trust': {
    'zh-Hans': '没有人因信任破裂而走',
    'zh-Hant': '沒有人因信任破裂而走',
    en: 'broken trust',
  },
  background: { 'zh-Hans': '没有人无故离开', 'zh-Hant': '沒有人無故離開', en: 'random departures' },
} as const satisfies Partial<Record<Cause, LocalText>>
export type RemovableCause = keyof typeof WITHOUT_CAUSE

/** Texts of one language out of a table of all. */
export function wordsIn<Key extends string>(
  table: Readonly<Record<Key, LocalText>>,
  locale: Locale,
): Readonly<Record<Key, string>> {
  const rows = Object.entries(table) as [Key, LocalText][]
  return Object.fromEntries(rows.map(([key, text]) => [key, text[locale]])) as Record<Key, string>
}
