import { describe, expect, it } from 'vitest'
import { PURPOSE, uniform } from '../../../sim/engine/dice.ts'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideOwnerWork } from '../../../sim/engine/mechanisms/owner-work.ts'
import { decideTalking } from '../../../sim/engine/mechanisms/talking.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { mainPain } from '../../../sim/engine/people.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { TRAIT } from '../../../sim/model/person.ts'
import { GROUP_LEVEL, HELPER, LEFT, OWNER_MARK } from '../../../sim/model/world.ts'
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
  type GroupMarkName,
  type LevelName,
  type MarkName,
} from '../../testing/arrange.ts'

interface Day {
  readonly levels?: Partial<Record<LevelName, number>>
  readonly marks?: Partial<Record<MarkName, number>>
  readonly group?: Partial<Record<GroupMarkName, number>>
  readonly model?: Record<string, number>
  readonly phase?: Record<string, unknown>
  readonly changes?: Record<string, unknown>
  readonly arrange?: (simulation: Simulation) => void
  readonly seed?: string
}

const TODAY = 50

/** Posts for their own sake, many of them: nobody greets, no small talk. */
const TALKATIVE = { postingScale: 0.6, smallTalk: 0 }

/** A crowd of old members who have all opened today. */
function talk({
  levels = {},
  marks = {},
  group = {},
  model = {},
  phase = {},
  changes = {},
  arrange,
  seed = '1',
}: Day = {}) {
  const scenario = crowd({
    plan: [
      { from: 0, content: { perDay: 1, quality: 0.5, onTopic: 1 }, answers: 0.5, reciprocity: 0.2, ...phase },
    ],
    model: { ...TALKATIVE, ...model },
    ...changes,
  })
  const { simulation, when } = given(scenario, {
    seed,
    arrange: (simulation) => {
      const { world } = simulation
      play(decideArrivals)(simulation)
      world.day = TODAY
      play(decideOwnerWork)(simulation)
      setAllLevels(world, { expectation: 0.4, trust: 0.3, ...levels })
      setAllMarks(world, { openedDay: TODAY, ...marks })
      setGroup(world, 0, { openers: world.seats, ...group })
      arrange?.(simulation)
    },
  })
  return { simulation, facts: when(decideTalking) }
}

const messages = (facts: readonly Fact[]) => ofKind(facts, 'message-posted')

function countsBy(facts: readonly Fact[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { actor } of messages(facts)) counts.set(actor, (counts.get(actor) ?? 0) + 1)
  return counts
}

/** Asserts that nobody writes less here than there, and all together more. */
function expectMore(more: Day, fewer: Day): void {
  const here = countsBy(talk(more).facts)
  const there = countsBy(talk(fewer).facts)
  for (const [person, count] of there) expect(here.get(person) ?? 0).toBeGreaterThanOrEqual(count)
  const total = (counts: Map<number, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  expect(total(there)).toBeGreaterThan(10)
  expect(total(here)).toBeGreaterThan(total(there))
}

const sameMessages = (one: Day, other: Day) =>
  expect(messages(talk(one).facts).map(({ actor }) => actor)).toEqual(
    messages(talk(other).facts).map(({ actor }) => actor),
  )

describe('who writes', () => {
  it('has opened today, is present, and is there at all', () => {
    expect(talk({ marks: { openedDay: TODAY - 1 } }).facts).toEqual([])
    expect(talk({ marks: { flags: LEFT } }).facts).toEqual([])
    expect(talk({ changes: { founders: 0 } }).facts).toEqual([])
    const writers = messages(
      talk({ arrange: ({ world }) => setMarks(world, 3, { openedDay: -1 }), model: { postingScale: 1000 } })
        .facts,
    )
    const { simulation } = talk()
    expect(writers.map(({ actor }) => actor)).not.toContain(markOf(simulation.world, 3, 'person'))
    expect(new Set(writers.map(({ actor }) => actor)).size).toBeGreaterThan(290)
  })

  it('writes at most five messages a day', () => {
    const counts = [...countsBy(talk({ model: { postingScale: 1000 } }).facts).values()]
    expect(Math.max(...counts)).toBe(5)
    expect(counts.filter((count) => count === 5).length).toBeGreaterThan(250)
  })

  it('is sociable', () => {
    const { simulation, facts } = talk()
    const { people, world } = simulation
    const sociability = (seat: number) => people.traits[seat * people.stride + TRAIT.sociability] as number
    const seats = seatsIn(world).sort((a, b) => sociability(a) - sociability(b))
    const counts = countsBy(facts)
    const written = (some: readonly number[]) =>
      some.reduce((sum, seat) => sum + (counts.get(markOf(world, seat, 'person')) ?? 0), 0)
    expect(written(seats.slice(150))).toBeGreaterThan(3 * written(seats.slice(0, 150)))
  })

  it('writes in an own group only', () => {
    const community = { groups: 2, positioning: { focus: { skin: 1 } } }
    const { simulation, facts } = talk({ changes: { community }, model: { postingScale: 2 } })
    expect(messages(facts).length).toBeGreaterThan(60)
    for (const { actor, group } of messages(facts)) {
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'group')).toBe(group)
    }
  })
})

