import { expect, it } from 'vitest'
import { describeProblem, inReadingOrder, ScenarioError, show } from '../../sim/scenario/problem.ts'

const says = 'must be a number from 0 to 1000, got "many"'

it('says file, line, path and what must hold, leaving out what is not known', () => {
  const path = 'plan[1].ads.perDay'
  expect(describeProblem({ file: 'x.yaml', line: 12, path, says })).toBe(`x.yaml:12: ${path} ${says}`)
  expect(describeProblem({ file: 'x', line: null, path, says })).toBe(`x: ${path} ${says}`)
  expect(describeProblem({ file: '', line: null, path: '', says })).toBe(`the scenario ${says}`)
})

it('puts all problems into one message, one a line', () => {
  const problem = { file: 'x.yaml', line: 1, path: 'days', says }
  expect(new ScenarioError([problem, { ...problem, line: 2 }]).message.split('\n')).toHaveLength(2)
})

it('reads file by file from top to bottom, and of each value only the first problem', () => {
  const at = (file: string, line: number, path: string): Parameters<typeof describeProblem>[0] => ({
    file,
    line,
    path,
    says,
  })
  const ordered = inReadingOrder([
    at('b', 9, 'x'),
    at('a', 5, 'y'),
    at('b', 2, 'z'),
    { ...at('b', 9, 'x'), says: 'again' },
  ])
  expect(ordered.map(({ file, line }) => `${file}${line}`)).toEqual(['b2', 'b9', 'a5'])
})

it('shows values briefly and tells texts from numbers', () => {
  expect([7, '7', NaN, null, [1], { a: 1 }, true].map(show)).toEqual([
    '7',
    '"7"',
    'NaN',
    'nothing',
    'a list',
    'a map',
    'true',
  ])
  expect(show('x'.repeat(999)).length).toBeLessThan(70)
})
