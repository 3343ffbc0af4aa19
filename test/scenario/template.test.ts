import { expect, it } from 'vitest'
import { SCENARIO_FIELDS } from '../../sim/model/scenario-fields.ts'
import type { Field } from '../../sim/model/field.ts'
import { notSimulated } from '../../sim/scenario/not-simulated.ts'
import { scenarioTemplate } from '../../sim/scenario/template.ts'
import { parse } from './helpers.ts'

it('parses, and asks for nothing that is not simulated', () => {
  const scenario = parse(scenarioTemplate())
  expect(notSimulated(scenario)).toEqual([])
  expect(scenario.plan).toHaveLength(2)
})

it('explains every field that is simulated', () => {
  const text = scenarioTemplate()
  const says = (field: Field): string[] => {
    if (field.later !== undefined || field.fileOnly === true || field.kind === 'cases') return []
    if (field.kind === 'list') return [field.says, ...says(field.item)]
    if (field.kind !== 'object') return [field.says]
    return Object.values(field.fields).flatMap(says)
  }
  for (const sentence of Object.values(SCENARIO_FIELDS.fields).flatMap(says)) {
    if (sentence === 'Number of a claim.' || sentence === 'Name of a scenario.') continue
    if (sentence.startsWith('What the owner does from')) continue
    expect(text).toContain(`# ${sentence}`)
  }
  expect(text).toContain('# Posts by the owner. (a day, from 0 to 1000; default: 0; source: contract)')
})