describe('members write more', () => {
  it('where they expect something', () => {
    const model = { postingScale: 1.8 }
    expectMore({ model }, { model, levels: { expectation: 0 } })
  })

  it('where they belong', () => expectMore({ levels: { belonging: 0.6 } }, {}))

  it('after the first post ever', () => expectMore({ marks: { posts: 1 } }, {}))

  it('where others wrote yesterday', () => {
    const attentive = ({ people, world }: Simulation) => {
      for (const seat of seatsIn(world)) people.traits[seat * people.stride + TRAIT.attention] = 100
    }
    expectMore({ group: { onTopicYesterday: 10 }, arrange: attentive }, { arrange: attentive })
    expectMore({ group: { offTopicYesterday: 10 }, arrange: attentive }, { arrange: attentive })
  })

  it('where others wrote yesterday and the owner has members help each other', () => {
    const heard = (reciprocity: number): Day => ({
      group: { onTopicYesterday: 10 },
      phase: { reciprocity },
      arrange: ({ people, world }) => {
        for (const seat of seatsIn(world)) people.traits[seat * people.stride + TRAIT.attention] = 100
      },
    })
    expectMore(heard(1), heard(0))
  })

  it('where the owner posts', () => expectMore({}, { phase: { content: { perDay: 0 } } }))

  it('where the owner answers', () => expectMore({ phase: { answers: 1 } }, { phase: { answers: 0 } }))

  it('where members help each other', () =>
    expectMore({ phase: { reciprocity: 1 } }, { phase: { reciprocity: 0 } }))

  it('in small groups', () => expectMore({ group: { members: 10 } }, { group: { members: 300 } }))

  it('when they are used to being answered, and not with reply effects switched off', () => {
    const answered: Day = { levels: { answered: 1 } }
    const ignored: Day = { levels: { answered: 0 } }
    expectMore(answered, ignored)
    const off = { replyEffect: 0 }
    sameMessages({ ...answered, model: off }, { ...ignored, model: off })
    sameMessages({ levels: { answered: 0.5 } }, { levels: { answered: 0.5 }, model: off })
  })

  it('when they can read all there is', () => {
    const reading = (attention: number): Day => ({
      group: { onTopicYesterday: 100 },
      arrange: ({ people, world }) => {
        for (const seat of seatsIn(world)) people.traits[seat * people.stride + TRAIT.attention] = attention
      },
    })
    expectMore(reading(200), reading(10))
    sameMessages(reading(200), reading(101))
  })

  it('and nobody for own drive where the posting scale is 0', () => {
    expect(talk({ model: { postingScale: 0 } }).facts).toEqual([])
  })
})

describe('a red packet', () => {
  const packet = { packets: 1 }

  it('has members write more, most of all those who love windfalls', () => {
    expectMore({ group: packet }, {})
    sameMessages({ group: packet, model: { packetEffect: 0 } }, { model: { packetEffect: 0 } })
  })

  it('takes them off the topic', () => {
    const share = (group: Partial<Record<GroupMarkName, number>>, packetEffect = 1) => {
      const model = { postingScale: 8, packetEffect }
      const written = messages(talk({ group, model }).facts)
      return written.filter(({ value }) => value === 1).length / written.length
    }
    expect(share(packet)).toBeLessThan(share({}) - 0.2)
    expect(share(packet, 0)).toBe(share({}, 0))
  })
})

describe('greetings and small talk', () => {
  const greeting = { postingScale: 0, smallTalk: 0 }
  const chat = { postingScale: 0, smallTalk: 0.12 }
  const count = (day: Day) => messages(talk(day).facts).length

  it('come on the day of joining from many friends, few strangers, and no bounty hunter', () => {
    const joining = (source: number) => count({ model: greeting, marks: { joinedDay: TODAY, source } })
    expect(joining(0)).toBeGreaterThan(50)
    expect(joining(0)).toBeLessThan(120)
    expect(joining(1)).toBeGreaterThan(6)
    expect(joining(1)).toBeLessThan(32)
    expect(joining(2)).toBe(0)
  })

  it('cease to be greetings on the next day', () => {
    expect(count({ model: greeting, marks: { joinedDay: TODAY - 1 } })).toBe(0)
    expect(count({ model: greeting, marks: { joinedDay: TODAY - 1, source: 1 } })).toBe(0)
  })

  it('go on among the owner’s friends for as long as they expect something', () => {
    const friends = (expectation: number) => count({ model: chat, levels: { expectation } })
    expect(friends(0)).toBe(0)
    expect(friends(0.2)).toBeGreaterThan(0)
    expect(friends(1)).toBeGreaterThan(friends(0.2))
    expect(count({ model: chat, marks: { source: 1 } })).toBe(0)
    expect(count({ model: chat, marks: { source: 2 } })).toBe(0)
    // Who came through a member chats like a friend.
    expect(count({ model: chat, marks: { source: 3 } })).toBe(count({ model: chat }))
  })

  it('are more in a warm town', () => {
    const { simulation, facts } = talk({ model: { ...chat, smallTalk: 0.5 } })
    const from = simulation.rows.count
    const { town } = simulation
    const before = messages(facts).length
    expect(before).toBeGreaterThan(10)
    setAllMarks(simulation.world, { posts: 0 })
    decideTalking({ ...simulation, town: { ...town, warm: 2 } })
    const after = simulation.rows.kind.slice(from, simulation.rows.count).filter((kind) => kind === 12).length
    expect(after).toBeGreaterThan(1.4 * before)
  })
})

