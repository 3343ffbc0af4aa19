import { describe, expect, it } from 'vitest'
import type { Field } from '../../sim/model/field.ts'
import { SCENARIO_FIELDS } from '../../sim/model/scenario-fields.ts'
import { SOURCES } from '../../sim/model/causes.ts'
import { LOCALES } from '../../sim/model/local-text.ts'

const FIELDS = fieldsBelow(SCENARIO_FIELDS, '')

describe('the table of scenario fields', () => {
  it('says of every field what it means, in one sentence, and where it comes from', () => {
    for (const [path, field] of FIELDS) {
      expect(field.says, path).toMatch(/^[A-Z].*\.$/)
      expect(field.source, path).toMatch(/^(contract|assumption|[A-Z]\d+(, [A-Z]\d+)*(, evidence §\d+)?)$/)
    }
  })

  it('has for every number a range around its default, or asks for it', () => {
    for (const [path, field] of FIELDS) {
      if (field.kind !== 'number' && field.kind !== 'whole') continue
      expect(field.min, path).toBeLessThan(field.max)
      const standard = field.default
      if (typeof standard === 'number') {
        expect(standard, path).toBeGreaterThanOrEqual(field.min)
        expect(standard, path).toBeLessThanOrEqual(field.max)
      } else expect(field.required === true || standard !== undefined, path).toBe(true)
    }
  })

  it('takes defaults only from fields that stand above', () => {
    const paths = FIELDS.map(([path]) => path)
    for (const [path, field] of FIELDS) {
      if (!('default' in field) || typeof field.default !== 'object') continue
      expect(paths.indexOf(field.default.path), path).toBeGreaterThanOrEqual(0)
      expect(paths.indexOf(field.default.path), path).toBeLessThan(paths.indexOf(path))
    }
  })

  it('asks for format, name and pains, and in lists for what has no sensible default', () => {
    expect(FIELDS.filter(([, field]) => field.required === true).map(([path]) => path)).toEqual([
      'format',
      'name',
      'market.pains',
      'arrivals[].perDay',
      'offer[].solves',
      'shocks[].day',
    ])
  })

  it('knows the sources of newcomers, but for members’ contacts, and the languages of the Scenario type', () => {
    const source = FIELDS.find(([path]) => path === 'arrivals[].source')?.[1]
    expect(source?.kind === 'choice' && source.choices).toEqual(SOURCES.filter((name) => name !== 'invitees'))
    expect(LOCALES).toEqual(['zh-Hans', 'zh-Hant', 'en'])
  })
})

function fieldsBelow(field: Field, path: string): [path: string, field: Field][] {
  if (field.kind === 'list') return fieldsBelow(field.item, `${path}[]`)
  const inside =
    field.kind === 'object'
      ? field.fields
      : field.kind === 'cases'
        ? field.before
        : ({} as Record<string, Field>)
  return Object.entries(inside).flatMap(([key, below]) => {
    const place = path === '' ? key : `${path}.${key}`
    return [[place, below], ...fieldsBelow(below, place)] as [string, Field][]
  })
}
