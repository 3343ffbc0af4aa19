import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '../lab/claim.ts'
import { readClaims } from '../lab/read-claims.ts'
import { guess } from '../scenario/checking.ts'
import { InputError } from './exit.ts'
import { SCENARIOS } from './package-files.ts'
import { shippedNames } from './scenario-files.ts'

/** The folder of the claims book: one file a question. */
const CLAIMS = join(SCENARIOS, 'claims')

/** The whole book, in the order of its files; throws when a number is there twice. */
export function readBook(): Claim[] {
  const files = existsSync(CLAIMS) ? readdirSync(CLAIMS).filter((file) => file.endsWith('.yaml')) : []
  const claims = files.sort().flatMap((file) => {
    const path = join(CLAIMS, file)
    return readClaims(readFileSync(path, 'utf8'), `scenarios/claims/${file}`, shippedNames())
  })
  claims.forEach(({ id, file }, at) => {
    const first = claims.findIndex((claim) => claim.id === id)
    if (first !== at)
      throw new InputError(`${file}: ${id} must be given once, got it again (${claims[first]?.file})`)
  })
  return claims
}

/** The claims that were asked for; all of them when none was. */
export function claimsOf(book: readonly Claim[], ids: readonly string[]): readonly Claim[] {
  const known = book.map(({ id }) => id)
  const unknown = ids.filter((id) => !known.includes(id.toUpperCase()))
  if (unknown.length > 0) {
    const lines = unknown.map(
      (id) => `ID must be a claim of the book, got ${JSON.stringify(id)}${guess(id, known)}`,
    )
    throw new InputError(`${lines.join('\n')}\nthe book has ${known.join(' ')}`)
  }
  const wanted = ids.map((id) => id.toUpperCase())
  return wanted.length === 0 ? book : book.filter(({ id }) => wanted.includes(id))
}