describe('the order of a day', () => {
  it('is that of drawn times, not that of seats', () => {
    const { simulation, facts } = talk({ model: { postingScale: 2 } })
    const { dice } = simulation.town
    const index = new Map<number, number>()
    const times = messages(facts).map(({ actor }) => {
      // Posts of one person need not come in the order of their numbers, so take the set of her times.
      const count = index.get(actor) ?? 0
      index.set(actor, count + 1)
      return { actor, count }
    })
    const expected = [...index]
      .flatMap(([actor, count]) =>
        Array.from({ length: count }, (_, n) => ({
          actor,
          time: uniform(dice, PURPOSE.arrivalTime, actor, TODAY, n),
        })),
      )
      .sort((a, b) => a.time - b.time)
    expect(times.map(({ actor }) => actor)).toEqual(expected.map(({ actor }) => actor))
    const seats = times.map(({ actor }) => simulation.world.seatOf[actor] as number)
    expect(seats.length).toBeGreaterThan(100)
    const inversions = seats.filter((seat, at) => at > 0 && seat < (seats[at - 1] as number)).length
    expect(inversions).toBeGreaterThan(0.35 * seats.length)
    expect(inversions).toBeLessThan(0.65 * seats.length)
  })

  it('has what becomes of a message stand right behind it', () => {
    const day = talk({ phase: { reciprocity: 1 }, group: { openers: 100 } })
    // What the owner hears of it comes in between.
    const facts = day.facts.filter(({ kind }) => kind !== 'need-heard')
    facts.forEach(({ kind, seq }, at) => {
      if (kind !== 'message-posted') return
      const next = facts[at + 1]
      expect(['reply-given', 'message-ignored']).toContain(next?.kind)
      expect(next?.cause).toBe(seq)
    })
  })
})

describe('topics', () => {
  const onTopicShare = (day: Day) => {
    const written = messages(talk({ ...day, model: { ...day.model, postingScale: 8 } }).facts)
    expect(written.length).toBeGreaterThan(150)
    expect(written.every(({ value }) => value === 0 || value === 1)).toBe(true)
    return written.filter(({ value }) => value === 1).length / written.length
  }
  const place = (rules: number, values: number, clarity: number) => ({
    community: { rules, values, positioning: { focus: { skin: 1 }, clarity } },
    owner: { moderation: 1 },
  })

  it('are hardly kept to without rules, values and positioning', () => {
    const share = onTopicShare({ changes: place(0, 0, 0), phase: { content: { perDay: 0 } } })
    expect(share).toBeGreaterThan(0.02)
    expect(share).toBeLessThan(0.17)
  })

  it('are kept to by rules, as far as somebody has the energy to keep them', () => {
    const none = onTopicShare({ changes: place(0, 0, 0) })
    const kept = onTopicShare({ changes: place(1, 0, 0) })
    const unkept = onTopicShare({ changes: place(1, 0, 0), arrange: ({ world }) => setEnergy(world, 0.1) })
    expect(kept).toBeGreaterThan(unkept + 0.12)
    expect(unkept).toBeGreaterThan(none + 0.05)
  })

  it('are kept to by values, positioning and fresh posts', () => {
    const none = onTopicShare({ changes: place(0, 0, 0) })
    const belonging = onTopicShare({ changes: place(0, 1, 0), levels: { belonging: 1 } })
    expect(belonging).toBeGreaterThan(none + 0.1)
    expect(onTopicShare({ changes: place(0, 1, 0) })).toBeLessThan(belonging - 0.04)
    expect(onTopicShare({ changes: place(0, 0, 1) })).toBeGreaterThan(none + 0.15)
    expect(onTopicShare({ changes: place(0, 0, 0), phase: { content: { perDay: 0 } } })).toBeLessThan(none)
  })
})

