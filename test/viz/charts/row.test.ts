import { describe, expect, it } from 'vitest'
import { CHART_KINDS, choiceOf, chooseKind, rowLayout } from '../../../viz/charts/kinds.ts'
import { chartSides, daysOf, ownSides } from '../../../viz/charts/sides.ts'
import { swipe, tabAfter } from '../../../viz/charts/tabs.ts'
import { createSides } from '../../../viz/player/side.ts'
import { playbackOf } from '../playback.ts'

describe('what the tiles show', () => {
  it('is what was remembered, filled up to four different kinds', () =>
    expect(choiceOf(['trust', 'no-such', 'trust', 'states'])).toEqual([
      'trust',
      'states',
      'activity',
      'income',
    ]))
  it('is four kinds when nothing was remembered', () => expect(new Set(choiceOf([''])).size).toBe(4))
  it('changes places where the chosen kind is shown already', () => {
    const choice = choiceOf([])
    expect(chooseKind(choice, 0, choice[2] ?? 'states')).toEqual([choice[2], choice[1], choice[0], choice[3]])
  })
  it('stays four different kinds, whatever is chosen', () => {
    for (const kind of CHART_KINDS)
      for (const place of [0, 1, 2, 3]) {
        const next = chooseKind(choiceOf([]), place, kind)
        expect(next[place]).toBe(kind)
        expect(new Set(next).size).toBe(4)
      }
  })
  it.each([
    [1838, 4, 'titles'],
    [1314, 3, 'list'],
    [768, 2, 'list'],
    [358, 1, 'tabs'],
  ])('%i pixels hold %i tiles and %s', (width, tiles, rest) =>
    expect(rowLayout(width)).toEqual({ tiles, rest }),
  )
  it.each([
    [1838, 2, 3, 'titles'],
    [1838, 4, 3, 'titles'],
    [1314, 2, 3, 'list'],
    [1314, 3, 2, 'list'],
    [358, 4, 1, 'tabs'],
  ])('%i pixels hold, of %i sides, %i tiles and %s', (width, sides, tiles, rest) =>
    expect(rowLayout(width, sides)).toEqual({ tiles, rest }),
  )
})

describe('the sides of a chart', () => {
  const sides = createSides(['one', 'two']).map((side, at) => ({
    ...side,
    playback: playbackOf({ days: 10 + at }),
  }))
  const [one, two] = sides
  if (one && two) two.parent = one
  it('are all that can be played, told apart by their lines', () => {
    const all = chartSides(sides, { alone: null, locale: 'en' })
    expect(all.map(({ letter, dash, isGhost }) => [letter, dash, isGhost])).toEqual([
      ['A', 'dashed', false],
      ['B', 'solid', false],
    ])
    expect(daysOf(all)).toBe(11)
  })
  it('of a branch alone are its parent, dashed, and the branch', () => {
    const both = chartSides(sides, { alone: 1, locale: 'en' })
    expect(both.map(({ letter, dash, isGhost }) => [letter, dash, isGhost])).toEqual([
      ['A', 'dashed', true],
      ['B', 'solid', false],
    ])
    expect(ownSides(both).map(({ letter }) => letter)).toEqual(['B'])
  })
  it('of a side without a parent alone are itself, with a plain line', () =>
    expect(chartSides(sides, { alone: 0, locale: 'en' }).map(({ letter, dash }) => [letter, dash])).toEqual([
      ['A', 'solid'],
    ]))
})

describe('tabs', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 7, 0],
    ['ArrowLeft', 0, 7],
    ['Home', 5, 0],
    ['End', 5, 7],
    ['a', 5, null],
  ])('%s leads from %i to %s', (key, at, to) => expect(tabAfter(key, at, 8)).toBe(to))
  it.each([
    [-80, 10, 1],
    [80, 10, -1],
    [-80, 60, 0],
    [-20, 0, 0],
  ])('a finger that went %i across and %i down moves by %i', (across, down, step) =>
    expect(swipe(across, down)).toBe(step),
  )
})
