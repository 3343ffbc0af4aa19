import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScenarioError } from '../../sim/scenario/problem.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import { anyValue, aScenarioFile } from './arbitrary-scenario.ts'
import { parse, problemsOf } from './helpers.ts'

const none = (): undefined => undefined

describe('resolveScenario', () => {
  it('resolves as the parser does', () =>
    fc.assert(
      fc.property(aScenarioFile, (file) => {
        expect(resolveScenario(file, 'x', none)).toEqual(parse(JSON.stringify(file)))
      }),
    ))

  it('resolves a resolved scenario to itself', () =>
    fc.assert(
      fc.property(aScenarioFile, (file) => {
        const scenario = resolveScenario(file, 'x', none)
        expect(resolveScenario(scenario, 'x', none)).toEqual(scenario)
      }),
    ))

  it('names the scenario where there are no lines', () => {
    const raw = { format: 'qunxiang-scenario/1', name: 'x', market: { pains: { a: 2 } } }
    expect(problemsOf(() => resolveScenario(raw, 'mine', none))).toEqual([
      'mine: market.pains.a must be a number from 0 to 1, got 2',
    ])
  })

  it('extends plain values', () => {
    const base = { format: 'qunxiang-scenario/1', name: 'base', market: { pains: { a: 0.2 } } }
    const scenario = resolveScenario({ extends: 'base', days: 5 }, 'x', (name) =>
      name === 'base' ? base : undefined,
    )
    expect([scenario.name.en, scenario.days]).toEqual(['base', 5])
  })

  it('throws nothing but ScenarioError, whatever the values', () => {
    const itself: Record<string, unknown> = { extends: 'x' }
    itself['plan'] = [itself, itself]
    const strange = fc.constantFrom(itself, 10n, Symbol('x'), none, new Date(0), new Map(), undefined)
    const spoilt = fc
      .tuple(
        aScenarioFile,
        fc.constantFrom('market', 'plan', 'offer', 'name', 'model'),
        fc.oneof(anyValue, strange),
      )
      .map(([file, key, value]) => ({ ...file, [key]: value }))
    fc.assert(
      fc.property(fc.oneof(fc.anything(), strange, spoilt), (raw) => {
        try {
          resolveScenario(raw, 'x', () => itself)
        } catch (error) {
          expect(error).toBeInstanceOf(ScenarioError)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('does not load yaml, in any of the files that it is made of', () => {
    const seen = new Set<string>()
    const visit = (url: URL): void => {
      if (seen.has(url.href)) return
      seen.add(url.href)
      const text = readFileSync(url, 'utf8')
      for (const [, from = ''] of text.matchAll(/^(?:import|export) [^;]*? from '([^']+)'/gms)) {
        expect(from, url.pathname).toMatch(/^\./)
        visit(new URL(from, url))
      }
    }
    visit(new URL('../../sim/scenario/resolve.ts', import.meta.url))
    expect(seen.size).toBeGreaterThan(10)
  })
})
