// What is measured: shipped scenarios in the size that the reference day is defined for.

import { readFileSync } from 'node:fs'
import { editScenario, type Edit } from '../../sim/scenario/edit.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'

/** A full group of 500 for half a year: the size that the reference day is defined for. */
const FULL: readonly Edit[] = [
  { path: 'market.people', value: 6000 },
  { path: 'founders', value: 400 },
  { path: 'arrivals', value: [{ from: 0, to: 30, perDay: 5, source: 'friends', fit: 0.8 }] },
]

/** A shipped scenario with a full group; to be called in the folder of the package. */
export function fullScenario(name: string): Scenario {
  const file = `scenarios/${name}.yaml`
  const scenario = parseScenario(readFileSync(file, 'utf8'), file, () => undefined)
  return editScenario(scenario, FULL).scenario
}
