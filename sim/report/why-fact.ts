import { KINDS } from '../events/kinds.ts'
import { CAUSE_WORDS } from '../model/cause-words.ts'
import { CAUSES, COSTS, SHOCKS, SOURCES } from '../model/causes.ts'
import type { Locale } from '../model/local-text.ts'
import { CUES, NEEDS, ROLES } from '../model/needs.ts'
import type { DifferingFact } from '../projections/because.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { SENTENCES } from './locales.ts'

/** A fact as the sentence of its kind, with names in place of codes. */
export function factText(fact: DifferingFact, scenario: Scenario, locale: Locale): string {
  const { kind, actor, value } = fact
  const amount = String(Math.round(value * 1000) / 1000).replace('-', '−')
  return KINDS[kind].says[locale]
    .replace('{actor}', actor < 0 ? OWNER[locale] : `#${actor}`)
    .replace('{object}', objectText(fact, scenario, locale))
    .replace('{value}', amount)
}

const OWNER: Readonly<Record<Locale, string>> = { en: 'the owner', 'zh-Hans': '群主', 'zh-Hant': '群主' }

const COST_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  en: COSTS,
  'zh-Hans': ['货品', '内容', '广告', '红包', '活动', '奖励'],
  'zh-Hant': ['貨品', '內容', '廣告', '紅包', '活動', '獎勵'],
}

const SOURCE_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  en: SOURCES,
  'zh-Hans': ['朋友', '陌生人', '羊毛党', '受邀的人'],
  'zh-Hant': ['朋友', '陌生人', '羊毛黨', '受邀的人'],
}

/** In the order of their codes: NEEDS, ROLES and CUES. */
const NEED_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  en: NEEDS,
  'zh-Hans': ['确定', '新鲜', '重要', '连接', '成长', '贡献'],
  'zh-Hant': ['確定', '新鮮', '重要', '連結', '成長', '貢獻'],
}

const ROLE_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  en: ROLES,
  'zh-Hans': ['管事的群友', '中心人物'],
  'zh-Hant': ['管事的群友', '中心人物'],
}

const CUE_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  en: CUES,
  'zh-Hans': ['共同身份', '两两结识'],
  'zh-Hant': ['共同身分', '兩兩結識'],
}

function objectText({ kind, object }: DifferingFact, scenario: Scenario, locale: Locale): string {
  switch (KINDS[kind].object) {
    case 'cause code':
    case 'strongest cause code': {
      const cause = CAUSES[object]
      return cause === undefined ? '' : CAUSE_WORDS[cause][locale]
    }
    case 'topic':
    case 'topic, −1 none':
    case 'topic, −1 off topic':
      return Object.keys(scenario.market.pains)[object] ?? '–'
    case 'offer':
    case 'offer, −1 none':
      return scenario.offer[object]?.solves ?? '–'
    case 'source':
      return SOURCE_NAMES[locale][object] ?? ''
    case 'need code':
      return NEED_NAMES[locale][object] ?? ''
    case 'role code':
      return ROLE_NAMES[locale][object] ?? ''
    case 'cue code':
      return CUE_NAMES[locale][object] ?? ''
    case 'cost code':
      return COST_NAMES[locale][object] ?? ''
    case 'shock code':
      return SENTENCES[locale].shocks[SHOCKS[object] as (typeof SHOCKS)[number]]
    case 'person answered':
    case 'person on the other side':
    case 'person invited':
    case 'person who sent it, −1 the owner':
      return object < 0 ? OWNER[locale] : `#${object}`
    case 'phase':
      return String(object + 1)
    default:
      return String(object)
  }
}
