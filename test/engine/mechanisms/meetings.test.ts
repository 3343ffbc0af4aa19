import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideMeetings } from '../../../sim/engine/mechanisms/meetings.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { COST, SHOCK } from '../../../sim/model/causes.ts'
import { NEED } from '../../../sim/model/needs.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { LEFT, MUTED, OWNER_MARK, TIES } from '../../../sim/model/world.ts'
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
  type LevelName,
  type MarkName,
} from '../../testing/arrange.ts'

interface Evening {
  readonly offline?: {
    readonly everyDays?: number
    readonly size?: number
    readonly depth?: number
    readonly irregular?: number
  }
  readonly levels?: Partial<Record<LevelName, number>>
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly changes?: Record<string, unknown>
  readonly day?: number
  readonly members?: number
  readonly seed?: string
  readonly arrange?: (simulation: Simulation) => void
}

/** Everybody wants to come. */
const ALL = { meetingWish: 1 }

/** An evening in a trusting group with a meeting of 15 every week. */
function meet(evening: Evening = {}) {
  const { offline = {}, levels = {}, marks = {}, model = {}, changes = {}, day = 7, seed = '1' } = evening
  const scenario = crowd({
    founders: evening.members ?? 300,
    owner: { cash: 10_000 },
    plan: [{ from: 0, offline: { everyDays: 7, size: 15, depth: 0.8, ...offline } }],
    model,
    ...changes,
  })
  const { simulation, when } = given(scenario, {
    seed,
    arrange: (simulation) => {
      const { world } = simulation
      play(decideArrivals)(simulation)
      setAllLevels(world, { expectation: 0.5, trust: 0.5, ...levels })
      setAllMarks(world, marks)
      world.day = day
      evening.arrange?.(simulation)
    },
  })
  const facts = when(decideMeetings)
  const attended = ofKind(facts, 'meeting-attended')
  return { simulation, facts, attended, guests: attended.map(({ actor }) => actor) }
}

const sizeOf = (evening: Evening) => meet(evening).guests.length

describe('a meeting', () => {
  it('comes so many days into the phase, and every so many days from then on', () => {
    const days = Array.from({ length: 22 }, (_, day) => day).filter((day) => sizeOf({ day }) > 0)
    expect(days).toEqual([7, 14, 21])
    const plan = [{ from: 0 }, { from: 5, offline: { everyDays: 3 } }]
    const onDay = (day: number) =>
      meet({
        day,
        model: ALL,
        changes: { plan },
        arrange: ({ world }) => void (world.ownerMarks[OWNER_MARK.phase] = day < 5 ? 0 : 1),
      }).guests.length
    expect([2, 3, 5, 6, 8, 9, 11].map((day) => onDay(day) > 0)).toEqual([
      ...[false, false, false, false, true, false, true],
    ])
  })

  it('is none where the plan has none, nobody is there, or nobody wants to come', () => {
    expect(meet({ offline: { everyDays: 0 } }).facts).toEqual([])
    expect(meet({ members: 0 }).facts).toEqual([])
    expect(meet({ levels: { trust: 0 }, model: { meetingWish: 0 } }).facts).toEqual([])
  })

  it('is skipped while the owner is away or too tired', () => {
    const away = (simulation: Simulation) =>
      void happen(simulation, 'shock-struck', { object: SHOCK['owner-ill'], value: 2 })
    expect(meet({ arrange: away }).facts).toEqual([])
    expect(meet({ arrange: ({ world }) => setEnergy(world, 0) }).facts).toEqual([])
  })

  it('is a fact with the number of its guests, costs 6 CNY a head, and is counted', () => {
    const { simulation, facts, attended } = meet()
    const [meeting, cost] = facts as [Fact, Fact]
    expect(meeting).toMatchObject({ kind: 'meeting-held', group: 0, actor: -1, object: 15, cause: -1 })
    expect(cost).toMatchObject({ kind: 'cost-paid', object: COST.events, value: 90, cause: meeting.seq })
    expect(attended).toHaveLength(15)
    expect(attended.every(({ cause }) => cause === meeting.seq)).toBe(true)
    expect(groupMarkOf(simulation.world, 0, 'meetings')).toBe(1)
    expect(meet({ model: { meetingCost: 0 } }).facts[1]?.kind).toBe('meeting-attended')
  })

  it('has as many guests as the purse is enough for', () => {
    const withCash = (cash: number) => sizeOf({ model: ALL, changes: { owner: { cash } } })
    expect([0, 5.99, 6, 20, 90, 900].map(withCash)).toEqual([0, 0, 1, 3, 15, 15])
  })

  // Found: with debts, the guests were all but the last few.
  it('has no guests while the owner is in debt', () => {
    const debt = (simulation: Simulation) =>
      void happen(simulation, 'cost-paid', { object: 0, value: 10_030 })
    expect(meet({ model: ALL, arrange: debt }).facts).toEqual([])
  })

  it('of several groups is paid from one purse', () => {
    const community = { groups: 3, positioning: { focus: { skin: 1 } } }
    const { facts } = meet({ model: ALL, changes: { community, owner: { cash: 6 * 20 } } })
    expect(ofKind(facts, 'meeting-held').map(({ object }) => object)).toEqual([15, 5])
  })
})

