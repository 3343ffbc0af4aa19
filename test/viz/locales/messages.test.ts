import { describe, expect, it } from 'vitest'
import type { Locale } from '../../../sim/index.ts'
import { ACCOUNT_TEXTS } from '../../../viz/account/texts.ts'
import { isLocale, localeFor } from '../../../viz/locales/messages.ts'
import { MESSAGES } from '../words.ts'

type Leaf = readonly [path: string, value: string | ((parts: never) => string)]

/** Every text with its path. */
function leaves(texts: object, path = ''): Leaf[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string' || typeof value === 'function') return [[at, value] as Leaf]
    return leaves(value as object, at)
  })
}

/** What a text asks for, and what it says with each place filled by its own name. */
function fill(value: Leaf[1]): { readonly places: readonly string[]; readonly text: string } {
  if (typeof value === 'string') return { places: [], text: value }
  const places = new Set<string>()
  const parts = new Proxy({}, { get: (_, key) => (places.add(String(key)), `<${String(key)}>`) })
  const text = value(parts as never)
  return { places: [...places].sort(), text }
}

/** Everything that the page says: what is there from the start, and what is loaded with a part. */
function textsIn(locale: Locale): Leaf[] {
  return leaves({ ...MESSAGES[locale], account: ACCOUNT_TEXTS[locale] })
}

const source = new Map(textsIn('zh-Hans'))

describe.each(['zh-Hans', 'zh-Hant', 'en'] as const)('the texts in %s', (locale) => {
  const texts = new Map(textsIn(locale))

  it('have the keys of the source, in its order', () => expect([...texts.keys()]).toEqual([...source.keys()]))
  it('ask for the same places and use all of them', () => {
    for (const [key, value] of texts) {
      const { places, text } = fill(value)
      expect(places, key).toEqual(fill(source.get(key) ?? '').places)
      for (const place of places) expect(text, key).toContain(`<${place}>`)
    }
  })
  it('are never empty', () => {
    for (const [key, value] of texts) expect(fill(value).text.trim(), key).not.toBe('')
  })
})

it('English has no Han characters or full-width punctuation left', () => {
  for (const [key, value] of textsIn('en'))
    expect(fill(value).text, key).not.toMatch(/[\u2e80-\u9fff\uff00-\uffef]/)
})

it('Traditional Chinese has none of the commonest simplified characters', () => {
  const simplified = /[们这为个时说对会来发关进广见现没学样让从过还图题闭击选红条亲点爱经]/
  for (const [key, value] of textsIn('zh-Hant')) expect(fill(value).text, key).not.toMatch(simplified)
})

describe('the language of a reader', () => {
  it.each([
    [['zh-CN'], 'zh-Hans'],
    [['zh-TW', 'en'], 'zh-Hant'],
    [['zh-Hant-HK'], 'zh-Hant'],
    [['fr-FR', 'en-GB'], 'en'],
    [['fr-FR'], 'zh-Hans'],
    [[], 'zh-Hans'],
  ])('%j is spoken to in %s', (languages, locale) => expect(localeFor(languages)).toBe(locale))
  it('is one of three', () =>
    expect(['en', 'zh-Hans', 'fr', 'toString'].map(isLocale)).toEqual([true, true, false, false]))
})
