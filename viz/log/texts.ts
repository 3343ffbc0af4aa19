import type { Locale } from '../../sim/index.ts'
import type { LogTexts } from './log-texts.ts'
import { en } from './texts-en.ts'
import { zhHans } from './texts-zh-Hans.ts'
import { zhHant } from './texts-zh-Hant.ts'

/** All that the log says, by language. */
export const LOG_TEXTS: Readonly<Record<Locale, LogTexts>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }
