import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PURPOSE, uniform } from '../../../sim/engine/dice.ts'
import { feedOf } from '../../../sim/engine/feed.ts'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideOwnerWork } from '../../../sim/engine/mechanisms/owner-work.ts'
import { decideClaims } from '../../../sim/engine/mechanisms/packets.ts'
import { seatPerson } from '../../../sim/engine/people.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { SHOCK } from '../../../sim/model/causes.ts'
import { TRAIT } from '../../../sim/model/person.ts'
import { LEFT } from '../../../sim/model/world.ts'
import { causeNamed, ofKind, type Fact } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import {
  crowd,
  groupMarkOf,
  happen,
  levelOf,
  markOf,
  play,
  seatsIn,
  setAllLevels,
  setAllMarks,
  setEnergy,
  setGroup,
  setMarks,
} from '../../testing/arrange.ts'

interface Evening {
  readonly packets?: { readonly perDay?: number; readonly amount?: number; readonly shares?: number }
  readonly members?: number
  readonly model?: Record<string, number>
  readonly changes?: Record<string, unknown>
  readonly seed?: string
  readonly arrange?: (simulation: Simulation) => void
}

const fen = (value: number) => Math.round(value * 100)
const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0)

/** A group that has opened on a day with one packet of 20 CNY for 20 people; everybody is quick enough. */
function given20(evening: Evening = {}) {
  const { packets = {}, members = 60, model = {}, changes = {}, seed = '1', arrange } = evening
  const scenario = crowd({
    founders: members,
    owner: { cash: 1_000_000 },
    plan: [{ from: 0, redPackets: { perDay: 1, amount: 20, shares: 20, ...packets } }],
    model: { packetTakers: 1, ...model },
    ...changes,
  })
  return given(scenario, {
    seed,
    arrange: (simulation) => {
      play(decideArrivals, decideOwnerWork)(simulation)
      setAllMarks(simulation.world, { openedDay: 0 })
      arrange?.(simulation)
    },
  })
}

function open(evening: Evening = {}) {
  const { simulation, when } = given20(evening)
  const facts = when(decideClaims)
  const claims = ofKind(facts, 'packet-claimed')
  return { simulation, facts, claims, ofOwner: claims.filter(({ object }) => object === -1) }
}

/** Evenings on which so many of the owner's packets are opened, one after another in the same group. */
function evenings(days: number, evening: Evening & { readonly each: number }): Fact[][] {
  const { simulation, when } = given20(evening)
  return Array.from({ length: days }, (_, day) => {
    simulation.world.day = day
    setAllMarks(simulation.world, { openedDay: day })
    setGroup(simulation.world, 0, { packets: evening.each })
    return when(decideClaims)
  })
}

/** The claims of each packet, in their order. */
function byPacket(facts: readonly Fact[]): Map<number, Fact[]> {
  const packets = new Map<number, Fact[]>()
  for (const claim of ofKind(facts, 'packet-claimed')) {
    packets.set(claim.cause, [...(packets.get(claim.cause) ?? []), claim])
  }
  return packets
}

