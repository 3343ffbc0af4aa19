import type { Locale } from '../../sim/index.ts'
import { en } from '../../viz/locales/en.ts'
import { wordsOf } from '../../viz/locales/words.ts'
import type { Words } from '../../viz/locales/words.ts'
import { zhHans } from '../../viz/locales/zh-Hans.ts'
import type { Messages } from '../../viz/locales/zh-Hans.ts'
import { zhHant } from '../../viz/locales/zh-Hant.ts'

/** The texts of all languages at once; the page loads one after the other. */
export const MESSAGES: Readonly<Record<Locale, Messages>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

export function wordsFor(locale: Locale): Words {
  return wordsOf(locale, MESSAGES[locale])
}