describe('answers', () => {
  const fates = (day: Day) => {
    const { facts, simulation } = talk(day)
    const replies = ofKind(facts, 'reply-given')
    const own = replies.filter(({ actor }) => actor === -1)
    return {
      facts,
      simulation,
      written: messages(facts).length,
      own,
      peers: replies.filter(({ actor }) => actor >= 0),
      ignored: ofKind(facts, 'message-ignored'),
    }
  }
  const OWNER_ONLY: Day = {
    model: { ownerAnswers: 1, peerAnswers: 0, postingScale: 1 },
    phase: { answers: 1 },
  }
  const PEERS_ONLY: Day = {
    model: { ownerAnswers: 0, peerAnswers: 100, postingScale: 1 },
    phase: { answers: 1 },
  }
  /** Lets members of these seats have written before, so that they are known as people who answer. */
  const posters =
    (...seats: number[]) =>
    (simulation: Simulation) => {
      for (const seat of seats)
        happen(simulation, 'message-posted', { actor: markOf(simulation.world, seat, 'person') })
    }

  it('and their want are facts of those concerned, and messages have no cause', () => {
    const { facts, own, ignored } = fates({ ...OWNER_ONLY, phase: { answers: 0.5 } })
    const written = messages(facts)
    for (const fact of written) expect(fact).toMatchObject({ group: 0, object: -1, cause: -1 })
    const writers = new Map(written.map(({ seq, actor }) => [seq, actor]))
    for (const fact of ignored) {
      expect(fact).toMatchObject({ group: 0, actor: writers.get(fact.cause), object: -1, value: 0 })
    }
    for (const fact of own)
      expect(fact).toMatchObject({ group: 0, actor: -1, object: writers.get(fact.cause) })
    expect(new Set([...ignored, ...own].map(({ cause }) => cause)).size).toBe(written.length)
  })

  it('are given by the owner to as many as the plan says', () => {
    const all = fates(OWNER_ONLY)
    expect(all.own).toHaveLength(all.written)
    const half = fates({ ...OWNER_ONLY, phase: { answers: 0.5 } })
    expect(half.own.length / half.written).toBeGreaterThan(0.35)
    expect(half.own.length / half.written).toBeLessThan(0.65)
    expect(half.own.length + half.ignored.length).toBe(half.written)
    expect(fates({ ...OWNER_ONLY, phase: { answers: 0 } }).own).toEqual([])
  })

  it('are not given by an owner who is tired or away', () => {
    const tired = fates({ ...OWNER_ONLY, arrange: ({ world }) => setEnergy(world, 0.2) })
    expect(tired.written).toBeGreaterThan(30)
    expect(tired.ignored).toHaveLength(tired.written)
    const away = fates({ ...OWNER_ONLY, arrange: (s) => happen(s, 'shock-struck', { object: 0, value: 3 }) })
    expect(away.ignored).toHaveLength(away.written)
  })

  it('are given by members only after somebody has written', () => {
    const silent = fates(PEERS_ONLY)
    expect(silent.peers).toEqual([])
    expect(silent.ignored).toHaveLength(silent.written)
    const lively = fates({ ...PEERS_ONLY, arrange: posters(0, 1, 2, 3) })
    expect(lively.peers.length / lively.written).toBeGreaterThan(0.85)
    expect(new Set(lively.peers.map(({ actor }) => actor)).size).toBe(4)
    // However helpful the group, one post in twenty stays without an answer.
    const busy = fates({
      ...PEERS_ONLY,
      model: { ...PEERS_ONLY.model, postingScale: 20 },
      arrange: posters(0, 1, 2, 3),
    })
    expect(busy.ignored.length / busy.written).toBeGreaterThan(0.025)
    expect(busy.ignored.length / busy.written).toBeLessThan(0.085)
  })

  it('are given by members the more the more of them are about, and the more they help each other', () => {
    const model = { ownerAnswers: 0, postingScale: 1 }
    const share = (openers: number, reciprocity: number) => {
      const day = fates({ model, phase: { reciprocity }, group: { openers }, arrange: posters(0, 1, 2, 3) })
      return day.peers.length / day.written
    }
    expect(share(0, 1)).toBe(0)
    expect(share(100, 1)).toBeGreaterThan(share(10, 1))
    expect(share(100, 1)).toBeGreaterThan(share(100, 0) + 0.15)
  })

  it('are never by the asker', () => {
    for (const seed of ['1', '2', '3']) {
      const { peers } = fates({ ...PEERS_ONLY, seed, arrange: posters(0, 1, 2) })
      expect(peers.length).toBeGreaterThan(30)
      for (const { actor, object } of peers) expect(actor).not.toBe(object)
    }
    const { simulation, peers, ignored } = fates({
      ...PEERS_ONLY,
      arrange: (simulation) => {
        posters(5)(simulation)
        setAllMarks(simulation.world, { openedDay: -1 })
        setMarks(simulation.world, 5, { openedDay: TODAY, posts: 1 })
      },
      model: { ...PEERS_ONLY.model, postingScale: 1000 },
    })
    expect(peers).toEqual([])
    expect(ignored.map(({ actor }) => actor)).toEqual(
      Array.from({ length: 5 }, () => markOf(simulation.world, 5, 'person')),
    )
  })

  it('are never by somebody who has left: the next who is there answers', () => {
    const gone =
      (...seats: number[]) =>
      (simulation: Simulation) => {
        posters(5, 6)(simulation)
        for (const seat of seats) setMarks(simulation.world, seat, { flags: LEFT })
      }
    const one = fates({ ...PEERS_ONLY, arrange: gone(5) })
    const six = markOf(one.simulation.world, 6, 'person')
    expect(one.peers.length).toBeGreaterThan(30)
    expect(new Set(one.peers.map(({ actor }) => actor))).toEqual(new Set([six]))
    expect(fates({ ...PEERS_ONLY, arrange: gone(5, 6) }).peers).toEqual([])
  })

  it('are never by somebody who did not open today', () => {
    const absent =
      (...seats: number[]) =>
      (simulation: Simulation) => {
        posters(5, 6)(simulation)
        for (const seat of seats) setMarks(simulation.world, seat, { openedDay: simulation.world.day - 1 })
      }
    const one = fates({ ...PEERS_ONLY, arrange: absent(5) })
    const six = markOf(one.simulation.world, 6, 'person')
    expect(one.peers.length).toBeGreaterThan(30)
    expect(new Set(one.peers.map(({ actor }) => actor))).toEqual(new Set([six]))
    expect(fates({ ...PEERS_ONLY, arrange: absent(5, 6) }).peers).toEqual([])
  })

  it('are never by members of another group', () => {
    const community = { groups: 2, positioning: { focus: { skin: 1 } } }
    const { simulation, peers } = fates({
      ...PEERS_ONLY,
      changes: { community },
      arrange: (simulation) => {
        setGroup(simulation.world, 1, { openers: 150 })
        for (const seat of [0, 2, 1, 3]) {
          happen(simulation, 'message-posted', {
            group: seat % 2,
            actor: markOf(simulation.world, seat, 'person'),
          })
        }
      },
    })
    expect(new Set(peers.map(({ group }) => group))).toEqual(new Set([0, 1]))
    for (const { actor, group } of peers) {
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'group')).toBe(group)
    }
  })

  it('are shared between owner and members as their chances are', () => {
    const { own, peers, written } = fates({
      model: { ownerAnswers: 0.5, postingScale: 3 },
      phase: { answers: 1, reciprocity: 1 },
      group: { openers: 25 },
      arrange: posters(0, 1, 2, 3),
    })
    // Members answer with ½ × 0.96 × 0.935; both together 1 − 0.5 × 0.551.
    const chance = 0.48 * 0.935
    const answered = 1 - 0.5 * (1 - chance)
    expect(written).toBeGreaterThan(150)
    expect((own.length + peers.length) / written).toBeGreaterThan(answered - 0.12)
    expect((own.length + peers.length) / written).toBeLessThan(answered + 0.12)
    expect(own.length / (own.length + peers.length)).toBeGreaterThan(0.5 / (0.5 + chance) - 0.13)
    expect(own.length / (own.length + peers.length)).toBeLessThan(0.5 / (0.5 + chance) + 0.13)
  })

  it('by the owner bind, and build trust up to the ceiling', () => {
    const { facts, own } = fates(OWNER_ONLY)
    const replies = new Map(own.map(({ seq, object }) => [seq, object]))
    const bonds = ofKind(facts, 'belonging-changed')
    const trust = ofKind(facts, 'trust-changed')
    expect(bonds).toHaveLength(own.length)
    expect(trust).toHaveLength(own.length)
    for (const fact of [...bonds, ...trust]) {
      expect(fact.actor).toBe(replies.get(fact.cause))
      expect(causeNamed(fact)).toBe('answers')
    }
    for (const { value } of bonds) expect(value).toBeCloseTo(0.006, 6)
    for (const { value } of trust) expect(value).toBeCloseTo(0.03 * (0.6 - 0.3), 6)
  })

  it('by the owner build no trust above the ceiling, nor with trust growth switched off', () => {
    expect(ofKind(fates({ ...OWNER_ONLY, levels: { trust: 0.6 } }).facts, 'trust-changed')).toEqual([])
    const off = { ...OWNER_ONLY, model: { ...OWNER_ONLY.model, trustGrowth: 0 } }
    expect(ofKind(fates(off).facts, 'trust-changed')).toEqual([])
    expect(fates(off).own.length).toBeGreaterThan(0)
  })

  it('by members bind the asker more, bind the helper too, and move no trust in the owner', () => {
    const { facts, peers } = fates({
      ...PEERS_ONLY,
      levels: { belonging: 0.5 },
      arrange: posters(0, 1, 2, 3),
    })
    expect(ofKind(facts, 'trust-changed')).toEqual([])
    for (const { seq, actor, object } of peers) {
      const bonds = ofKind(facts, 'belonging-changed').filter(({ cause }) => cause === seq)
      expect(bonds.map((fact) => fact.actor)).toEqual([object, actor])
      expect(bonds.map(causeNamed)).toEqual(['answers', 'answers'])
      expect(bonds[0]?.value).toBeCloseTo((0.006 + 0.01) * 0.5, 6)
      expect(bonds[1]?.value).toBeCloseTo(0.008 * 0.5, 6)
    }
  })

  it('to posts on topic help, others only show that one is answered', () => {
    const { simulation, own } = fates({ ...OWNER_ONLY, marks: { posts: 3 }, levels: { answered: 0.2 } })
    const { world } = simulation
    const helped = new Set(own.filter(({ value }) => value === 1).map(({ object }) => object))
    const asked = new Set(own.map(({ object }) => object))
    expect(helped.size).toBeGreaterThan(5)
    expect(asked.size).toBeGreaterThan(helped.size)
    for (const seat of seatsIn(world)) {
      const person = markOf(world, seat, 'person')
      expect(levelOf(world, seat, 'help') > 0).toBe(helped.has(person))
      expect(levelOf(world, seat, 'answered') > 0.2001).toBe(asked.has(person))
    }
  })

  it('by members tie helper and asker, more where members are made to help each other', () => {
    const day = { ...PEERS_ONLY, arrange: posters(0, 1, 2, 3) }
    const { facts, peers } = fates(day)
    const ties = ofKind(facts, 'tie-changed')
    expect(ties.length).toBeGreaterThan(0)
    expect(ties.map(({ actor, object, cause }) => [actor, object, cause])).toEqual(
      peers.map(({ actor, object, seq }) => [actor, object, seq]),
    )
    const step = (reciprocity: number) =>
      ofKind(fates({ ...day, phase: { ...PEERS_ONLY.phase, reciprocity } }).facts, 'tie-changed')[0]?.value
    expect(step(1)).toBeCloseTo(0.12 * 1.5, 6)
    expect(step(0.5)).toBeCloseTo(0.12, 6)
    const off = fates({ ...day, model: { ...PEERS_ONLY.model, tieEffect: 0 } })
    expect(ofKind(off.facts, 'tie-changed')).toEqual([])
    expect(ofKind(fates(OWNER_ONLY).facts, 'tie-changed')).toEqual([])
  })

  it('that fail to come teach not to expect them', () => {
    const { simulation, ignored } = fates({
      ...OWNER_ONLY,
      model: { ...OWNER_ONLY.model, postingScale: 2 },
      phase: { answers: 0 },
      levels: { answered: 0.5 },
    })
    const { world } = simulation
    expect(ignored.length).toBeGreaterThan(40)
    for (const { actor } of ignored)
      expect(levelOf(world, world.seatOf[actor] as number, 'answered')).toBeLessThan(0.5)
  })

  it('by the owner are counted for the day’s hours', () => {
    const { simulation, own } = fates(OWNER_ONLY)
    expect(groupMarkOf(simulation.world, 0, 'ownAnswers')).toBe(own.length)
  })
})

