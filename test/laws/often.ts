import { editScenario } from '../../sim/scenario/edit.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'

const OFTEN = { illnessRate: 0.3, holidayRate: 0.3, quarrelRate: 0.3, purposeRate: 0.3, chanceShocks: 1 }

/** The same scenario, where what chance brings seldom comes often. */
export function withShocksOften(scenario: Scenario): Scenario {
  const edits = Object.entries(OFTEN).map(([name, value]) => ({ path: `model.${name}`, value }))
  return editScenario(scenario, edits).scenario
}
