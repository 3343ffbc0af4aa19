import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip, inflateRawSync } from 'node:zlib'
import { createLineSplitter } from '../events/jsonl-lines.ts'
import { LogError } from '../events/log-error.ts'
import { createBlockSplitter, type Block } from '../events/qlog-blocks.ts'
import { InputError, isSystemError, systemMessage } from './exit.ts'
import { breathe } from './interrupt.ts'
import type { Progress } from './progress.ts'

/** How a log is written, by its extension. */
export interface LogForm {
  readonly gzip: boolean
  /** Columns of bytes instead of lines of text. */
  readonly native: boolean
}

/** The form that a file name asks for; null for a name that is none of a log. */
export function logFormOf(path: string): LogForm | null {
  const name = path.toLowerCase()
  if (name.endsWith('.qlog')) return { gzip: false, native: true }
  if (name.endsWith('.jsonl')) return { gzip: false, native: false }
  return name.endsWith('.jsonl.gz') ? { gzip: true, native: false } : null
}

/** The form that a file name must have. */
export function mustBeLog(path: string, whose: string): LogForm {
  const form = logFormOf(path)
  if (form !== null) return form
  throw new InputError(`${whose} must end with .qlog, .jsonl or .jsonl.gz, got ${JSON.stringify(path)}`)
}

/** Who takes a log, in lines or in blocks. */
export interface LogTaker {
  readonly line: (text: string, lineNumber: number) => void
  readonly block: (block: Block, raw: Uint8Array) => void
  /** True when the rest need not be read. */
  readonly isDone: () => boolean
}

/** Reads a log piece by piece. Throws a LogError where its bytes are none of a log, an InputError where it has none. */
export async function readLog(path: string, taker: LogTaker, progress: Progress): Promise<void> {
  const lines = createLineSplitter(path, taker.line)
  for await (const piece of logPieces(path, progress)) {
    if (piece.type === 'text') lines.push(piece.text)
    else taker.block(piece.block, piece.raw)
    if (taker.isDone()) return
  }
  lines.end()
}

/** What a file is read in: text of a readable log, blocks of a native one with their bytes unpacked. */
export type LogPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'block'; readonly block: Block; readonly raw: Uint8Array }

/** A log in pieces. The file is read as fast as they are taken. */
export async function* logPieces(path: string, progress: Progress): AsyncGenerator<LogPiece, void, void> {
  const form = mustBeLog(path, 'LOG')
  try {
    const { size } = await stat(path)
    const file = createReadStream(path)
    const unpacked = form.gzip ? createGunzip() : null
    if (unpacked !== null) file.on('error', (error) => unpacked.destroy(error)).pipe(unpacked)
    const stream: AsyncIterable<Buffer> = unpacked ?? file
    try {
      for await (const piece of form.native ? blocksOf(path, stream) : textsOf(path, stream)) {
        progress.show(file.bytesRead / size, path)
        await breathe()
        yield piece
      }
    } finally {
      file.destroy()
      unpacked?.destroy()
    }
    // What follows the compressed text is not looked at by zlib.
    if (unpacked !== null && unpacked.bytesWritten < size) {
      fail(
        path,
        `the file must end with the compressed log, got ${size - unpacked.bytesWritten} bytes after it`,
      )
    }
  } catch (error) {
    if (isZlibError(error)) fail(path, `the file must be a whole gzip, got: ${error.message}`)
    if (!isSystemError(error)) throw error
    throw new InputError(`${path} must be a log that can be read, got ${systemMessage(error)}`)
  } finally {
    progress.clear()
  }
}

async function* textsOf(path: string, stream: AsyncIterable<Buffer>): AsyncGenerator<LogPiece, void, void> {
  // The byte order mark is kept, so that the reader finds and refuses it.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for await (const bytes of stream)
    yield { type: 'text', text: decode(path, () => decoder.decode(bytes, { stream: true })) }
  yield { type: 'text', text: decode(path, () => decoder.decode()) }
}

/** Bytes looked at together: few, so that what stands before a damaged block has been read when that is found. */
const PIECE = 1024

async function* blocksOf(path: string, stream: AsyncIterable<Buffer>): AsyncGenerator<LogPiece, void, void> {
  const blocks = createBlockSplitter(path)
  for await (const bytes of stream) {
    for (let at = 0; at < bytes.length; at += PIECE) {
      for (const block of blocks.push(bytes.subarray(at, at + PIECE)))
        yield { type: 'block', block, raw: unpack(path, block) }
    }
  }
  blocks.end()
}

/** Never more than the block announces: a small file must not fill the memory. */
function unpack(path: string, { number, packed, size }: Block): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    return fail(
      path,
      `block ${number}: a block must unpack to ${size} bytes, got: ${(error as Error).message}`,
    )
  }
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
