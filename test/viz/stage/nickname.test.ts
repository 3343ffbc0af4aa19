import { describe, expect, it } from 'vitest'
import { MESSAGES } from '../words.ts'
import { nicknameOf } from '../../../viz/stage/nickname.ts'

const { nicknames } = MESSAGES['zh-Hans']

describe('nicknames', () => {
  it('stay with a person', () => expect(nicknameOf(17, nicknames)).toBe(nicknameOf(17, nicknames)))
  it('differ between most neighbours', () => {
    const names = new Set(Array.from({ length: 100 }, (_, person) => nicknameOf(person, nicknames)))
    expect(names.size).toBeGreaterThan(60)
  })
  it('are the same name in every language', () => {
    const lengths = Object.values(MESSAGES).map((texts) => texts.nicknames.map((part) => part.length))
    expect(new Set(lengths.map(String)).size).toBe(1)
  })
  it('are never those of a man, whom the page would call she', () => {
    const men = /[爸哥弟叔伯爷爺男]|先生|\b(?:Dad|Brother|Uncle|Mister|Mr|Man|Boy|Grandpa)\b/
    for (const texts of Object.values(MESSAGES))
      for (const part of texts.nicknames.flat()) expect(part).not.toMatch(men)
  })
  it('are numbers where there is no list', () => expect(nicknameOf(17, [])).toBe('#17'))
})