describe('the owner', () => {
  const sent = (evening: Evening) => {
    const { packets = {}, changes = {} } = evening
    const scenario = crowd({
      owner: { cash: 1000 },
      plan: [{ from: 0, redPackets: { perDay: 1, amount: 20, shares: 20, ...packets } }],
      ...changes,
    })
    const facts = given(scenario, { arrange: evening.arrange ?? (() => undefined) }).when(decideOwnerWork)
    return { facts, packets: ofKind(facts, 'packet-sent') }
  }

  it('sends the packets of the plan, and pays for each', () => {
    const { facts, packets } = sent({ packets: { perDay: 3, amount: 8.8, shares: 6 } })
    expect(packets).toHaveLength(3)
    for (const packet of packets) {
      expect(packet).toMatchObject({ group: 0, actor: -1, object: 6, cause: -1 })
      expect(packet.value).toBeCloseTo(8.8, 5)
      const [cost] = facts.filter(({ cause }) => cause === packet.seq)
      expect(cost).toMatchObject({ kind: 'cost-paid', object: 3, value: packet.value })
    }
  })

  it('sends fractions of a packet a day as whole ones', () => {
    const counts = [0, 1, 2, 3].map(
      (day) =>
        sent({ packets: { perDay: 0.5 }, arrange: ({ world }) => void (world.day = day) }).packets.length,
    )
    expect(counts).toEqual([0, 1, 0, 1])
  })

  it('sends to every group', () => {
    const community = { groups: 3, positioning: { focus: { skin: 1 } } }
    const groups = sent({ changes: { community } }).packets.map(({ group }) => group)
    expect(groups.sort()).toEqual([0, 1, 2])
  })

  it('sends as many as the cash is enough for', () => {
    const owner = { cash: 65 }
    expect(sent({ packets: { perDay: 9 }, changes: { owner } }).packets).toHaveLength(3)
    expect(sent({ changes: { owner: { cash: 19.99 } } }).packets).toEqual([])
  })

  // Found: the first groups got theirs on every day, the last ones never.
  it('lets no group go without every day when cash runs short', () => {
    const community = { groups: 4, positioning: { focus: { skin: 1 } } }
    const lucky = Array.from({ length: 40 }, (_, day) =>
      sent({
        changes: { community, owner: { cash: 20 } },
        arrange: ({ world }) => void (world.day = day),
      }).packets.map(({ group }) => group),
    )
    expect(lucky.every((groups) => groups.length === 1)).toBe(true)
    expect(new Set(lucky.flat())).toEqual(new Set([0, 1, 2, 3]))
  })

  it('sends none while away, and none after packets have stopped for good', () => {
    const struck = (shock: keyof typeof SHOCK, value: number) => (simulation: Simulation) =>
      void happen(simulation, 'shock-struck', { object: SHOCK[shock], value })
    expect(sent({ arrange: struck('owner-absent', 3) }).packets).toEqual([])
    expect(sent({ arrange: struck('packets-stop', 0) }).packets).toEqual([])
    const later = (simulation: Simulation) => {
      struck('packets-stop', 0)(simulation)
      simulation.world.day = 19
    }
    expect(sent({ arrange: later }).packets).toEqual([])
  })

  it('sends three in ten when tired', () => {
    const counts = Array.from({ length: 300 }, (_, day) =>
      sent({
        arrange: ({ world }) => {
          world.day = day
          setEnergy(world, 0)
        },
      }),
    ).map(({ packets }) => packets.length)
    expect(sum(counts)).toBeGreaterThan(60)
    expect(sum(counts)).toBeLessThan(120)
  })

  it('splits a packet into no shares of less than a fen', () => {
    const [packet] = sent({ packets: { amount: 0.07, shares: 50 } }).packets
    expect(packet?.object).toBe(7)
  })
})

describe('the shares of a packet', () => {
  it('add up to it when enough people are there, are never more, and at least a fen each', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 40 }),
        fc.nat({ max: 999 }),
        (amount, shares, members, seed) => {
          const { facts, ofOwner } = open({
            packets: { amount: amount / 100, shares },
            members,
            seed: String(seed),
          })
          for (const { value } of ofKind(facts, 'packet-claimed'))
            expect(fen(value)).toBeGreaterThanOrEqual(1)
          const taken = sum(ofOwner.map(({ value }) => fen(value)))
          const most = Math.min(shares, amount)
          expect(ofOwner).toHaveLength(Math.min(members, most))
          expect(taken).toBeLessThanOrEqual(amount)
          if (members >= most) expect(taken).toBe(amount)
          for (const packet of byPacket(facts).values()) {
            expect(new Set(packet.map(({ actor }) => actor)).size).toBe(packet.length)
          }
        },
      ),
      { numRuns: 60 },
    ))

  // Found: a packet of fewer fen than shares was opened by nobody.
  it('are one fen for each of the first where there are fewer fen than shares', () => {
    const { ofOwner } = open({ packets: { amount: 0.07, shares: 50 } })
    expect(ofOwner.map(({ value }) => fen(value))).toEqual([1, 1, 1, 1, 1, 1, 1])
  })

  it('are of one packet each, also when there are several a day', () => {
    const { simulation, facts, ofOwner } = open({ packets: { perDay: 3, shares: 8 } })
    const packets = byPacket(ofOwner)
    expect(packets.size).toBe(3)
    const last = groupMarkOf(simulation.world, 0, 'packetFact')
    expect([...packets.keys()]).toEqual([last - 4, last - 2, last])
    for (const claims of packets.values()) {
      expect(sum(claims.map(({ value }) => fen(value)))).toBe(2000)
      expect(claims).toHaveLength(8)
    }
    expect(facts.length).toBeGreaterThan(24)
  })

  it('are on average the same in every place, and scatter the more the later, as published (K4)', () => {
    // 5 CNY for 7 people: 105 real packets and a simulation of the published rule.
    const each = 60
    const packets = evenings(100, {
      each,
      packets: { amount: 5, shares: 7 },
      members: 7,
      model: { packetEffect: 0 },
    }).flatMap((facts) => {
      const claims = ofKind(facts, 'packet-claimed')
      return Array.from({ length: each }, (_, n) => claims.slice(7 * n, 7 * n + 7).map(({ value }) => value))
    })
    expect(packets).toHaveLength(6000)
    const published = [0.17, 0.177, 0.187, 0.201, 0.228, 0.293, 0.293]
    published.forEach((variance, place) => {
      const values = packets.map((shares) => shares[place] as number)
      const mean = sum(values) / values.length
      expect(mean).toBeGreaterThan(5 / 7 - 0.03)
      expect(mean).toBeLessThan(5 / 7 + 0.03)
      const found = sum(values.map((x) => (x - mean) ** 2)) / values.length
      expect(found / variance).toBeGreaterThan(0.9)
      expect(found / variance).toBeLessThan(1.1)
    })
  })
})

