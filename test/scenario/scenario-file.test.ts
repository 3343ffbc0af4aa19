import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { editScenario, type Edit } from '../../sim/scenario/edit.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { scenarioFile, variantFile } from '../../sim/scenario/scenario-file.ts'

const FOLDER = fileURLToPath(new URL('../../scenarios/', import.meta.url))
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []))
const textOf = (name: string): string => readFileSync(`${FOLDER}${name}.yaml`, 'utf8')
const texts = (name: string) =>
  names.includes(name) ? { text: textOf(name), file: `${name}.yaml` } : undefined
const library = (name: string): unknown => (names.includes(name) ? parseYaml(textOf(name)) : undefined)

function shipped(name: string): Scenario {
  return resolveScenario(library(name), name, library)
}

/** What `qunxiang check` makes of a text. */
function checked(text: string): Scenario {
  return parseScenario(text, 'saved.yaml', texts)
}

function edited(name: string, edits: readonly Edit[]): Scenario {
  return editScenario(shipped(name), edits).scenario
}

describe('a scenario that is saved', () => {
  it.each(names)('%s reads as it was, whole or as a change', (name) => {
    const scenario = shipped(name)
    expect(checked(scenarioFile(scenario))).toEqual(scenario)
    const changed = edited(name, [
      { path: 'plan[0].ads.perDay', value: 1.5 },
      { path: 'owner.charisma', value: 0.9 },
    ])
    expect(checked(variantFile(changed, { name, library }))).toEqual(changed)
  })

  it('says what it extends and only what changed', () => {
    const changed = edited('ads-from-day-one', [{ path: 'owner.charisma', value: 0.8 }])
    expect(variantFile(changed, { name: 'ads-from-day-one', library })).toBe(
      'format: qunxiang-scenario/1\nextends: ads-from-day-one\nowner: { charisma: 0.8 }\n',
    )
  })

  it('says what would otherwise follow from a change', () => {
    const changed = edited('ads-from-day-one', [{ path: 'owner.moderation', value: 0.8 }])
    expect(variantFile(changed, { name: 'ads-from-day-one', library })).toBe(
      'format: qunxiang-scenario/1\nextends: ads-from-day-one\nowner: { moderation: 0.8 }\nplan:\n' +
        '  - answers: 0.05\n    ads: { perDay: 5 }\n    reciprocity: 0.05\n    moderation: 0.1\n',
    )
  })

  it('has its new name as one text where it is the same in every language', () => {
    const changed = { ...shipped('rescue'), name: { 'zh-Hans': 'Mine', 'zh-Hant': 'Mine', en: 'Mine' } }
    expect(variantFile(changed, { name: 'rescue', library })).toBe(
      'format: qunxiang-scenario/1\nextends: rescue\nname: Mine\n',
    )
  })

  it('says nothing but that where nothing changed', () =>
    expect(variantFile(shipped('rescue'), { name: 'rescue', library })).toBe(
      'format: qunxiang-scenario/1\nextends: rescue\n',
    ))

  it('is whole where a change cannot take a key away', () => {
    const scenario = shipped('ads-from-day-one')
    const fewer = {
      ...scenario,
      market: { ...scenario.market, pains: { make: 0.2, 'baby-skin': 0.3 } },
    }
    const text = variantFile(fewer, { name: 'ads-from-day-one', library })
    expect(checked(text)).toEqual(fewer)
  })

  it('takes back to nothing what the base had', () => {
    const changed = edited('ads-from-day-one', [{ path: 'offer', value: null }])
    expect(checked(variantFile(changed, { name: 'ads-from-day-one', library }))).toEqual(changed)
  })
})
