import type { Locale } from '../../sim/index.ts'
import { en } from './texts/en.ts'
import { zhHans } from './texts/zh-Hans.ts'
import type { AccountTexts } from './texts/zh-Hans.ts'
import { zhHant } from './texts/zh-Hant.ts'

export type { AccountTexts }

/** The texts of an account, loaded with it. */
export const ACCOUNT_TEXTS: Readonly<Record<Locale, AccountTexts>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
}
