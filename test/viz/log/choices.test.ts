import { describe, expect, it } from 'vitest'
import { KIND_NAMES } from '../../../sim/index.ts'
import {
  NO_CHOICES,
  choicesMade,
  dayAsked,
  filterOf,
  stateOfGroup,
  toggleGroup,
  toggleKind,
} from '../../../viz/log/choices.ts'
import { EVERYTHING } from '../../../viz/log/filter.ts'
import { KIND_GROUPS, codesOf } from '../../../viz/log/kinds.ts'
import { peopleAsked } from '../../../viz/log/people.ts'

it('every kind of fact is in one group', () => {
  expect(Object.values(KIND_GROUPS).flat().sort()).toEqual([...KIND_NAMES].sort())
})

describe('choices', () => {
  it('of nothing filter nothing', () => {
    expect(filterOf(NO_CHOICES, null)).toEqual(EVERYTHING)
    expect(choicesMade(NO_CHOICES)).toBe(0)
  })

  it('count days from 1, and both ends', () => {
    expect(filterOf({ ...NO_CHOICES, from: 3, to: 5 }, null)).toMatchObject({ from: 2, to: 5 })
  })

  it('are counted, the two ends of the days as one', () => {
    expect(choicesMade({ ...NO_CHOICES, from: 3, to: 5, who: '小鹿', cause: 0 })).toBe(3)
  })

  it('of a group are all of its kinds, and once more none', () => {
    const chosen = toggleGroup([], 'leaving')
    expect([...chosen].sort()).toEqual([...codesOf('leaving')].sort())
    expect(stateOfGroup(chosen, 'leaving')).toBe('true')
    expect(stateOfGroup(toggleKind(chosen, chosen[0] ?? 0), 'leaving')).toBe('mixed')
    expect(toggleGroup(chosen, 'leaving')).toEqual([])
  })

  it('of a part of a group become the whole group', () => {
    const [first = 0] = codesOf('orders')
    expect(stateOfGroup(toggleGroup([first], 'orders'), 'orders')).toBe('true')
  })

  it.each([
    ['12', 12],
    [' 7 ', 7],
    ['', null],
    ['0', null],
    ['1.5', null],
    ['x', null],
  ])('the text %j means the day %s', (text, day) => expect(dayAsked(text)).toBe(day))
})

describe('a text for people', () => {
  const nicknames = [
    ['小鹿', '云朵'],
    ['妈妈', '同学'],
  ]
  const asked = (text: string) =>
    peopleAsked(text, { members: [3, 8, 11, 12], nicknames, gap: '', owner: '群主' })

  it('that is empty means nobody in particular', () => expect(asked('  ')).toBeNull())
  it.each(['17', '#17', ' 17 '])('that is a number, %j, means that person', (text) =>
    expect(asked(text)).toEqual([17]),
  )
  it('means all members who are called so', () => {
    const deer = asked('小鹿') ?? []
    const cloud = asked('云朵') ?? []
    expect([...deer, ...cloud].sort((a, b) => a - b)).toEqual([3, 8, 11, 12])
  })
  it('means the owner where it says so', () => expect(asked('群主')).toEqual([-1]))
  it('means nobody where no one is called so', () => expect(asked('zzz')).toEqual([]))
})
