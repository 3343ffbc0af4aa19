import type { LocalText } from '../model/local-text.ts'
import type { MetricName } from './metric.ts'

/** What a metric is called, and its definition in one clause (contracts §4). */
export interface MetricWords {
  readonly name: LocalText
  readonly says: LocalText
}

/** Kept apart from the formulas (metrics.ts), because those who only reckon do not need them. */
export const METRIC_WORDS: Readonly<Record<MetricName, MetricWords>> = {
  members: {
    name: { 'zh-Hans': '在群', 'zh-Hant': '在群', en: 'members' },
    says: {
      'zh-Hans': '这一天还在群里的人，群主和他的人不算',
      'zh-Hant': '這一天還在群裡的人，群主和他的人不算',
      en: 'members present',
    },
  },
  joined: {
    name: { 'zh-Hans': '进过群', 'zh-Hant': '進過群', en: 'ever joined' },
    says: {
      'zh-Hans': '从开群到这一天，进来过的人',
      'zh-Hant': '從開群到這一天，進來過的人',
      en: 'members ever',
    },
  },
  left: {
    name: { 'zh-Hans': '自己退群', 'zh-Hant': '自己退群', en: 'left' },
    says: {
      'zh-Hans': '自己退出去的人，被移出的不算',
      'zh-Hant': '自己退出去的人，被移出的不算',
      en: 'left of their own will',
    },
  },
  removed: {
    name: { 'zh-Hans': '被移出', 'zh-Hant': '被移出', en: 'removed' },
    says: { 'zh-Hans': '被管理员移出的人', 'zh-Hant': '被管理員移出的人', en: 'removed by a moderator' },
  },
  readers: {
    name: { 'zh-Hans': '7 天内看过群', 'zh-Hant': '7 天內看過群', en: 'read in 7 days' },
    says: {
      'zh-Hans': '最近 7 天打开过群的人',
      'zh-Hant': '最近 7 天打開過群的人',
      en: 'opened in the last 7 days',
    },
  },
  readRate: {
    name: { 'zh-Hans': '阅读率', 'zh-Hant': '閱讀率', en: 'reading rate' },
    says: {
      'zh-Hans': '7 天内看过群的人 ÷ 在群的人',
      'zh-Hant': '7 天內看過群的人 ÷ 在群的人',
      en: 'readers ÷ members',
    },
  },
  muted: {
    name: { 'zh-Hans': '免打扰', 'zh-Hant': '免打擾', en: 'muted' },
    says: {
      'zh-Hans': '在群，但是关了消息提醒的人',
      'zh-Hant': '在群，但是關了訊息提醒的人',
      en: 'present with notifications off',
    },
  },
  zombies: {
    name: { 'zh-Hans': '僵尸', 'zh-Hant': '僵屍', en: 'zombies' },
    says: {
      'zh-Hans': '在群，但是 30 天没有打开过群的人',
      'zh-Hant': '在群，但是 30 天沒有打開過群的人',
      en: 'present, not opened for 30 days',
    },
  },
  buyers: {
    name: { 'zh-Hans': '客户', 'zh-Hant': '客戶', en: 'buyers' },
    says: {
      'zh-Hans': '下过单、没有退掉的人',
      'zh-Hant': '下過單、沒有退掉的人',
      en: 'with an order that was not refunded',
    },
  },
  fans: {
    name: { 'zh-Hans': '铁粉', 'zh-Hant': '鐵粉', en: 'fans' },
    says: {
      'zh-Hans': '信任 ≥ 0.7、归属 ≥ 0.6，而且买过两次或者请进来两个人',
      'zh-Hant': '信任 ≥ 0.7、歸屬 ≥ 0.6，而且買過兩次或者請進來兩個人',
      en: 'T ≥ 0.7, B ≥ 0.6 and two orders or two accepted invitations',
    },
  },
  muteRate: {
    name: { 'zh-Hans': '免打扰率', 'zh-Hant': '免打擾率', en: 'mute rate' },
    says: {
      'zh-Hans': '免打扰的人 ÷ 进过群的人',
      'zh-Hant': '免打擾的人 ÷ 進過群的人',
      en: 'muted ÷ joined',
    },
  },
  zombieRate: {
    name: { 'zh-Hans': '僵尸率', 'zh-Hant': '僵屍率', en: 'zombie rate' },
    says: { 'zh-Hans': '僵尸 ÷ 进过群的人', 'zh-Hant': '僵屍 ÷ 進過群的人', en: 'zombies ÷ joined' },
  },
  leaveRate: {
    name: { 'zh-Hans': '退群率', 'zh-Hant': '退群率', en: 'leave rate' },
    says: {
      'zh-Hans': '自己退群的人 ÷ 进过群的人',
      'zh-Hant': '自己退群的人 ÷ 進過群的人',
      en: 'left ÷ joined',
    },
  },
  conversionRate: {
    name: { 'zh-Hans': '转化率', 'zh-Hant': '轉化率', en: 'conversion rate' },
    says: { 'zh-Hans': '客户 ÷ 进过群的人', 'zh-Hant': '客戶 ÷ 進過群的人', en: 'buyers ÷ joined' },
  },
  repurchaseRate: {
    name: { 'zh-Hans': '复购率', 'zh-Hant': '複購率', en: 'repurchase rate' },
    says: {
      'zh-Hans': '买过两次以上的客户 ÷ 客户',
      'zh-Hant': '買過兩次以上的客戶 ÷ 客戶',
      en: 'buyers with two orders or more ÷ buyers',
    },
  },
  weeklySpeakingRate: {
    name: { 'zh-Hans': '一周发言率', 'zh-Hant': '一週發言率', en: 'weekly speaking rate' },
    says: {
      'zh-Hans': '7 天内说过话的人 ÷ 在群的人',
      'zh-Hant': '7 天內說過話的人 ÷ 在群的人',
      en: 'posters of the last 7 days ÷ members',
    },
  },
  onTopicShare: {
    name: { 'zh-Hans': '说正题的占比', 'zh-Hant': '說正題的占比', en: 'share on topic' },
    says: {
      'zh-Hans': '说正题的消息 ÷ 全部消息，最近 7 天',
      'zh-Hant': '說正題的訊息 ÷ 全部訊息，最近 7 天',
      en: 'messages on topic ÷ all messages, last 7 days',
    },
  },
  selfRunShare: {
    name: { 'zh-Hans': '自己转起来的占比', 'zh-Hant': '自己轉起來的占比', en: 'self-run share' },
    says: {
      'zh-Hans': '没有职务的成员发的消息 ÷ 全部消息，最近 7 天',
      'zh-Hant': '沒有職務的成員發的訊息 ÷ 全部訊息，最近 7 天',
      en: 'messages of members without a role ÷ all messages, last 7 days',
    },
  },
  messagesPerDay: {
    name: { 'zh-Hans': '每天消息', 'zh-Hant': '每天訊息', en: 'messages a day' },
    says: {
      'zh-Hans': '最近 7 天平均每天的消息条数',
      'zh-Hant': '最近 7 天平均每天的訊息則數',
      en: 'all messages a day, last 7 days',
    },
  },
  adShare: {
    name: { 'zh-Hans': '广告占比', 'zh-Hant': '廣告占比', en: 'share of ads' },
    says: {
      'zh-Hans': '广告 ÷ 全部消息，最近 7 天',
      'zh-Hant': '廣告 ÷ 全部訊息，最近 7 天',
      en: 'ads ÷ all messages, last 7 days',
    },
  },
  meanTrust: {
    name: { 'zh-Hans': '信任', 'zh-Hant': '信任', en: 'trust' },
    says: {
      'zh-Hans': '在群的人对群主的信任，平均，0 到 1',
      'zh-Hant': '在群的人對群主的信任，平均，0 到 1',
      en: 'mean trust of members present',
    },
  },
  meanBelonging: {
    name: { 'zh-Hans': '归属感', 'zh-Hant': '歸屬感', en: 'belonging' },
    says: {
      'zh-Hans': '在群的人的归属感，平均，0 到 1',
      'zh-Hant': '在群的人的歸屬感，平均，0 到 1',
      en: 'mean belonging of members present',
    },
  },
  meanValue: {
    name: { 'zh-Hans': '觉得有用', 'zh-Hant': '覺得有用', en: 'finds it useful' },
    says: {
      'zh-Hans': '在群的人预期这个群有多大用，平均，0 到 1',
      'zh-Hant': '在群的人預期這個群有多大用，平均，0 到 1',
      en: 'mean expected value of members present',
    },
  },
  meanFatigue: {
    name: { 'zh-Hans': '广告疲劳', 'zh-Hant': '廣告疲勞', en: 'ad fatigue' },
    says: {
      'zh-Hans': '在群的人对广告的疲劳，平均，0 到 1',
      'zh-Hant': '在群的人對廣告的疲勞，平均，0 到 1',
      en: 'mean ad fatigue of members present',
    },
  },
  tiesPerMember: {
    name: { 'zh-Hans': '每人熟人', 'zh-Hant': '每人熟人', en: 'ties a member' },
    says: {
      'zh-Hans': '每个在群的人有几位强度 ≥ 0.1 的熟人也在群',
      'zh-Hant': '每個在群的人有幾位強度 ≥ 0.1 的熟人也在群',
      en: 'ties of at least 0.1 to others present, a member',
    },
  },
  revenue: {
    name: { 'zh-Hans': '营收', 'zh-Hant': '營收', en: 'revenue' },
    says: {
      'zh-Hans': '订单减退款，加入群费，累计',
      'zh-Hant': '訂單減退款，加入群費，累計',
      en: 'orders net of refunds, and fees for joining, cumulative',
    },
  },
  ownerNet: {
    name: { 'zh-Hans': '群主现金', 'zh-Hant': '群主現金', en: 'owner’s cash' },
    says: {
      'zh-Hans': '营收 − 货款 − 内容 − 红包 − 活动 − 奖励，累计；群主的时间不算钱',
      'zh-Hant': '營收 − 貨款 − 內容 − 紅包 − 活動 − 獎勵，累計；群主的時間不算錢',
      en: 'revenue − goods, content, packets, events, rewards',
    },
  },
  ownerHours: {
    name: { 'zh-Hans': '群主工时', 'zh-Hant': '群主工時', en: 'owner’s hours' },
    says: {
      'zh-Hans': '群主花掉的小时，累计',
      'zh-Hant': '群主花掉的小時，累計',
      en: 'hours worked, cumulative',
    },
  },
  ownerEnergy: {
    name: { 'zh-Hans': '群主精力', 'zh-Hant': '群主精力', en: 'owner’s energy' },
    says: {
      'zh-Hans': '群主还剩多少精力，0 到 1',
      'zh-Hant': '群主還剩多少精力，0 到 1',
      en: 'energy of the owner',
    },
  },
  averageOrderValue: {
    name: { 'zh-Hans': '客单价', 'zh-Hant': '客單價', en: 'average order value' },
    says: {
      'zh-Hans': '不含入群费的营收 ÷ 没有退的订单',
      'zh-Hant': '不含入群費的營收 ÷ 沒有退的訂單',
      en: 'revenue without fees ÷ orders that were not refunded',
    },
  },
  invitationsPerMember: {
    name: { 'zh-Hans': '每人邀请', 'zh-Hant': '每人邀請', en: 'invitations a member' },
    says: {
      'zh-Hans': '发出的邀请 ÷ 进过群的人',
      'zh-Hant': '發出的邀請 ÷ 進過群的人',
      en: 'invitations sent ÷ joined',
    },
  },
  acceptedPerMemberMonth: {
    name: { 'zh-Hans': '裂变系数', 'zh-Hant': '裂變係數', en: 'viral coefficient' },
    says: {
      'zh-Hans': '被接受的邀请 ÷ 成员在群的月数（30 天一个月）',
      'zh-Hant': '被接受的邀請 ÷ 成員在群的月數（30 天一個月）',
      en: 'invitations accepted ÷ months (30 days) that members spent in the group',
    },
  },
  memberShare: {
    name: { 'zh-Hans': '成员发言占比', 'zh-Hant': '成員發言占比', en: 'members’ share' },
    says: {
      'zh-Hans': '成员发的消息（有没有职务都算）÷ 全部消息，最近 7 天',
      'zh-Hant': '成員發的訊息（有沒有職務都算）÷ 全部訊息，最近 7 天',
      en: 'messages of members, with a role or without ÷ all messages, last 7 days',
    },
  },
  needsMet: {
    name: { 'zh-Hans': '满足的需求', 'zh-Hant': '滿足的需求', en: 'needs met' },
    says: {
      'zh-Hans': '六种需求里满足了几种，在群的人的平均',
      'zh-Hant': '六種需求裡滿足了幾種，在群的人的平均',
      en: 'how many of the six needs are met, mean of members present',
    },
  },
  memberTrust: {
    name: { 'zh-Hans': '成员互信', 'zh-Hant': '成員互信', en: 'trust in members' },
    says: {
      'zh-Hans': '在群的人对其他成员的信任，平均，0 到 1',
      'zh-Hant': '在群的人對其他成員的信任，平均，0 到 1',
      en: 'mean trust of members present in the other members',
    },
  },
  productTrust: {
    name: { 'zh-Hans': '对产品的信任', 'zh-Hant': '對產品的信任', en: 'trust in the product' },
    says: {
      'zh-Hans': '在群的人对产品的信任，平均，0 到 1',
      'zh-Hant': '在群的人對產品的信任，平均，0 到 1',
      en: 'mean trust of members present in the product',
    },
  },
  buyersTrust: {
    name: { 'zh-Hans': '客户的信任', 'zh-Hant': '客戶的信任', en: 'buyers’ trust' },
    says: {
      'zh-Hans': '在群的客户对群主的信任，平均，0 到 1',
      'zh-Hant': '在群的客戶對群主的信任，平均，0 到 1',
      en: 'mean trust of buyers present in the owner',
    },
  },
  checkInRate: {
    name: { 'zh-Hans': '打卡坚持率', 'zh-Hant': '打卡堅持率', en: 'check-in rate' },
    says: {
      'zh-Hans': '坚持打卡 30 天的人 ÷ 至少 30 天前开始打卡的人',
      'zh-Hant': '堅持打卡 30 天的人 ÷ 至少 30 天前開始打卡的人',
      en: 'kept checking in for 30 days ÷ began to at least 30 days ago',
    },
  },
  helpers: {
    name: { 'zh-Hans': '有职务的成员', 'zh-Hant': '有職務的成員', en: 'helpers' },
    says: {
      'zh-Hans': '在群里担任职务的成员',
      'zh-Hant': '在群裡擔任職務的成員',
      en: 'present with a role in running the group',
    },
  },
  crossBuyingRate: {
    name: { 'zh-Hans': '跨品复购', 'zh-Hant': '跨品複購', en: 'cross-buying rate' },
    says: {
      'zh-Hans': '留下两种以上商品的人 ÷ 进过群的人',
      'zh-Hant': '留下兩種以上商品的人 ÷ 進過群的人',
      en: 'ordered and kept two different goods or more ÷ joined',
    },
  },
}
