import { LOCALES } from '../../sim/index.ts'
import type { Locale } from '../../sim/index.ts'

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export const MOTIONS = ['system', 'less', 'full'] as const
export const TEXT_SIZES = [100, 115, 130] as const
export const CONTRASTS = ['system', 'more'] as const

/** What a reader chose about the page as a whole; kept on her device. */
export interface Settings {
  /** Null: the first language of the browser that we speak. */
  readonly locale: Locale | null
  readonly theme: (typeof THEME_CHOICES)[number]
  /** Whether things move: as the system asks, never more than by steps, or always. */
  readonly motion: (typeof MOTIONS)[number]
  /** Percent of the usual size. */
  readonly textSize: (typeof TEXT_SIZES)[number]
  readonly contrast: (typeof CONTRASTS)[number]
  /** Shortcuts of a single key are heard (WCAG 2.1.4). */
  readonly keys: boolean
  /** A replay slows down and holds at key moments. */
  readonly hold: boolean
}

export const USUAL: Settings = {
  locale: null,
  theme: 'system',
  motion: 'system',
  textSize: 100,
  contrast: 'system',
  keys: true,
  hold: true,
}

/** The present settings. */
export interface SettingsStore {
  readonly get: () => Settings
  readonly set: (change: Partial<Settings>) => void
  /** Calls `heard` after every change; returns a function that ends it. */
  readonly subscribe: (heard: (settings: Settings, before: Settings) => void) => () => void
  /** Nothing may move by itself or glide: the setting, or else what the system asks. */
  readonly isCalm: () => boolean
}

const KEY = 'settings'

/** Keeps the settings by means of `recall` and `remember`; `systemIsCalm` is asked anew each time. */
export function createSettings(options: {
  readonly recall: (key: string) => string | null
  readonly remember: (key: string, value: string) => void
  readonly systemIsCalm: () => boolean
}): SettingsStore {
  const { recall, remember, systemIsCalm } = options
  let settings = readSettings(recall(KEY), { locale: recall('locale'), theme: recall('theme') })
  const hearers = new Set<(settings: Settings, before: Settings) => void>()
  return {
    get: () => settings,
    set(change) {
      const before = settings
      settings = { ...settings, ...change }
      if (isSame(before, settings)) return
      remember(KEY, JSON.stringify(settings))
      for (const heard of [...hearers]) heard(settings, before)
    },
    subscribe(heard) {
      hearers.add(heard)
      return () => {
        hearers.delete(heard)
      }
    },
    isCalm: () => (settings.motion === 'system' ? systemIsCalm() : settings.motion === 'less'),
  }
}

/** Settings as they were kept; whatever is not one of its values is the usual one. `older`: where these two once stood. */
export function readSettings(
  kept: string | null,
  older: { readonly locale: string | null; readonly theme: string | null } = { locale: null, theme: null },
): Settings {
  const { locale, theme, motion, textSize, contrast, keys, hold } = { ...older, ...parsed(kept) }
  return {
    locale: oneOf(LOCALES, locale, USUAL.locale),
    theme: oneOf(THEME_CHOICES, theme, USUAL.theme),
    motion: oneOf(MOTIONS, motion, USUAL.motion),
    textSize: oneOf(TEXT_SIZES, textSize, USUAL.textSize),
    contrast: oneOf(CONTRASTS, contrast, USUAL.contrast),
    keys: typeof keys === 'boolean' ? keys : USUAL.keys,
    hold: typeof hold === 'boolean' ? hold : USUAL.hold,
  }
}

type Kept = Partial<Record<keyof Settings, unknown>>

function parsed(text: string | null): Kept {
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}

function oneOf<Value, Otherwise>(
  values: readonly Value[],
  value: unknown,
  otherwise: Otherwise,
): Value | Otherwise {
  return values.find((each) => each === value) ?? otherwise
}

function isSame(one: Settings, other: Settings): boolean {
  return (Object.keys(one) as (keyof Settings)[]).every((key) => one[key] === other[key])
}
