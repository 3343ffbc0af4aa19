import { quote } from './log-error.ts'

/**
 * What is wrong with the format that a log names, as the end of a sentence; null when it is the one that is read.
 * Versions are never guessed at: a newer one may mean other things by the same words.
 */
export function formatProblem(found: unknown, format: string): string | null {
  if (found === format) return null
  const must = `format must be ${format}, got ${quote(found)}`
  const version = versionOf(found, familyOf(format))
  if (version === null) return must
  const ours = versionOf(format, familyOf(format)) ?? 0
  return `${must}: the log was written by ${version > ours ? 'a newer' : 'an older'} version`
}

/** `qunxiang-log/` of `qunxiang-log/1`. */
function familyOf(format: string): string {
  return format.slice(0, format.indexOf('/') + 1)
}

function versionOf(found: unknown, family: string): number | null {
  if (typeof found !== 'string' || !found.startsWith(family)) return null
  const version = found.slice(family.length)
  return /^[0-9]+$/.test(version) ? Number(version) : null
}
