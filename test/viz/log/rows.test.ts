import { expect, it } from 'vitest'
import { chainOf, rowAt } from '../../../viz/log/rows.ts'
import { someColumns } from './log-history.ts'

const columns = someColumns()

it('a row says of the fact behind it which kind it is and of which day', () => {
  const seq = columns.cause.findIndex((cause, at) => cause >= 0 && at > 1000)
  const row = rowAt(columns, seq)
  expect(row.causeKind).toBe(columns.kind[row.cause])
  expect(row.causeDay).toBe(rowAt(columns, row.cause).day)
})

it('a row with nothing behind it says so', () => {
  const seq = columns.cause.indexOf(-1)
  expect(rowAt(columns, seq)).toMatchObject({ cause: -1, causeKind: -1, causeDay: -1 })
})

it('the chain of every fact leads over its causes to one that has none', () => {
  let longest = 0
  for (let seq = 0; seq < columns.count; seq++) {
    const chain = chainOf(columns, seq)
    expect(chain[0]?.seq).toBe(seq)
    for (let at = 1; at < chain.length; at++) expect(chain[at]?.seq).toBe(chain[at - 1]?.cause)
    expect(chain.at(-1)?.cause).toBe(-1)
    longest = Math.max(longest, chain.length)
  }
  expect(longest).toBeGreaterThan(3)
})
