import { expect, it } from 'vitest'
import { formatPath, parsePath } from '../../sim/scenario/path.ts'

it('reads and writes keys and numbers of items', () => {
  const path = ['plan', 1, 'ads', 'perDay'] as const
  expect(formatPath(path)).toBe('plan[1].ads.perDay')
  expect(parsePath('plan[1].ads.perDay')).toEqual(path)
  expect(parsePath('market.pains.baby-skin')).toEqual(['market', 'pains', 'baby-skin'])
})

it('quotes odd keys', () => {
  expect(formatPath(['a b', 'x'])).toBe('["a b"].x')
})

it('does not read what is not a path', () => {
  for (const text of ['', '[0]', '.a', 'a.', 'a..b', 'a[x]', 'a[1]b', 'a b', 'a[-1]'])
    expect(parsePath(text)).toBeNull()
})
