import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import { realpath, rename, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { InputError, writingMessage } from './exit.ts'

/** A file that is written beside its place and put there when it is whole: nobody ever sees half of it. */
export interface Aside {
  /** Waits when the disk is slower than we are. */
  readonly write: (content: string | Uint8Array) => Promise<void>
  /** Puts the file into its place. */
  readonly keep: () => Promise<void>
  /** Removes what was written; harmless after `keep`. */
  readonly discard: () => void
}

/** Files that would be left over if the process ended now. */
const unfinished = new Set<string>()
let files = 0

/** Leaves nothing half written behind, however the process ends. */
function discardUnfinished(): void {
  for (const file of unfinished) rmSync(file, { force: true })
}

/** Opens a file to be written. Throws an InputError when that is not possible, before any work was done for it. */
export async function openAside(path: string, { gzip = false } = {}): Promise<Aside> {
  if (files === 0) process.on('exit', discardUnfinished)
  const place = await placeOf(path)
  const temporary = join(dirname(place), `.qunxiang-${process.pid}-${++files}.part`)
  unfinished.add(temporary)
  const file = createWriteStream(temporary, { flush: true })
  // Not before it is open: a file that is removed while it is being opened comes back.
  await once(file, 'open').catch((error: unknown) => {
    unfinished.delete(temporary)
    throw unwritable(path, error)
  })
  const sink: Writable = gzip ? packedInto(file) : file
  const written = once(file, 'close') // comes after everything has reached the disk
  written.catch(() => {}) // told by whoever waits for it
  return { write, keep, discard }

  async function write(content: string | Uint8Array): Promise<void> {
    try {
      if (!sink.write(content)) await Promise.race([once(sink, 'drain'), written])
      if (file.errored) throw file.errored
    } catch (error) {
      throw unwritable(path, error)
    }
  }

  async function keep(): Promise<void> {
    try {
      sink.end()
      await written
      if (file.errored) throw file.errored
      await rename(temporary, place)
    } catch (error) {
      throw unwritable(path, error)
    }
    unfinished.delete(temporary)
  }

  function discard(): void {
    if (!unfinished.delete(temporary)) return
    sink.destroy()
    file.destroy()
    rmSync(temporary, { force: true })
  }
}

function packedInto(file: Writable): Writable {
  const packer = createGzip()
  packer.on('error', (error) => file.destroy(error)).pipe(file)
  return packer
}

/** Where the file really goes: behind a link, that is where the link leads. Only files are ever replaced. */
async function placeOf(path: string): Promise<string> {
  const place = await realpath(path).catch(() => resolve(path))
  const found = await stat(place).catch(() => null)
  if (found === null || found.isFile()) return place
  throw new InputError(`${path} must be a file, got ${found.isDirectory() ? 'a folder' : 'something else'}`)
}

function unwritable(path: string, error: unknown): InputError {
  return new InputError(`${path} must be a file that can be written, got ${writingMessage(error)}`)
}
