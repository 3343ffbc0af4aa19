import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../sim/model/local-text.ts'
import { KIND, KIND_NAMES, kindName, KINDS, type KindEntry } from '../../sim/events/kinds.ts'

const CATALOGUE = Object.entries(KINDS) as [string, KindEntry][]

describe('kinds of facts', () => {
  it('have codes of their own that fit into a byte, and versions from 1', () => {
    const codes = CATALOGUE.map(([, { code }]) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const [name, { code, version }] of CATALOGUE) {
      expect(code, name).toBeGreaterThan(0)
      expect(code, name).toBeLessThan(256)
      expect(version, name).toBeGreaterThanOrEqual(1)
    }
  })

  it('are found by code and by name', () => {
    for (const name of KIND_NAMES) {
      expect(KIND[name]).toBe(KINDS[name].code)
      expect(kindName(KIND[name])).toBe(name)
    }
    for (const code of [0, 255, -1, 1.5]) expect(kindName(code)).toBeUndefined()
  })

  it('are named in the past tense, subject first', () => {
    const participle =
      /^[a-z]+(-[a-z]+)*-([a-z]+ed|read|given|left|told|paid|struck|begun|drawn|sent|held|woken|heard|found|made|done)$/
    // The one verb of two words has nobody but its actor to name.
    for (const [name] of CATALOGUE) if (name !== 'checked-in') expect(name).toMatch(participle)
  })

  it('say in every language what happened, and name no column that they do not use', () => {
    for (const [name, { says, actor, object, value }] of CATALOGUE) {
      expect(Object.keys(says), name).toEqual([...LOCALES])
      const used = Object.entries({ actor, object, value }).flatMap(([column, meaning]) =>
        meaning === null ? [] : [column],
      )
      const named = Object.values(says).map((text) =>
        [...text.matchAll(/\{(\w+)\}/g)].map(([, column]) => column).sort(),
      )
      for (const columns of named) {
        expect(used, name).toEqual(expect.arrayContaining(columns))
        expect(columns, name).toEqual(named[0]) // the same in every language
      }
    }
  })

  it('are caused by kinds that there are, and never by facts that cause nothing', () => {
    for (const [name, { causes }] of CATALOGUE) {
      expect(new Set(causes).size, name).toBe(causes.length)
      for (const cause of causes) expect(KIND_NAMES, name).toContain(cause)
      expect(causes, name).not.toContain('day-closed')
    }
  })
})