const attentive = ({ people, world }: Simulation) => {
  for (const seat of seatsIn(world)) people.traits[seat * people.stride + TRAIT.attention] = 100
}

describe('needs', () => {
  it('that are met have members write more, part by part', () => {
    const met = (needsMet: number): Day => ({ levels: { needsMet }, model: { postingScale: 2 } })
    expectMore(met(6), met(4))
    expectMore(met(4), met(0))
    expectMore(met(4.9), met(3))
  })

  it('that are unmet have members write so much less, and more than four so much more', () => {
    const sixth = { levels: { needsMet: 6 }, model: { needsTalk: 0.5, postingScale: 0.8 } }
    sameMessages(sixth, { levels: { needsMet: 4 }, model: { postingScale: 1 } })
    const none = { levels: { needsMet: 0 }, model: { needsTalk: 0.5, postingScale: 2 } }
    sameMessages(none, { levels: { needsMet: 4 }, model: { postingScale: 1 } })
    const { needsTalk } = PARAMETERS
    sameMessages(
      { levels: { needsMet: 0 }, model: { postingScale: 2 } },
      { levels: { needsMet: 4 }, model: { postingScale: 2 * (1 - needsTalk.default) } },
    )
    expect(messages(talk({ levels: { needsMet: 0 }, model: { needsTalk: 1 } }).facts)).toEqual([])
    const unmoved = { postingScale: 2, needsTalk: 0 }
    sameMessages({ levels: { needsMet: 6 }, model: unmoved }, { levels: { needsMet: 0 }, model: unmoved })
  })

  it('that are unmet have friends chat so much less as well', () => {
    const chat = (needsMet: number, smallTalk: number): Day => ({
      levels: { needsMet },
      model: { postingScale: 0, needsTalk: 0.5, smallTalk },
    })
    sameMessages(chat(0, 0.6), chat(4, 0.3))
    expectMore(chat(6, 0.3), chat(4, 0.3))
  })

  it('make no difference with needs switched off, which is as if four were met', () => {
    const off = { needsEffect: 0 }
    sameMessages({ levels: { needsMet: 6 }, model: off }, { levels: { needsMet: 0 }, model: off })
    sameMessages({ levels: { needsMet: 4 } }, { levels: { needsMet: 0 }, model: off })
  })
})

