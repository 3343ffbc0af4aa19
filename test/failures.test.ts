import { describe, expect, it } from 'vitest'
import { failuresIn, tellFailures, type Failure, type VitestReport } from '../bin/failures.mjs'

type File = VitestReport['testResults'][number]
type Test = File['assertionResults'][number]

const passed: Test = { ancestorTitles: [], title: 'holds', status: 'passed', failureMessages: [] }
const failed: Test = {
  ...{ ancestorTitles: ['', 'a log', 'with a byte changed'], title: 'is never sound', status: 'failed' },
  failureMessages: ['Error: Test timed out in 120000ms.\n    at replay.test.ts:279:3'],
}
const file = (changes: Partial<File>): File => ({
  ...{ name: '/home/me/log.test.ts', status: 'failed', message: '', assertionResults: [passed] },
  ...changes,
})
const failuresOf = (...testResults: File[]): Failure[] => failuresIn({ testResults }, '/home/me/')

function many(count: number, message: string): Failure[] {
  return Array.from({ length: count }, (_, n) => ({ file: 'a.test.ts', title: `test ${n}`, message }))
}

describe('what failed', () => {
  it('is nothing where everything passed', () => {
    expect(failuresOf(file({ status: 'passed' }))).toEqual([])
  })

  it('is told by file, full title and message', () => {
    const [first, ...others] = failuresOf(file({ assertionResults: [passed, failed] }))
    expect(others).toEqual([])
    expect(first).toEqual({
      file: 'log.test.ts',
      title: 'a log > with a byte changed > is never sound',
      message: failed.failureMessages[0],
    })
  })

  it('is a whole file that cannot be loaded, or has a hook that breaks', () => {
    const broken = { file: 'log.test.ts', title: '', message: 'no such module' }
    expect(failuresOf(file({ message: 'no such module', assertionResults: [] }))).toEqual([broken])
    expect(failuresOf(file({ message: 'no such module' }))).toEqual([broken])
  })
})

describe('the end of a log', () => {
  it('has each failure with the beginning of its message, without colours, empty lines and stacks of others', () => {
    const message = `\u001B[31mProperty failed\u001B[39m\n\n    at x (/node_modules/y.js:1:1)\n{ seed: 7 }\n${'more\n'.repeat(40)}`
    const lines = tellFailures(many(1, message)).split('\n')
    expect(lines.slice(0, 4)).toEqual(['', 'FAILED a.test.ts > test 0', '  Property failed', '  { seed: 7 }'])
    expect(lines).toHaveLength(2 + 15)
  })

  it.each([1, 5, 6, 20, 30, 31, 500])('has at most 95 lines, with %i failures', (count) => {
    const text = tellFailures(many(count, 'line\n'.repeat(40)))
    expect(text.split('\n').length).toBeLessThanOrEqual(95)
    expect(text.match(/^FAILED /gm)).toHaveLength(Math.min(count, 30))
    expect(text.includes(`and ${count - 30} more`)).toBe(count > 30)
  })

  it('cuts a counterexample that is one long line', () => {
    const lines = tellFailures(many(1, `Counterexample: ${'x'.repeat(20_000)}`)).split('\n')
    expect(lines[2]).toMatch(/^ {2}Counterexample: x+…$/)
    expect(lines[2]?.length).toBeLessThan(500)
  })
})
