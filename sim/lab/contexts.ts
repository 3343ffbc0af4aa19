import type { LocalText } from '../model/local-text.ts'
import { PARAMETERS, type ParameterName } from '../model/parameters.ts'
import type { Edit } from '../scenario/edit.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** Other circumstances in which a claim can be tried: the same scenarios, in another town. */
export interface Context {
  /** Name in reports: lower case with hyphens. */
  readonly name: string
  readonly says: LocalText
  /** What is different, before the arms of a claim make their own changes. */
  readonly editsOf: (scenario: Scenario) => readonly Edit[]
}

/** Newcomers that come so many times as fast. */
function paced(factor: number): Context['editsOf'] {
  return ({ arrivals }) =>
    arrivals.map(({ perDay }, n) => ({ path: `arrivals[${n}].perDay`, value: perDay * factor }))
}

/** A number of the model at an end of its plausible range. */
function atEnd(end: 'low' | 'high', ...names: readonly ParameterName[]): Context['editsOf'] {
  return () =>
    names.map((name) => ({ path: `model.${name}`, value: PARAMETERS[name].plausible[end === 'low' ? 0 : 1] }))
}

/**
 * The contexts in which the direction of a claim is tried: who comes and how fast, what they have time for, what they can
 * take, how often they buy, and what things cost. Chosen before anything was judged in them.
 */
export const CONTEXTS: readonly Context[] = [
  {
    name: 'slow-growth',
    says: { 'zh-Hans': '新人来得慢一半', 'zh-Hant': '新人來得慢一半', en: 'newcomers come half as fast' },
    editsOf: paced(0.5),
  },
  {
    name: 'fast-growth',
    says: { 'zh-Hans': '新人来得快一倍', 'zh-Hant': '新人來得快一倍', en: 'newcomers come twice as fast' },
    editsOf: paced(2),
  },
  {
    name: 'strangers',
    says: { 'zh-Hans': '新人都是陌生人', 'zh-Hant': '新人都是陌生人', en: 'all newcomers are strangers' },
    editsOf: ({ arrivals }) =>
      arrivals.map((_, n) => ({ path: `arrivals[${n}].source`, value: 'strangers' })),
  },
  {
    name: 'busy-people',
    says: { 'zh-Hans': '大家都很忙', 'zh-Hant': '大家都很忙', en: 'people have less time to read' },
    editsOf: atEnd('low', 'attentionMedian'),
  },
  {
    name: 'idle-people',
    says: { 'zh-Hans': '大家都有空', 'zh-Hant': '大家都有空', en: 'people have more time to read' },
    editsOf: atEnd('high', 'attentionMedian'),
  },
  {
    name: 'patient-people',
    says: { 'zh-Hans': '大家更能忍', 'zh-Hant': '大家更能忍', en: 'people can take more' },
    editsOf: atEnd('low', 'hardAdCost', 'muteFatigue', 'muteLowValue', 'muteOverload'),
  },
  {
    name: 'touchy-people',
    says: { 'zh-Hans': '大家更挑剔', 'zh-Hant': '大家更挑剔', en: 'people can take less' },
    editsOf: atEnd('high', 'hardAdCost', 'muteFatigue', 'muteLowValue', 'muteOverload'),
  },
  {
    name: 'lively-people',
    says: { 'zh-Hans': '大家爱说话', 'zh-Hant': '大家愛說話', en: 'people write more' },
    editsOf: atEnd('high', 'postingScale'),
  },
  {
    name: 'seldom-buyers',
    says: { 'zh-Hans': '需要的时候少', 'zh-Hant': '需要的時候少', en: 'people seldom need the goods' },
    editsOf: atEnd('low', 'inMarketShare'),
  },
  {
    name: 'dear-goods',
    says: { 'zh-Hans': '货贵一倍', 'zh-Hant': '貨貴一倍', en: 'goods are twice as dear' },
    editsOf: ({ offer }) =>
      offer.flatMap(({ price, unitCost }, n) => [
        { path: `offer[${n}].price`, value: 2 * price },
        { path: `offer[${n}].unitCost`, value: 2 * unitCost },
      ]),
  },
]
