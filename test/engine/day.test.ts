import { describe, expect, it } from 'vitest'
import { simulateDay } from '../../sim/engine/day.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import type { KindName } from '../../sim/events/kinds.ts'
import { OWNER_MARK } from '../../sim/model/world.ts'
import { factsOf, ofKind } from '../../sim/testing/facts.ts'
import { smallScenario, type ScenarioValues } from '../../sim/testing/small-scenario.ts'
import { crowd } from '../testing/arrange.ts'

/** Facts of each of the first days. */
function daysOf(scenario = smallScenario(), days = scenario.days) {
  const simulation = createSimulation(scenario, '1')
  const facts = Array.from({ length: days }, () => {
    const from = simulation.rows.count
    simulateDay(simulation)
    return factsOf(simulation.rows, from)
  })
  return { facts, simulation }
}

/** Which turn of the day a fact belongs to. */
const TURN: Partial<Record<KindName, number>> = {
  'shock-struck': 0,
  'phase-begun': 1,
  'member-joined': 2,
  'join-refused': 2,
  'content-posted': 3,
  'ad-posted': 3,
  'feed-read': 4,
  'message-posted': 5,
  'reply-given': 5,
  'message-ignored': 5,
  'order-placed': 6,
  'product-tried': 7,
  'order-refunded': 7,
  'experience-told': 7,
  'member-muted': 8,
  'member-left': 8,
  'blame-shared': 8,
  'hours-worked': 9,
  'margin-drawn': 9,
  'energy-changed': 9,
  'owner-tired': 9,
  'owner-recovered': 9,
  'day-closed': 10,
}

const busy: ScenarioValues = {
  days: 30,
  arrivals: [{ from: 0, perDay: 3, source: 'strangers' }],
  plan: [
    { from: 0, content: { perDay: 2, quality: 0.9 }, answers: 0.8, ads: { perDay: 2 } },
    { from: 5, ads: { perDay: 4 } },
  ],
  offer: { solves: 'skin', price: 20, quality: 0.3, promise: 0.9 },
  shocks: [{ day: 9, kind: 'owner-absent', days: 2 }],
  model: { inMarketGate: 0, buyingScale: 3, leaveBase: 0.01, muteBase: 0.02, energyPerHour: 0.1 },
  owner: { energy: 0.5 },
}

describe('a day', () => {
  const { facts, simulation } = daysOf(crowd(busy))

  it('goes through its turns in order, each seeing what the one before has done', () => {
    const seen = new Set<KindName>()
    for (const day of facts) {
      const turns = day.flatMap(({ kind }) => TURN[kind] ?? [])
      for (const { kind } of day) seen.add(kind)
      expect(turns).toEqual([...turns].sort((a, b) => a - b))
    }
    // The kinds that show the order were all there.
    const missing = Object.keys(TURN).filter((kind) => !seen.has(kind as KindName))
    expect(['join-refused', 'owner-recovered']).toEqual(expect.arrayContaining(missing))
  })

  it('closes once, at its end, and the next begins', () => {
    for (const day of facts) {
      expect(ofKind(day, 'day-closed')).toHaveLength(1)
      expect(day.at(-1)).toMatchObject({ kind: 'day-closed', actor: -1, object: -1, value: 0, cause: -1 })
    }
    expect(simulation.world.day).toBe(30)
  })

  it('counts its facts on from those of the day before', () => {
    const all = facts.flat()
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, at) => at))
  })

  it('lets nobody act on the day of joining who has not joined before that turn', () => {
    for (const day of facts) {
      const joined = new Set(ofKind(day, 'member-joined').map(({ actor }) => actor))
      const first = new Map<number, KindName>()
      for (const { actor, kind } of day) if (joined.has(actor) && !first.has(actor)) first.set(actor, kind)
      expect(new Set(first.values()).size).toBeLessThanOrEqual(1)
      for (const kind of first.values()) expect(kind).toBe('member-joined')
    }
  })
})

describe('a phase of the plan', () => {
  const plan = [
    { from: 0, content: { perDay: 1, quality: 0.5 } },
    { from: 2, content: { perDay: 3 } },
    { from: 3, content: { perDay: 0 } },
  ]
  const { facts, simulation } = daysOf(smallScenario({ plan, days: 6 }))

  it('begins on its day, before the owner works', () => {
    expect(facts.map((day) => ofKind(day, 'phase-begun').map(({ object }) => object))).toEqual([
      [],
      [],
      [1],
      [2],
      [],
      [],
    ])
    expect(facts.map((day) => ofKind(day, 'content-posted').length)).toEqual([1, 1, 3, 0, 0, 0])
    expect(simulation.world.ownerMarks[OWNER_MARK.phase]).toBe(2)
  })
})

describe('a plan that a fork changes', () => {
  const early = { from: 0, content: { perDay: 1, quality: 0.5 } }
  const plan = [early, { from: 12, content: { perDay: 2, quality: 0.5 } }]
  const branch = (at: number, changed: readonly object[]) => {
    const simulation = createSimulation(smallScenario({ plan, days: 16 }), '1', [
      { at, edits: [{ path: 'plan', value: changed }] },
    ])
    const days = Array.from({ length: 16 }, () => {
      const from = simulation.rows.count
      simulateDay(simulation)
      return factsOf(simulation.rows, from)
    })
    return {
      begun: days.flatMap((day, at) => ofKind(day, 'phase-begun').map(({ object }) => [at, object])),
      ads: days.map((day) => ofKind(day, 'ad-posted').length),
      posts: days.map((day) => ofKind(day, 'content-posted').length),
    }
  }

  // Found: a phase put in before the day of the fork never began, nor any after it.
  it('holds from the day of the fork on, phases that began before it included', () => {
    const { begun, ads, posts } = branch(8, [
      early,
      { from: 5, ads: { perDay: 3 } },
      { from: 12, ads: { perDay: 0 } },
    ])
    expect(begun).toEqual([
      [8, 1],
      [12, 2],
    ])
    expect(ads).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 0, 0, 0, 0])
    expect(posts.every((count) => count === 1)).toBe(true)
  })

  it('may have fewer phases than before', () => {
    const { begun, posts } = branch(14, [early])
    expect(begun).toEqual([
      [12, 1],
      [14, 0],
    ])
    expect(posts).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1])
  })
})

it('goes on for ever without anybody in the group', () => {
  const { facts } = daysOf(smallScenario({ founders: 0, plan: [{ from: 0 }] }), 3)
  for (const day of facts) {
    expect(day.map(({ kind }) => kind)).toEqual(['hours-worked', 'energy-changed', 'day-closed'])
  }
})
