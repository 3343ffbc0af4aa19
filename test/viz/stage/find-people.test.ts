import { describe, expect, it } from 'vitest'
import { findPeople } from '../../../viz/stage/find-people.ts'

const people = [
  { side: 0, seat: 0, person: 170, name: '小满阿姨' },
  { side: 0, seat: 1, person: 17, name: '云朵的猫' },
  { side: 0, seat: 2, person: 3, name: '大小鹿' },
  { side: 1, seat: 0, person: 17, name: 'Little Deer' },
]
const found = (wish: string, most = 10) =>
  findPeople(people, wish, most).map(({ side, seat }) => [side, seat])

describe('looking for a member', () => {
  it('by number finds her on every side before longer numbers', () => {
    expect(found('17')).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ])
    expect(found(' #17 ')).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ])
  })
  it('by nickname finds who begins so before who only contains it', () =>
    expect(found('小')).toEqual([
      [0, 0],
      [0, 2],
    ]))
  it('does not mind capitals', () => expect(found('deer')).toEqual([[1, 0]]))
  it('finds nobody for nothing', () => expect([found(''), found('  '), found('张三')]).toEqual([[], [], []]))
  it('stops at as many as can be shown', () => expect(found('17', 1)).toEqual([[0, 1]]))
})
