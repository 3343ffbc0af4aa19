import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { runArms } from '../../sim/lab/ensemble.ts'
import { hasFailed, type Outcome } from '../../sim/lab/outcome.ts'
import { editScenario, type Edit } from '../../sim/scenario/edit.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { openWorker } from '../lab/worker-threads.ts'

/** Seeds book/0 … book/199, and more for `npm run verify`. */
export const SEEDS = Number(process.env['BOOK_SEEDS'] ?? 200)

/** The text of a shipped scenario. */
function textOf(name: string): { readonly text: string; readonly file: string } {
  const file = `scenarios/${name}.yaml`
  return { text: readFileSync(file, 'utf8'), file }
}

/** A shipped scenario, with changes. */
export function shipped(name: string, edits: readonly Edit[] = []): Scenario {
  const { text, file } = textOf(name)
  const scenario = parseScenario(text, file, textOf)
  return edits.length === 0 ? scenario : editScenario(scenario, edits).scenario
}

/** A change that switches a mechanism off. */
export function off(parameter: string): Edit {
  return { path: `model.${parameter}`, value: 0 }
}

/** A run long enough to see an end that comes late. */
export const LONG: Edit = { path: 'days', value: 365 }

/** The same number of newcomers, over sixty days and with nobody there on the first morning. */
export const SLOW_ARRIVALS: readonly Edit[] = [
  { path: 'founders', value: 0 },
  { path: 'arrivals', value: [{ from: 0, to: 60, perDay: 4, source: 'friends', fit: 0.8 }] },
]

/** Outcomes over the book's seeds, by the built engine on all cores: it runs several times as fast as the test runner's. */
export async function outcomes(scenario: Scenario): Promise<Outcome[]> {
  const [results = []] = await runArms([{ scenario }], {
    runs: SEEDS,
    seed: 'book',
    workers: cpus().length,
    openWorker,
    wish: { days: [], series: ['ownerNet'] },
  })
  return results.map((result) => {
    if (result === null || hasFailed(result))
      throw new Error(`every run must come to its end, got ${JSON.stringify(result)}`)
    return result
  })
}

/** Cash after d whole days at index d. */
export function cashOf(run: Outcome | undefined): Float64Array {
  return run?.series.ownerNet ?? new Float64Array(0)
}

/** Share of runs for which something holds. */
export function shareOf(runs: readonly Outcome[], holds: (run: Outcome, at: number) => boolean): number {
  return runs.filter(holds).length / runs.length
}

/** Death days; runs that live to the end count as infinite. */
export function deathDays(runs: readonly Outcome[]): number[] {
  return runs.map(({ deathDay }) => deathDay ?? Infinity)
}
