import { describe, expect, it } from 'vitest'
import { KEYS } from '../../../viz/timeline/keys.ts'
import { MESSAGES } from '../../../viz/locales/messages.ts'

describe('the list of keys', () => {
  it('gives no key two meanings', () => {
    const all = KEYS.flatMap(({ on }) => Object.keys(on))
    expect(new Set(all).size).toBe(all.length)
  })
  it('explains each line in every language', () => {
    for (const texts of Object.values(MESSAGES)) {
      for (const { shown, does } of KEYS) expect(does(texts), shown.join(' ')).not.toBe('')
    }
  })
})
