import { resolveScenario } from '../scenario/resolve.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** Values of a scenario file, as YAML would give them. */
export type ScenarioValues = Readonly<Record<string, unknown>>

/**
 * A small town for examples: one topic, twelve friends from the first morning, one useful post and one ad a day,
 * and nothing left to chance (no shocks, all towns alike). `changes` replace whole top-level values; `model` is
 * merged.
 */
export function smallScenario(changes: ScenarioValues = {}): Scenario {
  const { model, ...rest } = changes
  const values = {
    format: 'qunxiang-scenario/1',
    name: 'a small town',
    days: 20,
    market: { people: 100, pains: { skin: 0.6, cooking: 0.4 } },
    community: { positioning: { focus: { skin: 1 }, clarity: 0.8 } },
    founders: 12,
    offer: { solves: 'skin', price: 100, unitCost: 40 },
    plan: [{ from: 0, content: { perDay: 1, quality: 0.8 }, answers: 0.5, ads: { perDay: 1 } }],
    model: { chanceShocks: 0, townSpread: 0, ...(model as Record<string, number> | undefined) },
    ...rest,
  }
  return resolveScenario(values, 'small-scenario', () => undefined)
}
