import { describe, expect, it } from 'vitest'
import { createSides, sideAfresh, sideOfLog } from '../../../viz/player/side.ts'
import { playbackOf } from '../playback.ts'

describe('a side before another run', () => {
  it('keeps its scenario and its letter, and is no log any longer', () => {
    const log = sideOfLog('B', { file: new File([], 'run.qlog'), playback: playbackOf({}), isBranch: true })
    expect(sideAfresh(log)).toEqual({ ...log, playback: null, done: 0, log: null, isBranch: false })
  })
  it('stays as it is where there is no scenario to run', () => {
    const [side] = createSides(['nobody'])
    expect(side && sideAfresh(side)).toBe(side)
  })
})
