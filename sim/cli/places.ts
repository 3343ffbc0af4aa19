import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputError } from './exit.ts'

/** Where a path leads, links followed as far as there is something. */
function placeOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

/** A file that is to be written, and the option that names it. */
export interface Output {
  readonly option: string
  readonly path: string | undefined
}

/** Throws an InputError unless what is to be written is neither what was read nor one of the others. */
export function checkPlaces(read: readonly string[], outputs: readonly Output[]): void {
  const taken = new Map(read.map((path) => [placeOf(path), 'a file that SCENARIO is read from']))
  for (const { option, path } of outputs) {
    if (path === undefined) continue
    const other = taken.get(placeOf(path))
    if (other !== undefined) throw new InputError(`${option} must be another file than ${other}, got ${path}`)
    taken.set(placeOf(path), option)
  }
}