describe('who takes', () => {
  it('has opened today and is present', () => {
    const { simulation, claims } = open({
      packets: { shares: 100 },
      arrange: ({ world }) => {
        setMarks(world, 3, { openedDay: -1 })
        setMarks(world, 4, { flags: LEFT })
      },
    })
    const takers = new Set(claims.map(({ actor }) => simulation.world.seatOf[actor]))
    expect(takers.size).toBe(58)
    expect(takers.has(3) || takers.has(4)).toBe(false)
    expect(open({ arrange: ({ world }) => setAllMarks(world, { openedDay: -1 }) }).facts).toEqual([])
  })

  it('is in the group that the packet is for', () => {
    const community = { groups: 2, positioning: { focus: { skin: 1 } } }
    const { simulation, claims } = open({
      changes: { community },
      arrange: ({ world }) => setGroup(world, 0, { packets: 0 }),
    })
    expect(claims.length).toBeGreaterThanOrEqual(20)
    for (const { actor, group } of claims) {
      expect(group).toBe(1)
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'group')).toBe(1)
    }
  })

  it('is quick enough: about so many as the share says', () => {
    const { ofOwner } = open({ packets: { shares: 100 }, members: 300, model: { packetTakers: 0.25 } })
    expect(ofOwner.length).toBeGreaterThan(50)
    expect(ofOwner.length).toBeLessThan(100)
    expect(open({ model: { packetTakers: 0 } }).facts).toEqual([])
  })

  it('is whoever comes first in the day, not in the seats', () => {
    const { simulation, ofOwner } = open({ packets: { shares: 5 } })
    const { world, town } = simulation
    const order = seatsIn(world)
      .map((seat) => markOf(world, seat, 'person'))
      .map((person) => ({ person, time: uniform(town.dice, PURPOSE.claiming, person, 0, 1) }))
      .sort((a, b) => a.time - b.time)
      .map(({ person }) => person)
    expect(ofOwner.map(({ actor }) => actor)).toEqual(order.slice(0, 5))
  })

  it('takes the same whatever seat she has', () => {
    const persons = Array.from({ length: 40 }, (_, n) => (7 * n) % 300)
    const claimsOf = (order: readonly number[]) =>
      ofKind(
        open({
          members: 0,
          packets: { perDay: 2, shares: 9 },
          arrange: (simulation) => {
            for (const actor of order) {
              happen(simulation, 'member-joined', { actor, object: 0, value: 0.3 })
              seatPerson(simulation.people, actor, 0)
            }
            setAllMarks(simulation.world, { openedDay: 0 })
          },
        }).facts,
        'packet-claimed',
      ).map(({ actor, object, value }) => ({ actor, object, value }))
    expect(claimsOf(persons).length).toBeGreaterThanOrEqual(18)
    expect(claimsOf(persons.toReversed())).toEqual(claimsOf(persons))
  })

  it('does not take of her own gift', () => {
    const { claims } = open({ model: { packetPassedOn: 1, packetPassedOnLuckiest: 1 } })
    const gifts = claims.filter(({ object }) => object >= 0)
    expect(gifts.length).toBeGreaterThan(20)
    expect(gifts.filter(({ actor, object }) => actor === object)).toEqual([])
  })
})

