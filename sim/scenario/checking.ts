import type { Elsewhere, Field } from '../model/field.ts'
import type { Parameter } from '../model/parameter.ts'
import { mustBe } from './describe-field.ts'
import { nearest } from './nearest.ts'
import type { Path } from './path.ts'

/** What checking one scenario needs to know throughout. */
export interface Checking {
  readonly report: (path: Path, says: string) => void
  readonly parameters: Readonly<Record<string, Parameter>>
  /** False when a base could not be read: missing values are then not held against the file. */
  readonly complete: boolean
  /** The topics of the market; null as long as they are not known. */
  topics: ReadonlySet<string> | null
  /** The top of the scenario as far as it is checked, for defaults that are values of other fields. */
  readonly top: Record<string, unknown>
}

/** Reports a required value that is not there. */
export function reportMissing(field: Field, path: Path, checking: Checking): void {
  if (field.required === true && checking.complete)
    checking.report(path, `must be ${mustBe(field)}, got nothing`)
}

/** The value of another field, which stands above and is therefore checked already. */
export function lookUp({ path }: Elsewhere, checking: Pick<Checking, 'top'>): unknown {
  let value: unknown = checking.top
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === key)?.[1]
  }
  return value
}

export function isNumberWithin(
  value: unknown,
  bounds: { readonly min: number; readonly max: number },
): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= bounds.min && value <= bounds.max
}

/** ": did you mean …?" if what was found resembles something known. */
export function guess(value: unknown, known: readonly string[]): string {
  const near = typeof value === 'string' ? nearest(value, known) : undefined
  return near === undefined ? '' : `: did you mean ${near}?`
}
