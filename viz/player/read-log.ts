import { LogError, createBlockSplitter, createLineSplitter } from '../../sim/index.ts'
import type { Block } from '../../sim/index.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Hands a log over, in lines or in blocks, unpacked where it is packed. Throws a LogError where a file is none of a log. */
export async function readLogFile(
  file: File,
  options: {
    readonly line: (text: string, lineNumber: number) => void
    readonly block: (block: Block, raw: Uint8Array) => void
    /** Share of the file that was read. */
    readonly onProgress?: (share: number) => void
  },
): Promise<void> {
  const bytes = counted(file, options.onProgress ?? (() => {}))
  if (file.name.toLowerCase().endsWith('.qlog')) return readBlocks(file.name, bytes, options.block)
  const lines = createLineSplitter(file.name, options.line)
  for await (const text of textsOf(file.name, bytes)) lines.push(text)
  lines.end()
}

/** A readable log as pieces of text. */
async function* textsOf(name: string, bytes: ReadableStream<Bytes>): AsyncGenerator<string> {
  const lower = name.toLowerCase()
  if (lower.endsWith('.jsonl')) yield* textsOfBytes(name, bytes)
  else if (lower.endsWith('.jsonl.gz'))
    yield* textsOfBytes(name, bytes.pipeThrough(new DecompressionStream('gzip')))
  else fail(name, `the file must end with .qlog, .jsonl or .jsonl.gz, got ${JSON.stringify(name)}`)
}

function counted(file: File, onProgress: (share: number) => void): ReadableStream<Bytes> {
  let read = 0
  const counter = new TransformStream<Bytes, Bytes>({
    transform(bytes, controller) {
      read += bytes.length
      onProgress(read / file.size)
      controller.enqueue(bytes)
    },
  })
  return file.stream().pipeThrough(counter)
}

async function* textsOfBytes(name: string, stream: ReadableStream<Bytes>): AsyncGenerator<string> {
  // The byte order mark is kept, so that the reader finds and refuses it.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for await (const bytes of piecesOf(name, stream))
    yield decoded(name, () => decoder.decode(bytes, { stream: true }))
  yield decoded(name, () => decoder.decode())
}

async function readBlocks(
  name: string,
  stream: ReadableStream<Bytes>,
  take: (block: Block, raw: Uint8Array) => void,
): Promise<void> {
  const blocks = createBlockSplitter(name)
  for await (const bytes of piecesOf(name, stream)) {
    for (const block of blocks.push(bytes)) take(block, await unpacked(name, block))
  }
  blocks.end()
}

/** Never more than the block announces: a small file must not fill the memory. */
async function unpacked(name: string, { number, packed, size }: Block): Promise<Uint8Array> {
  const where = `block ${number}: a block must unpack to ${size} bytes`
  const raw = new Uint8Array(size)
  const inflating = new Blob([packed as Bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  let at = 0
  for await (const bytes of piecesOf(name, inflating, where)) {
    if (at + bytes.length > size) fail(name, `${where}, got more`)
    raw.set(bytes, at)
    at += bytes.length
  }
  return raw.subarray(0, at)
}

/** The pieces of a stream; not every browser lets them be iterated. */
async function* piecesOf(
  name: string,
  stream: ReadableStream<Bytes>,
  must = 'the file must be one that can be read whole',
): AsyncGenerator<Bytes> {
  const reader = stream.getReader()
  for (;;) {
    const piece = await reader.read().catch((error: unknown) => {
      return fail(name, `${must}, got: ${error instanceof Error ? error.message : String(error)}`)
    })
    if (piece.done) return
    yield piece.value
  }
}

function decoded(name: string, decoding: () => string): string {
  try {
    return decoding()
  } catch {
    return fail(name, 'the log must be a text in UTF-8, got other bytes')
  }
}

function fail(file: string, says: string): never {
  throw new LogError({ file, line: null, day: null }, says)
}
