import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import { isPresent, LEVEL, LEVELS, TIES, type World } from '../../sim/model/world.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { factsOf, ofKind, type Fact } from '../../sim/testing/facts.ts'
import { groupMarkOf, markOf, seatsIn } from '../testing/arrange.ts'
import { replayText, writeLog } from '../events/log-text.ts'

const aShock: fc.Arbitrary<Scenario['shocks'][number]> = fc
  .tuple(
    fc.nat({ max: 9 }),
    fc.constantFrom(
      { kind: 'bad-batch', days: 3 } as const,
      { kind: 'intruders', perDay: 2, days: 3 } as const,
      { kind: 'rival-opens', appeal: 1 } as const,
      { kind: 'migrate', keeps: 0.5 } as const,
      { kind: 'star-leaves' } as const,
      { kind: 'price-exposed' } as const,
      { kind: 'packets-stop' } as const,
      { kind: 'owner-absent', days: 2 } as const,
    ),
  )
  .map(([day, shock]) => ({ day, ...shock }))

/** A small town in which everything goes on at once: packets, meetings, invitations for a reward, shocks. */
const aBusyTown: fc.Arbitrary<Scenario> = fc
  .record({
    town: aScenario,
    redPackets: fc.record({
      perDay: fc.constantFrom(0, 0.5, 1, 3),
      amount: fc.constantFrom(0.01, 0.07, 1, 20),
      shares: fc.integer({ min: 1, max: 30 }),
    }),
    offline: fc.record({
      everyDays: fc.nat({ max: 3 }),
      size: fc.integer({ min: 1, max: 20 }),
      depth: fc.constantFrom(0, 0.5, 1),
    }),
    reward: fc.constantFrom(0, 5),
    groupsBy: fc.constantFrom('size', 'topic'),
    shocks: fc.array(aShock, { maxLength: 4 }),
    model: fc.constantFrom(
      {},
      { inviting: 1, invitingNew: 1, accepting: 10 },
      { packetPassedOn: 1, packetTie: 0.05, packetTakers: 1 },
      { meetingWish: 1, meetingWakes: 1, muteBase: 0.3 },
      { intruding: 1, intruderRate: 0.5 },
    ),
  })
  .map(({ town, redPackets, offline, reward, groupsBy, shocks, model }) =>
    resolveScenario(
      {
        ...town,
        owner: { ...town.owner, cash: 500 },
        offer: town.offer.map((offer) => ({ ...offer, fairPrice: 0.6 })),
        community: { ...town.community, groupsBy },
        plan: town.plan.map((phase) => ({ ...phase, redPackets, offline })),
        invitations: { reward, to: 'both' as const },
        shocks: [...town.shocks, ...shocks],
        model: { ...town.model, ...model },
      },
      'generated',
      () => undefined,
    ),
  )

const overTowns = (holds: (scenario: Scenario, seed: string) => void, numRuns = 80) =>
  fc.assert(fc.property(aBusyTown, aSeed, holds), { numRuns })

const historyOf = (scenario: Scenario, seed: string) => {
  const { world, rows } = run(scenario, seed, { keepsRows: true })
  return { world, facts: factsOf(rows) }
}

