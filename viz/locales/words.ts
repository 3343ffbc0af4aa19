import type { Locale } from '../../sim/index.ts'
import { formatFor } from './format.ts'
import type { Format } from './format.ts'
import { loadMessages } from './messages.ts'
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

export async function loadWords(locale: Locale): Promise<Words> {
  return wordsOf(locale, await loadMessages(locale))
}

export function wordsOf(locale: Locale, texts: Messages): Words {
  const format = formatFor(locale)
  const when = (day: number): string => (day === 0 ? texts.dayZero : texts.day({ day: format.count(day) }))
  return { locale, texts, format, gap: locale === 'en' ? ' ' : '', when }
}
