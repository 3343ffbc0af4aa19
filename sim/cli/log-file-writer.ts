import { deflateRawSync } from 'node:zlib'
import type { Link } from '../events/chain.ts'
import { dayLines, endLine, headerLine, type LogEnd } from '../events/jsonl.ts'
import { createQlogWriter } from '../events/qlog.ts'
import type { Rows } from '../events/rows.ts'
import { openAside, type Aside } from './aside.ts'
import { mustBeLog } from './log-file.ts'

/** A log being written, in the form that its name asks for. Each call waits when the disk is slower than we are. */
export interface LogWriter {
  readonly header: (header: object) => Promise<void>
  readonly day: (rows: Rows, from: number, to: number, link: Link) => Promise<void>
  readonly end: (end: LogEnd) => Promise<void>
}

/** The file beside the place of the log, and who writes into it. */
export interface LogAside {
  readonly file: Aside
  readonly writer: LogWriter
}

export async function openLog(path: string, whose: string): Promise<LogAside> {
  const form = mustBeLog(path, whose)
  const file = await openAside(path, form)
  return { file, writer: form.native ? nativeWriter(file) : textWriter(file) }
}

function textWriter({ write }: Aside): LogWriter {
  return {
    header: (header) => write(`${headerLine(header)}\n`),
    day: (rows, from, to, link) => write(dayLines(rows, from, to, link)),
    end: (end) => write(`${endLine(end)}\n`),
  }
}

function nativeWriter({ write }: Aside): LogWriter {
  const qlog = createQlogWriter((bytes) => deflateRawSync(bytes, { level: 9 }))
  const put = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length > 0) await write(bytes)
  }
  return {
    header: (header) => put(qlog.header(headerLine(header))),
    day: (rows, from, to, link) => put(qlog.day(rows, from, to, link)),
    end: (end) => put(qlog.end(end)),
  }
}
