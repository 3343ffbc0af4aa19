import { dayOf } from './columns.ts'
import type { LogColumns } from './columns.ts'

/** One fact of a log, with what its line in the table says of the fact behind it. */
export interface LogRow {
  readonly seq: number
  /** Counted from 0. */
  readonly day: number
  /** Code. */
  readonly kind: number
  readonly group: number
  readonly actor: number
  readonly object: number
  readonly value: number
  /** Seq of the fact behind it, −1 for none; then also kind and day of that one are −1. */
  readonly cause: number
  readonly causeKind: number
  readonly causeDay: number
}

export function rowAt(columns: LogColumns, seq: number): LogRow {
  const cause = columns.cause[seq] as number
  return {
    seq,
    day: dayOf(columns, seq),
    kind: columns.kind[seq] as number,
    group: columns.group[seq] as number,
    actor: columns.actor[seq] as number,
    object: columns.object[seq] as number,
    value: columns.value[seq] as number,
    cause,
    causeKind: cause < 0 ? -1 : (columns.kind[cause] as number),
    causeDay: cause < 0 ? -1 : dayOf(columns, cause),
  }
}

/** A fact and those behind it, up to the one that has none: each stands above the one that it caused. */
export function chainOf(columns: LogColumns, seq: number): readonly LogRow[] {
  const chain: LogRow[] = []
  for (let at = seq; at >= 0 && at < columns.count;) {
    const row = rowAt(columns, at)
    chain.push(row)
    if (row.cause >= at) break // causes come first; a log in which one does not is refused before it gets here
    at = row.cause
  }
  return chain
}
