import { describe, expect, it } from 'vitest'
import { DOWNLOAD_TEXTS } from '../../../viz/charts/download-texts.ts'
import { DOT_TEXTS } from '../../../viz/charts/dot-texts.ts'
import { CHART_TEXTS } from '../../../viz/charts/texts.ts'

/** Every text by its path, each place filled by its own name. */
function filled(texts: object, path = ''): Map<string, string> {
  const names = new Proxy({}, { get: (_, key) => `<${String(key)}>` })
  const all = Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = `${path}.${key}`
    if (typeof value === 'string') return [[at, value]]
    if (typeof value === 'function') return [[at, (value as (parts: object) => string)(names)]]
    return [...filled(value as object, at)]
  })
  return new Map(all)
}

const places = (text: string): string[] => [...text.matchAll(/<\w+>/g)].map(([place]) => place).sort()

describe.each([
  ['charts', CHART_TEXTS],
  ['dots', DOT_TEXTS],
  ['downloads', DOWNLOAD_TEXTS],
])('the texts of the %s', (_, texts) => {
  const source = filled(texts['zh-Hans'])
  it.each(['zh-Hant', 'en'] as const)('have the keys and the places of the source in %s', (locale) => {
    const own = filled(texts[locale])
    expect([...own.keys()]).toEqual([...source.keys()])
    for (const [key, text] of own) {
      expect(text.trim(), key).not.toBe('')
      expect(places(text), key).toEqual(places(source.get(key) ?? ''))
    }
  })
  it('have no Han characters in English', () => {
    for (const [key, text] of filled(texts.en)) expect(text, key).not.toMatch(/[\u2e80-\u9fff\uff00-\uffef]/)
  })
})
