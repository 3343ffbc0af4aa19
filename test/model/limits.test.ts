import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../sim/model/local-text.ts'
import { LIMITS } from '../../sim/model/limits.ts'

describe('the limits of the model', () => {
  it('are a list that somebody can read', () => {
    expect(LIMITS.length).toBeGreaterThanOrEqual(8)
    expect(LIMITS.length).toBeLessThanOrEqual(12)
  })

  it.each(LOCALES)('are whole sentences in %s', (locale) => {
    const end = locale === 'en' ? /^[A-Z].*\.$/ : /^\S.*。$/
    expect(LIMITS.map((limit) => limit[locale]).filter((text) => !end.test(text))).toEqual([])
  })

  it.each(LOCALES)('say each thing once in %s', (locale) => {
    expect(new Set(LIMITS.map((limit) => limit[locale])).size).toBe(LIMITS.length)
  })
})
