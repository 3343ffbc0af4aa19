import type { Locale } from '../../sim/index.ts'
import { formatFor } from './format.ts'
import type { Format } from './format.ts'
import { MESSAGES } from './messages.ts'
import type { Messages } from './zh-Hans.ts'

/** All that is needed to say something in one language. */
export interface Words {
  readonly locale: Locale
  readonly texts: Messages
  readonly format: Format
  /** Between two words or sentences: nothing in Chinese. */
  readonly gap: string
  /** 第 12 天: what the state after 12 whole days is called. */
  readonly when: (day: number) => string
}

export function wordsFor(locale: Locale): Words {
  const texts = MESSAGES[locale]
  const format = formatFor(locale)
  const when = (day: number): string => (day === 0 ? texts.dayZero : texts.day({ day: format.count(day) }))
  return { locale, texts, format, gap: locale === 'en' ? ' ' : '', when }
}
