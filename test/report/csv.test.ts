import { describe, expect, it } from 'vitest'
import { METRIC_NAMES } from '../../sim/projections/metric.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { csvOfHistory } from '../../sim/report/csv.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

describe('the daily metrics as CSV', () => {
  const { history } = watchRun(smallScenario({ days: 12 }), '1')
  const text = csvOfHistory(history)
  const rows = text.slice(1).split('\r\n')

  it('begins with a byte order mark, for Excel, and ends every row as RFC 4180 has it', () => {
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(rows.at(-1)).toBe('')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('has a header and a row after each of 0 to 12 days', () => {
    expect(rows[0]).toBe(['day', ...METRIC_NAMES].join(','))
    expect(rows.slice(1, -1).map((row) => row.split(',')[0])).toEqual(
      Array.from({ length: 13 }, (_, day) => String(day)),
    )
  })

  it('has every number as it is, and nothing where nothing can be said', () => {
    rows.slice(1, -1).forEach((row, day) => {
      const cells = row.split(',').slice(1)
      expect(cells).toHaveLength(METRIC_NAMES.length)
      METRIC_NAMES.forEach((name, column) => {
        const value = history.metrics[day]?.[name] ?? null
        expect(cells[column]).toBe(value === null ? '' : String(value))
      })
    })
  })
})