describe('guests', () => {
  it('are never more than planned, nobody twice, all of the group and present', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 80 }),
        fc.nat({ max: 99 }),
        (size, members, seed) => {
          const { simulation, guests } = meet({
            offline: { size },
            model: ALL,
            members,
            seed: String(seed),
            arrange: ({ world }) => {
              for (const seat of seatsIn(world)) if (seat % 3 === 0) setMarks(world, seat, { flags: LEFT })
            },
          })
          const there = members - Math.ceil(members / 3)
          expect(guests).toHaveLength(Math.min(size, there))
          expect(new Set(guests).size).toBe(guests.length)
          for (const person of guests) {
            expect((simulation.world.seatOf[person] as number) % 3).toBeGreaterThan(0)
          }
        },
      ),
      { numRuns: 40 },
    ))

  it('come by trust, by what they expect, and again after a first time', () => {
    const wide = { size: 300 }
    // 0.02 + 0.25 × 0.5 × (0.3 + 0.5) = 0.12 of 300.
    const usual = sizeOf({ offline: wide })
    expect(usual).toBeGreaterThan(20)
    expect(usual).toBeLessThan(54)
    expect(sizeOf({ offline: wide, levels: { trust: 1 } })).toBeGreaterThan(usual)
    expect(sizeOf({ offline: wide, levels: { expectation: 1.5 } })).toBeGreaterThan(usual)
    expect(sizeOf({ offline: wide, marks: { meetings: 1 } })).toBeGreaterThan(usual + 10)
    // Without trust there is hardly a wish: 2 in a hundred.
    expect(sizeOf({ offline: wide, levels: { trust: 0 } })).toBeLessThan(16)
  })

  it('are drawn, not taken from the first seats', () => {
    const { simulation, guests } = meet({ model: ALL })
    const seats = guests.map((person) => simulation.world.seatOf[person] as number)
    expect(Math.max(...seats)).toBeGreaterThan(150)
    expect(seats).not.toEqual([...seats].sort((a, b) => a - b))
  })

  it('are of the group that meets', () => {
    const community = { groups: 2, positioning: { focus: { skin: 1 } } }
    const { simulation, attended } = meet({ model: ALL, changes: { community } })
    expect(attended).toHaveLength(30)
    for (const { actor, group } of attended) {
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'group')).toBe(group)
    }
  })
})

