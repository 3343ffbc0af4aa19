import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchLines, branchPaths } from '../../../viz/timeline/branches.ts'
import type { Branching } from '../../../viz/timeline/branches.ts'

const root: Branching = { parent: null, forkDay: null, days: 180 }
const branchOf = (parent: number, forkDay: number): Branching => ({ parent, forkDay, days: 180 })
const scale = { x: (day: number) => day * 2, y: (row: number) => 10 + row * 20, bend: 12 }

describe('the lines of branches', () => {
  it('lie under their parents', () => {
    const lines = branchLines([root, root, branchOf(0, 30), branchOf(2, 60)])
    expect(lines.map(({ side, parentRow }) => [side, parentRow])).toEqual([
      [0, null],
      [2, 0],
      [3, 1],
      [1, null],
    ])
  })
  it('begin on the day of the fork, where that of the parent goes on dashed', () => {
    const [parent, branch] = branchLines([root, branchOf(0, 30)])
    expect(parent).toMatchObject({ from: 0, to: 180, leftOn: 30 })
    expect(branch).toMatchObject({ from: 30, to: 180, leftOn: null })
  })
  it('of a parent that was forked twice are dashed from the first fork on', () =>
    expect(branchLines([root, branchOf(0, 90), branchOf(0, 30)])[0]?.leftOn).toBe(30))
  it('stand for themselves where the parent is no side', () =>
    expect(branchLines([branchOf(7, 30)])[0]).toMatchObject({ parentRow: null, from: 0 }))
  it('show every side once, whoever is said to be the parent of whom', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            parent: fc.option(fc.integer({ min: -1, max: 4 })),
            forkDay: fc.option(fc.nat(200)),
            days: fc.constant(180),
          }),
          { maxLength: 4 },
        ),
        (sides) => {
          const lines = branchLines(sides)
          expect(lines.map(({ side }) => side).sort()).toEqual(sides.map((_, side) => side))
          for (const { row, parentRow, from, to } of lines) {
            expect(parentRow ?? -1).toBeLessThan(row)
            expect(from).toBeLessThanOrEqual(to)
          }
        },
      ),
    ))
})

describe('the path of a line', () => {
  const [parent, branch] = branchLines([root, branchOf(0, 30)])
  if (!parent || !branch) throw new Error('two sides must have two lines')

  it('curves from the line of the parent to its own', () =>
    expect(branchPaths(branch, scale)).toEqual({ solid: 'M60 10C66 10 66 30 72 30H360', dashed: '' }))
  it('is dashed once a branch has left it', () =>
    expect(branchPaths(parent, scale)).toEqual({ solid: 'M0 10H60', dashed: 'M60 10H360' }))
  it('of a branch on the last day still shows its curve', () => {
    const late = branchLines([root, branchOf(0, 180)])[1]
    expect(late && branchPaths(late, scale).solid).toBe('M360 10C366 10 366 30 372 30')
  })
})
