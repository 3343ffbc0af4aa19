import { LOCALES } from '../../sim/index.ts'
import type { Locale } from '../../sim/index.ts'
import type { Messages } from './zh-Hans.ts'

/** The texts of one language. They are loaded when somebody reads that language, for most read only one. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case 'zh-Hans':
      return (await import('./zh-Hans.ts')).zhHans
    case 'zh-Hant':
      return (await import('./zh-Hant.ts')).zhHant
    case 'en':
      return (await import('./en.ts')).en
  }
}

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, { readonly short: string; readonly long: string }>> = {
  'zh-Hans': { short: '简', long: '简体中文' },
  'zh-Hant': { short: '繁', long: '繁體中文' },
  en: { short: 'EN', long: 'EN English' },
}

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text)
}

/** The first language of the reader that we speak; Chinese where we speak none of them. */
export function localeFor(languages: readonly string[]): Locale {
  for (const language of languages) {
    const tag = language.toLowerCase()
    if (/^zh\b.*(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant'
    if (tag.startsWith('zh')) return 'zh-Hans'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-Hans'
}