describe('being there', () => {
  /** Depth as felt by so many. */
  const felt = (guests: number) => 0.8 / (1 + (guests / 30) ** 2)
  const gain = ({ facts }: ReturnType<typeof meet>, kind: Fact['kind']) => {
    const values = ofKind(facts, kind).map(({ value }) => value)
    expect(values.length).toBeGreaterThan(0)
    for (const value of values) expect(value).toBeCloseTo(values[0] as number, 6)
    return values[0] as number
  }

  it('raises trust, belonging and value of every guest, as effects of it', () => {
    const evening = meet({ levels: { belonging: 0.5 } })
    expect(gain(evening, 'trust-changed')).toBeCloseTo(0.6 * felt(15) * (0.85 - 0.5), 5)
    expect(gain(evening, 'belonging-changed')).toBeCloseTo(0.28 * felt(15) * 0.5, 5)
    expect(gain(evening, 'value-changed')).toBeCloseTo(0.08 * felt(15), 5)
    const seqs = evening.attended.map(({ seq }) => seq)
    for (const kind of ['trust-changed', 'belonging-changed', 'value-changed'] as const) {
      const rows = ofKind(evening.facts, kind)
      expect(rows.map(({ cause }) => cause)).toEqual(seqs)
      expect(new Set(rows.map(causeNamed))).toEqual(new Set(['meeting']))
    }
    const [person] = evening.guests
    const { world } = evening.simulation
    const seat = world.seatOf[person as number] as number
    expect(levelOf(world, seat, 'company')).toBeCloseTo(0.08 * felt(15), 5)
    expect(markOf(world, seat, 'meetings')).toBe(1)
  })

  it('raises trust to its ceiling at most', () => {
    expect(ofKind(meet({ levels: { trust: 0.9 } }).facts, 'trust-changed')).toEqual([])
  })

  it('goes less deep in a crowd: half as deep for thirty', () => {
    const depth = (size: number) =>
      ofKind(meet({ offline: { size }, model: ALL }).facts, 'meeting-held')[0]?.value
    for (const size of [1, 10, 30, 60, 200]) expect(depth(size)).toBeCloseTo(felt(size), 5)
    expect(depth(30)).toBeCloseTo(0.4, 5)
  })

  it('moves nobody where it has no depth, and costs as much', () => {
    const { facts, attended } = meet({ offline: { depth: 0 } })
    expect(facts).toHaveLength(2 + attended.length)
    expect(facts[1]?.value).toBe(90)
  })

  it('moves nobody with the effect of meetings off', () => {
    const { facts, attended } = meet({
      model: { meetingEffect: 0, meetingWakes: 1 },
      marks: { flags: MUTED },
    })
    expect(facts).toHaveLength(2 + attended.length)
  })

  it('changes nothing for who stayed away', () => {
    const { simulation, guests } = meet({ model: { acquaintedTie: 0 } })
    const { world } = simulation
    for (const seat of seatsIn(world)) {
      const isGuest = guests.includes(markOf(world, seat, 'person'))
      expect(levelOf(world, seat, 'trust') > 0.5).toBe(isGuest)
      expect(levelOf(world, seat, 'belonging') > 0).toBe(isGuest)
      expect(world.ties[seat * TIES] !== 0).toBe(isGuest)
    }
  })

  it('ties each guest to four others, all of them guests', () => {
    const { facts, guests } = meet()
    const ties = ofKind(facts, 'tie-changed')
    expect(ties).toHaveLength(2 * 15)
    const others = new Map<number, Set<number>>(guests.map((person) => [person, new Set()]))
    for (const { actor, object, value } of ties) {
      expect(actor).not.toBe(object)
      expect(value).toBeCloseTo(0.25 * felt(15), 5)
      others.get(actor)?.add(object)
      others.get(object)?.add(actor)
    }
    for (const known of others.values()) {
      expect(known.size).toBe(4)
      for (const person of known) expect(guests).toContain(person)
    }
  })

  it('ties nobody alone, nor with ties switched off', () => {
    expect(ofKind(meet({ offline: { size: 1 } }).facts, 'tie-changed')).toEqual([])
    expect(ofKind(meet({ model: { tieEffect: 0 } }).facts, 'tie-changed')).toEqual([])
  })

  it('wakes half of the muted, and nobody else', () => {
    const { simulation, facts } = meet({ offline: { size: 200 }, model: ALL, marks: { flags: MUTED } })
    const woken = ofKind(facts, 'member-woken')
    expect(woken.length).toBeGreaterThan(75)
    expect(woken.length).toBeLessThan(125)
    for (const { actor } of woken) {
      const seat = simulation.world.seatOf[actor] as number
      expect(markOf(simulation.world, seat, 'flags') & MUTED).toBe(0)
      expect(markOf(simulation.world, seat, 'mutedDay')).toBe(-1)
    }
    expect(ofKind(meet({ model: { ...ALL, meetingWakes: 1 } }).facts, 'member-woken')).toEqual([])
  })
})

