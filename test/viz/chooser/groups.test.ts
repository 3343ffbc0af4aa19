import { describe, expect, it } from 'vitest'
import { groupScenarios } from '../../../viz/chooser/groups.ts'

describe('the scenarios by question', () => {
  it('keep the order of the table, with variants below their parent', () =>
    expect(groupScenarios(['red-packet-rain', 'rescue', 'rescue--late', 'ads-from-day-one'])).toEqual([
      {
        group: 'selling',
        families: [
          { name: 'ads-from-day-one', variants: [] },
          { name: 'rescue', variants: ['rescue--late'] },
        ],
      },
      { group: 'growth', families: [{ name: 'red-packet-rain', variants: [] }] },
    ]))
  it('that no question knows come last, with their variants', () =>
    expect(groupScenarios(['mine', 'mine--small', 'product-fit']).at(-1)).toEqual({
      group: 'others',
      families: [{ name: 'mine', variants: ['mine--small'] }],
    }))
  it('have variants in the order of their numbers', () =>
    expect(groupScenarios(['rescue', 'rescue--day-14', 'rescue--day-7'])[0]?.families[0]?.variants).toEqual([
      'rescue--day-7',
      'rescue--day-14',
    ]))
  it('keep a variant whose parent is not there', () =>
    expect(groupScenarios(['rescue--late'])).toEqual([
      { group: 'others', families: [{ name: 'rescue--late', variants: [] }] },
    ]))
  it('are all there, once', () => {
    const names = ['a', 'a--b', 'a--b--c', 'six-needs', 'six-needs--one', 'x--y']
    const seen = groupScenarios(names).flatMap(({ families }) =>
      families.flatMap(({ name, variants }) => [name, ...variants]),
    )
    expect([...seen].sort()).toEqual([...names].sort())
  })
})
