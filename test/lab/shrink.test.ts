import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCondition, type Condition } from '../../sim/lab/condition.ts'
import { isSmaller, sizeOf } from '../../sim/lab/scenario-size.ts'
import { openShrinking, type Shrinking, type Specimen } from '../../sim/lab/shrink.ts'
import { watchFor, type Sight } from '../../sim/lab/shrink-watch.ts'
import { everyStep } from '../../sim/lab/smaller-scenarios.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { shortestValues, type FileValues } from '../../sim/scenario/shortest.ts'
import { aScenario } from '../../sim/testing/arbitraries.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

function conditionOf(text: string): Condition {
  const parsed = parseCondition(text, 1500)
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'))
  return parsed.condition
}

function shrunk(scenario: Scenario, until: string, { seeds = ['1'], share = 1 } = {}): Shrinking {
  const shrinking = openShrinking(scenario, { condition: conditionOf(until), seeds, share })
  while (!shrinking.isDone()) shrinking.step()
  return shrinking
}

function smallestOf(shrinking: Shrinking): Specimen {
  const smallest = shrinking.smallest()
  if (smallest === null) throw new Error('the condition must hold of the scenario as it was given')
  return smallest
}

function sightOf(until: string, scenario: Scenario, seed: string): Sight {
  const watching = watchFor(conditionOf(until), scenario, seed)
  for (;;) {
    const { done, value } = watching.next()
    if (done === true) return value
  }
}

/** The scenario of these values with its size; null where they are none. */
function scenarioOf(values: FileValues): Pick<Specimen, 'scenario' | 'size'> | null {
  try {
    const scenario = resolveScenario(values, 'step', () => undefined)
    return {
      scenario,
      size: sizeOf(scenario, shortestValues(scenario, { always: ['days', 'market.people'] })),
    }
  } catch {
    return null
  }
}

/** The single steps that still make it smaller, found by trying every one of them. */
function stepsLeft({ values, size, sights }: Specimen, until: string, isLivedIn: boolean): FileValues[] {
  return everyStep(values).filter((step) => {
    const found = scenarioOf(step)
    if (found === null || !isSmaller(found.size, size)) return false
    return sights.every(({ seed }) => {
      const sight = sightOf(until, found.scenario, seed)
      return sight.holds && (sight.isLivedIn || !isLivedIn)
    })
  })
}

/** A town with a rule of every kind; the packets are what costs money. */
const town = smallScenario({
  days: 30,
  market: { people: 300, pains: { skin: 0.5, cooking: 0.3, gifts: 0.1 } },
  community: { capacity: 200, rules: 0.7, values: 0.6, positioning: { focus: { skin: 2, cooking: 1 } } },
  owner: { moderation: 0.6, listening: 0.8, cash: 5000 },
  founders: 40,
  arrivals: [
    { to: 10, perDay: 2 },
    { from: 10, perDay: 1, source: 'strangers' },
  ],
  offer: [{ solves: 'skin' }, { solves: 'cooking', price: 20, unitCost: 3 }],
  plan: [
    { content: { perDay: 1, quality: 0.75 }, answers: 0.6 },
    { from: 5, redPackets: { perDay: 2, amount: 35, shares: 7 }, reciprocity: 0.45 },
    { from: 12, ads: { perDay: 1, soft: 0.4 }, roles: 0.1 },
  ],
  shocks: [
    { day: 9, kind: 'bad-batch' },
    { day: 20, kind: 'star-leaves' },
  ],
})