describe('a role', () => {
  it('has its holder write more, unless roles are switched off', () => {
    expectMore({ marks: { flags: HELPER } }, {})
    sameMessages({ marks: { flags: HELPER }, model: { roleEffect: 0 } }, { model: { roleEffect: 0 } })
  })

  it('has members answer more, without an owner who makes them', () => {
    const answered = (helpers: number, model = {}) => {
      const { facts } = talk({
        phase: { reciprocity: 0, answers: 0 },
        model: { postingScale: 2, ...model },
        arrange: (simulation) => {
          simulation.world.groupLevels[GROUP_LEVEL.helpers] = helpers
          for (const seat of [0, 1, 2, 3]) {
            happen(simulation, 'message-posted', { actor: markOf(simulation.world, seat, 'person') })
          }
        },
      })
      return ofKind(facts, 'reply-given').length / messages(facts).length
    }
    expect(answered(20)).toBeGreaterThan(answered(0) + 0.1)
    expect(answered(20, { roleEffect: 0 })).toBe(answered(0))
  })
})

describe('members with a role', () => {
  /** Whom the owner answers, in a group of 300 with so many at work: it needs 18.5, and nobody else answers. */
  const ownerAnswersTo = (helpers: number, model: Record<string, number> = {}) => {
    const { facts } = talk({
      phase: { answers: 1, reciprocity: 0 },
      model: { ownerAnswers: 1, peerAnswers: 0, postingScale: 2, ...model },
      arrange: ({ world }) => void (world.groupLevels[GROUP_LEVEL.helpers] = helpers),
    })
    const replies = ofKind(facts, 'reply-given')
    expect(replies.every(({ actor }) => actor === -1)).toBe(true)
    return replies.map(({ object }) => object)
  }
  const plenty = 20

  it('relieve the owner of answers, as far as there are enough of them', () => {
    const all = ownerAnswersTo(0)
    expect(all.length).toBeGreaterThan(60)
    const [some, most] = [ownerAnswersTo(18.5 / 2), ownerAnswersTo(plenty)]
    expect(some.length).toBeLessThan(all.length)
    expect(most.length).toBeLessThan(some.length)
    const { roleRelief, roleCare } = PARAMETERS
    const relief = roleRelief.default * roleCare.default
    expect(some).toEqual(ownerAnswersTo(0, { ownerAnswers: 1 - relief / 2 }))
    expect(most).toEqual(ownerAnswersTo(0, { ownerAnswers: 1 - relief }))
    expect(ownerAnswersTo(500)).toEqual(most)
  })

  it('relieve her by their relief times the order that they keep', () => {
    const answers = (roleRelief: number, roleCare: number) => ownerAnswersTo(plenty, { roleRelief, roleCare })
    expect(answers(0.5, 0.5)).toEqual(ownerAnswersTo(0, { ownerAnswers: 0.75 }))
    expect(answers(1, 0.5)).toEqual(answers(0.5, 1))
    expect(answers(1, 1)).toEqual([])
  })

  it('leave her all answers where they give no relief, keep no order, or with roles switched off', () => {
    for (const off of [{ roleRelief: 0 }, { roleCare: 0 }, { roleEffect: 0 }]) {
      expect(ownerAnswersTo(plenty, off)).toEqual(ownerAnswersTo(0))
    }
  })
})

