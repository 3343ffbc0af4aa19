import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../sim/scenario/parse.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { shortestValues, type FileValues } from '../../sim/scenario/shortest.ts'
import { writeYaml } from '../../sim/scenario/write-yaml.ts'
import { leavesOf } from '../../sim/lab/scenario-leaves.ts'
import { without } from '../../sim/lab/smaller-scenarios.ts'
import { aScenario } from '../../sim/testing/arbitraries.ts'
import { aScenarioFile } from './arbitrary-scenario.ts'

const FOLDER = fileURLToPath(new URL('../../scenarios/', import.meta.url))
const shipped = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, read(file)] as const)

function read(file: string): Scenario {
  const textOf = (file: string) => readFileSync(FOLDER + file, 'utf8')
  return parseScenario(textOf(file), file, (base) => ({
    text: textOf(`${base}.yaml`),
    file: `${base}.yaml`,
  }))
}

function resolved(values: FileValues): Scenario {
  return resolveScenario(values, 'shortest', () => undefined)
}

const anyScenario = fc.oneof(aScenario, aScenarioFile.map(resolved))

describe('the shortest file of a scenario', () => {
  it('means that scenario', () =>
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(resolved(shortestValues(scenario))).toEqual(scenario)
      }),
    ))

  it('means it as a text as well', () =>
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const text = writeYaml(shortestValues(scenario), ['a comment'])
        expect(parseScenario(text, 'shortest.yaml', () => undefined)).toEqual(scenario)
      }),
    ))

  it.each(shipped)('of %s means it, and no value in it could be left out', (_, scenario) => {
    const values = shortestValues(scenario)
    expect(resolved(values)).toEqual(scenario)
    const spare = leavesOf(values).filter(
      ({ path, canGo }) => canGo && isSame(without(values, [path]), scenario),
    )
    expect(spare).toEqual([])
  })

  it('says what it is asked to say always', () => {
    const scenario = resolved({ format: 'qunxiang-scenario/1', name: 'x', market: { pains: { skin: 0.5 } } })
    expect(shortestValues(scenario)).toEqual({
      format: 'qunxiang-scenario/1',
      name: 'x',
      market: { pains: { skin: 0.5 } },
    })
    expect(shortestValues(scenario, { always: ['days', 'market.people'] })).toMatchObject({
      days: 180,
      market: { people: 3000 },
    })
  })

  it('says null where a phase goes back to what was there before the phases', () => {
    const plan = [{ content: { topic: 'skin' } }, { from: 9, content: { topic: null } }]
    const scenario = resolved({
      ...{ format: 'qunxiang-scenario/1', name: 'x', market: { pains: { skin: 0.5 } } },
      plan,
    })
    expect(shortestValues(scenario)['plan']).toEqual(plan)
  })
})

function isSame(values: FileValues, scenario: Scenario): boolean {
  try {
    return JSON.stringify(resolved(values)) === JSON.stringify(scenario)
  } catch {
    return false
  }
}
