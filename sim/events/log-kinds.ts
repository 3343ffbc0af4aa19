import { KINDS, KIND_NAMES, type KindEntry } from './kinds.ts'
import { quote } from './log-error.ts'
import { isMap } from './log-json.ts'
import type { OlderVersions, Upcast, Upcasters } from './upcasters.ts'

/** `kinds` in the header of a log: code and version of each kind of fact, and a mark on those that may be passed over. */
export type KindsOfLog = Readonly<Record<string, KindMark>>
export type KindMark =
  readonly [code: number, version: number] | readonly [code: number, version: number, mark: typeof IGNORABLE]

export const IGNORABLE = 'ignorable'

/** A kind of fact as the rows of one log have it. */
export interface LogKind {
  readonly name: string
  readonly code: number
  readonly version: number
  /** `current` goes to `apply` as it is, `older` is upcast first, `ignorable` is passed over, `unknown` is refused. */
  readonly standing: 'current' | 'older' | 'ignorable' | 'unknown'
}

/** The kinds of a log, checked against those that are known; fails with what must hold, and what was found. */
export function readKinds(value: unknown, upcasters: Upcasters, fail: (says: string) => never): KindsOfLog {
  const given = isMap(value) ? value : fail(`kinds must be a map, got ${quote(value)}`)
  const nameOfCode = new Map(knownNames(upcasters).map((name) => [knownCode(name, upcasters), name]))
  for (const [name, found] of Object.entries(given)) {
    const where = `kinds.${name}`
    if (!isKindMark(found))
      return fail(`${where} must be [code, version] or [code, version, "ignorable"], got ${quote(found)}`)
    const problem = problemWith(name, found, upcasters)
    if (problem !== null) fail(`${where} must ${problem}`)
    const [code] = found
    const owner = nameOfCode.get(code) ?? name
    if (owner !== name) fail(`${where} must have a code of its own, got ${code}, which is that of ${owner}`)
    nameOfCode.set(code, name)
  }
  return given as KindsOfLog // every entry was found to be one
}

/** What speaks against the entry of a kind; null for nothing, and for kinds of which nothing is known. */
function problemWith(name: string, [code, version, mark]: KindMark, upcasters: Upcasters): string | null {
  if (!knownNames(upcasters).includes(name)) return null
  const [knownCodeOfIt, latest] = [knownCode(name, upcasters), latestVersion(name, upcasters)]
  if (mark !== undefined) return 'not be ignorable, being a kind that is known'
  if (code !== knownCodeOfIt) return `have the code ${knownCodeOfIt}, got ${code}`
  if (version > latest)
    return `be of version ${latest} at most, got version ${version}: the log was written by a newer engine`
  if (isCurrent(name, version) || upcastFrom(upcasters, name, version) !== undefined) return null
  return `be of a version that can be read, of which ${latest} is the latest, got version ${version}`
}

/** The kinds of a log whose header was read, by code. */
export function logKinds(kinds: KindsOfLog, upcasters: Upcasters): readonly (LogKind | undefined)[] {
  const known = knownNames(upcasters)
  const byCode: (LogKind | undefined)[] = []
  for (const [name, [code, version, mark]] of Object.entries(kinds)) {
    const standing =
      mark !== undefined
        ? 'ignorable'
        : isCurrent(name, version)
          ? 'current'
          : known.includes(name)
            ? 'older'
            : 'unknown'
    byCode[code] = { name, code, version, standing }
  }
  return byCode
}

/** Whether facts of this version are those of the catalogue. */
export function isCurrent(name: string, version: number): boolean {
  return catalogued(name)?.version === version
}

/** How facts of a version are turned into later ones; undefined where nobody knows. */
export function upcastFrom(upcasters: Upcasters, name: string, version: number): Upcast | undefined {
  return olderVersions(upcasters, name)?.from[version]
}

function knownNames(upcasters: Upcasters): readonly string[] {
  return [...new Set([...KIND_NAMES, ...Object.keys(upcasters)])]
}

function knownCode(name: string, upcasters: Upcasters): number {
  return (catalogued(name) ?? (olderVersions(upcasters, name) as OlderVersions)).code
}

function latestVersion(name: string, upcasters: Upcasters): number {
  const older = Object.keys(olderVersions(upcasters, name)?.from ?? {}).map(Number)
  return catalogued(name)?.version ?? Math.max(...older)
}

function catalogued(name: string): KindEntry | undefined {
  return Object.hasOwn(KINDS, name) ? (KINDS as Readonly<Record<string, KindEntry>>)[name] : undefined
}

function olderVersions(upcasters: Upcasters, name: string): OlderVersions | undefined {
  return Object.hasOwn(upcasters, name) ? upcasters[name] : undefined
}

function isKindMark(value: unknown): value is KindMark {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) return false
  const [code, version, mark]: unknown[] = value
  const isWhole = (number: unknown, min: number, max: number): boolean =>
    typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max
  return isWhole(code, 1, 255) && isWhole(version, 0, 65_535) && (value.length === 2 || mark === IGNORABLE)
}
