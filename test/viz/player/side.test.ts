import { describe, expect, it } from 'vitest'
import {
  branchOf,
  createSides,
  forkDayOf,
  freeLetter,
  sideOfLog,
  sidesAfresh,
  sourceOf,
} from '../../../viz/player/side.ts'
import { playbackOf } from '../playback.ts'

describe('a branch', () => {
  const { scenario } = playbackOf({})
  const [root] = createSides(['plan'])
  const parent = Object.assign(root ?? {}, { scenario }) as NonNullable<typeof root>
  const fork = { at: 3, edits: [{ path: 'plan[0].ads.perDay', value: 0 }] }

  it('has the forks of its parent and one more, and knows its day', () => {
    const branch = branchOf(parent, 'B', fork)
    const twig = branch && branchOf(branch, 'C', { at: 5, edits: [] })
    expect(twig?.forks).toEqual([fork, { at: 5, edits: [] }])
    expect(twig?.parent).toBe(branch)
    expect(twig && forkDayOf(twig)).toBe(5)
    expect(forkDayOf(parent)).toBeNull()
  })
  it('hangs on the new parent when both are run once more', () => {
    const branch = branchOf(parent, 'B', fork)
    const afresh = sidesAfresh(branch ? [parent, branch] : [])
    expect(afresh[1]?.parent).toBe(afresh[0])
    expect(afresh[0]).not.toBe(parent)
  })
  it('is not made of a log, nor of what has no scenario yet', () => {
    const log = sideOfLog('A', { file: new File([], 'run.qlog'), playback: playbackOf({}), isBranch: false })
    expect(branchOf(log, 'B', fork)).toBeNull()
    expect(branchOf(createSides(['nobody'])[0] ?? log, 'B', fork)).toBeNull()
  })
  it('takes the first letter that is free, and none when four are taken', () => {
    const sides = createSides(['p', 'q', 'r', 's'])
    expect(freeLetter(sides)).toBeNull()
    expect(freeLetter(sides.filter(({ letter }) => letter !== 'B'))).toBe('B')
  })
})

describe('a side before another run', () => {
  it('keeps its scenario and its letter, and is no log any longer', () => {
    const log = sideOfLog('B', { file: new File([], 'run.qlog'), playback: playbackOf({}), isBranch: true })
    expect(sidesAfresh([log])).toEqual([{ ...log, playback: null, done: 0, log: null, isBranch: false }])
  })
  it('stays as it is where there is no scenario to run', () => {
    const [side] = createSides(['nobody'])
    expect(side && sidesAfresh([side])[0]).toBe(side)
  })
})

describe('the story of a side', () => {
  it('is told from a log, or from a run with its forks', () => {
    const playback = playbackOf({})
    const { scenario, seed } = playback
    const [side] = createSides(['a'])
    const forks = [{ at: 3, edits: [{ path: 'plan[0].ads.perDay', value: 0 }] }]
    if (!side) throw new Error('there must be a side')
    expect(sourceOf(side, playback)).toEqual({ kind: 'run', scenario, seed, forks: [] })
    expect(sourceOf({ ...side, forks }, playback)).toEqual({ kind: 'run', scenario, seed, forks })
    const log = sideOfLog('A', { file: new File([], 'run.qlog'), playback, isBranch: true })
    expect(sourceOf(log, playback)).toEqual({ kind: 'log', file: log.log })
  })
})
