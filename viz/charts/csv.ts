import type { Table } from './chart.ts'

/** What a spreadsheet needs to see in order to read Chinese. */
const BYTE_ORDER_MARK = '\ufeff'

/** A table as comma-separated values (RFC 4180): numbers as they are, nothing where there is none. */
export function csvOf({ head, rows, values }: Table): string {
  const lines = [head, ...(values ?? rows)].map((row) => row.map(cellOf).join(','))
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('')
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toFixed(6))) : ''
  // What begins like a formula would be reckoned with.
  const text = /^[=+@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
