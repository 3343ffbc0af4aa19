import type { Locale } from '../../sim/index.ts'

const zhHans = {
  trust: {
    trust: '信任',
    value: '兴趣',
    which: '看哪一个',
    median: '中位',
    trend: ({
      when,
      score,
      median,
      low,
      high,
    }: {
      when: string
      score: string
      median: string
      low: string
      high: string
    }) => `${when}，在群的人${score}中位 ${median}，十个里有八个在 ${low} 到 ${high}。`,
  },
  fatigue: {
    median: '中位',
    dose: '每天广告',
    doubling: ({ level }: { level: string }) => `${level} 免打扰风险翻倍`,
    trend: ({
      when,
      median,
      low,
      high,
      ads,
      level,
    }: {
      when: string
      median: string
      low: string
      high: string
      ads: string
      level: string
    }) =>
      `${when}，在群的人广告疲劳中位 ${median}，十个里有八个在 ${low} 到 ${high}；当天广告 ${ads} 条。到 ${level}，免打扰的风险翻倍。`,
  },
  income: {
    bars: '每天收入',
    cash: '群主现金，累计',
    trend: ({ when, today, cash }: { when: string; today: string; cash: string }) =>
      `${when}，当天收入 ${today}，群主现金 ${cash}。`,
  },
  survival: {
    still: '还在群',
    atRisk: '人数',
    daysSince: '进群后天数',
    median: ({ days }: { days: string }) => `一半人留不过 ${days} 天`,
    noMedian: '一半以上还在',
    trend: ({
      when,
      members,
      month,
      median,
    }: {
      when: string
      members: string
      month: string
      median: string
    }) => `到${when}，进过群 ${members} 人，进群 30 天后还在的占 ${month}，${median}。`,
  },
  causes: {
    cause: '原因',
    which: '怎么算',
    blame: '分摊',
    avoidable: '可避免',
    all: '走了的人',
    left: '走的人数',
    people: ({ count }: { count: string }) => `${count} 人`,
    rest: ({ count }: { count: string }) => `其余 ${count} 项`,
    nobody: '这次推演里没有人自己退群。',
    blameNote: '每个人按当天的风险分摊到各个原因，加起来就是走了的人数。',
    bar: ({ cause, count, share }: { cause: string; count: string; share: string }) =>
      `${cause}：相当于 ${count} 人，占 ${share}`,
    trendNobody: ({ when }: { when: string }) => `到${when}，还没有人自己退群。`,
    trend: ({ when, count, cause, share }: { when: string; count: string; cause: string; share: string }) =>
      `到${when}，自己退群 ${count} 人，最大的原因是${cause}，占 ${share}。`,
    ask: '逐个去掉原因，各重跑 20 次',
    askNote: '去掉一个原因，能少走多少人？要重跑才知道，需要一点时间。',
    asking: '正在重跑',
    avoidedHead: '少走的人',
    avoided: ({ cause, mean, low, high }: { cause: string; mean: string; low: string; high: string }) =>
      `去掉${cause}：平均少走 ${mean} 人，20 次里最少 ${low}，最多 ${high}`,
    range: ({ mean, low, high }: { mean: string; low: string; high: string }) =>
      `${mean}（${low} 到 ${high}）`,
    avoidableNote:
      '条是 20 次的平均，横线是最少到最多。各项加起来不必等于走了的人数：这个原因没了，人还会因为别的走。',
    failed: ({ failure }: { failure: string }) => `没有跑成：${failure}`,
  },
}

export type ChartTexts = typeof zhHans