describe('passing on', () => {
  it('makes a packet of twice the mean share, of at least 1 CNY, from what was taken', () => {
    const large = open({ packets: { amount: 100, shares: 20 }, model: { packetPassedOn: 1 } })
    const small = open({ packets: { perDay: 10, amount: 2, shares: 20 }, model: { packetPassedOn: 1 } })
    for (const { facts, claims } of [large, small]) {
      const gifts = ofKind(facts, 'packet-sent')
      expect(gifts.length).toBeGreaterThan(0)
      for (const { actor, cause } of gifts) {
        expect(claims.find(({ seq }) => seq === cause)?.actor).toBe(actor)
      }
    }
    const first = ({ facts }: typeof large) => ofKind(facts, 'packet-sent')[0]
    expect(first(large)).toMatchObject({ value: 10, object: 20 })
    expect(first(small)).toMatchObject({ value: 1, object: 20 })
  })

  it('gives back .15–.21 of a unit for each taken, more by people than by amount, the luckiest more (K4)', () => {
    let [taken, given, ofLuckiest, byLuckiest] = [0, 0, 0, 0]
    let [product, square] = [0, 0]
    for (const facts of evenings(1500, { each: 1, members: 100 })) {
      const claims = ofKind(facts, 'packet-claimed').filter(({ object }) => object === -1)
      const gifts = new Map(ofKind(facts, 'packet-sent').map(({ cause, value }) => [cause, value]))
      const luckiest = Math.max(...claims.map(({ value }) => value))
      const mean = 20 / claims.length
      for (const { seq, value } of claims) {
        const gift = gifts.get(seq) ?? 0
        taken += value
        given += gift
        if (value === luckiest) {
          ofLuckiest += value
          byLuckiest += gift
        }
        product += (value - mean) * gift
        square += (value - mean) ** 2
      }
    }
    // With packet fixed effects, as the study did.
    expect(product / square).toBeGreaterThan(0.15)
    expect(product / square).toBeLessThan(0.21)
    expect(given / taken).toBeGreaterThan(0.13)
    expect(given / taken).toBeLessThan(0.21)
    const ratio = byLuckiest / ofLuckiest / ((given - byLuckiest) / (taken - ofLuckiest))
    expect(ratio).toBeGreaterThan(1.2)
    expect(ratio).toBeLessThan(1.9)
  })

  it('goes round three times at most', () => {
    const { facts } = open({
      packets: { perDay: 20, amount: 200, shares: 3 },
      members: 30,
      model: { packetPassedOn: 1, packetPassedOnLuckiest: 1 },
    })
    const bySeq = new Map(facts.map((fact) => [fact.seq, fact]))
    const depth = (fact: Fact): number => {
      const behind = bySeq.get(fact.cause)
      return behind === undefined ? 0 : depth(behind) + (fact.kind === 'packet-claimed' ? 1 : 0)
    }
    const claims = ofKind(facts, 'packet-claimed')
    expect(Math.max(...claims.map(depth))).toBe(2)
  })

  it('is over with its parameters at 0', () => {
    const { facts } = open({ model: { packetPassedOn: 0, packetPassedOnLuckiest: 0 } })
    expect(ofKind(facts, 'packet-sent')).toEqual([])
  })
})

