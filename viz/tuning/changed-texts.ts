import type { Locale, WhatChanged } from '../../sim/index.ts'

type Outcome = WhatChanged['fates'][number]['parent']['outcome']
type Count = (of: { count: string; causes: string }) => string

export interface ChangedTexts {
  readonly title: string
  readonly nothing: string
  readonly atEnd: string
  readonly gap: string
  readonly stayed: Count
  readonly left: Count
  readonly people: string
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly fate: (of: { from: string; to: string }) => string
  readonly facts: (of: { day: string; kind: string; vanished: string; appeared: string }) => string
  readonly once: string
  readonly asking: string
  readonly failed: string
}

export const CHANGED_TEXTS: Readonly<Record<Locale, ChangedTexts>> = {
  'zh-Hans': {
    title: '因为这样改，变了什么',
    nothing: '到最后一天，什么都没有变。',
    atEnd: '最后一天',
    gap: '差',
    stayed: ({ count, causes }) => `${count} 个原来会退群的人留到了最后（原来主要因为：${causes}）。`,
    left: ({ count, causes }) => `${count} 个原来会留下的人退了群（主要因为：${causes}）。`,
    people: '命运不同的人',
    outcomes: { left: '退群', muted: '免打扰', asleep: '睡着', present: '还在', 'never-joined': '没进来' },
    fate: ({ from, to }) => `${from} → ${to}`,
    facts: ({ day, kind, vanished, appeared }) =>
      `第 ${day} 天开始不同，最先变的是：${kind}。后来 ${vanished} 条事件没有发生，多出来 ${appeared} 条。`,
    once: '同样的人、同样的运气，只有这处改动不同。一次不算概率。',
    asking: '正在比较两段经过…',
    failed: '比较没有做完：',
  },
  'zh-Hant': {
    title: '因為這樣改，變了什麼',
    nothing: '到最後一天，什麼都沒有變。',
    atEnd: '最後一天',
    gap: '差',
    stayed: ({ count, causes }) => `${count} 個原本會退群的人留到了最後（原本主要因為：${causes}）。`,
    left: ({ count, causes }) => `${count} 個原本會留下的人退了群（主要因為：${causes}）。`,
    people: '命運不同的人',
    outcomes: { left: '退群', muted: '靜音', asleep: '睡著', present: '還在', 'never-joined': '沒進來' },
    fate: ({ from, to }) => `${from} → ${to}`,
    facts: ({ day, kind, vanished, appeared }) =>
      `第 ${day} 天開始不同，最先變的是：${kind}。後來 ${vanished} 筆事件沒有發生，多出來 ${appeared} 筆。`,
    once: '同樣的人、同樣的運氣，只有這處改動不同。一次不算機率。',
    asking: '正在比較兩段經過…',
    failed: '比較沒有做完：',
  },
  en: {
    title: 'What changed because of it',
    nothing: 'Nothing changed, to the last day.',
    atEnd: 'On the last day',
    gap: 'Gap',
    stayed: ({ count, causes }) =>
      `${count} who would have left stayed to the end (they had left mostly because of: ${causes}).`,
    left: ({ count, causes }) => `${count} who would have stayed left (mostly because of: ${causes}).`,
    people: 'People whose fate is another',
    outcomes: {
      left: 'left',
      muted: 'muted',
      asleep: 'asleep',
      present: 'present',
      'never-joined': 'never joined',
    },
    fate: ({ from, to }) => `${from} → ${to}`,
    facts: ({ day, kind, vanished, appeared }) =>
      `They differ from day ${day} on; the first to change was: ${kind}. ${vanished} events did not happen, ${appeared} others did.`,
    once: 'The same people and the same luck; only this change differs. Once is no probability.',
    asking: 'Comparing the two histories…',
    failed: 'The comparison failed:',
  },
}
