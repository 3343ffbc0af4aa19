import { isLocale } from './locales/messages.ts'
import type { Locale } from '../sim/index.ts'
import type { ThemeChoice } from './panels/theme.ts'
import { isScreenName } from './screens/screen.ts'
import type { ScreenName } from './screens/screen.ts'

/** Where the address names the scenarios of the sides. */
export const NAME_KEYS = ['a', 'b', 'c', 'd'] as const

/** What the address of the page asks for; unknown parameters (`from=singlemessage`) are ignored. */
export interface Query {
  /** Scenario names, one to four; null: the page's own choice. */
  readonly names: readonly string[] | null
  /** Null: that of what was given, or else the default. */
  readonly seed: string | null
  /** Whole days that have passed when the page opens. */
  readonly day: number
  readonly locale: Locale | null
  readonly theme: ThemeChoice | null
  readonly screen: ScreenName | null
}

/** Reads `?a=NAME&b=NAME…&d=NAME&seed=S&t=DAY&l=LOCALE&theme=light|dark&m=start|lab|compare|log`. */
export function readQuery(search: string): Query {
  const query = new URLSearchParams(search)
  const locale = query.get('l') ?? ''
  const theme = query.get('theme')
  const day = Number(query.get('t') ?? '0')
  const names = NAME_KEYS.map((key) => query.get(key) ?? '').filter((name) => name !== '')
  const screen = query.get('m') ?? ''
  return {
    names: names.length === 0 ? null : names,
    seed: query.get('seed') || null,
    day: Number.isFinite(day) && day > 0 ? Math.floor(day) : 0,
    locale: isLocale(locale) ? locale : null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    screen: isScreenName(screen) ? screen : null,
  }
}
