import type { Locale } from '../../sim/index.ts'

export interface DefinitionTexts {
  readonly title: (name: string) => string
  readonly formula: string
  readonly unit: string
  readonly now: string
  readonly units: Readonly<
    Record<'people' | 'share' | 'score' | 'CNY' | 'hours' | 'messages/day' | 'count', string>
  >
  readonly oneRun: (run: { seed: string; engine: string }) => string
  readonly luck: string
  readonly assumptions: (of: { all: string; assumed: string }) => string
  readonly setHere: string
  readonly none: string
  readonly parameter: string
  readonly value: string
  readonly plausible: string
  readonly source: string
  readonly all: (count: string) => string
  readonly assumption: string
  readonly model: string
  readonly hidden: string
}

export const DEFINITION_TEXTS: Readonly<Record<Locale, DefinitionTexts>> = {
  'zh-Hans': {
    title: (name) => `「${name}」是什么`,
    formula: '怎么算',
    unit: '单位',
    now: '这一天',
    units: {
      people: '人',
      share: '占比，0 到 100%',
      score: '分数，0 到 1',
      CNY: '元',
      hours: '小时',
      'messages/day': '条/天',
      count: '个',
    },
    oneRun: ({ seed, engine }) => `这是一次推演的数：种子 ${seed}，引擎 ${engine}。`,
    luck: '换一个种子，人和运气都不同。要看做法好坏，看「重来 20 次」。',
    assumptions: ({ all, assumed }) =>
      `模型有 ${all} 个参数：${assumed} 个没有出处，纯属假设；其余各有出处，但多半没有用真实群的数据量过。`,
    setHere: '这个剧本另外设定的参数',
    none: '没有：全部用默认值。',
    parameter: '参数',
    value: '这里用',
    plausible: '合理范围',
    source: '来源',
    all: (count) => `全部 ${count} 个参数`,
    assumption: '假设',
    model: '这是模型，不是预测。',
    hidden: '群主看不见这个数。',
  },
  'zh-Hant': {
    title: (name) => `「${name}」是什麼`,
    formula: '怎麼算',
    unit: '單位',
    now: '這一天',
    units: {
      people: '人',
      share: '占比，0 到 100%',
      score: '分數，0 到 1',
      CNY: '元',
      hours: '小時',
      'messages/day': '則/天',
      count: '個',
    },
    oneRun: ({ seed, engine }) => `這是一次推演的數字：種子 ${seed}，引擎 ${engine}。`,
    luck: '換一個種子，人和運氣都不同。要看做法好壞，看「重來 20 次」。',
    assumptions: ({ all, assumed }) =>
      `模型有 ${all} 個參數：${assumed} 個沒有出處，純屬假設；其餘各有出處，但多半沒有用真實群的資料量過。`,
    setHere: '這個劇本另外設定的參數',
    none: '沒有：全部用預設值。',
    parameter: '參數',
    value: '這裡用',
    plausible: '合理範圍',
    source: '來源',
    all: (count) => `全部 ${count} 個參數`,
    assumption: '假設',
    model: '這是模型，不是預測。',
    hidden: '群主看不見這個數字。',
  },
  en: {
    title: (name) => `What “${name}” is`,
    formula: 'Formula',
    unit: 'Unit',
    now: 'On this day',
    units: {
      people: 'people',
      share: 'share, 0 to 100%',
      score: 'score, 0 to 1',
      CNY: 'CNY',
      hours: 'hours',
      'messages/day': 'messages a day',
      count: 'count',
    },
    oneRun: ({ seed, engine }) => `A number of one run: seed ${seed}, engine ${engine}.`,
    luck: 'Another seed has other people and other luck. To judge a plan, look at “20 reruns”.',
    assumptions: ({ all, assumed }) =>
      `The model has ${all} parameters: ${assumed} have no source and are mere assumptions; the others have one, but most were never measured in real groups.`,
    setHere: 'Parameters that this scenario sets',
    none: 'None: all have their defaults.',
    parameter: 'Parameter',
    value: 'Here',
    plausible: 'Plausible range',
    source: 'Source',
    all: (count) => `All ${count} parameters`,
    assumption: 'assumption',
    model: 'A model, not a forecast.',
    hidden: 'The owner cannot see this number.',
  },
}