describe('shrinking', () => {
  it('leaves the one rule that a condition depends on, and as few people and days as it needs', () => {
    const { values, size, scenario } = smallestOf(shrunk(town, 'ownerNet < -100'))
    expect(values).toMatchObject({ market: { people: 100 }, plan: [{ redPackets: {} }] })
    expect(Object.keys(values)).toEqual(['format', 'name', 'days', 'market', 'founders', 'plan'])
    expect(Object.keys(values['plan'] as object[])).toEqual(['0'])
    expect(Object.keys((values['plan'] as object[])[0] as object)).toEqual(['redPackets'])
    expect(size.rules).toBeLessThanOrEqual(4)
    expect(scenario.days).toBeLessThan(10)
    expect(scenario.founders).toBeLessThan(10)
  })

  it('finds a rule that takes hold on a later day, and lets it begin at once', () => {
    const { values } = smallestOf(shrunk(town, 'adShare > 0.01'))
    expect(values['plan']).toEqual([{ ads: { perDay: 1 } }])
  })

  it('keeps what two rules make together', () => {
    const { scenario } = smallestOf(shrunk(town, 'ownerNet < -50 and revenue > 0'))
    expect(scenario.offer).toHaveLength(1)
    expect(scenario.plan.some(({ redPackets }) => redPackets.perDay > 0)).toBe(true)
  })

  it('does not end at an empty town, unless it began with one', () => {
    const { scenario, sights } = smallestOf(shrunk(town, 'joined < 200'))
    expect(scenario.founders).toBeGreaterThan(0)
    expect(sights[0]).toMatchObject({ holds: true, isLivedIn: true })
    const empty = smallScenario({ days: 40, founders: 0 })
    expect(smallestOf(shrunk(empty, 'deathDay = 7')).values).toEqual({
      format: 'qunxiang-scenario/1',
      name: {
        en: 'a small town, shrunk',
        'zh-Hans': 'a small town（缩小版）',
        'zh-Hant': 'a small town（縮小版）',
      },
      days: 21,
      market: { people: 100, pains: { skin: 0.6 } },
    })
  })

  it('says at once when the scenario does not show it', () => {
    const shrinking = shrunk(town, 'members > 5000', { seeds: ['a', 'b'] })
    expect([shrinking.isShown(), shrinking.smallest()]).toEqual([false, null])
    expect(shrinking.progress()).toMatchObject({ scenarios: 1, runs: 2 })
    expect(shrinking.original()?.sights.map(({ seed, holds }) => [seed, holds])).toEqual([
      ['a', false],
      ['b', false],
    ])
  })

  it('has one with which it holds at any time from the first run on', () => {
    const until = 'ownerNet < -100'
    const shrinking = openShrinking(town, { condition: conditionOf(until), seeds: ['1'], share: 1 })
    expect([shrinking.original(), shrinking.smallest()]).toEqual([null, null])
    const found = new Set<Specimen>()
    while (!shrinking.isDone()) {
      shrinking.step()
      const smallest = shrinking.smallest()
      if (smallest !== null) found.add(smallest)
    }
    const all = [...found]
    expect(all.length).toBeGreaterThan(5)
    for (const [at, { scenario, size }] of all.entries()) {
      expect(sightOf(until, scenario, '1').holds).toBe(true)
      const before = all[at - 1]
      if (before !== undefined) expect(isSmaller(size, before.size)).toBe(true)
    }
  })

  it('ends where it began with what was shrunk before', () => {
    const { scenario, values } = smallestOf(shrunk(town, 'ownerNet < -100'))
    expect(smallestOf(shrunk(scenario, 'ownerNet < -100')).values).toEqual(values)
  })

  it('asks of several seeds as many as wanted', () => {
    const scenario = smallScenario({ founders: 30, plan: [{ ads: { perDay: 5 } }] })
    const seeds = ['a', 'b', 'c', 'd']
    const all = smallestOf(shrunk(scenario, 'muteRate > 0.05', { seeds }))
    const half = smallestOf(shrunk(scenario, 'muteRate > 0.05', { seeds, share: 0.5 }))
    expect(all.sights.map((sight) => sight.holds)).toEqual([true, true, true, true])
    expect(half.sights.filter((sight) => sight.holds).length).toBeGreaterThanOrEqual(2)
    expect(isSmaller(all.size, half.size)).toBe(false)
  })
})

const UNTIL = ['members < 9', 'joined > 3', 'ownerNet < 0', 'muteRate > 0.1', 'revenue > 0', 'deathDay < 9']

describe('what is left by shrinking', () => {
  it('still shows it, is no larger, and no single step makes it smaller', () =>
    fc.assert(
      fc.property(aScenario, fc.constantFrom(...UNTIL), (scenario, until) => {
        const shrinking = shrunk(scenario, until, { seeds: ['s'] })
        const [original, smallest] = [shrinking.original(), shrinking.smallest()]
        expect(smallest !== null).toBe(sightOf(until, scenario, 's').holds)
        if (original === null || smallest === null) return
        expect(sightOf(until, smallest.scenario, 's')).toEqual(smallest.sights[0])
        expect(smallest.sights[0]?.holds).toBe(true)
        expect(isSmaller(original.size, smallest.size)).toBe(false)
        expect(stepsLeft(smallest, until, original.sights[0]?.isLivedIn === true)).toEqual([])
        expect(smallestOf(shrunk(scenario, until, { seeds: ['s'] })).values).toEqual(smallest.values)
      }),
      { numRuns: 15 },
    ))
})