describe('figures who look in', () => {
  const looking = (figuresToday: number, model = {}): Day => ({
    group: { figuresToday },
    model,
    arrange: attentive,
  })

  it('stir talk like so many messages', () => {
    expectMore(looking(3), looking(0))
    const { figurePull } = PARAMETERS
    sameMessages(looking(3), { group: { onTopicYesterday: 3 * figurePull.default }, arrange: attentive })
  })

  it('stir nobody with figures switched off', () => {
    sameMessages(looking(3, { figureEffect: 0 }), looking(0))
  })
})

describe('tasks', () => {
  /** Tasks that began so many days ago. */
  const made = (days: number, model: Record<string, number> = {}): Day => ({
    model,
    changes: {
      days: 60,
      plan: [
        { from: 0, answers: 0.5, forcedTasks: 0 },
        { from: TODAY - days, forcedTasks: 1 },
      ],
    },
    arrange: ({ world }) => void (world.ownerMarks[OWNER_MARK.phase] = 1),
  })
  const without: Day = { changes: { days: 60, plan: [{ from: 0, answers: 0.5, forcedTasks: 0 }] } }
  const count = (day: Day) => messages(talk(day).facts).length

  it('have members write at first, even those who would not', () => {
    const silent = { postingScale: 0 }
    expect(count({ ...without, model: silent })).toBe(0)
    expect(count(made(0, silent))).toBeGreaterThan(5)
    expectMore(made(0), without)
  })

  it('have them write less in the end', () => {
    expectMore({ ...without, model: { postingScale: 3 } }, made(45, { postingScale: 3 }))
  })

  it('make no difference switched off', () => sameMessages(made(0, { taskEffect: 0 }), without))
})

