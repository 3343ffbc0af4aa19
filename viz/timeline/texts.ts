import type { Locale } from '../../sim/index.ts'
import type { RasterKind } from './bins.ts'

/** What is said by the parts of the timeline that are loaded when first asked for. */
export interface TimelineTexts {
  readonly members: (values: { readonly count: string }) => string
  readonly readers: (values: { readonly count: string }) => string
  readonly left: (values: { readonly count: string }) => string
  readonly nothing: string
  readonly toCome: string
  readonly activity: Readonly<Record<RasterKind, (values: { readonly count: string }) => string>>
  readonly goToDay: string
  readonly go: string
  readonly whichDay: (values: { readonly days: string }) => string
}

export const TIMELINE_TEXTS: Readonly<Record<Locale, TimelineTexts>> = {
  'zh-Hans': {
    members: ({ count }) => `在群 ${count}`,
    readers: ({ count }) => `7 天内看过群 ${count}`,
    left: ({ count }) => `退群 ${count} 人`,
    nothing: '这天没有什么特别的。',
    toCome: '还没演到这里。',
    activity: {
      useful: ({ count }) => `干货 ${count} 条`,
      ads: ({ count }) => `广告 ${count} 条`,
      chatter: ({ count }) => `闲聊 ${count} 条`,
      packets: ({ count }) => `红包 ${count} 个`,
      meetings: ({ count }) => `线下活动 ${count} 场`,
    },
    goToDay: '去第几天',
    go: '去',
    whichDay: ({ days }) => `第几天（0 到 ${days}，0 是开群当天）`,
  },
  'zh-Hant': {
    members: ({ count }) => `在群 ${count}`,
    readers: ({ count }) => `7 天內看過群 ${count}`,
    left: ({ count }) => `退群 ${count} 人`,
    nothing: '這天沒有什麼特別的。',
    toCome: '還沒演到這裡。',
    activity: {
      useful: ({ count }) => `乾貨 ${count} 則`,
      ads: ({ count }) => `廣告 ${count} 則`,
      chatter: ({ count }) => `閒聊 ${count} 則`,
      packets: ({ count }) => `紅包 ${count} 個`,
      meetings: ({ count }) => `線下活動 ${count} 場`,
    },
    goToDay: '到第幾天',
    go: '前往',
    whichDay: ({ days }) => `第幾天（0 到 ${days}，0 是開群當天）`,
  },
  en: {
    members: ({ count }) => `${count} ${count === '1' ? 'member' : 'members'}`,
    readers: ({ count }) => `${count} read in 7 days`,
    left: ({ count }) => `${count} left`,
    nothing: 'Nothing out of the ordinary.',
    toCome: 'Not played yet.',
    activity: {
      useful: ({ count }) => `${count} useful ${count === '1' ? 'post' : 'posts'}`,
      ads: ({ count }) => `${count} ${count === '1' ? 'ad' : 'ads'}`,
      chatter: ({ count }) => `${count} chatter`,
      packets: ({ count }) => `${count} red ${count === '1' ? 'packet' : 'packets'}`,
      meetings: ({ count }) => `${count} ${count === '1' ? 'meeting' : 'meetings'}`,
    },
    goToDay: 'Go to a day',
    go: 'Go',
    whichDay: ({ days }) => `Day (0 to ${days}; 0 is the opening day)`,
  },
}
