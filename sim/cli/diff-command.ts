import { createLineSplitter } from '../events/jsonl-lines.ts'
import { createLogReader } from '../events/log-reader.ts'
import { createRows, record, type Rows } from '../events/rows.ts'
import { LOG_FORMAT, type LogHeader } from '../engine/header.ts'
import { logBounds, readLogHeader } from '../engine/replay-header.ts'
import { createDifference, type DayOfFacts } from '../projections/log-difference.ts'
import { diffReport, diffText } from '../report/diff-text.ts'
import type { Locale } from '../model/local-text.ts'
import { EXIT, InputError } from './exit.ts'
import { logTexts, mustBeLog } from './log-file.ts'
import { print, printJson } from './output.ts'
import { createProgress } from './progress.ts'

export interface DiffCommandOptions {
  readonly json?: boolean
  readonly locale: Locale
}

/** `qunxiang diff LOG LOG`: reads both side by side, a day at a time. That they differ is a result, not a failure. */
export async function diffCommand(
  a: string,
  b: string,
  { json, locale }: DiffCommandOptions,
): Promise<number> {
  for (const path of [a, b]) mustBeLog(path, 'LOG')
  const [one, other] = [openDays(a), openDays(b)]
  try {
    const headers = { a: await one.header(), b: await other.header() }
    mustBeOfTheSamePeople({ name: a, header: headers.a }, { name: b, header: headers.b })
    const difference = createDifference()
    for (;;) {
      const [here, there] = [await one.next(), await other.next()]
      if (here === null && there === null) break
      difference.addDay(here, there)
    }
    const report = diffReport(headers, difference.finish())
    if (json === true) printJson(report)
    else print(diffText(report, { a, b }, locale))
    return EXIT.done
  } finally {
    await Promise.all([one.close(), other.close()])
  }
}

interface Named {
  readonly name: string
  readonly header: LogHeader
}

/** Other people have other lives; there is nothing to be learned from telling them apart fact by fact. */
function mustBeOfTheSamePeople(a: Named, b: Named): void {
  const must = `${a.name} and ${b.name} must be logs of the same people`
  if (a.header.seed !== b.header.seed) {
    const seeds = [a, b].map(({ header }) => JSON.stringify(header.seed)).join(' and ')
    throw new InputError(`${must}, got the seeds ${seeds}`)
  }
  const [one, other] = [a, b].map(({ header }) => header.scenario)
  if (JSON.stringify(one?.market) !== JSON.stringify(other?.market))
    throw new InputError(`${must}, got another market`)
  if (one?.community.groups !== other?.community.groups)
    throw new InputError(`${must}, got ${one?.community.groups} and ${other?.community.groups} groups`)
}

/** The days of a log, one after the other, each a copy of its own. */
interface Days {
  readonly header: () => Promise<LogHeader>
  readonly next: () => Promise<DayOfFacts | null>
  readonly close: () => Promise<void>
}

function openDays(path: string): Days {
  const texts = logTexts(path, createProgress())
  const waiting: DayOfFacts[] = []
  let found: LogHeader | null = null
  let isOver = false
  const reader = createLogReader({
    file: path,
    format: LOG_FORMAT,
    onHeader: (header) => logBounds((found = readLogHeader(header, path))),
    onDay: (rows, from, to) => waiting.push(copyOf(rows, from, to)),
  })
  const lines = createLineSplitter(path, reader.line)
  return { header, next, close }

  async function header(): Promise<LogHeader> {
    while (found === null && !isOver) await readOn()
    return found as LogHeader | null as LogHeader // a reader that comes to the end without one throws
  }

  async function next(): Promise<DayOfFacts | null> {
    while (waiting.length === 0 && !isOver) await readOn()
    return waiting.shift() ?? null
  }

  async function readOn(): Promise<void> {
    const { done, value } = await texts.next()
    if (done !== true) return lines.push(value)
    lines.end()
    reader.end()
    isOver = true
  }

  async function close(): Promise<void> {
    await texts.return()
  }
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
