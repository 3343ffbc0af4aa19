import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fork } from '../../sim/engine/stages.ts'
import { headerLine } from '../../sim/events/jsonl.ts'
import { chainOf, openFork } from '../../sim/projections/fork.ts'
import { watchRun } from '../../sim/projections/watch.ts'
import { run } from '../../sim/engine/run.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { aSeed } from '../../sim/testing/arbitraries.ts'
import { anEdit, aScenarioAndDay } from '../../sim/testing/laws/forks.ts'
import { factsOf } from '../../sim/testing/facts.ts'

const RUNS = { numRuns: 100 }

const aNumber = fc.integer({ min: 0, max: 6 })

/** Everything that a log of a run consists of. */
function historyOf(scenario: Scenario, seed: string, forks: readonly Fork[] = []) {
  const ends: number[] = []
  const { rows } = run(scenario, seed, {
    forks,
    keepsRows: true,
    observers: [(_world, _rows, _from, to) => ends.push(to)],
  })
  const { header, links, digest } = watchRun(scenario, seed, { forks })
  return { header: headerLine(header), links, digest, ends, facts: factsOf(rows) }
}

describe('forks', () => {
  it('law 12: a fork without edits is its parent, to the last byte', () =>
    fc.assert(
      fc.property(aScenarioAndDay, aSeed, ([scenario, at], seed) => {
        expect(historyOf(scenario, seed, [{ at, edits: [] }])).toEqual(historyOf(scenario, seed))
      }),
      RUNS,
    ))

  it('law 17: whatever differs goes back to the edit, step by step and never before its day', () =>
    fc.assert(
      fc.property(
        aScenarioAndDay,
        aSeed,
        fc.array(anEdit, { maxLength: 3 }),
        ([scenario, at], seed, edits) => {
          const making = openFork(scenario, seed, { at, edits })
          while (!making.isDone()) making.step()
          const { facts } = making
          facts.forEach((fact, n) => {
            expect(fact.day).toBeGreaterThanOrEqual(at)
            expect(fact.because).toBeLessThan(n)
            expect(fact.because === -1).toBe(fact.reason === 'edit')
            const root = chainOf(facts, fact).at(-1) ?? fact
            expect(root.reason).toBe('edit')
          })
          const { vanished, appeared, changed, firstDifference } = making.finish('generated')
          const count = (differs: string) => facts.filter((fact) => fact.differs === differs).length
          expect([vanished, appeared, changed]).toEqual(['vanished', 'appeared', 'changed'].map(count))
          if (facts.length > 0) expect(firstDifference?.day).toBe(facts[0]?.day)
        },
      ),
      RUNS,
    ))

  it.each<[string, readonly string[]]>([
    ['plan[0].ads.perDay', ['ad-posted']],
    ['arrivals[0].perDay', ['member-joined', 'join-refused', 'entry-declined']],
  ])('law 17: an edit of %s decides nothing by itself but %j', (path, kinds) =>
    fc.assert(
      fc.property(aScenarioAndDay, aSeed, aNumber, ([scenario, at], seed, value) => {
        const making = openFork(scenario, seed, { at, edits: [{ path, value }] })
        while (!making.isDone()) making.step()
        for (const { reason, kind } of making.facts) if (reason === 'edit') expect(kinds).toContain(kind)
      }),
      RUNS,
    ),
  )
})
