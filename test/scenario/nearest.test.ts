import { expect, it } from 'vitest'
import { nearest } from '../../sim/scenario/nearest.ts'

it('forgives a swap, a missing letter, a wrong letter and another case', () => {
  const known = ['content', 'answers', 'ads', 'redPackets']
  expect(['contnet', 'anwers', 'adz', 'redpackets'].map((name) => nearest(name, known))).toEqual(known)
})

it('stays silent when nothing is close', () => {
  expect(nearest('weather', ['content', 'ads'])).toBeUndefined()
  expect(nearest('x'.repeat(100_000), ['content'])).toBeUndefined()
})

it('takes the first of two that are equally close', () => {
  expect(nearest('dayz', ['days', 'dayx'])).toBe('days')
})