describe('what packets do', () => {
  const lovers =
    (love: number) =>
    ({ people, world }: Simulation) => {
      for (const seat of seatsIn(world)) people.traits[seat * people.stride + TRAIT.windfallLove] = love
    }

  it('makes a habit, the more of those who love windfalls, and the less the more there is of it', () => {
    const gain = (love: number, windfall: number) => {
      const { facts } = open({
        arrange: (simulation) => {
          lovers(love)(simulation)
          setAllLevels(simulation.world, { windfall })
        },
      })
      const gains = ofKind(facts, 'windfall-changed')
      expect(gains.length).toBeGreaterThanOrEqual(20)
      expect(new Set(gains.map(({ value }) => value)).size).toBe(1)
      return gains[0]
    }
    expect(gain(1, 0)?.value).toBeCloseTo(0.15, 6)
    expect(gain(0, 0)?.value).toBeCloseTo(0.15 * 0.4, 6)
    expect(gain(1, 0.5)?.value).toBeCloseTo(0.075, 6)
    const one = gain(1, 0) as Fact
    expect(causeNamed(one)).toBe('packets')
  })

  it('moves the habit of those who took and names the packet', () => {
    const { simulation, facts, claims } = open()
    const takers = new Set(claims.map(({ actor }) => actor))
    for (const seat of seatsIn(simulation.world)) {
      expect(levelOf(simulation.world, seat, 'windfall') > 0).toBe(
        takers.has(markOf(simulation.world, seat, 'person')),
      )
    }
    const packet = groupMarkOf(simulation.world, 0, 'packetFact')
    expect(new Set(ofKind(facts, 'windfall-changed').map(({ cause }) => cause))).toEqual(new Set([packet]))
  })

  // Found: everybody who was quick enough gave thanks, also when nothing had been left for her.
  it('brings thanks of those alone who took something', () => {
    const { facts, claims } = open({
      packets: { shares: 2 },
      model: { packetThanks: 0.7 },
      arrange: lovers(1),
    })
    const takers = new Set(claims.map(({ actor }) => actor))
    const thanks = ofKind(facts, 'message-posted')
    expect(thanks.length).toBeGreaterThan(0)
    for (const { actor } of thanks) expect(takers.has(actor)).toBe(true)
    const fond = ofKind(facts, 'windfall-changed').map(({ actor }) => actor)
    expect(new Set(fond)).toEqual(takers)
  })

  it('brings a word of thanks off topic, once a day, from half of those who love windfalls moderately', () => {
    const { simulation, facts } = open({
      packets: { perDay: 2, shares: 100 },
      members: 300,
      model: { packetPassedOn: 0, packetPassedOnLuckiest: 0 },
      arrange: lovers(0.6),
    })
    const thanks = ofKind(facts, 'message-posted')
    expect(new Set(thanks.map(({ actor }) => actor)).size).toBe(thanks.length)
    const takers = new Set(ofKind(facts, 'packet-claimed').map(({ actor }) => actor)).size
    expect(thanks.length / takers).toBeGreaterThan(0.37)
    expect(thanks.length / takers).toBeLessThan(0.63)
    const packet = groupMarkOf(simulation.world, 0, 'packetFact')
    for (const { value, cause } of thanks) expect([value, cause]).toEqual([0, packet])
  })

  it('leaves trust, belonging and ties as they were (C12)', () => {
    const { facts } = open({ model: { packetPassedOn: 1 } })
    const kinds = new Set(facts.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['message-posted', 'packet-claimed', 'packet-sent', 'windfall-changed'])
  })

  it('ties those who take from a member to her, where packets are believed to tie', () => {
    const tying = { packetPassedOn: 1, packetTie: 0.05 }
    const { facts, claims } = open({ model: tying })
    const ties = ofKind(facts, 'tie-changed')
    const gifts = claims.filter(({ object }) => object >= 0)
    expect(ties.map(({ actor, object, cause }) => [actor, object, cause])).toEqual(
      gifts.map(({ actor, object, seq }) => [actor, object, seq]),
    )
    expect(ties.length).toBeGreaterThan(10)
    for (const { value } of ties) expect(value).toBeCloseTo(0.05, 6)
    expect(ofKind(open({ model: { ...tying, tieEffect: 0 } }).facts, 'tie-changed')).toEqual([])
  })

  it('is nothing but money with the effect of packets off', () => {
    const { simulation, facts } = open({ model: { packetEffect: 0, packetPassedOn: 1 } })
    expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set(['packet-claimed']))
    expect(facts).toHaveLength(20)
    expect(feedOf(simulation, 0)).toMatchObject({ hasPacket: true, lure: 0 })
  })
})
