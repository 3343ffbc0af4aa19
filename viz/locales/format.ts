import type { Locale } from '../../sim/index.ts'

/** Numbers as a locale writes them. Hant is formatted as in Taiwan: Hong Kong's short form would be 12.3K. */
export interface Format {
  readonly count: (value: number) => string
  readonly decimal: (value: number) => string
  /** At most three digits that count: 0.0125, 3.4, 120. */
  readonly number: (value: number) => string
  /** 1.2万 */
  readonly short: (value: number) => string
  readonly percent: (share: number) => string
  /** +0.12, −0.03 */
  readonly change: (value: number) => string
  readonly money: (value: number) => string
  readonly shortMoney: (value: number) => string
}

const TAGS: Readonly<Record<Locale, string>> = { 'zh-Hans': 'zh-Hans-CN', 'zh-Hant': 'zh-Hant-TW', en: 'en' }
const NOTHING = '–'

export function formatFor(locale: Locale): Format {
  const known = formats.get(locale)
  if (known) return known
  const yuan = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' } as const
  const compact = { notation: 'compact', maximumFractionDigits: 1 } as const
  const format: Format = {
    count: writer(locale, { maximumFractionDigits: 0 }),
    decimal: writer(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    number: writer(locale, { maximumSignificantDigits: 3 }),
    short: writer(locale, compact),
    percent: writer(locale, { style: 'percent', maximumFractionDigits: 0 }),
    change: writer(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' }),
    money: writer(locale, { ...yuan, maximumFractionDigits: 0 }),
    shortMoney: writer(locale, { ...yuan, ...compact }),
  }
  formats.set(locale, format)
  return format
}

const formats = new Map<Locale, Format>()

/** Undefined numbers are shown as a dash, −0 as 0, and a minus sign is as wide as a digit. */
function writer(locale: Locale, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(TAGS[locale], { signDisplay: 'negative', ...options })
  return (value) => (Number.isFinite(value) ? format.format(value).replace('-', '−') : NOTHING)
}
