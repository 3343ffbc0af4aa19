import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { createLineSplitter } from '../events/jsonl-lines.ts'
import { LogError } from '../events/log-error.ts'
import { InputError, isSystemError, systemMessage } from './exit.ts'
import { breathe } from './interrupt.ts'
import type { Progress } from './progress.ts'

/** How a log is written, by its extension. */
export interface LogForm {
  readonly gzip: boolean
}

/** The form that a file name asks for; null for a name that is none of a log. */
export function logFormOf(path: string): LogForm | null {
  const name = path.toLowerCase()
  if (name.endsWith('.jsonl')) return { gzip: false }
  return name.endsWith('.jsonl.gz') ? { gzip: true } : null
}

/** The form that a file name must have. */
export function mustBeLog(path: string, whose: string): LogForm {
  const form = logFormOf(path)
  if (form !== null) return form
  const later = path.toLowerCase().endsWith('.qlog') ? ' (.qlog comes in a later version)' : ''
  throw new InputError(`${whose} must end with .jsonl or .jsonl.gz, got ${JSON.stringify(path)}${later}`)
}

/** Who takes the lines of a log. */
export interface LineTaker {
  readonly line: (text: string, lineNumber: number) => void
  /** True when the rest need not be read. */
  readonly isDone: () => boolean
}

/** Reads a log piece by piece. Throws a LogError where its bytes are none of a log, an InputError where it has none. */
export async function readLog(path: string, taker: LineTaker, progress: Progress): Promise<void> {
  const { gzip } = mustBeLog(path, 'LOG')
  try {
    const { size } = await stat(path)
    const file = createReadStream(path)
    const unpacked = gzip ? createGunzip() : null
    if (unpacked !== null) file.on('error', (error) => unpacked.destroy(error)).pipe(unpacked)
    await takeLines(path, unpacked ?? file, {
      taker,
      onChunk: () => progress.show(file.bytesRead / size, path),
    })
    // What follows the compressed text is not looked at by zlib.
    if (unpacked !== null && !taker.isDone() && unpacked.bytesWritten < size) {
      fail(
        path,
        `the file must end with the compressed log, got ${size - unpacked.bytesWritten} bytes after it`,
      )
    }
    file.destroy()
  } catch (error) {
    if (isZlibError(error)) fail(path, `the file must be a whole gzip, got: ${error.message}`)
    if (!isSystemError(error)) throw error
    throw new InputError(`${path} must be a log that can be read, got ${systemMessage(error)}`)
  } finally {
    progress.clear()
  }
}

interface Taking {
  readonly taker: LineTaker
  readonly onChunk: () => void
}

async function takeLines(
  path: string,
  stream: AsyncIterable<Buffer>,
  { taker, onChunk }: Taking,
): Promise<void> {
  const lines = createLineSplitter(path, (text, lineNumber) => {
    if (!taker.isDone()) taker.line(text, lineNumber)
  })
  // The byte order mark is kept, so that the reader finds and refuses it.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for await (const bytes of stream) {
    lines.push(decode(path, () => decoder.decode(bytes, { stream: true })))
    onChunk()
    await breathe()
    if (taker.isDone()) return
  }
  lines.push(decode(path, () => decoder.decode()))
  lines.end()
}

function decode(path: string, decoding: () => string): string {
  try {
    return decoding()
  } catch {
    return fail(path, 'the log must be a text in UTF-8, got other bytes')
  }
}

function isZlibError(error: unknown): error is Error {
  const { code } = error as { code?: unknown }
  return error instanceof Error && typeof code === 'string' && code.startsWith('Z_')
}

function fail(file: string, says: string): never {
  throw new LogError({ file, line: null, day: null }, says)
}
