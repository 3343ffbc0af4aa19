import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import shipped from 'virtual:scenarios'
import { parse } from 'yaml'
import { LOCALES, resolveScenario } from '../../../sim/index.ts'
import { groupScenarios } from '../../../viz/chooser/groups.ts'
import { contrastOf, questionOf } from '../../../viz/start/questions.ts'

const FOLDER = fileURLToPath(new URL('../../../scenarios/', import.meta.url))
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []))
const body = (name: string): unknown => parse(readFileSync(`${FOLDER}${name}.yaml`, 'utf8'))
const library = { scenarios: shipped }

describe('what a scenario asks, before its body is here', () => {
  it.each(names)('%s: the same as when it is resolved, in every language', (name) => {
    const { question, contrast } = resolveScenario(body(name), name, body)
    for (const locale of LOCALES) expect(questionOf(library, name, locale)).toBe(question?.[locale])
    expect(contrastOf(library, name)).toBe(contrast[0])
  })

  it('is on all 24 cards, each with something to compare', () => {
    const heads = groupScenarios(names).flatMap(({ families }) => families.map(({ name }) => name))
    expect(heads).toHaveLength(24)
    for (const name of heads) expect(contrastOf(library, name)).not.toBeNull()
  })

  it('of a file of the reader’s own stands in its body, or in what it extends', () => {
    const mine = { extends: 'rescue', question: 'Why?' }
    const scenarios = { ...shipped, mine, other: { extends: 'rescue' }, bare: { name: 'Bare' } }
    expect(questionOf({ scenarios }, 'mine', 'en')).toBe('Why?')
    expect(questionOf({ scenarios }, 'other', 'en')).toBe(questionOf(library, 'rescue', 'en'))
    expect(questionOf({ scenarios }, 'bare', 'en')).toBe('')
    expect(contrastOf({ scenarios }, 'mine')).toBe('rescue')
    expect(contrastOf({ scenarios }, 'bare')).toBeNull()
  })

  it('may be beside what is there only', () => {
    const scenarios = {
      mine: { contrast: ['gone', 'mine', 'other'] },
      other: {},
      alone: { contrast: ['gone'] },
    }
    expect(contrastOf({ scenarios }, 'mine')).toBe('other')
    expect(contrastOf({ scenarios }, 'alone')).toBeNull()
  })
})
