import { describe, expect, it } from 'vitest'
import { CAUSE_WORDS, WITHOUT_CAUSE, wordsIn } from '../../sim/model/cause-words.ts'
import { CAUSES } from '../../sim/model/causes.ts'
import { LOCALES } from '../../sim/model/local-text.ts'
import { REMOVABLE_CAUSES } from '../../sim/projections/counterfactual.ts'

describe.each(LOCALES)('the words for causes in %s', (locale) => {
  it('are there for every cause, in the order of the codes', () => {
    const words = wordsIn(CAUSE_WORDS, locale)
    expect(Object.keys(words)).toEqual([...CAUSES])
    expect(new Set(Object.values(words)).size).toBe(CAUSES.length)
  })

  it('are a condition as well for each cause that can be switched off', () =>
    expect(Object.keys(wordsIn(WITHOUT_CAUSE, locale))).toEqual(REMOVABLE_CAUSES))
})
