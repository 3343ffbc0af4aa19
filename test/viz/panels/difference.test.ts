import { describe, expect, it } from 'vitest'
import { gapOn, gapSentence, pairsOf } from '../../../viz/panels/difference.ts'
import { createSides } from '../../../viz/player/side.ts'
import type { Side } from '../../../viz/player/side.ts'
import { playbackOf } from '../playback.ts'
import { wordsFor } from '../words.ts'

const short = playbackOf({})
const flat = (value: number): Float64Array => new Float64Array(short.days + 1).fill(value)

function sideWith(side: Side, members: number, buyers: number, cash: number): Side {
  const series = { ...short.series, members: flat(members), buyers: flat(buyers), ownerNet: flat(cash) }
  return { ...side, playback: playbackOf({ series }) }
}

const [one, two, three] = createSides(['a', 'b', 'c']) as [Side, Side, Side]
const a = sideWith(one, 100, 5, 300)
const b = sideWith(two, 143, 4, -200)

describe('the difference', () => {
  it('is told of every side against the first, and of a branch against its parent', () => {
    const branch = { ...sideWith(three, 90, 0, 0), parent: b }
    expect(pairsOf([a, b, branch]).map((pair) => pair.map(({ letter }) => letter))).toEqual([
      ['B', 'A'],
      ['C', 'B'],
    ])
  })
  it('counts members, buyers and cash on that day, and on the last day of a run that is over', () => {
    expect(gapOn(b, a, 10)).toEqual({ letter: 'B', other: 'A', members: 43, buyers: -1, cash: -500 })
    expect(gapOn(b, a, 10_000)).toEqual(gapOn(b, a, short.days))
  })
  it('is said in a sentence in each language', () => {
    const gap = { letter: 'B', other: 'A', members: 43, buyers: -1, cash: -500 }
    expect(gapSentence(gap, wordsFor('zh-Hans'))).toBe('B 比 A 多留住 43 人，少 1 位客户，群主少赚 ¥500')
    expect(gapSentence(gap, wordsFor('en'))).toBe(
      'B against A: 43 more members, 1 fewer buyer, the owner earns ¥500 less',
    )
    expect(gapSentence(gap, wordsFor('zh-Hant'), { isShort: true })).toBe('B 比 A 多留住 43 人')
  })
  it('says that there is none', () => {
    const none = { letter: 'B', other: 'A', members: 0, buyers: 0, cash: 0.2 }
    expect(gapSentence(none, wordsFor('zh-Hans'))).toBe('B 和 A 到这天还没有差别')
  })
})
