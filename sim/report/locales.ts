import type { Locale } from '../model/local-text.ts'
import type { Sentences } from './sentences.ts'
import { en } from './sentences-en.ts'
import { zhHans } from './sentences-zh-Hans.ts'
import { zhHant } from './sentences-zh-Hant.ts'

/** What reports say, in every language. */
export const SENTENCES: Readonly<Record<Locale, Sentences>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
