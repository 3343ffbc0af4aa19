import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideModerating } from '../../../sim/engine/mechanisms/moderating.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { SHOCK } from '../../../sim/model/causes.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { TRAIT } from '../../../sim/model/person.ts'
import { GROUP_LEVEL, isPresent, LEFT, REMOVED } from '../../../sim/model/world.ts'
import { causeNamed, ofKind } from '../../../sim/testing/facts.ts'
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
  setMarks,
  type LevelName,
  type MarkName,
} from '../../testing/arrange.ts'

const TODAY = 20

interface Morning {
  readonly rules?: number
  readonly moderation?: number
  readonly sellers?: readonly number[]
  readonly levels?: Partial<Record<LevelName, number>>
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly changes?: Record<string, unknown>
  readonly arrange?: (simulation: Simulation) => void
}

/** A crowd that looked in yesterday, some of whom sell; without rules each of those advertises, and is removed for it. */
function morning(state: Morning = {}) {
  const { rules = 0, moderation = 1, sellers = [3], levels = {}, marks = {}, model = {} } = state
  const scenario = crowd({
    community: { rules, positioning: { focus: { skin: 1 } } },
    owner: { moderation },
    model: { memberAdRate: 1, ...model },
    ...state.changes,
  })
  const { simulation, when } = given(scenario, {
    arrange: (simulation) => {
      const { world, people } = simulation
      play(decideArrivals)(simulation)
      world.day = TODAY
      setAllLevels(world, { trust: 0.5, ...levels })
      setAllMarks(world, { openedDay: TODAY - 1, ...marks })
      for (const seat of seatsIn(world)) {
        people.traits[seat * people.stride + TRAIT.isSeller] = sellers.includes(seat) ? 1 : 0
      }
      state.arrange?.(simulation)
    },
  })
  const facts = when(decideModerating)
  return {
    simulation,
    facts,
    ads: ofKind(facts, 'intruder-posted'),
    removed: ofKind(facts, 'member-removed'),
    lost: ofKind(facts, 'trust-changed'),
  }
}

const EVERYBODY = Array.from({ length: 300 }, (_, seat) => seat)

describe('members who sell', () => {
  it('advertise where no rules are felt, like intruders', () => {
    const { simulation, facts } = morning({ sellers: [3, 8], moderation: 0 })
    const persons = [3, 8].map((seat) => markOf(simulation.world, seat, 'person'))
    expect(facts.map(({ kind, actor }) => [kind, actor])).toEqual(
      persons.map((person) => ['intruder-posted', person]),
    )
    expect(groupMarkOf(simulation.world, 0, 'intruders')).toBe(2)
  })

  it('advertise the less the more rules are felt, and not at all where they are strict and kept', () => {
    const ads = (rules: number, moderation = 1) =>
      morning({ rules, moderation, sellers: EVERYBODY, model: { moderating: 0 } }).ads.length
    expect(ads(0)).toBe(300)
    expect(ads(0.5)).toBeGreaterThan(0)
    expect(ads(0.5)).toBeLessThan(150)
    expect(ads(1)).toBe(0)
    expect(ads(1, 0)).toBeGreaterThan(ads(1, 0.5))
  })

  it('advertise at a rate', () => {
    const rate = PARAMETERS.memberAdRate.default
    const { length } = morning({ sellers: EVERYBODY, model: { memberAdRate: rate } }).ads
    expect(Math.abs(length - 300 * rate)).toBeLessThan(4 * Math.sqrt(300 * rate))
  })

  it('advertise in a group into which they looked yesterday', () => {
    for (const openedDay of [-1, TODAY - 2, TODAY])
      expect(morning({ marks: { openedDay } }).facts).toEqual([])
    expect(morning({ marks: { flags: LEFT } }).facts).toEqual([])
  })

  it('advertise nothing on the first morning: nobody looked in the day before', () => {
    // Found by law 18: −1, the day of a reading that never was, passed for the day before day 0.
    const scenario = crowd({ model: { memberAdRate: 1, memberSellers: 1 }, community: { rules: 0 } })
    expect(given(scenario, { arrange: play(decideArrivals) }).when(decideModerating)).toEqual([])
  })

  it('are drawn with the traits of people, about as many as the share says', () => {
    const { simulation } = given(crowd(), { arrange: play(decideArrivals) })
    const { people, world } = simulation
    const sellers = seatsIn(world).filter(
      (seat) => people.traits[seat * people.stride + TRAIT.isSeller] === 1,
    )
    const expected = 300 * PARAMETERS.memberSellers.default
    expect(Math.abs(sellers.length - expected)).toBeLessThan(4 * Math.sqrt(expected))
  })

  it('advertise nothing with their ads switched off, without sellers, and where nobody is', () => {
    expect(morning({ model: { memberAds: 0 } }).facts).toEqual([])
    expect(morning({ sellers: [] }).facts).toEqual([])
    expect(morning({ changes: { founders: 0 } }).facts).toEqual([])
  })
})

describe('a removal', () => {
  it('follows from an ad, and empties the seat for good', () => {
    const { simulation, ads, removed } = morning()
    const { world } = simulation
    expect(removed).toHaveLength(1)
    expect(removed[0]).toMatchObject({
      group: 0,
      actor: markOf(world, 3, 'person'),
      value: 0,
      cause: ads[0]?.seq,
    })
    expect(isPresent(world, 3)).toBe(false)
    expect(markOf(world, 3, 'flags')).toBe(LEFT | REMOVED)
    expect(markOf(world, 3, 'leftDay')).toBe(TODAY)
    expect(groupMarkOf(world, 0, 'removed')).toBe(1)
    expect(groupMarkOf(world, 0, 'members')).toBe(299)
  })

  it('is as likely as order is kept: by an owner who is there, or by helpers', () => {
    const share = (moderation: number, arrange?: (simulation: Simulation) => void) => {
      const state = { moderation, sellers: EVERYBODY, model: { bystanderTrust: 0 } }
      return morning(arrange === undefined ? state : { ...state, arrange }).removed.length / 300
    }
    expect(share(0)).toBe(0)
    expect(share(0.5)).toBeGreaterThan(0.38)
    expect(share(0.5)).toBeLessThan(0.62)
    expect(share(1)).toBe(1)
    expect(share(1, ({ world }) => setEnergy(world, 0))).toBe(0)
    const away = (simulation: Simulation) =>
      void happen(simulation, 'shock-struck', { object: SHOCK['owner-absent'], value: 5 })
    expect(share(1, away)).toBe(0)
    const helped = (simulation: Simulation) => {
      away(simulation)
      simulation.world.groupLevels[GROUP_LEVEL.helpers] = 99
    }
    expect(share(0, helped)).toBeGreaterThan(0.5)
  })

  it('is none with moderating switched off: the ads stay', () => {
    const { ads, removed, lost } = morning({ sellers: EVERYBODY, model: { moderating: 0 } })
    expect(ads).toHaveLength(300)
    expect([...removed, ...lost]).toEqual([])
  })

  it('notes the rules as felt', () => {
    const { removed } = morning({ rules: 0.5, sellers: EVERYBODY })
    expect(removed.length).toBeGreaterThan(0)
    for (const { value } of removed) expect(value).toBeCloseTo(0.5, 6)
  })
})

describe('bystanders', () => {
  const share = PARAMETERS.bystanderTrust.default

  it('take a removal amiss where there are no rules to point to', () => {
    const { simulation, removed, lost } = morning()
    expect(lost).toHaveLength(299)
    for (const fact of lost) {
      expect(fact.value).toBeCloseTo(-share * 0.5, 6)
      expect(causeNamed(fact)).toBe('moderation')
      expect(fact.cause).toBe(removed[0]?.seq)
    }
    expect(lost.map(({ actor }) => actor)).not.toContain(markOf(simulation.world, 3, 'person'))
  })

  it('take it the less amiss the more rules are felt', () => {
    const first = ({ removed, lost }: ReturnType<typeof morning>) =>
      lost.find(({ cause }) => cause === removed[0]?.seq)?.value as number
    expect(first(morning({ rules: 0.5, sellers: EVERYBODY }))).toBeCloseTo(-share * 0.5 * 0.5, 6)
  })

  it('are those who looked in yesterday', () => {
    const { lost } = morning({
      arrange: ({ world }) => {
        for (const seat of seatsIn(world)) if (seat > 9) setMarks(world, seat, { openedDay: TODAY - 2 })
      },
    })
    expect(lost).toHaveLength(9)
  })

  it('are of the same group', () => {
    const community = { groups: 2, rules: 0, positioning: { focus: { skin: 1 } } }
    const { simulation, removed, lost } = morning({ changes: { community } })
    expect(removed[0]?.group).toBe(1)
    expect(lost).toHaveLength(149)
    for (const { actor } of lost) {
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'group')).toBe(1)
    }
  })

  it('have no trust to lose where there is none', () => {
    expect(morning({ levels: { trust: 0 } }).lost).toEqual([])
  })

  // Found: several removals of one day took more trust than there was, and from those who had just been removed.
  it('lose no more trust than there is, and are not those removed before', () => {
    const { simulation, removed, lost } = morning({
      sellers: [3, 8, 9],
      model: { bystanderTrust: 0.8, noticeable: 0 },
    })
    expect(removed).toHaveLength(3)
    expect(levelOf(simulation.world, 0, 'trust')).toBeCloseTo(0.5 * 0.2 ** 3, 6)
    for (const { actor, seq } of removed) {
      expect(lost.filter((fact) => fact.actor === actor && fact.seq > seq)).toEqual([])
    }
    const all = morning({ sellers: [3, 8, 9], model: { bystanderTrust: 1 } }).simulation
    for (const seat of seatsIn(all.world)) expect(levelOf(all.world, seat, 'trust')).toBeGreaterThanOrEqual(0)
  })
})
