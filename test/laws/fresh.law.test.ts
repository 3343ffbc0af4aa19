import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { aScenario } from '../../sim/testing/arbitraries.ts'

// Law 1, across engines: what an engine remembers of the runs before must not show. Within one engine it need not, if
// it remembers the same for ever; so each of these engines is as new as if it had been started.

async function freshEngine() {
  vi.resetModules()
  const { run } = await import('../../sim/engine/run.ts')
  const { digestOfRows, hexadecimal } = await import('../../sim/events/digest.ts')
  return (scenario: Parameters<typeof run>[0], seed: string) => {
    const { rows } = run(scenario, seed, { keepsRows: true })
    return hexadecimal(digestOfRows(rows, 0, rows.count))
  }
}

it('law 1: an engine that has run other things gives the history of one that was just started', async () => {
  const used = await freshEngine()
  for (const [n, scenario] of fc.sample(aScenario, { numRuns: 20, seed: 1 }).entries()) {
    used(scenario, `another seed than ${n}`)
    const fresh = await freshEngine()
    expect(used(scenario, String(n))).toBe(fresh(scenario, String(n)))
  }
})