describe('members among themselves', () => {
  const lively =
    (...seats: number[]) =>
    (simulation: Simulation) => {
      for (const seat of seats)
        happen(simulation, 'message-posted', { actor: markOf(simulation.world, seat, 'person') })
    }
  const peers = (model: Record<string, number> = {}, more: Day = {}) =>
    talk({
      phase: { answers: 1, reciprocity: 1, listening: 0 },
      changes: { community: { positioning: { focus: { skin: 1, cooking: 1 } } } },
      arrange: lively(0, 1, 2, 3, 4, 5, 6, 7),
      ...more,
      model: { ownerAnswers: 0, peerAnswers: 100, postingScale: 3, favourEffect: 0, ...model },
    })

  it('come closer faster where they have the same strong pain', () => {
    const steps = (model: Record<string, number>, isAlike: boolean) => {
      const { simulation, facts } = peers(model)
      const pain = (person: number) => mainPain(simulation.town, person)
      const ties = ofKind(facts, 'tie-changed').filter(
        ({ actor, object }) => (pain(actor) === pain(object)) === isAlike,
      )
      expect(ties.length).toBeGreaterThan(10)
      expect(new Set(ties.map(({ value }) => value)).size).toBe(1)
      return ties[0]?.value as number
    }
    const { attributeTies } = PARAMETERS
    expect(steps({}, false)).toBeCloseTo((1 - attributeTies.default) * steps({}, true), 6)
    expect(steps({ attributeEffect: 0 }, false)).toBe(steps({}, true))
    expect(steps({ attributeEffect: 0 }, true)).toBe(steps({}, true))
  })

  it('do each other favours behind an answer, more where they are made to help each other', () => {
    const favours = { favourEffect: 1, favourRate: 1 }
    const { facts } = peers(favours)
    const replies = new Map(ofKind(facts, 'reply-given').map((fact) => [fact.seq, fact]))
    const done = ofKind(facts, 'favour-done')
    expect(done).toHaveLength(replies.size)
    for (const { actor, object, cause } of done) {
      expect(replies.get(cause)).toMatchObject({ actor, object })
    }
    const none = peers(favours, { phase: { answers: 1, reciprocity: 0, listening: 0 } })
    expect(ofKind(none.facts, 'favour-done')).toEqual([])
    expect(ofKind(peers().facts, 'favour-done')).toEqual([])
  })

  it('remember who answered, and learn to trust the others', () => {
    const { simulation, facts } = peers({}, { levels: { memberTrust: 0.1, helped: 0 } })
    const { world } = simulation
    const replies = ofKind(facts, 'reply-given')
    const [helpers, asked] = [
      new Set(replies.map(({ actor }) => actor)),
      new Set(replies.map(({ object }) => object)),
    ]
    for (const seat of seatsIn(world)) {
      const person = markOf(world, seat, 'person')
      expect(levelOf(world, seat, 'helped') > 0).toBe(helpers.has(person))
      expect(levelOf(world, seat, 'memberTrust') > 0.101).toBe(asked.has(person))
    }
  })
})

describe('the owner', () => {
  const answering = (listening: number, stock: number, model: Record<string, number> = {}) =>
    talk({
      phase: { answers: 1, listening },
      changes: { owner: { stock } },
      model: { ownerAnswers: 1, peerAnswers: 0, postingScale: 1, ...model },
    })

  it('with goods in stock who does not listen answers with a pitch: it tires, and builds no trust', () => {
    const { facts } = answering(0, 1)
    const replies = ofKind(facts, 'reply-given').map(({ seq }) => seq)
    const tired = ofKind(facts, 'fatigue-changed')
    expect(replies.length).toBeGreaterThan(10)
    expect(tired.map(({ cause }) => cause)).toEqual(replies)
    expect(tired.every((fact) => causeNamed(fact) === 'hard-ads' && fact.value > 0)).toBe(true)
    expect(ofKind(facts, 'trust-changed')).toEqual([])
    expect(ofKind(answering(0, 1, { adHarm: 0 }).facts, 'fatigue-changed')).toEqual([])
  })

  it('pitches nothing who listens, has no stock, or with pitching switched off', () => {
    for (const { facts } of [answering(1, 1), answering(0, 0), answering(0, 1, { pitching: 0 })]) {
      expect(ofKind(facts, 'fatigue-changed')).toEqual([])
      expect(ofKind(facts, 'trust-changed').length).toBeGreaterThan(10)
    }
  })

  it('who listens hears the need behind a post, once a writer and day', () => {
    const { facts } = answering(1, 0, { hearingChance: 1, postingScale: 5 })
    const written = new Map(messages(facts).map(({ seq, actor }) => [seq, actor]))
    const heard = ofKind(facts, 'need-heard')
    expect(heard.length).toBeGreaterThan(50)
    for (const { actor, cause } of heard) expect(written.get(cause)).toBe(actor)
    expect(new Set(heard.map(({ actor }) => actor)).size).toBe(heard.length)
    expect(ofKind(answering(0, 0, { hearingChance: 1 }).facts, 'need-heard')).toEqual([])
    expect(ofKind(answering(1, 0, { listeningEffect: 0 }).facts, 'need-heard')).toEqual([])
  })
})
