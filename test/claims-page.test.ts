import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isTension } from '../sim/lab/claim.ts'
import { readClaims } from '../sim/lab/read-claims.ts'
import { ENGINE } from '../sim/model/engine-version.ts'

// Whether its numbers are those of this engine takes minutes to say: `npm run verify`. What it is about does not.

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SCENARIOS = join(ROOT, 'scenarios')
const PAGE = join(SCENARIOS, 'CLAIMS.md')

const yamlIn = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()

const names = yamlIn(SCENARIOS).map((file) => file.slice(0, -'.yaml'.length))
const book = yamlIn(join(SCENARIOS, 'claims')).flatMap((file) =>
  readClaims(readFileSync(join(SCENARIOS, 'claims', file), 'utf8'), `scenarios/claims/${file}`, names),
)

it('the book has each number once', () => {
  const ids = book.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)])
})

describe.runIf(existsSync(PAGE))('the page of the judged book', () => {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''

  it('has the claims of the book, and no other, in its order, and after them those that contradict each other', () => {
    const ids = [...book.filter((claim) => !isTension(claim)), ...book.filter(isTension)].map(({ id }) => id)
    expect([...page.matchAll(/^##+ ([A-Z]\d\d) /gm)].map(([, id]) => id)).toEqual(ids)
    expect([...page.matchAll(/^\| ([A-Z]\d\d) \|/gm)].map(([, id]) => id)).toEqual(ids)
  })

  it('is of this engine', () => {
    expect(page).toContain(`Engine ${ENGINE}, `)
  })

  it('was written by `npm run claims`', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>
    }
    const command = scripts['claims']?.replace('node bin/qunxiang.mjs', 'npx qunxiang')
    expect(page).toContain(`Written by \`${command}\`;`)
  })
})