describe('whatever the mechanisms do together', () => {
  it('a folded log is the run', () =>
    overTowns((scenario, seed) => {
      const { verified, firstDifference } = replayText(writeLog(scenario, seed).text, { reruns: true })
      expect({ ...verified, firstDifference }).toEqual({
        ...{ chain: true, fold: true, rerun: true, firstDifference: null },
      })
    }, 40))

  it('members are those who joined and have not left, each once, and no group has more than its seats', () =>
    overTowns((scenario, seed) => {
      const { world, facts } = historyOf(scenario, seed)
      const joined = ofKind(facts, 'member-joined').map(({ actor }) => actor)
      const left = ofKind(facts, 'member-left').map(({ actor }) => actor)
      expect(new Set(joined).size).toBe(joined.length)
      expect(new Set(left).size).toBe(left.length)
      for (let group = 0; group < scenario.community.groups; group++) {
        const there = seatsIn(world).filter(
          (seat) => isPresent(world, seat) && markOf(world, seat, 'group') === group,
        )
        expect(groupMarkOf(world, group, 'members')).toBe(there.length)
        expect(there.length).toBeLessThanOrEqual(scenario.community.capacity)
      }
    }))

  it('nobody takes, posts, meets, invites, learns or is tied before joining or after leaving', () =>
    overTowns((scenario, seed) => {
      const there = new Set<number>()
      const acts = ['packet-claimed', 'packet-sent', 'message-posted', 'meeting-attended', 'member-woken']
      const more = ['invitation-sent', 'price-learned', 'feed-read', 'windfall-changed', 'tie-changed']
      for (const { kind, actor, object } of historyOf(scenario, seed).facts) {
        if (kind === 'member-joined') there.add(actor)
        if (kind === 'member-left') there.delete(actor)
        if (actor >= 0 && [...acts, ...more].includes(kind)) expect(there.has(actor), kind).toBe(true)
        if (kind === 'tie-changed') {
          expect(there.has(object)).toBe(true)
          expect(object).not.toBe(actor)
        }
      }
    }))

  it('a packet gives no more than is in it, to no more than it has shares, once each', () =>
    overTowns((scenario, seed) => {
      const { facts } = historyOf(scenario, seed)
      const packets = new Map(ofKind(facts, 'packet-sent').map((packet) => [packet.seq, packet]))
      const claims = new Map<number, Fact[]>()
      for (const claim of ofKind(facts, 'packet-claimed')) {
        claims.set(claim.cause, [...(claims.get(claim.cause) ?? []), claim])
      }
      for (const [seq, taken] of claims) {
        const packet = packets.get(seq) as Fact
        const fen = taken.map(({ value }) => Math.round(value * 100))
        const sum = fen.reduce((total, one) => total + one, 0)
        expect(sum).toBeLessThanOrEqual(Math.round(packet.value * 100))
        if (taken.length === packet.object) expect(sum).toBe(Math.round(packet.value * 100))
        expect(Math.min(...fen)).toBeGreaterThanOrEqual(1)
        expect(taken.length).toBeLessThanOrEqual(packet.object)
        expect(new Set(taken.map(({ actor }) => actor)).size).toBe(taken.length)
        expect(taken.every(({ object, group }) => object === packet.actor && group === packet.group)).toBe(
          true,
        )
      }
    }))

  it('every score stays in its range', () =>
    overTowns((scenario, seed) => {
      const { world } = historyOf(scenario, seed)
      for (const seat of seatsIn(world)) expectSound(world, seat)
    }))
})

it('happens at all: packets, gifts, meetings, invitations, intruders, prices and shocks are in these histories', () => {
  const seen = new Set<string>()
  for (const scenario of fc.sample(aBusyTown, { numRuns: 150, seed: 7 })) {
    for (const { kind, actor } of historyOf(scenario, '1').facts) {
      seen.add(kind === 'packet-sent' && actor >= 0 ? 'gift' : kind)
    }
  }
  for (const kind of ['packet-sent', 'gift', 'packet-claimed', 'windfall-changed', 'meeting-held']) {
    expect([...seen]).toContain(kind)
  }
  for (const kind of ['invitation-sent', 'intruder-posted', 'price-learned', 'tie-changed', 'member-woken']) {
    expect([...seen]).toContain(kind)
  }
})

function expectSound(world: World, seat: number): void {
  const { trust, fatigue, label, belonging, productTrust, habit, answered, windfall, connected, held } = LEVEL
  for (const level of [trust, fatigue, label, belonging, productTrust, habit]) expectShare(level)
  for (const level of [answered, windfall, connected, held]) expectShare(level)
  for (const strength of world.tieStrengths.slice(seat * TIES, seat * TIES + TIES)) {
    expect(strength).toBeGreaterThanOrEqual(0)
    expect(strength).toBeLessThanOrEqual(1)
  }

  function expectShare(level: number): void {
    const score = world.levels[seat * LEVELS + level] as number
    expect(score).toBeGreaterThanOrEqual(-1e-6)
    expect(score).toBeLessThanOrEqual(1 + 1e-6)
  }
}
