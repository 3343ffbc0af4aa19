import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../viz/charts/chart.ts'
import { csvOf } from '../../../viz/charts/csv.ts'

describe('a table for a spreadsheet', () => {
  it('begins with a byte order mark and ends every line as the standard says', () =>
    expect(csvOf({ title: '', head: ['天', '人'], rows: [['1', '2']] })).toBe('\ufeff天,人\r\n1,2\r\n'))
  it('has numbers as they are, and nothing where there is none', () => {
    const columns = [
      { name: 'day', write: String, value: (row: number) => row },
      {
        name: '¥',
        write: (value: number) => `¥${value}`,
        value: (row: number) => (row === 0 ? NaN : -1234.5),
      },
    ]
    const table = tableOf('', columns, 1)
    expect(table.rows[1]).toEqual(['1', '¥-1234.5'])
    expect(csvOf(table)).toBe('\ufeffday,¥\r\n0,\r\n1,-1234.5\r\n')
  })
  it('keeps commas and quotes together, and lets no text pass for a formula', () =>
    expect(csvOf({ title: '', head: ['a,b', 'say "x"', '=1+1'], rows: [] })).toBe(
      '\ufeff"a,b","say ""x""",\'=1+1\r\n',
    ))
})
