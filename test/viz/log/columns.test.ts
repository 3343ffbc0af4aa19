import { describe, expect, it } from 'vitest'
import { run } from '../../../sim/index.ts'
import { dayOf, startOfDay } from '../../../viz/log/columns.ts'
import { scenario, someColumns } from './log-history.ts'

const COLUMNS = ['kind', 'group', 'actor', 'object', 'value', 'cause'] as const

describe('the columns of a log', () => {
  it('hold every fact of the run, in its order', () => {
    const columns = someColumns()
    const { rows } = run(scenario, '1', { keepsRows: true })
    expect(columns.count).toBe(rows.count)
    for (const column of COLUMNS)
      expect([...columns[column].subarray(0, columns.count)]).toEqual([
        ...rows[column].subarray(0, rows.count),
      ])
  })

  it('know the day of each fact from the ends of the days', () => {
    const columns = someColumns()
    expect(columns.ends).toHaveLength(scenario.days)
    for (let day = 0; day < scenario.days; day++) {
      expect(dayOf(columns, startOfDay(columns, day))).toBe(day)
      expect(dayOf(columns, startOfDay(columns, day + 1) - 1)).toBe(day)
    }
  })

  it('begin a day that is not there behind the last fact', () => {
    const columns = someColumns()
    expect(startOfDay(columns, 0)).toBe(0)
    expect(startOfDay(columns, scenario.days + 9)).toBe(columns.count)
  })
})
