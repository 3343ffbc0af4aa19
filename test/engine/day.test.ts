import { describe, expect, it } from 'vitest'
import { simulateDay } from '../../sim/engine/day.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import { KIND_NAMES, type KindName } from '../../sim/events/kinds.ts'
import { OWNER_MARK } from '../../sim/model/world.ts'
import { factsOf, ofKind, type Fact } from '../../sim/testing/facts.ts'
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

const TURNS = [
  ['shock-struck', 'price-learned'],
  ['phase-begun'],
  ['member-joined', 'join-refused', 'entry-declined', 'fee-paid'],
  ['content-posted', 'ad-posted', 'packet-sent'],
  ['intruder-posted'],
  ['member-removed'],
  ['feed-read'],
  ['role-given'],
  ['message-posted', 'reply-given', 'message-ignored', 'need-heard', 'favour-done'],
  ['checked-in', 'check-in-stopped'],
  ['cue-given'],
  ['packet-claimed', 'windfall-changed'],
  ['meeting-held', 'meeting-attended', 'member-woken', 'member-trust-changed'],
  ['order-placed'],
  ['product-tried', 'order-refunded', 'experience-told'],
  ['invitation-sent'],
  ['need-changed'],
  ['member-muted', 'member-left', 'blame-shared'],
  ['belief-drifted', 'need-found', 'pivot-made'],
  ['hours-worked', 'margin-drawn', 'energy-changed', 'owner-tired', 'owner-recovered'],
  ['day-closed'],
] as const satisfies readonly (readonly KindName[])[]
const turnOf = (kind: KindName) => TURNS.findIndex((kinds: readonly KindName[]) => kinds.includes(kind))

/** Kinds of facts whose turn follows from their cause: the same in several turns. */
const IN_SEVERAL: readonly KindName[] = [
  'value-changed',
  'trust-changed',
  'fatigue-changed',
  'label-changed',
  'belonging-changed',
  'product-trust-changed',
  'tie-changed',
  'cost-paid',
]

/** Which turn of the day a fact belongs to; −1 where it may be any. */
function turnOfFact({ kind, actor, cause }: Fact, bySeq: ReadonlyMap<number, Fact>): number {
  const behind = bySeq.get(cause)
  if (behind?.kind === 'invitation-sent') return turnOf('invitation-sent')
  // Who comes invited pays when she comes; a meeting meets needs; members advertise when those who keep order look.
  if (kind === 'fee-paid' && behind !== undefined) return turnOfFact(behind, bySeq)
  if (kind === 'need-changed' && behind?.kind === 'meeting-attended') return turnOf('meeting-attended')
  if (kind === 'intruder-posted' && actor >= 0) return turnOf('member-removed')
  // A member thanks for a packet, and passes it on, when it is opened.
  const isOfPacket = kind === 'message-posted' && cause >= 0
  if (isOfPacket || (kind === 'packet-sent' && actor >= 0)) return turnOf('packet-claimed')
  return turnOf(kind)
}

const busy: ScenarioValues = {
  days: 30,
  arrivals: [{ from: 0, perDay: 3, source: 'strangers' }],
  plan: [
    {
      from: 0,
      ...{ content: { perDay: 2, quality: 0.9 }, answers: 0.8, ads: { perDay: 2 }, moderation: 0 },
      ...{ redPackets: { perDay: 1 }, offline: { everyDays: 2, size: 20 } },
      ...{
        roles: 0.1,
        reciprocity: 0.6,
        identityCue: 1,
        bondCue: 1,
        checkIns: 1,
        entryFee: 30,
        listening: 0.8,
      },
    },
    { from: 5, ads: { perDay: 4 }, moderation: 0.5 },
  ],
  offer: ['cooking', 'skin'].map((solves) => ({
    ...{ solves, price: 20, quality: 0.3, promise: 0.9, fairPrice: 0.5 },
  })),
  shocks: [
    { day: 9, kind: 'owner-absent', days: 2 },
    { day: 20, kind: 'price-exposed' },
  ],
  model: {
    inMarketGate: 0,
    buyingScale: 3,
    leaveBase: 0.01,
    muteBase: 0.02,
    energyPerHour: 0.1,
    meetingWakes: 1,
    memberSellers: 0.3,
    beliefDrift: 1,
    foundMargin: 0,
    pivotDays: 0,
    stockFriction: 0,
  },
  owner: { energy: 0.5, cash: 10_000, stock: 0.5 },
}

describe('a day', () => {
  const { facts, simulation } = daysOf(crowd(busy))

  it('goes through its turns in order, each seeing what the one before has done', () => {
    const bySeq = new Map(facts.flat().map((fact) => [fact.seq, fact]))
    for (const day of facts) {
      const turns = day.map((fact) => turnOfFact(fact, bySeq)).filter((turn) => turn >= 0)
      expect(turns).toEqual([...turns].sort((a, b) => a - b))
    }
    // The kinds that show the order were all there.
    const seen = new Set(facts.flat().map(({ kind }) => kind))
    const missing = TURNS.flat().filter((kind) => !seen.has(kind))
    expect(['join-refused', 'owner-recovered']).toEqual(expect.arrayContaining(missing))
  })

  it('has a turn for every fact but ledgers, which may move in several', () => {
    const kinds = KIND_NAMES.filter((kind) => turnOf(kind) < 0)
    expect(kinds.sort()).toEqual([...IN_SEVERAL, 'fork-opened'].sort())
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
