import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { KINDS, KIND_NAMES, type KindEntry } from '../../sim/events/kinds.ts'

const protocol = readFileSync(new URL('../../sim/events/README.md', import.meta.url), 'utf8')

/** The row of a kind as it must stand in the published protocol. */
function rowOf(name: string, { code, version, actor, object, value, causes }: KindEntry): string {
  const cells = [code, `\`${name}\``, version, actor ?? '–', object ?? '–', value ?? '–']
  return `| ${cells.join(' | ')} | ${causes.map((cause) => `\`${cause}\``).join(', ') || '–'} |`
}

it('the published protocol has a row for every kind of fact, with its code and its columns', () => {
  expect(KIND_NAMES.map((name) => rowOf(name, KINDS[name])).filter((row) => !protocol.includes(row))).toEqual(
    [],
  )
})

it('the published protocol has no other kinds', () => {
  const listed = [...protocol.matchAll(/^\| \d+ \| `([a-z-]+)`/gm)].map((match) => match[1])
  expect(listed).toEqual(KIND_NAMES)
})

it('no code is used twice, and each fits into a byte', () => {
  const codes = KIND_NAMES.map((name) => KINDS[name].code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.every((code) => code > 0 && code < 256)).toBe(true)
})

it('every cause that a kind names is a kind', () => {
  const named = KIND_NAMES.flatMap((name): readonly string[] => KINDS[name].causes)
  expect(named.filter((cause) => !(KIND_NAMES as string[]).includes(cause))).toEqual([])
})
