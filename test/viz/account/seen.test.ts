import { describe, expect, it } from 'vitest'
import type { Account, LedgerEntry } from '../../../sim/index.ts'
import { lastSights, seenBy } from '../../../viz/account/seen.ts'
import { SEEN_KINDS } from '../../../viz/account/seen.ts'
import { tickPath } from '../../../viz/account/ticks.ts'

const entry = (
  day: number,
  variable: LedgerEntry['variable'],
  cause: LedgerEntry['cause'],
  change: number,
) => ({
  ...{ day, variable, cause, change, event: 0 },
})
const account = {
  read: [
    { day: 2, messages: 9, ads: 2, posts: 1, packets: 0 },
    { day: 5, messages: 3, ads: 4, posts: 0, packets: 1 },
  ],
  events: [
    { seq: 1, day: 0, kind: 'member-joined' },
    { seq: 2, day: 5, kind: 'meeting-attended' },
  ],
  ledger: [
    entry(2, 'trust', 'content', 0.01),
    entry(2, 'value', 'chatter', -0.002),
    entry(5, 'fatigue', 'hard-ads', 0.2),
    entry(5, 'value', 'hard-ads', -0.05),
    entry(5, 'value', 'soft-ads', 0.02),
    entry(5, 'value', 'fading', -0.5),
    entry(5, 'trust', 'meeting', 0.1),
  ],
} as unknown as Account

describe('what she saw', () => {
  it('is counted by kind on the days on which she looked in; what she read besides is talk', () =>
    expect(seenBy(account)).toEqual({
      useful: [{ day: 2, count: 1 }],
      ads: [
        { day: 2, count: 2 },
        { day: 5, count: 4 },
      ],
      packets: [{ day: 5, count: 1 }],
      chatter: [{ day: 2, count: 6 }],
      meetings: [{ day: 5, count: 1 }],
    }))

  it('has a mark of its own for each kind', () => {
    const marks = SEEN_KINDS.map((kind) => tickPath(kind, { x: 5, y: 5, width: 8, height: 8 }))
    expect(new Set(marks).size).toBe(SEEN_KINDS.length)
  })
})

describe('the last that she saw', () => {
  it('comes latest first, the weightiest of a day first, with what it did to her', () => {
    const told = lastSights(account, 6, 3).map(({ day, kind, count, changes }) => [
      day,
      kind,
      count,
      changes.length,
    ])
    expect(told).toEqual([
      [5, 'ads', 4, 2],
      [5, 'meetings', 1, 1],
      [5, 'packets', 1, 0],
    ])
    const value = lastSights(account, 6, 1)[0]?.changes.find(({ ledger }) => ledger === 'value')
    expect(value?.change).toBeCloseTo(-0.03, 12)
  })

  it('is from before the day that is asked about, and leaves out what rounds to nothing', () => {
    expect(lastSights(account, 5, 9).map(({ day }) => day)).toEqual([2, 2, 2])
    expect(lastSights(account, 5, 9).find(({ kind }) => kind === 'chatter')?.changes).toEqual([])
    expect(lastSights(account, 2, 9)).toEqual([])
  })
})
