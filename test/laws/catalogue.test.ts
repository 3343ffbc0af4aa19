import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LAWS } from '../../sim/testing/laws/index.ts'

const rows = readFileSync('sim/testing/laws/README.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, , where] = line.split('|').map((cell) => cell.trim())
    return number !== undefined && /^\d+$/.test(number)
      ? [{ number: Number(number), where: where ?? '' }]
      : []
  })

describe('the catalogue of laws', () => {
  it('has forty, one after the other', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
  })

  it('says of each where it is checked, or why it does not apply', () => {
    for (const { number, where } of rows) {
      expect(where.startsWith('here'), `law ${number}`).toBe(LAWS.some((law) => law.number === number))
      const files = [...where.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file as string)
      if (!where.startsWith('here')) expect(files.length > 0 || where.startsWith('does not apply')).toBe(true)
      for (const file of files) {
        expect(existsSync(file), file).toBe(true)
      }
    }
  })

  it('is named in the titles of the tests', () => {
    for (const { number, where } of rows) {
      if (where.startsWith('here') || where.startsWith('does not apply')) continue
      const [, file] = /`(test\/[^`]+)`/.exec(where) as RegExpExecArray
      expect(readFileSync(file as string, 'utf8'), file).toMatch(new RegExp(`law ${number}\\b`))
    }
  })
})
