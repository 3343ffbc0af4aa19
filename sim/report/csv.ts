import type { History } from '../projections/history.ts'
import { METRIC_NAMES } from '../projections/metric.ts'

/** Excel takes a file for UTF-8 only with this in front. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The metrics of every day as CSV (RFC 4180): a row after each of 0 to `days` whole days; empty for null. */
export function csvOfHistory({ metrics }: History): string {
  const rows = metrics.map((ofDay, day) => [day, ...METRIC_NAMES.map((name) => ofDay[name])])
  return (
    BYTE_ORDER_MARK +
    [['day', ...METRIC_NAMES], ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
  )
}

function field(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
