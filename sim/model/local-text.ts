/** The languages that texts for people are given in. */
export const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** One text in every language. */
export type LocalText = Readonly<Record<Locale, string>>
