import { describe, expect, it } from 'vitest'
import { CAUSES, FRAME_BYTES, isRemovable } from '../../../sim/index.ts'
import type { Account, Locale, Playback, Without } from '../../../sim/index.ts'
import { verdictOf, whatIfSentence } from '../../../viz/account/verdict.ts'
import type { Ending, Story } from '../../../viz/account/story.ts'
import { wordsFor } from '../words.ts'
import { playbackWith } from '../playback.ts'

const DAYS = 50
const ads: Ending['shares'] = [
  { cause: 'hard-ads', share: 0.62 },
  { cause: 'low-value', share: 0.23 },
  { cause: 'background', share: 0.15 },
]
const left = (shares = ads, day = 40): Ending => ({ kind: 'left', day, shares, peers: [] })
const muted = (day = 20): Ending => ({ kind: 'muted', day, shares: ads, peers: [] })
const storyWith = (...endings: Ending[]): Story => ({ account: {} as Account, endings, fate: null })

/** Present (active) on every day; her state does not matter where an ending tells. */
const playback: Playback = playbackWith({ state: 'active', flags: 0, joined: 2, days: DAYS })

function say(story: Story | null, day: number, more: { locale?: 'en'; view?: 'owner' } = {}): string {
  const { locale = 'zh-Hans', view = 'truth' } = more
  return verdictOf(story, { playback, seat: 0, day, view }, wordsFor(locale)).replace(
    /^[^，]*?(?=，|\sjoined)/,
    '她',
  )
}

describe('the verdict', () => {
  it('names the day and the two main causes', () => {
    expect(say(storyWith(left()), 50)).toBe(
      '她，第 3 天进群，第 41 天退群；主要因为硬广太多（62%），其次没看到需要的内容（23%）。',
    )
    expect(say(storyWith(left()), 50, { locale: 'en' })).toBe(
      '她 joined on day 3 and left on day 41: mainly too many hard ads (62%), then nothing she needed (23%).',
    )
  })

  it('says only what has happened so far', () => {
    const story = storyWith(muted(), left())
    expect(say(story, 10)).toBe('她，第 3 天进群，到第 10 天还在群里。')
    expect(say(story, 30)).toContain('第 21 天开了免打扰；主要因为硬广')
    expect(say(story, 40)).not.toContain('退群')
    expect(say(story, 41)).toContain('第 41 天退群')
    expect(say(story, 41)).toMatch(/先在第 21 天开了免打扰。$/)
  })

  it('blames nothing where nothing is to blame, and leaves small shares out', () => {
    const shares: Ending['shares'] = [
      { cause: 'background', share: 0.97 },
      { cause: 'chatter', share: 0.03 },
    ]
    expect(say(storyWith(left(shares)), 50)).toBe('她，第 3 天进群，第 41 天退群；没有特别的原因（97%）。')
  })

  it('tells an owner of departures only, and of no reasons', () => {
    const story = storyWith(muted(), left())
    expect(say(story, 30, { view: 'owner' })).toBe('她，第 3 天进群，到第 30 天还在群里。')
    expect(say(story, 50, { view: 'owner' })).toBe('她，第 3 天进群，第 41 天退群。')
  })

  it('tells nothing of somebody who has not come yet', () => {
    const frames = playback.frames.slice()
    frames.fill(0, 0, FRAME_BYTES)
    const before = verdictOf(
      storyWith(left()),
      { playback: { ...playback, frames }, seat: 0, day: 0, view: 'truth' },
      wordsFor('zh-Hans'),
    )
    expect(before).toBe('这个座位还没有人坐过')
  })
})

describe('the verdict on the same history without a cause', () => {
  function suppose(
    without: Omit<Without, 'cause'>,
    ending: Ending,
    { cause = 'hard-ads', locale = 'zh-Hans' }: { cause?: Without['cause']; locale?: Locale } = {},
  ): string {
    return whatIfSentence({ cause, ...without }, ending, wordsFor(locale))
  }

  it('says on which day she would have left, and by how much that differs', () => {
    const later = { outcome: 'left', day: 154 } as const
    expect(suppose(later, left())).toBe('如果没有硬广，她会在第 155 天退群，晚 114 天。')
    expect(suppose(later, left(), { locale: 'zh-Hant' })).toBe(
      '如果沒有硬廣告，她會在第 155 天退群，晚 114 天。',
    )
    expect(suppose({ outcome: 'left', day: 41 }, left(), { locale: 'en' })).toBe(
      'Without hard ads she would have left on day 42, 1 day later.',
    )
    expect(suppose({ outcome: 'left', day: 30 }, left())).toBe('如果没有硬广，她会在第 31 天退群，早 10 天。')
  })

  it('says that nothing would have been different', () => {
    expect(suppose({ outcome: 'left', day: 40 }, left())).toBe('如果没有硬广，她还是会在同一天退群。')
    expect(suppose({ outcome: 'muted', day: 20 }, muted())).toBe('如果没有硬广，她还是会在同一天开免打扰。')
    expect(suppose({ outcome: 'left', day: 40 }, left(), { locale: 'en' })).toBe(
      'Without hard ads she would still have left on the same day.',
    )
  })

  it('says that she would have stayed, and how', () => {
    const present = { outcome: 'present', day: null } as const
    expect(suppose(present, left())).toBe('如果没有硬广，她会一直留到最后。')
    expect(suppose(present, muted())).toBe('如果没有硬广，她会一直留到最后，不开免打扰。')
    expect(suppose({ outcome: 'muted', day: 50 }, left())).toBe(
      '如果没有硬广，她会在第 51 天开免打扰，留到最后。',
    )
    expect(suppose({ outcome: 'asleep', day: 60 }, left())).toBe('如果没有硬广，她会留到最后，但不再打开群。')
    expect(suppose({ outcome: 'never-joined', day: null }, left())).toBe('如果没有硬广，群会满员，她进不来。')
  })

  it('does not tell of a member who has only muted so far when she leaves in truth', () =>
    expect(suppose({ outcome: 'left', day: 40 }, muted())).toBe('如果没有硬广，她会在第 41 天退群。'))

  it('puts every cause that can be switched off into words', () => {
    const causes = CAUSES.filter(isRemovable)
    expect(causes.length).toBeGreaterThan(4)
    for (const cause of causes)
      expect(suppose({ outcome: 'present', day: null }, left(), { cause })).toMatch(/^如果没有.+，她会/)
  })
})