describe('irregular meetings', () => {
  const daysOf = (irregular: number, everyDays: number, seed = '1') =>
    Array.from({ length: 15 * everyDays }, (_, day) => day).filter(
      (day) => sizeOf({ day, seed, members: 3, model: ALL, offline: { irregular, everyDays, size: 1 } }) > 0,
    )

  it('come earlier or later than planned, by up to half of the days between', () => {
    const days = daysOf(1, 14)
    expect(days.some((day) => day % 14 !== 0)).toBe(true)
    expect(days.length).toBeGreaterThan(11)
    expect(days.length).toBeLessThan(17)
    const turns = Array.from({ length: 14 }, (_, turn) => turn + 1)
    for (const turn of turns) {
      expect(days.some((day) => Math.abs(day - 14 * turn) <= 7)).toBe(true)
    }
  })

  it('vary by as much as is planned, and from run to run', () => {
    expect(daysOf(0, 14).every((day) => day % 14 === 0)).toBe(true)
    const off = (day: number) => Math.abs(day - 14 * Math.round(day / 14))
    expect(daysOf(0.5, 14).every((day) => off(day) <= 4)).toBe(true)
    expect(daysOf(1, 14, '2')).not.toEqual(daysOf(1, 14))
  })

  it('are possible on every day but the first', () => {
    const days = daysOf(1, 1)
    expect(days[0]).toBeGreaterThan(0)
    expect(days.length).toBeGreaterThan(5)
  })
})

describe('needs and trust in each other', () => {
  const moved = (need: number, evening: Evening = {}) =>
    ofKind(meet({ levels: { variety: 0, connection: 0 }, ...evening }).facts, 'need-changed').filter(
      ({ object }) => object === need,
    )

  it('are moved by a meeting: it is a surprise, and people belong to each other', () => {
    const { attended, facts } = meet({ levels: { variety: 0, connection: 0, memberTrust: 0.5 } })
    const seqs = attended.map(({ seq }) => seq)
    const needs = ofKind(facts, 'need-changed')
    expect(needs.map(({ object }) => object)).toEqual(seqs.flatMap(() => [NEED.variety, NEED.connection]))
    expect(needs.map(({ cause }) => cause)).toEqual(seqs.flatMap((seq) => [seq, seq]))
    const trust = ofKind(facts, 'member-trust-changed')
    expect(trust.map(({ cause }) => cause)).toEqual(seqs)
    const felt = ofKind(facts, 'meeting-held')[0]?.value as number
    for (const fact of trust) {
      expect(causeNamed(fact)).toBe('meeting')
      expect(fact.value).toBeCloseTo(PARAMETERS.meetingMemberTrust.default * felt * 0.5, 6)
    }
  })

  it('do not rise beyond 1', () => {
    expect(moved(NEED.variety, { levels: { variety: 1 } })).toEqual([])
    const { simulation } = meet({ model: { ...ALL, meetingMemberTrust: 1, meetingEffect: 1 } })
    for (const seat of seatsIn(simulation.world)) {
      expect(levelOf(simulation.world, seat, 'memberTrust')).toBeLessThanOrEqual(1)
    }
  })

  it('stay as they were with their switches off', () => {
    expect(ofKind(meet({ model: { needsEffect: 0 } }).facts, 'need-changed')).toEqual([])
    const off = meet({ model: { meetingEffect: 0 } }).facts
    expect([...ofKind(off, 'need-changed'), ...ofKind(off, 'member-trust-changed')]).toEqual([])
  })

  it('are moved less by a meeting that everybody saw coming', () => {
    /** What variety a meeting brings which follows so many days after one, where the gap before was a week. */
    const after = (days: number, surpriseEffect = 1, meetingGap = 7) =>
      moved(NEED.variety, {
        model: { surpriseEffect },
        arrange: ({ world }) => setGroup(world, 0, { meetingDay: 7 - days, meetingGap }),
      })[0]?.value as number
    const unseen = after(3)
    expect(after(7)).toBeLessThan(unseen)
    expect(after(6)).toBe(after(7))
    expect(after(5)).toBe(unseen)
    expect(after(7, 1, 0)).toBe(unseen) // after the first meeting nobody knows when the next will be
    expect(moved(NEED.variety)[0]?.value).toBe(unseen)
    expect(after(7, 0)).toBe(unseen)
    expect(after(7, 0.5)).toBeCloseTo((after(7) + unseen) / 2, 6)
  })
})
