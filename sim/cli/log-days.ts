import { createChain, type Chain, type Link } from '../events/chain.ts'
import { digestOfRows, fromHexadecimal, hexadecimal, linkDay } from '../events/digest.ts'
import { createLineSplitter } from '../events/jsonl-lines.ts'
import { LogError } from '../events/log-error.ts'
import { createLogReader } from '../events/log-reader.ts'
import { createRows, record, type Rows } from '../events/rows.ts'
import { LOG_FORMAT, type LogHeader } from '../engine/header.ts'
import { logBounds, readLogHeader } from '../engine/replay-header.ts'
import type { DayOfFacts } from '../projections/log-difference.ts'
import { InputError } from './exit.ts'
import { logPieces } from './log-file.ts'
import { createProgress } from './progress.ts'

/** The days of a log, one after the other, each a copy of its own. Its chain is checked on the way. */
export interface LogDays {
  readonly header: () => Promise<LogHeader>
  /** The next day; null after the last. */
  readonly next: () => Promise<DayOfFacts | null>
  readonly close: () => Promise<void>
}

/** What is known once the header was read. */
interface Opened {
  readonly header: LogHeader
  readonly chain: Chain
}

/** Opens a log to be read at the pace of whoever asks for its days. */
export function openLogDays(path: string): LogDays {
  const pieces = logPieces(path, createProgress())
  const waiting: DayOfFacts[] = []
  let opened: Opened | null = null
  let days = 0
  let isOver = false
  const reader = createLogReader({
    file: path,
    format: LOG_FORMAT,
    onHeader: (found, text) => {
      opened = { header: readLogHeader(found, path), chain: createChain(text) }
      return logBounds(opened.header)
    },
    onDay: (rows, from, to, link, written) => {
      if (!isNextOf((opened as Opened).chain, link, written))
        throw new LogError({ file: path, line: null, day: link.day }, BROKEN)
      waiting.push(copyOf(rows, from, to))
      days += 1
    },
  })
  const lines = createLineSplitter(path, reader.line)
  return { header, next, close }

  async function header(): Promise<LogHeader> {
    while (opened === null && !isOver) await readOn()
    return (opened as Opened | null as Opened).header // a reader that comes to the end without one throws
  }

  async function next(): Promise<DayOfFacts | null> {
    while (waiting.length === 0 && !isOver) await readOn()
    return waiting.shift() ?? null
  }

  async function readOn(): Promise<void> {
    try {
      const { done, value: piece } = await pieces.next()
      if (done !== true) {
        if (piece.type === 'text') lines.push(piece.text)
        else reader.block(piece.block, piece.raw)
        return
      }
      lines.end()
      reader.end()
      isOver = true
    } catch (error) {
      throw opened === null ? error : behind(days, error)
    }
  }

  async function close(): Promise<void> {
    await pieces.return()
  }
}

const BROKEN = 'a day must follow from the facts and the link before it, got a log that was changed'

/** Goes on to the link, and tells whether it stands on what was read. States are left to `replay`, which folds. */
function isNextOf(chain: Chain, link: Link, written: Rows): boolean {
  const facts = digestOfRows(written, 0, written.count)
  chain.last = linkDay(chain.last, link.day, facts, fromHexadecimal(link.state))
  return hexadecimal(facts) === link.facts && hexadecimal(chain.last) === link.digest
}

/** Damage to packed bytes is found before anybody can tell what day they are of: it lies behind the days that were read. */
function behind(days: number, error: unknown): unknown {
  if (!(error instanceof LogError) || error.place.day !== null) return error
  return new InputError(`${error.message} (after ${days} whole days)`)
}

function copyOf(rows: Rows, from: number, to: number): DayOfFacts {
  const copy = createRows(to - from)
  copy.base = rows.base + from
  const { kind, group, actor, object, value, cause } = rows
  for (let at = from; at < to; at++) {
    record(
      copy,
      kind[at] as number,
      group[at] as number,
      actor[at] as number,
      object[at] as number,
      value[at] as number,
      cause[at] as number,
    )
  }
  return { rows: copy, from: 0, to: copy.count }
}