const zhHant: ChartTexts = {
  trust: {
    trust: '信任',
    value: '興趣',
    which: '看哪一個',
    median: '中位',
    trend: ({ when, score, median, low, high }) =>
      `${when}，在群的人${score}中位 ${median}，十個裡有八個在 ${low} 到 ${high}。`,
  },
  fatigue: {
    median: '中位',
    dose: '每天廣告',
    doubling: ({ level }) => `${level} 靜音風險加倍`,
    trend: ({ when, median, low, high, ads, level }) =>
      `${when}，在群的人廣告疲勞中位 ${median}，十個裡有八個在 ${low} 到 ${high}；當天廣告 ${ads} 則。到 ${level}，靜音的風險加倍。`,
  },
  income: {
    bars: '每天收入',
    cash: '群主現金，累計',
    trend: ({ when, today, cash }) => `${when}，當天收入 ${today}，群主現金 ${cash}。`,
  },
  survival: {
    still: '還在群',
    atRisk: '人數',
    daysSince: '進群後天數',
    median: ({ days }) => `一半的人待不過 ${days} 天`,
    noMedian: '一半以上還在',
    trend: ({ when, members, month, median }) =>
      `到${when}，進過群 ${members} 人，進群 30 天後還在的占 ${month}，${median}。`,
  },
  causes: {
    cause: '原因',
    which: '怎麼算',
    blame: '分攤',
    avoidable: '可避免',
    all: '走了的人',
    left: '走的人數',
    people: ({ count }) => `${count} 人`,
    rest: ({ count }) => `其餘 ${count} 項`,
    nobody: '這次推演裡沒有人自己退群。',
    blameNote: '每個人按當天的風險分攤到各個原因，加起來就是走了的人數。',
    bar: ({ cause, count, share }) => `${cause}：相當於 ${count} 人，占 ${share}`,
    trendNobody: ({ when }) => `到${when}，還沒有人自己退群。`,
    trend: ({ when, count, cause, share }) =>
      `到${when}，自己退群 ${count} 人，最大的原因是${cause}，占 ${share}。`,
    ask: '逐一拿掉原因，各重跑 20 次',
    askNote: '拿掉一個原因，能少走多少人？要重跑才知道，需要一點時間。',
    asking: '正在重跑',
    avoidedHead: '少走的人',
    avoided: ({ cause, mean, low, high }) =>
      `拿掉${cause}：平均少走 ${mean} 人，20 次裡最少 ${low}，最多 ${high}`,
    range: ({ mean, low, high }) => `${mean}（${low} 到 ${high}）`,
    avoidableNote:
      '長條是 20 次的平均，橫線是最少到最多。各項加起來不必等於走了的人數：這個原因沒了，人還會因為別的走。',
    failed: ({ failure }) => `沒有跑成：${failure}`,
  },
}

const en: ChartTexts = {
  trust: {
    trust: 'Trust',
    value: 'Interest',
    which: 'Which one',
    median: 'median',
    trend: ({ when, score, median, low, high }) =>
      `${when}: of the members present, median ${score.toLowerCase()} ${median}; eight in ten lie between ${low} and ${high}.`,
  },
  fatigue: {
    median: 'median',
    dose: 'ads a day',
    doubling: ({ level }) => `${level}: risk of muting doubles`,
    trend: ({ when, median, low, high, ads, level }) =>
      `${when}: of the members present, median ad fatigue ${median}; eight in ten lie between ${low} and ${high}. Ads that day: ${ads}. At ${level} the risk of muting has doubled.`,
  },
  income: {
    bars: 'revenue a day',
    cash: 'owner’s cash',
    trend: ({ when, today, cash }) => `${when}: revenue that day ${today}, owner’s cash ${cash}.`,
  },
  survival: {
    still: 'still there',
    atRisk: 'people',
    daysSince: 'Days since joining',
    median: ({ days }) => `half are gone by ${days} d`,
    noMedian: 'more than half stay',
    trend: ({ when, members, month, median }) =>
      `By ${when}: ${members} had joined, ${month} are still there 30 days after joining; ${median}.`,
  },
  causes: {
    cause: 'Cause',
    which: 'How to count',
    blame: 'Blame',
    avoidable: 'Avoidable',
    all: 'Who left',
    left: 'people who left',
    people: ({ count }) => count,
    rest: ({ count }) => `${count} others`,
    nobody: 'In this run nobody left of her own will.',
    blameNote:
      'Each departure is shared among causes as the risk of that day was; the bars add up to all who left.',
    bar: ({ cause, count, share }) => `${cause}: as many as ${count} people, ${share}`,
    trendNobody: ({ when }) => `By ${when}, nobody has left of her own will.`,
    trend: ({ when, count, cause, share }) =>
      `By ${when}, ${count} had left of their own will, most because of ${cause}, ${share}.`,
    ask: 'Take each cause away, 20 reruns each',
    askNote: 'How many fewer would leave without a cause? Only reruns can tell; they take a moment.',
    asking: 'Running again',
    avoidedHead: 'Fewer leave',
    avoided: ({ cause, mean, low, high }) =>
      `without ${cause}: ${mean} fewer leave on average; over 20 runs from ${low} to ${high}`,
    range: ({ mean, low, high }) => `${mean} (${low} to ${high})`,
    avoidableNote:
      'Bars are means of 20 runs, lines go from the least to the most. They need not add up to all who left: without one cause, people may leave for another.',
    failed: ({ failure }) => `It did not run: ${failure}`,
  },
}

/** Texts of the charts that are loaded when first shown; 简体中文 is the source. */
export const CHART_TEXTS: Readonly<Record<Locale, ChartTexts>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }
