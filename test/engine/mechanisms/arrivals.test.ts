import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { mainPain } from '../../../sim/engine/people.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { TRAIT, TRAITS } from '../../../sim/model/person.ts'
import { causeNamed, ofKind } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import { smallScenario } from '../../../sim/testing/small-scenario.ts'
import { groupMarkOf, happen, levelOf, markOf, setGroup } from '../../testing/arrange.ts'

const FRIENDS = 0
const STRANGERS = 1
const BOUNTY = 2

/** Nobody at first; then so many a day of one source. */
const arriving = (perDay: number, source = 'friends', more: Record<string, unknown> = {}) =>
  smallScenario({ founders: 0, arrivals: [{ from: 0, perDay, source }], ...more })

describe('who comes when', () => {
  it('finds the founders present on the morning of day 0', () => {
    const { simulation, when } = given(smallScenario())
    const joined = ofKind(when(decideArrivals), 'member-joined')
    expect(new Set(joined.map(({ actor }) => actor)).size).toBe(12)
    expect(joined.every(({ object, cause }) => object === FRIENDS && cause === -1)).toBe(true)
    expect(groupMarkOf(simulation.world, 0, 'members')).toBe(12)
    expect(simulation.people.count).toBe(12)
  })

  it('brings no founder a second time', () => {
    expect(given(smallScenario(), { days: 1 }).when(decideArrivals)).toEqual([])
  })

  it('brings founders before the first newcomers, each person once', () => {
    const scenario = smallScenario({ founders: 2, arrivals: [{ from: 0, perDay: 3, source: 'strangers' }] })
    const joined = ofKind(given(scenario).when(decideArrivals), 'member-joined')
    expect(joined.map(({ object }) => object)).toEqual([FRIENDS, FRIENDS, STRANGERS, STRANGERS, STRANGERS])
    expect(new Set(joined.map(({ actor }) => actor)).size).toBe(5)
  })

  it('brings newcomers from their first day on and not on the day after the last', () => {
    const scenario = smallScenario({ founders: 0, arrivals: [{ from: 2, to: 5, perDay: 3 }] })
    const counts = [0, 1, 2, 3, 4, 5, 6].map(
      (days) => ofKind(given(scenario, { days }).when(decideArrivals), 'member-joined').length,
    )
    expect(counts).toEqual([0, 0, 3, 3, 3, 0, 0])
  })

  it('makes whole people of half a newcomer a day', () => {
    const counts = [0, 1, 2, 3].map((days) => given(arriving(0.5), { days }).when(decideArrivals).length / 2)
    expect(counts).toEqual([0, 1, 0, 1])
  })

  it('brings nobody once the market has nobody left', () => {
    const scenario = arriving(60, 'strangers', { days: 4, model: { inviting: 0 } })
    const counts = [0, 1, 2, 3].map(
      (days) => ofKind(given(scenario, { days }).when(decideArrivals), 'member-joined').length,
    )
    expect(counts).toEqual([60, 40, 0, 0])
  })
})

describe('a full group', () => {
  const full = (more: Record<string, unknown> = {}) =>
    smallScenario({
      community: { capacity: 5, positioning: { focus: { skin: 1 } } },
      founders: 4,
      arrivals: [{ from: 0, perDay: 3, source: 'strangers' }],
      ...more,
    })

  it('takes newcomers to the last seat and refuses the rest of the same day', () => {
    const { simulation, when } = given(full())
    const facts = when(decideArrivals)
    expect(
      facts.filter(({ kind }) => kind !== 'value-changed' && kind !== 'tie-changed').map(({ kind }) => kind),
    ).toEqual([...Array.from({ length: 5 }, () => 'member-joined'), 'join-refused', 'join-refused'])
    const refused = ofKind(facts, 'join-refused')
    expect(
      refused.every(({ object, value, cause }) => object === STRANGERS && value === 0 && cause === -1),
    ).toBe(true)
    expect(refused.map(({ actor }) => simulation.world.seatOf[actor])).toEqual([-1, -1])
    expect(simulation.people.count).toBe(5)
  })

  it('refuses everybody on later days', () => {
    const facts = given(full(), { days: 1 }).when(decideArrivals)
    expect(facts.map(({ kind }) => kind)).toEqual(['join-refused', 'join-refused', 'join-refused'])
  })

  it('takes one newcomer for each member who has left', () => {
    const { when } = given(full({ model: { leaveBase: 0, muteBase: 0 } }), {
      days: 1,
      arrange: (simulation) =>
        happen(simulation, 'member-left', { actor: markOf(simulation.world, 2, 'person'), object: 11 }),
    })
    const facts = when(decideArrivals)
    expect(ofKind(facts, 'member-joined')).toHaveLength(1)
    expect(ofKind(facts, 'join-refused')).toHaveLength(2)
  })

  it('may be any one of them', () => {
    const scenario = smallScenario({
      community: { groups: 2, capacity: 6, positioning: { focus: { skin: 1 } } },
      arrivals: [{ from: 0, perDay: 2 }],
    })
    for (const full of [0, 1]) {
      const { when } = given(scenario, {
        days: 1,
        arrange: ({ world }) => {
          setGroup(world, full, { members: 6 })
          setGroup(world, 1 - full, { members: 3 })
        },
      })
      const facts = when(decideArrivals)
      expect(ofKind(facts, 'join-refused').map(({ group }) => group)).toEqual([full])
      expect(ofKind(facts, 'member-joined').map(({ group }) => group)).toEqual([1 - full])
    }
  })

  it('leaves the other group open: slots go to the groups in turn', () => {
    const scenario = smallScenario({
      community: { groups: 2, capacity: 3, positioning: { focus: { skin: 1 } } },
      founders: 5,
      arrivals: [{ from: 0, perDay: 2 }],
    })
    const facts = given(scenario)
      .when(decideArrivals)
      .filter(({ kind }) => kind !== 'value-changed' && kind !== 'tie-changed')
    expect(facts.map(({ group, kind }) => [group, kind])).toEqual([
      [0, 'member-joined'],
      [1, 'member-joined'],
      [0, 'member-joined'],
      [1, 'member-joined'],
      [0, 'member-joined'],
      [1, 'member-joined'],
      [0, 'join-refused'],
    ])
  })
})

describe('trust at joining', () => {
  const [ofFriends, ofStrangers, ofBounty] = [
    PARAMETERS.trustOfFriends.default,
    PARAMETERS.trustOfStrangers.default,
    PARAMETERS.trustOfBounty.default,
  ]
  const trustOf = (source: string, model: Record<string, number> = {}, seed = '1') => {
    const { simulation, when } = given(arriving(1, source, { model }), { seed })
    const [joined] = ofKind(when(decideArrivals), 'member-joined')
    return { trust: joined?.value as number, warm: simulation.town.warm }
  }

  it('is brought along by friends, little by strangers, hardly any by bounty hunters', () => {
    expect(trustOf('friends').trust).toBeCloseTo(ofFriends, 6)
    expect(trustOf('strangers').trust).toBeCloseTo(ofStrangers, 6)
    expect(trustOf('bounty').trust).toBeCloseTo(ofBounty, 6)
    expect(ofFriends).toBeGreaterThan(2 * ofStrangers)
    expect(ofStrangers).toBeGreaterThan(2 * ofBounty)
  })

  it('is that of a stranger for friends, too, without inherited trust', () => {
    expect(trustOf('friends', { inheritedTrust: 0 }).trust).toBeCloseTo(ofStrangers, 6)
    expect(trustOf('friends', { inheritedTrust: 0.5 }).trust).toBeCloseTo((ofStrangers + ofFriends) / 2, 6)
    expect(trustOf('bounty', { inheritedTrust: 0 }).trust).toBeCloseTo(ofBounty, 6)
  })

  it('is higher among friends in a warm town, and the same there among strangers', () => {
    const model = { townSpread: 1 }
    const seeds = Array.from({ length: 12 }, (_, seed) => String(seed))
    const friends = seeds.map((seed) => trustOf('friends', model, seed)).sort((a, b) => a.warm - b.warm)
    expect(new Set(friends.map(({ warm }) => warm)).size).toBe(12)
    for (const { trust, warm } of friends) expect(trust).toBeCloseTo(ofFriends * warm, 5)
    for (const seed of seeds) expect(trustOf('strangers', model, seed).trust).toBeCloseTo(ofStrangers, 6)
  })

  it('never exceeds 1, however warm the town', () => {
    expect(trustOf('friends', { trustOfFriends: 900 }).trust).toBe(1)
  })
})

describe('expectation at joining', () => {
  const expectationsOf = (clarity: number, source = 'strangers') => {
    const community = { positioning: { focus: { skin: 3, cooking: 1 }, clarity } }
    const { simulation, when } = given(arriving(20, source, { community }))
    const facts = when(decideArrivals)
    return { simulation, facts, changes: ofKind(facts, 'value-changed') }
  }

  it('follows each joining at once, as its effect', () => {
    const { facts: all } = expectationsOf(0.8)
    const facts = all.filter(({ kind }) => kind !== 'tie-changed')
    expect(facts).toHaveLength(40)
    for (let at = 0; at < facts.length; at += 2) {
      const [joined, change] = facts.slice(at, at + 2)
      expect([joined?.kind, change?.kind]).toEqual(['member-joined', 'value-changed'])
      expect(change?.actor).toBe(joined?.actor)
      expect(change?.cause).toBe(joined?.seq)
      expect(change && causeNamed(change)).toBe('expectation')
    }
  })

  it('grows with clear positioning as far as that fits the pains of the newcomer', () => {
    const { simulation, changes } = expectationsOf(0.8)
    const { traits, stride } = simulation.people
    changes.forEach(({ value }, seat) => {
      const [skin, cooking] = traits.slice(seat * stride + TRAITS, seat * stride + TRAITS + 2) as unknown as [
        number,
        number,
      ]
      const fit = 0.5 * (0.75 * skin + 0.25 * cooking) + 0.5 * Math.max(skin, cooking)
      expect(value).toBeCloseTo(0.2 + 0.25 * 0.8 * fit, 5)
    })
    expect(new Set(changes.map(({ value }) => value)).size).toBeGreaterThan(10)
  })

  it('is the same for all where nobody can see what the group is about', () => {
    for (const { value } of expectationsOf(0).changes) expect(value).toBeCloseTo(0.2, 6)
  })

  it('is low for bounty hunters, however clear the positioning', () => {
    for (const { value } of expectationsOf(1, 'bounty').changes) expect(value).toBeCloseTo(0.1, 6)
  })

  it('takes no account of a strong pain that is out of focus', () => {
    const { simulation, when } = given(
      smallScenario({
        founders: 0,
        arrivals: [{ from: 0, perDay: 20, fit: 0 }],
        community: { positioning: { focus: { skin: 1 }, clarity: 1 } },
      }),
    )
    const changes = ofKind(when(decideArrivals), 'value-changed')
    const { traits, stride } = simulation.people
    changes.forEach(({ value }, seat) => {
      expect(value).toBeCloseTo(0.2 + 0.25 * (traits[seat * stride + TRAITS] as number), 5)
    })
  })

  it('gives bounty hunters less of a habit of opening', () => {
    const friend = given(arriving(1))
    friend.when(decideArrivals)
    const hunter = given(arriving(1, 'bounty'))
    hunter.when(decideArrivals)
    expect(levelOf(friend.simulation.world, 0, 'habit')).toBeCloseTo(0.5, 6)
    expect(levelOf(hunter.simulation.world, 0, 'habit')).toBeCloseTo(0.2, 6)
    expect(markOf(hunter.simulation.world, 0, 'source')).toBe(BOUNTY)
  })
})

describe('groups by topic', () => {
  const scenario = smallScenario({
    market: { people: 400, pains: { skin: 0.4, cooking: 0.4 } },
    community: { groups: 3, groupsBy: 'topic', positioning: { focus: { skin: 1, cooking: 1 }, clarity: 1 } },
    founders: 0,
    arrivals: [{ from: 0, perDay: 120, fit: 0.5 }],
  })

  it('take those who have their pain; the others go to the groups in turn', () => {
    const { simulation, when } = given(scenario)
    const joined = ofKind(when(decideArrivals), 'member-joined')
    const groupsWith = (pain: number) =>
      joined.filter(({ actor }) => mainPain(simulation.town, actor) === pain).map(({ group }) => group)
    expect(new Set(groupsWith(0))).toEqual(new Set([0, 2]))
    expect(new Set(groupsWith(1))).toEqual(new Set([1]))
    expect(groupsWith(0).length).toBeGreaterThan(20)
    expect(new Set(groupsWith(2))).toEqual(new Set([0, 1, 2]))
  })

  it('are measured by what each is about', () => {
    const { simulation, when } = given(scenario)
    const facts = when(decideArrivals)
    const { traits, stride } = simulation.people
    ofKind(facts, 'value-changed').forEach(({ value, group }, seat) => {
      const pain = traits[seat * stride + TRAITS + (group === 1 ? 1 : 0)] as number
      expect(value).toBeCloseTo(0.2 + 0.25 * pain, 5)
      expect(traits[seat * stride + TRAIT.painInFocus]).toBeCloseTo(pain, 6)
    })
  })
})
