import { describe, expect, it } from 'vitest'
import { baseSeedOf, rerunsOf } from '../../../viz/outcomes/reruns.ts'
import { createSides, sideOfLog } from '../../../viz/player/side.ts'
import type { Side } from '../../../viz/player/side.ts'
import { playbackOf } from '../playback.ts'

const file = new File([], 'run.qlog')

describe('the seed of the runs', () => {
  it('is that of the wall', () => expect(baseSeedOf('my seed')).toBe('my seed'))
  it('stays the same after one of its runs was opened', () =>
    expect(['1/0', '1/7', '1/19'].map((seed) => baseSeedOf(seed))).toEqual(['1', '1', '1']))
  it('is only taken apart where a run has that number', () =>
    expect(['1/20', '1/07', '1/x', '/3', '2026/11/24'].map((seed) => baseSeedOf(seed))).toEqual([
      '1/20',
      '1/07',
      '1/x',
      '/3',
      '2026/11/24',
    ]))
  it('may be that of more runs', () =>
    expect(['1/57', '1/100'].map((seed) => baseSeedOf(seed, 100))).toEqual(['1', '1/100']))
  it('keeps a path in front of it', () => expect(baseSeedOf('a/b/3')).toBe('a/b'))
  it('is spelled in one way', () => expect(baseSeedOf('e\u0301/3')).toBe('\u00e9'))
})

describe('a side', () => {
  const hindrancesOf = (...sides: Side[]): unknown[] => rerunsOf(sides).map(({ hindrance }) => hindrance)

  it('with a run of our own or a log of this engine is run again', () => {
    const [own] = createSides(['mine'])
    const log = sideOfLog('B', { file, playback: playbackOf({}), isBranch: false })
    expect(hindrancesOf({ ...(own as Side), playback: playbackOf({}) }, log)).toEqual([null, null])
  })
  it('with a log of another engine is not', () => {
    const playback = playbackOf({ engine: '0.0.9' })
    expect(hindrancesOf(sideOfLog('A', { file, playback, isBranch: false }))).toEqual(['other-engine'])
  })
  it('that branched is run again with its forks', () => {
    const forks = [{ at: 9, edits: [{ path: 'model.leaveBase', value: 0.3 }] }]
    const [own] = createSides(['mine'])
    const [rerun] = rerunsOf([{ ...(own as Side), forks, playback: playbackOf({}) }])
    expect(rerun?.arm).toEqual({ scenario: playbackOf({}).scenario, forks })
  })
  it('with a log of a branch is not: from the start it would be another history', () =>
    expect(hindrancesOf(sideOfLog('A', { file, playback: playbackOf({}), isBranch: true }))).toEqual([
      'branch',
    ]))
  it('that failed is left out', () => expect(hindrancesOf(...createSides(['nobody', 'none']))).toEqual([]))
})
