import { describe, expect, it } from 'vitest'
import { peersBy, seatsOf } from '../../../viz/account/peers.ts'
import { SNAPS, snapAt } from '../../../viz/account/snaps.ts'
import type { Ending } from '../../../viz/account/story.ts'
import { ledgerBehind } from '../../../viz/account/waterfall.ts'

const ending = (cause: 'hard-ads' | 'low-value' | 'background'): Ending => ({
  ...{ kind: 'left', day: 8, shares: [{ cause, share: 1 }] },
  peers: [3, 8, 20].map((day) => ({ seat: day / 4, person: day, day })),
})

describe('members alike', () => {
  it('are known once it has happened to them', () => {
    expect(peersBy(ending('hard-ads'), 9).map(({ day }) => day)).toEqual([3, 8])
    expect(peersBy(null, 9)).toEqual([])
  })

  it('are marked on their seats; who has none is not', () => {
    const peers = [
      { seat: 2, person: 7, day: 1 },
      { seat: -1, person: 8, day: 1 },
    ]
    expect([...seatsOf(peers, 4)]).toEqual([0, 0, 1, 0])
  })
})

describe('the ledger that is shown first', () => {
  it('is the one that the main cause works through', () => {
    expect(ledgerBehind(ending('hard-ads'))).toBe('fatigue')
    expect(ledgerBehind(ending('low-value'))).toBe('value')
    expect(ledgerBehind(ending('background'))).toBe('trust')
    expect(ledgerBehind(null)).toBe('trust')
  })
})

describe('the sheet on a phone', () => {
  it('comes to rest at the nearer of two heights, and closes when it is pulled down', () => {
    expect([0.9, SNAPS.large, 0.7].map(snapAt)).toEqual(['large', 'large', 'large'])
    expect([0.6, SNAPS.small, 0.25].map(snapAt)).toEqual(['small', 'small', 'small'])
    expect(snapAt(0.1)).toBeNull()
  })
})
