import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PURPOSE } from '../../sim/engine/dice.ts'
import type { Fork } from '../../sim/engine/stages.ts'
import { KIND_NAMES, type KindName } from '../../sim/events/kinds.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { compareEngines } from './reference-difference.ts'
import type { NamedFact } from './reference-facts.ts'
import { aBranch, aLivelyScenario, CUT_SCENARIOS, cutScenario } from './reference-scenarios.ts'

/** The facts of a run on which the two engines agree; fails with the first difference, its day and its turn. */
function agreedFacts(scenario: Scenario, seed: string, forks: readonly Fork[] = []): readonly NamedFact[] {
  const { difference, facts } = compareEngines(scenario, seed, forks)
  expect(difference).toBeNull()
  return facts
}

function kindsOf(facts: readonly NamedFact[]): Set<KindName> {
  return new Set(facts.map(({ kind }) => kind))
}

describe('law 36: the engine over columns is the model as it is written down', () => {
  it('a small world with some mechanisms off is equal fact by fact, and in its state after every day', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => void agreedFacts(scenario, seed)),
      { numRuns: 150 },
    ))

  it('a small world with every mechanism on is equal', () =>
    fc.assert(
      fc.property(aLivelyScenario, aSeed, (scenario, seed) => void agreedFacts(scenario, seed)),
      { numRuns: 300 },
    ))

  it('a branch is equal, and one whose forks change nothing is its parent', () =>
    fc.assert(
      fc.property(aBranch, aSeed, ([scenario, forks], seed) => {
        agreedFacts(scenario, seed, forks)
        const idle = forks.map(({ at }) => ({ at, edits: [] }))
        expect(agreedFacts(scenario, seed, idle)).toEqual(agreedFacts(scenario, seed))
      }),
      { numRuns: 40 },
    ))

  it('sometimes each kind of fact comes about, so that to be equal says something', () => {
    const runs = fc.sample(fc.tuple(aLivelyScenario, aSeed), { numRuns: 150, seed: 7 })
    const branches = fc.sample(fc.tuple(aBranch, aSeed), { numRuns: 20, seed: 7 })
    const facts = [
      ...runs.map(([scenario, seed]) => agreedFacts(scenario, seed)),
      ...branches.map(([[scenario, forks], seed]) => agreedFacts(scenario, seed, forks)),
    ]
    expect(KIND_NAMES.filter((kind) => !kindsOf(facts.flat()).has(kind))).toEqual([])
  })
})

describe('a shipped scenario, cut to some people and thirty days, is equal', () => {
  it.each(CUT_SCENARIOS)('$name', (cut) => {
    const seen = kindsOf(agreedFacts(cutScenario(cut), '1'))
    expect(cut.kinds.filter((kind) => !seen.has(kind))).toEqual([])
    expect(seen).not.toContain('fork-opened')
  })
})

it('the reference engine knows of the engine only its dice, and nothing that decides or changes anything', () => {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const own = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !COMPARING.some((name) => file.endsWith(name)),
  )
  const known = own.flatMap((file) => [
    ...readFileSync(join(here, file), 'utf8').matchAll(/^import (?!type\b)[^']*'[./]+\/sim\/([^']+)'/gm),
  ])
  const modules = new Set(known.map(([, module]) => module))
  expect([...modules].sort()).toEqual([
    ...['engine/dice.ts', 'engine/threefry.ts', 'events/kinds.ts'],
    ...['model/arithmetic.ts', 'model/causes.ts', 'model/invariant.ts', 'model/needs.ts'],
    ...['model/parameters.ts', 'model/quantiles.ts'],
  ])
})

it('the page of the model says of every purpose of a draw what is drawn', () => {
  const page = readFileSync(fileURLToPath(new URL('../../sim/MODEL.md', import.meta.url)), 'utf8')
  const draws = page.slice(page.indexOf('### Draws'), page.indexOf('### Facts of a turn'))
  const rows = [...draws.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', '))
  expect(new Set(rows)).toEqual(new Set(Object.keys(PURPOSE).map((purpose) => `\`${purpose}\``)))
})

/** Files that run the engine beside the reference engine. */
const COMPARING = ['reference-difference.ts', 'reference-scenarios.ts', '.law.test.ts']
