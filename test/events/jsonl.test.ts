import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayLines, endLine, rowLine, shortest } from '../../sim/events/jsonl.ts'
import { createLineSplitter } from '../../sim/events/jsonl-lines.ts'
import { KIND } from '../../sim/events/kinds.ts'
import { LogError } from '../../sim/events/log-error.ts'
import { createRows, record } from '../../sim/events/rows.ts'
import { InvariantError } from '../../sim/model/invariant.ts'

describe('a number in a log', () => {
  it('is the shortest decimal that rounds to the stored float', () => {
    const stored = [0.26, 99, -0.1, 1e-7, 16777217, 1 / 3].map(Math.fround)
    expect(stored.map(shortest)).toEqual(['0.26', '99', '-0.1', '1e-7', '16777216', '0.33333334'])
  })

  it('comes back with the same bits, whichever float it is', () =>
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const stored = value + 0
        expect(Object.is(Math.fround(Number(shortest(stored))), stored)).toBe(true)
      }),
      { numRuns: 2000 },
    ))

  it('is never −0: it is recorded as 0', () => {
    const rows = createRows()
    for (const value of [-0, -1e-60]) record(rows, KIND['value-changed'], 0, 1, 12, value, -1)
    expect([...rows.value.slice(0, 2)].every((value) => Object.is(value, 0))).toBe(true)
  })

  it('is always finite: anything else is our bug', () => {
    const rows = createRows()
    record(rows, KIND['value-changed'], 0, 1, 12, NaN, -1)
    expect(() => rowLine(rows, 0, 0)).toThrow(InvariantError)
  })
})

describe('a line', () => {
  const rows = createRows()
  record(rows, KIND['member-joined'], 0, 17, 0, 0.26, -1)
  record(rows, KIND['day-closed'], 0, -1, -1, 0, -1)
  const link = { day: 0, rows: 2, facts: 'a'.repeat(16), state: 'b'.repeat(16), digest: 'c'.repeat(16) }

  it('is what JSON.stringify would write', () => {
    for (const line of [
      rowLine(rows, 0, 3),
      rowLine(rows, 1, 3),
      endLine({ days: 1, events: 2, digest: 'c' }),
    ]) {
      expect(JSON.stringify(JSON.parse(line))).toBe(line)
    }
  })

  it('has the columns of the published protocol', () => {
    expect(dayLines(rows, 0, 2, link)).toBe(
      '{"seq":0,"day":0,"kind":"member-joined","group":0,"actor":17,"object":0,"value":0.26,"cause":-1}\n' +
        '{"seq":1,"day":0,"kind":"day-closed","group":0,"actor":-1,"object":-1,"value":0,"cause":-1}\n' +
        '{"chain":{"day":0,"rows":2,"facts":"aaaaaaaaaaaaaaaa","state":"bbbbbbbbbbbbbbbb","digest":"cccccccccccccccc"}}\n',
    )
  })
})

describe('the splitter of lines', () => {
  const split = (pieces: readonly string[]): string[] => {
    const found: string[] = []
    const splitter = createLineSplitter('x.jsonl', (text, line) => found.push(`${line}:${text}`))
    pieces.forEach(splitter.push)
    splitter.end()
    return found
  }

  it('finds the same lines wherever the pieces part', () => {
    const text = 'ab\n\nc\r\nd\n'
    for (let at = 0; at <= text.length; at++) {
      expect(split([text.slice(0, at), text.slice(at)])).toEqual(['1:ab', '2:', '3:c\r', '4:d'])
    }
  })

  it('refuses half a line at the end', () => {
    expect(() => split(['a\nb'])).toThrow(LogError)
    expect(() => split(['a\nb'])).toThrow(/^x\.jsonl:2: every line must end with a line feed, got the end/)
  })

  it('refuses a line that could fill the memory', () => {
    const megabyte = ' '.repeat(1_000_000)
    expect(() => split(Array.from({ length: 20 }, () => megabyte))).toThrow(/at most 16000000 characters/)
  })
})
