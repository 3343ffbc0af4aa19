import { forget, recall, tryToRemember } from '../panels/memory.ts'
import { openKeep } from '../player/keep.ts'

// What readers opened from their own disks survives a reload: scenarios as values in localStorage (they are small, and
// must be there before anything is shown), logs as files in IndexedDB. All of it can be deleted in the settings.

/** A scenario of the reader's own, under the name that the library has for it; as written, nothing merged. */
export interface KeptScenario {
  readonly name: string
  readonly body: unknown
}

/** A log that was opened; the key says in an address which one it was. */
export interface KeptLog {
  readonly key: string
  readonly file: File
}

export interface KeptFiles {
  /** Oldest first. */
  readonly scenarios: readonly KeptScenario[]
  readonly logs: readonly KeptLog[]
}

const SCENARIOS = 'scenarios'
const LOGS = 'logs'
/** The oldest make room for newer ones. */
const SCENARIOS_MOST = 24
const LOGS_MOST = 6
/** Bytes; a larger log is shown, and not kept. */
const LOG_LARGEST = 200_000_000

const keep = openKeep()

/** The scenarios that were kept; at once, so that an address may name one of them. */
export function recallScenarios(): readonly KeptScenario[] {
  return readList(recall(SCENARIOS)).flatMap((entry) => {
    const { name, body } = entry as Partial<KeptScenario>
    return typeof name === 'string' && body !== undefined ? [{ name, body }] : []
  })
}

export async function recallFiles(): Promise<KeptFiles> {
  const logs = await Promise.all(keptKeys().map(async (key) => ({ key, file: await keep.get(key) })))
  return {
    scenarios: recallScenarios(),
    logs: logs.flatMap(({ key, file }) => (file ? [{ key, file }] : [])),
  }
}

export function recallLog(key: string): Promise<File | null> {
  return keep.get(key)
}

/** Keeps a scenario of the reader's own; one of the same name makes room. False: the browser keeps nothing. */
export function keepScenario(scenario: KeptScenario): boolean {
  const others = recallScenarios().filter(({ name }) => name !== scenario.name)
  const wanted = [...others, scenario].slice(-SCENARIOS_MOST)
  for (let from = 0; from < wanted.length; from++) {
    if (tryToRemember(SCENARIOS, JSON.stringify(wanted.slice(from)))) return true
  }
  return false
}

/** Keeps a log; returns the key under which it is found again, null where it is not kept. */
export async function keepLog(file: File): Promise<string | null> {
  if (file.size > LOG_LARGEST) return null
  const key = keyOf(file)
  const keys = [...keptKeys().filter((each) => each !== key), key]
  const crowded = keys.slice(0, Math.max(0, keys.length - LOGS_MOST))
  for (const each of crowded) await keep.forget(each)
  if (!(await keep.put(key, file))) return null
  tryToRemember(LOGS, JSON.stringify(keys.slice(crowded.length)))
  return key
}

/** Deletes all that was kept, and what may be left over from other windows. */
export async function forgetFiles(): Promise<void> {
  forget(SCENARIOS)
  forget(LOGS)
  for (const key of await keep.keys()) await keep.forget(key)
}

/** The same file is the same key; two of one name are told apart. */
export function keyOf({ name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>): string {
  return [name, size.toString(36), lastModified.toString(36)].join('~')
}

function keptKeys(): readonly string[] {
  return readList(recall(LOGS)).flatMap((key) => (typeof key === 'string' ? [key] : []))
}

/** A list that was kept; what somebody else wrote there is none. */
function readList(text: string | null): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter((each) => each !== null && each !== undefined) : []
  } catch {
    return []
  }
}
