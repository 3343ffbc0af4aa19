import type { Link } from './chain.ts'
import { LogError, quote } from './log-error.ts'
import { createLineTaker, type LineTaker } from './log-line.ts'
import { openLog, type OpenLog, type OpenOptions } from './log-opened.ts'
import type { Block } from './qlog-blocks.ts'
import { unpackedPart, type DaysOfBlock } from './qlog.ts'
import { UPCASTERS, type Upcasters } from './upcasters.ts'

export interface LogReaderOptions extends Omit<OpenOptions, 'upcasters'> {
  /** What the log is called in messages. */
  readonly file: string
  /** True when the rest need not be read; asked before each line, and before each day of a block. Default: never. */
  readonly isDone?: () => boolean
  /** How facts of older versions are read. Default: as this engine knows. */
  readonly upcasters?: Upcasters
}

/** Reads a log piece by piece. Throws a LogError at the first that cannot be what comes next. */
export interface LogReader {
  /** The next line of a readable log, without its line feed; numbers count from 1. */
  readonly line: (text: string, lineNumber: number) => void
  /** The next block of a native log, and its bytes unpacked. */
  readonly block: (block: Block, raw: Uint8Array) => void
  /** To be called when there are no more. */
  readonly end: () => void
}

/** A reader at the start of a log. Pieces are pushed in, so that no log has to fit into memory. */
export function createLogReader(options: LogReaderOptions): LogReader {
  const { file, upcasters = UPCASTERS, isDone = () => false } = options
  const opening: OpenOptions = { ...options, upcasters }
  let log: OpenLog | null = null
  let takeLine: LineTaker | null = null
  /** Of a block: that which the readable log would have. */
  let line = 0
  return { line: readLine, block: readBlock, end }

  function readLine(text: string, lineNumber: number): void {
    if (isDone()) return
    line = lineNumber
    if (log === null) log = openLog(text, opening, fail)
    else if (log.isOver()) failAfterEnd(quote(text))
    else (takeLine ??= createLineTaker(log, fail))(text)
  }

  function readBlock(block: Block, raw: Uint8Array): void {
    if (isDone()) return
    const part = unpackedPart(block, raw, file)
    line += 1
    if (part.type === 'header') log = openLog(part.text, opening, fail)
    else if (log === null) failEmpty()
    else if (log.isOver()) failAfterEnd(`block ${block.number}`)
    else if (part.type === 'end') log.end(part.end)
    else readDays(log, part)
  }

  function readDays(log: OpenLog, { first, links, rows }: DaysOfBlock): void {
    const day = log.day()
    if (first !== day) fail(`day must be ${day}, got ${first}`, day)
    if (rows.base !== log.seq()) fail(`seq must be ${log.seq()}, got ${rows.base}`, day)
    let from = 0
    for (const link of links) {
      if (isDone()) return
      readDay(log, rows, from, link)
      from += link.rows
    }
    line -= 1 // the next block begins with the line after the last
  }

  function readDay(log: OpenLog, rows: DaysOfBlock['rows'], from: number, link: Link): void {
    const { kind, group, actor, object, value, cause } = rows
    for (let at = from; at < from + link.rows; at++) {
      log.row(
        kind[at] as number,
        group[at] as number,
        actor[at] as number,
        object[at] as number,
        value[at] as number,
        cause[at] as number,
      )
      line += 1
    }
    log.link(link)
    line += 1
  }

  function end(): void {
    if (log === null) failEmpty()
    log.close()
  }

  function failEmpty(): never {
    return fail('a log must begin with a header, got an empty file')
  }

  function failAfterEnd(got: string): never {
    return fail(`the log must end with its end line, got ${got} after it`)
  }

  function fail(says: string, day: number | null = null): never {
    throw new LogError({ file, line: line === 0 ? null : line, day }, says)
  }
}
