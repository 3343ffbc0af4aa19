import { describe, expect, it } from 'vitest'
import { applyRows } from '../../sim/events/apply.ts'
import { KIND, KIND_NAMES, type KindName } from '../../sim/events/kinds.ts'
import { createRows, record } from '../../sim/events/rows.ts'
import { InvariantError } from '../../sim/model/invariant.ts'
import { CAUSE, type Cause } from '../../sim/model/causes.ts'
import { CUE, NEED, NEEDS, ROLE } from '../../sim/model/needs.ts'
import {
  FIGURE,
  GAVE_UP,
  GROUP_LEVEL,
  GROUP_LEVELS,
  HELPER,
  KNOWS_PRICE,
  LEFT,
  LEVELS,
  MARKS,
  MUTED,
  POSTERS,
  REMOVED,
  TIES,
} from '../../sim/model/world.ts'
import {
  groupMarkOf,
  levelOf,
  markOf,
  setAllLevels,
  setGroup,
  setLevels,
  setMarks,
  type Happening,
} from '../testing/arrange.ts'
import { handMade, type HandMade } from '../testing/hand-made.ts'
import { changesBy } from '../testing/state-of.ts'

const tested = new Set<KindName>()

/**
 * Two groups and two offers on day 5. Person 40 sits on seat 0 and person 41 on seat 1, both of group 1, with scores
 * that are easy to follow.
 */
function town(): HandMade {
  const made = handMade({
    community: { groups: 2, values: 1, positioning: { focus: { skin: 1 } } },
    offer: [{ solves: 'skin' }, { solves: 'cooking' }],
    owner: { energy: 0.5 },
  })
  made.world.day = 5
  made.join([40, 41], { group: 1 })
  setAllLevels(made.world, {
    expectation: 0.4,
    content: 0.2,
    hardAds: -0.1,
    habit: 0.5,
    help: 1,
    answered: 0.5,
  })
  return made
}

/** Sets what group 1 has been told, and the spam that it has seen. */
function setCases({ world }: HandMade, cases: Partial<Record<keyof typeof GROUP_LEVEL, number>>): void {
  for (const [name, count] of Object.entries(cases))
    world.groupLevels[GROUP_LEVELS + GROUP_LEVEL[name as keyof typeof GROUP_LEVEL]] = count
}

/** To the decimals of `changesBy`. */
const round = (value: number): number => Math.round(value * 1e5) / 1e5

/** What one fact changes. */
function change(kind: KindName, columns: Happening = {}, made = town()): Record<string, number> {
  tested.add(kind)
  return changesBy(made.world, () => made.happen(kind, { group: 1, ...columns }))
}

describe('joining', () => {
  it('gives the next seat to a person, with trust, habits and nothing that has happened yet', () => {
    const changes = change('member-joined', { actor: 77, object: 1, value: 0.25 })
    expect(changes).toMatchObject({ seats: 3, 'seat of 77': 2, 'group 1 members': 3, 'seat 2 person': 77 })
    const { world, happen } = town()
    happen('member-joined', { group: 1, actor: 77, object: 1, value: 0.25 })
    const levels = [
      'trust',
      'habit',
      'answered',
      'productTrust',
      'expectation',
      'fatigue',
      'belonging',
    ] as const
    expect(levels.map((level) => levelOf(world, 2, level))).toEqual([
      0.25,
      0.5,
      0.5,
      Math.fround(0.05),
      0,
      0,
      0,
    ])
    const days = ['openedDay', 'postedDay', 'orderedDay', 'mutedDay', 'leftDay', 'orderFact'] as const
    expect(days.map((day) => markOf(world, 2, day))).toEqual([-1, -1, -1, -1, -1, -1])
    const facts = ['joinedDay', 'group', 'source', 'posts', 'orders', 'refunds', 'flags', 'tried'] as const
    expect(facts.map((fact) => markOf(world, 2, fact))).toEqual([5, 1, 1, 0, 0, 0, 0, 0])
  })

  it('moves nothing of those who are there already', () => {
    const made = town()
    const others = Object.keys(change('member-joined', { actor: 77, object: 0, value: 0.25 }, made))
    expect(others.filter((name) => !name.startsWith('seat 2 ')).sort()).toEqual([
      'group 1 members',
      'seat of 77',
      'seats',
    ])
  })

  it('gives bounty hunters less of a habit', () => {
    const made = town()
    made.happen('member-joined', { actor: 77, object: 2, value: 0.03 })
    expect(levelOf(made.world, 2, 'habit')).toBeCloseTo(0.2, 6)
  })

  it('finds room for more members than there were seats at first, and keeps all they have', () => {
    const made = handMade()
    made.join(Array.from({ length: 64 }, (_, person) => person))
    for (let seat = 0; seat < 64; seat++) setLevels(made.world, seat, { trust: seat / 64 })
    made.join([64, 65])
    expect(made.world.seats).toBe(66)
    for (let seat = 0; seat < 64; seat++) {
      expect(levelOf(made.world, seat, 'trust')).toBe(seat / 64)
      expect(markOf(made.world, seat, 'person')).toBe(seat)
    }
    expect(markOf(made.world, 65, 'person')).toBe(65)
    expect(made.world.levels.length / LEVELS).toBe(made.world.marks.length / MARKS)
  })

  it('that is refused, or declined because of what it costs, moves nothing', () => {
    expect(change('join-refused', { actor: 77, object: 0 })).toEqual({})
    expect(change('entry-declined', { actor: 77, object: 0, value: 20 })).toEqual({})
  })

  it('through somebody gives some trust in the others, and the needs as a newcomer has them met', () => {
    const trustOf = (object: number) => {
      const made = town()
      made.happen('member-joined', { actor: 77, object, value: 0.25 })
      return levelOf(made.world, 2, 'memberTrust')
    }
    const made = town()
    made.happen('member-joined', { actor: 77, object: 1, value: 0.25 })
    const { memberTrustOfFriends, memberTrustOfStrangers, needsAtJoining, needFrom, needSpan } =
      made.world.setting.rules
    expect([0, 1, 2, 3].map(trustOf)).toEqual(
      [memberTrustOfFriends, memberTrustOfStrangers, memberTrustOfStrangers, memberTrustOfFriends].map(
        Math.fround,
      ),
    )
    for (const need of NEEDS) expect(levelOf(made.world, 2, need)).toBeCloseTo(needsAtJoining, 6)
    const met = Math.min(1, Math.max(0, (needsAtJoining - needFrom) / needSpan))
    expect(levelOf(made.world, 2, 'needsMet')).toBeCloseTo(6 * met, 5)
    expect(markOf(made.world, 2, 'checkInFrom')).toBe(-1)
  })

  it('for money brings a fee, which is part of the revenue', () => {
    expect(change('fee-paid', { actor: 41, value: 19.9 })).toEqual({
      'books 0 fees': 1990,
      'books 0 revenue': 1990,
      'books 0 today': 1990,
    })
  })
})

describe('the owner’s posts', () => {
  it('count by topic, with their quality, and the latest is known', () => {
    expect(change('content-posted', { object: 1, value: 0.75 })).toEqual({
      'group 1 items': 1,
      'group 1 contentFact': 2,
      'topic items 3': 1,
      'topic quality 3': 0.75,
    })
  })

  it('off topic count as such', () => {
    expect(change('content-posted', { object: -1, value: 0.75 })).toEqual({
      'group 1 items': 1,
      'group 1 offItems': 1,
      'group 1 contentFact': 2,
    })
  })

  it('of a figure count among them, and on their own', () => {
    expect(change('content-posted', { actor: 41, object: -1, value: 0.75 })).toMatchObject({
      'group 1 items': 1,
      'group 1 memberItems': 1,
    })
  })

  it('that advertise count by offer, with their softness', () => {
    expect(change('ad-posted', { object: 1, value: 0.5 })).toEqual({
      'group 1 ads': 1,
      'group 1 adFact': 2,
      'offer ads 4': 1,
      'offer softness 4': 0.5,
    })
    expect(change('ad-posted', { group: 0, object: -1, value: 0.5 })).toEqual({
      'group 0 ads': 1,
      'group 0 adFact': 2,
      'offer ads 2': 1, // the place behind the offers: of nothing
      'offer softness 2': 0.5,
    })
  })
})

describe('reading', () => {
  it('lets what was expected give way, forms a habit, uses up help, and binds', () => {
    const belonging = 0.012 * (0.5 * 0.35 * 1 + 0.5 * 0.5)
    expect(change('feed-read', { actor: 40, object: 7, value: 0.25 })).toEqual({
      'seat 0 expectation': 0.3,
      'seat 0 content': 0.15,
      'seat 0 hardAds': -0.075,
      'seat 0 habit': 0.54,
      'seat 0 help': 0.5,
      'seat 0 belonging': Math.round(belonging * 1e5) / 1e5,
      'seat 0 openedDay': 5,
      'group 1 openers': 1,
    })
  })
})

it('binds less those who belong already', () => {
  const made = town()
  setLevels(made.world, 0, { belonging: 0.6 })
  const { 'seat 0 belonging': belonging } = change('feed-read', { actor: 40, object: 7, value: 0.25 }, made)
  expect(belonging).toBeCloseTo(0.6 + 0.012 * (0.5 * 0.35 + 0.5 * 0.5) * 0.4, 4)
})

describe('ledgers', () => {
  const stocks: Partial<Record<Cause, string>> = {
    expectation: 'expectation',
    content: 'content',
    company: 'company',
    'soft-ads': 'softAds',
    'hard-ads': 'hardAds',
    chatter: 'chatter',
    overload: 'overload',
    quarrel: 'quarrel',
    packets: 'packets',
    meeting: 'company',
    favours: 'company',
    'check-ins': 'company',
    tasks: 'quarrel',
  }

  it.each(Object.entries(stocks))('of value: what %s brings is kept under its own name', (cause, stock) => {
    const made = town()
    const before = levelOf(made.world, 1, stock as 'content')
    const changes = change('value-changed', { actor: 41, object: CAUSE[cause as Cause], value: -0.125 }, made)
    expect(Object.keys(changes)).toEqual([`seat 1 ${stock}`])
    expect(levelOf(made.world, 1, stock as 'content')).toBeCloseTo(before - 0.125, 6)
  })

  it.each([
    ['trust-changed', 'trust', 0.3],
    ['fatigue-changed', 'fatigue', 0],
    ['label-changed', 'label', 0],
    ['belonging-changed', 'belonging', 0],
    ['product-trust-changed', 'productTrust', 0.05],
    ['windfall-changed', 'windfall', 0],
    ['member-trust-changed', 'memberTrust', 0.1],
  ] as const)('%s moves %s of that member by its value', (kind, level, before) => {
    expect(change(kind, { actor: 41, object: 0, value: 0.125 })).toEqual({
      [`seat 1 ${level}`]: before + 0.125,
    })
    const made = town()
    change(kind, { actor: 41, object: 0, value: -0.03125 }, made)
    expect(levelOf(made.world, 1, level)).toBeCloseTo(before - 0.03125, 6)
  })
})

describe('messages', () => {
  it('count by topic, and their writer is remembered as one who might answer', () => {
    expect(change('message-posted', { actor: 41, value: 1 })).toEqual({
      'seat 1 postedDay': 5,
      'seat 1 posts': 1,
      'group 1 onTopic': 1,
      'group 1 messageFact': 2,
      'group 1 poster 0': 41,
      'group 1 posterNext': 1,
      'group 1 posterCount': 1,
    })
    expect(change('message-posted', { actor: 41, value: 0 })).toMatchObject({ 'group 1 offTopic': 1 })
  })

  it('push the oldest writer out once the memory is full', () => {
    const made = town()
    for (let n = 0; n < POSTERS; n++) made.happen('message-posted', { group: 1, actor: 40 })
    expect([groupMarkOf(made.world, 1, 'posterCount'), groupMarkOf(made.world, 1, 'posterNext')]).toEqual([
      POSTERS,
      0,
    ])
    const changes = change('message-posted', { actor: 41, value: 1 }, made)
    expect(changes).toMatchObject({ 'group 1 poster 0': 41, 'group 1 posterNext': 1 })
    expect(changes).not.toHaveProperty('group 1 posterCount')
    expect(made.world.posters.slice(0, POSTERS).every((person) => person === -1)).toBe(true)
  })

  it('that are ignored teach to expect no answer, the first more than later ones', () => {
    const made = town()
    made.happen('message-posted', { group: 1, actor: 40, value: 1 })
    expect(change('message-ignored', { actor: 40 }, made)).toEqual({ 'seat 0 answered': 0.16667 }) // ½ less ⅔ of it
    const old = town()
    setMarks(old.world, 0, { posts: 18 })
    expect(change('message-ignored', { actor: 40 }, old)).toEqual({ 'seat 0 answered': 0.45 }) // ½ less a tenth of it
  })
})

describe('replies', () => {
  it('by a member help the asker and count as a message of the helper', () => {
    const made = town()
    setMarks(made.world, 0, { posts: 2 })
    expect(change('reply-given', { actor: 41, object: 40, value: 1 }, made)).toEqual({
      'seat 0 answered': 0.75,
      'seat 0 help': 1.8,
      'seat 0 memberTrust': 0.1 + 0.04 * 0.9,
      'seat 1 helped': 0.3,
      'seat 1 postedDay': 5,
      'group 1 onTopic': 1,
    })
  })

  it('off topic show that one is answered, and are of no use', () => {
    const made = town()
    setMarks(made.world, 0, { posts: 2 })
    expect(change('reply-given', { actor: 41, object: 40, value: 0 }, made)).toEqual({
      'seat 0 answered': 0.75,
      'seat 0 memberTrust': 0.1 + 0.04 * 0.9,
      'seat 1 helped': 0.3,
      'seat 1 postedDay': 5,
      'group 1 offTopic': 1,
    })
  })

  it('by the owner are counted for the owner', () => {
    const made = town()
    setMarks(made.world, 1, { posts: 2 })
    expect(change('reply-given', { actor: -1, object: 41, value: 1 }, made)).toEqual({
      'seat 1 answered': 0.75,
      'seat 1 help': 1.8,
      'group 1 ownAnswers': 1,
    })
  })
})

describe('muting and leaving', () => {
  it('a mute sets its flag and its day', () => {
    expect(change('member-muted', { actor: 41, object: 0, value: 0.2 })).toEqual({
      'seat 1 flags': MUTED,
      'seat 1 mutedDay': 5,
    })
  })

  it('a departure frees a place in the group and leaves the seat to the one who sat there', () => {
    const made = town()
    made.happen('member-muted', { group: 1, actor: 41, object: 0 })
    expect(change('member-left', { actor: 41, object: 0, value: 0.2 }, made)).toEqual({
      'seat 1 flags': MUTED | LEFT,
      'seat 1 leftDay': 5,
      'group 1 members': 1,
    })
    expect(made.world.seatOf[41]).toBe(1)
  })

  it('a departure is seen by those who knew her, the more the closer they were', () => {
    const made = town()
    made.happen('tie-changed', { group: 1, actor: 40, object: 41, value: 0.5 })
    setLevels(made.world, 0, { exposure: 0.5 })
    expect(change('member-left', { actor: 41, object: 0, value: 0.2 }, made)).toMatchObject({
      'seat 0 exposure': 0.75,
    })
  })

  it('a removal is a departure that nobody chose: it counts on its own, and moves no friend to go', () => {
    const made = town()
    made.happen('tie-changed', { group: 1, actor: 40, object: 41, value: 0.5 })
    made.happen('role-given', { group: 1, actor: 41, object: ROLE.helper })
    expect(change('member-removed', { actor: 41, value: 0.4 }, made)).toEqual({
      'seat 1 flags': HELPER | LEFT | REMOVED,
      'seat 1 leftDay': 5,
      'group 1 members': 1,
      'group 1 helpers': 0,
      'group 1 removed': 1,
    })
  })

  it('the shares of a hazard move nothing', () => {
    expect(change('blame-shared', { actor: 41, object: 0, value: 0.5 })).toEqual({})
  })
})

describe('orders', () => {
  it('are written into the books in fen, and remembered with their fact', () => {
    expect(change('order-placed', { actor: 41, object: 1, value: 99.9 })).toEqual({
      'seat 1 orders': 1,
      'seat 1 orderedDay': 5,
      'seat 1 orderFact': 2,
      'seat 1 orderedOffer': 1,
      'group 1 orders': 1,
      'group 1 orderedOffer': 2, // counted from 1
      'group 1 orderFact': 2,
      'books 0 revenue': 9990,
      'books 0 today': 9990,
    })
  })

  it('keep whole fen although values are 32-bit floats', () => {
    const made = town()
    for (let n = 0; n < 1000; n++)
      made.happen('order-placed', { group: 1, actor: 41, object: 0, value: 19.99 })
    expect(made.world.books[0]).toBe(1_999_000)
  })

  it('that are refunded stay orders, and take their money along', () => {
    const made = town()
    made.happen('order-placed', { group: 1, actor: 41, object: 1, value: 80 })
    expect(change('order-refunded', { actor: 41, object: 1, value: 80 }, made)).toEqual({
      'seat 1 refunds': 1,
      'books 0 refunded': 8000,
      'books 0 today': 0,
    })
  })

  it('once tried are not tried again; the good ones please the owner', () => {
    expect(change('product-tried', { actor: 41, object: 1, value: 0.1 })).toEqual({
      'seat 1 tried': 1,
      'owner 0 experiences': 1,
    })
    expect(change('product-tried', { actor: 41, object: 1, value: -0.1 })).toEqual({ 'seat 1 tried': 1 })
    expect(change('product-tried', { actor: 41, object: 1, value: 0 })).toEqual({ 'seat 1 tried': 1 })
  })

  it('are told to the group as cases and warnings', () => {
    expect(change('experience-told', { actor: 41, object: 1, value: 1 })).toEqual({ 'group 1 good': 1 })
    expect(change('experience-told', { actor: 41, object: 1, value: 0 })).toEqual({ 'group 1 bad': 1 })
  })
})

describe('the owner’s books', () => {
  it.each(
    ['goods', 'content', 'ads', 'packets', 'events', 'rewards'].map((cost, code) => [cost, code] as const),
  )('have a place for what %s cost', (cost, code) => {
    expect(change('cost-paid', { object: code, value: 2.5 })).toEqual({
      [`paid for ${cost}`]: 250,
      'books 0 today': -250,
    })
  })

  it('add hours up, in all and today', () => {
    expect(change('hours-worked', { value: 1.5 })).toEqual({
      'books 0 hours': 1.5,
      'books 0 hoursToday': 1.5,
    })
  })

  it('keep energy and smoothed margin', () => {
    expect(change('energy-changed', { object: 0, value: -0.125 })).toEqual({ 'owner 0 energy': 0.375 })
    expect(change('margin-drawn', { value: 12.5 })).toEqual({ 'owner 0 margin': 12.5 })
    const made = town()
    made.happen('margin-drawn', { value: 12.5 })
    expect(change('margin-drawn', { value: -3 }, made)).toEqual({ 'owner 0 margin': -3 }) // the value itself, not a change
  })

  it('note tiredness and its end', () => {
    const made = town()
    expect(change('owner-tired', { value: 0.19 }, made)).toEqual({ 'owner 0 isTired': 1 })
    expect(change('owner-recovered', { value: 0.31 }, made)).toEqual({ 'owner 0 isTired': 0 })
  })
})

describe('ties', () => {
  it('bring two members closer, each by a step towards 1', () => {
    const made = town()
    expect(change('tie-changed', { actor: 40, object: 41, value: 0.5 }, made)).toEqual({
      'seat 0 tie 0': 2,
      'seat 0 strength 0': 0.5,
      'seat 1 tie 0': 1,
      'seat 1 strength 0': 0.5,
    })
    expect(change('tie-changed', { actor: 41, object: 40, value: 0.5 }, made)).toEqual({
      'seat 0 strength 0': 0.75,
      'seat 1 strength 0': 0.75,
    })
  })

  it('are those to whom a member is closest: a new one takes the place of the weakest that is weaker', () => {
    const made = town()
    const others = Array.from({ length: TIES }, (_, n) => 50 + n)
    made.join([...others, 60, 61], { group: 1 })
    others.forEach((object, n) =>
      made.happen('tie-changed', { group: 1, actor: 40, object, value: 0.25 + n / 16 }),
    )
    const ofOthers = (object: number, value: number) =>
      Object.keys(change('tie-changed', { actor: 40, object, value }, made)).filter((name) =>
        name.startsWith('seat 0'),
      )
    expect(ofOthers(60, 0.25)).toEqual([])
    expect(ofOthers(61, 0.5)).toEqual(['seat 0 tie 0', 'seat 0 strength 0'])
  })
})

describe('red packets', () => {
  it('of the owner count, with the money in them, and the latest is known', () => {
    expect(change('packet-sent', { actor: -1, object: 5, value: 20.5 })).toEqual({
      'group 1 packets': 1,
      'group 1 packetFen': 2050,
      'group 1 packetFact': 2,
    })
  })

  it('of members, and what is taken of any, are for readers', () => {
    expect(change('packet-sent', { actor: 40, object: 5, value: 2 })).toEqual({})
    expect(change('packet-claimed', { actor: 41, object: 40, value: 0.3 })).toEqual({})
  })
})

describe('meetings', () => {
  it('are counted, and so are those at which a member was', () => {
    expect(change('meeting-held', { object: 2, value: 0.5 })).toEqual({
      'group 1 meetings': 1,
      'group 1 meetingDay': 5,
    })
    expect(change('meeting-attended', { actor: 41 })).toEqual({ 'seat 1 meetings': 1 })
  })

  it('are so many days after the one before', () => {
    const made = town()
    made.happen('meeting-held', { group: 1, object: 2, value: 0.5 })
    made.world.day = 12
    expect(change('meeting-held', { object: 2, value: 0.5 }, made)).toMatchObject({
      'group 1 meetingDay': 12,
      'group 1 meetingGap': 7,
    })
    expect(change('meeting-held', { object: 2, value: 0.5 }, made)).not.toHaveProperty('group 1 meetingGap')
  })

  it('can wake a muted member, and leave no trace of the mute', () => {
    const made = town()
    made.happen('member-muted', { group: 1, actor: 41, object: 0 })
    expect(change('member-woken', { actor: 41 }, made)).toEqual({ 'seat 1 flags': 0, 'seat 1 mutedDay': -1 })
  })
})

describe('roles and figures', () => {
  it('are held by who was given them, and counted', () => {
    const made = town()
    expect(change('role-given', { actor: 40, object: ROLE.helper }, made)).toEqual({
      'seat 0 flags': HELPER,
      'group 1 helpers': 1,
    })
    expect(change('role-given', { actor: 40, object: ROLE.figure }, made)).toEqual({
      'seat 0 flags': HELPER | FIGURE,
      'group 1 figures': 1,
    })
    expect(change('feed-read', { actor: 40, object: 7, value: 0 }, made)).toMatchObject({
      'group 1 helpersToday': 1,
      'group 1 figuresToday': 1,
    })
    expect(change('member-left', { actor: 40, object: 0 }, made)).toMatchObject({
      'group 1 helpers': 0,
      'group 1 figures': 0,
    })
  })
})

describe('needs', () => {
  it('move one by one, and with them how many are met', () => {
    const made = town()
    const { needFrom, needSpan } = made.world.setting.rules
    setLevels(made.world, 0, Object.fromEntries([...NEEDS, 'needsMet'].map((name) => [name, 0])))
    expect(
      change('need-changed', { actor: 40, object: NEED.growth, value: needFrom + needSpan / 2 }, made),
    ).toEqual({
      'seat 0 growth': round(needFrom + needSpan / 2),
      'seat 0 needsMet': 0.5,
    })
    expect(change('need-changed', { actor: 40, object: NEED.variety, value: 1 }, made)).toEqual({
      'seat 0 variety': 1,
      'seat 0 needsMet': 1.5,
    })
  })
})

describe('what the owner believes', () => {
  it('moves towards what is heard, and to the goods at hand', () => {
    const made = town()
    const { hearing } = made.world.setting.rules
    expect(change('need-heard', { actor: 40, object: 1 }, made)).toEqual({
      'belief 0': round(1 - hearing),
      'belief 1': round(hearing),
    })
    expect(change('belief-drifted', { object: 0, value: 0.5 }, made)).toEqual({
      'belief 0': round((1 - hearing) / 2 + 0.5),
      'belief 1': round(hearing / 2),
    })
  })

  it('is found, lost again, and turned to', () => {
    const made = town()
    expect(change('need-found', { object: 1 }, made)).toEqual({ 'owner 0 found': 2, 'owner 0 foundDay': 5 })
    expect(change('need-found', { object: -1 }, made)).toEqual({ 'owner 0 found': 0 })
    expect(change('pivot-made', { object: 1 }, made)).toEqual({ 'owner 0 pivot': 2 })
  })
})

it('favours are remembered by who did them', () => {
  expect(change('favour-done', { actor: 41, object: 40 })).toEqual({ 'seat 1 helped': 0.3 })
})

it('cues are for readers', () => {
  expect(change('cue-given', { object: CUE.bond, value: 1 })).toEqual({})
})

describe('check-ins', () => {
  it('count as messages on topic, from the first to the last', () => {
    const made = town()
    expect(change('checked-in', { actor: 41 }, made)).toEqual({
      'seat 1 checkInFrom': 5,
      'seat 1 checkedDay': 5,
      'seat 1 postedDay': 5,
      'group 1 onTopic': 1,
    })
    made.world.day = 9
    expect(change('checked-in', { actor: 41 }, made)).not.toHaveProperty('seat 1 checkInFrom')
    expect(markOf(made.world, 1, 'checkedDay')).toBe(9)
  })

  it('end for good', () => {
    expect(change('check-in-stopped', { actor: 41 })).toEqual({ 'seat 1 flags': GAVE_UP })
  })
})

it('invitations count for who sends them, those that are accepted twice over', () => {
  expect(change('invitation-sent', { actor: 40, object: 77, value: 0 })).toEqual({
    'seat 0 invited': 1,
    'seat 0 invitedDay': 5,
  })
  expect(change('invitation-sent', { actor: 40, object: 77, value: 1 })).toEqual({
    'seat 0 invited': 1,
    'seat 0 accepted': 1,
    'seat 0 invitedDay': 5,
  })
})

it('advertisers from outside count, and the latest is known', () => {
  expect(change('intruder-posted')).toEqual({ 'group 1 intruders': 1, 'group 1 intruderFact': 2 })
})

it('a price that was learned stays known', () => {
  expect(change('price-learned', { actor: 41 })).toEqual({ 'seat 1 flags': KNOWS_PRICE })
})

describe('shocks', () => {
  it.each([
    ['an absence', 0, { 'owner 0 awayUntil': 9 }],
    ['an illness', 8, { 'owner 0 awayUntil': 9 }],
    ['a holiday', 9, { 'owner 0 holidayUntil': 9 }],
    ['a quarrel', 10, {}],
    ['the end of the purpose', 11, { 'group 1 purposeEnded': 1 }],
    ['exposed prices', 2, {}],
    ['a bad batch', 3, { 'owner 0 badUntil': 9 }],
    ['a rival', 4, { 'owner 0 rival': 4 }],
    ['the end of packets', 5, { 'owner 0 packetsStopped': 1 }],
    ['an invasion', 6, {}],
    ['a move', 7, {}],
  ])('%s moves what it says', (_name, object, expected) => {
    expect(change('shock-struck', { object, value: 4 })).toEqual(expected)
  })

  it('that end sooner do not end an absence', () => {
    const made = town()
    made.happen('shock-struck', { object: 0, value: 20 })
    expect(change('shock-struck', { object: 8, value: 3 }, made)).toEqual({})
    expect(change('shock-struck', { object: 8, value: 21 }, made)).toEqual({ 'owner 0 awayUntil': 26 })
  })
})

it('a phase begins where the fact says', () => {
  expect(change('phase-begun', { object: 3 })).toEqual({ 'owner 0 phase': 3 })
})

describe('the close of a day', () => {
  /** Seat 0 opened today, seat 1 did not; there was something to read. */
  function evening(items = 1): HandMade {
    const made = town()
    setAllLevels(made.world, { fatigue: 0.5, label: 0.5, belonging: 0.5, trust: 0.5, productTrust: 0.1 })
    setMarks(made.world, 0, { openedDay: 5 })
    setMarks(made.world, 1, { openedDay: 4 })
    setGroup(made.world, 1, { items })
    return made
  }

  it('lets fatigue, label and belonging fade', () => {
    const { world } = closed()
    for (const seat of [0, 1]) {
      expect(levelOf(world, seat, 'fatigue')).toBeCloseTo(0.5 * (1 - 0.067), 6)
      expect(levelOf(world, seat, 'label')).toBeCloseTo(0.5 * (1 - 0.0067), 6)
      expect(levelOf(world, seat, 'belonging')).toBeCloseTo(0.5 * (1 - 0.008), 6)
      expect(levelOf(world, seat, 'trust')).toBe(0.5)
    }
  })

  function closed(items = 1, before: (made: HandMade) => void = () => undefined): HandMade {
    const made = evening(items)
    before(made)
    change('day-closed', { group: 0 }, made)
    return made
  }

  it('carries trust in the owner over to the product, for those who opened, and never downwards', () => {
    const { world } = closed()
    expect(levelOf(world, 0, 'productTrust')).toBeCloseTo(0.1 + 0.02 * (0.6 * 0.5 - 0.1), 6)
    expect(levelOf(world, 1, 'productTrust')).toBeCloseTo(0.1, 6)
    const high = closed(1, (made) => setLevels(made.world, 0, { productTrust: 0.8 }))
    expect(levelOf(high.world, 0, 'productTrust')).toBeCloseTo(0.8, 6)
  })

  it('lets habit and value fade for those who did not open, and only for them', () => {
    const { world } = closed()
    expect(levelOf(world, 0, 'habit')).toBe(0.5)
    expect(levelOf(world, 1, 'habit')).toBeCloseTo(0.5 * 0.92, 6)
    expect(levelOf(world, 0, 'expectation')).toBeCloseTo(0.4, 6)
    expect(levelOf(world, 1, 'expectation')).toBeCloseTo(0.4 * 0.994, 6)
    expect(levelOf(world, 1, 'hardAds')).toBeCloseTo(-0.1 * 0.994, 6)
  })

  it('lets value fade half as fast where there was nothing to open', () => {
    expect(levelOf(closed(0).world, 1, 'expectation')).toBeCloseTo(0.4 * 0.997, 6)
    const talk = closed(0, (made) => setGroup(made.world, 1, { offTopicYesterday: 1 }))
    expect(levelOf(talk.world, 1, 'expectation')).toBeCloseTo(0.4 * 0.994, 6)
    const later = closed(0, (made) => setGroup(made.world, 1, { onTopic: 9 })) // to be read tomorrow
    expect(levelOf(later.world, 1, 'expectation')).toBeCloseTo(0.4 * 0.997, 6)
  })

  it('ends what is too little to matter, and makes nothing of nothing', () => {
    const { world } = closed(1, (made) => {
      setLevels(made.world, 0, { fatigue: 1e-6, label: 0, belonging: 1.1e-6 })
    })
    expect(levelOf(world, 0, 'fatigue')).toBe(0)
    expect(levelOf(world, 0, 'label')).toBe(0)
    expect(levelOf(world, 0, 'belonging')).toBeGreaterThan(0)
  })

  it('leaves those who have left as they were', () => {
    const made = evening()
    setMarks(made.world, 1, { flags: LEFT })
    const names = Object.keys(change('day-closed', {}, made))
    expect(names.filter((name) => name.startsWith('seat 1'))).toEqual([])
  })

  it('makes today’s counts those of yesterday, and clears the rest', () => {
    const made = town()
    const today = {
      onTopic: 3,
      offTopic: 4,
      openers: 5,
      orders: 6,
      items: 7,
      offItems: 2,
      ads: 8,
      ownAnswers: 9,
    }
    setGroup(made.world, 1, {
      ...today,
      onTopicYesterday: 30,
      offTopicYesterday: 40,
      openersYesterday: 50,
      ordersYesterday: 60,
    })
    made.happen('content-posted', { group: 1, object: 0, value: 0.5 })
    made.happen('ad-posted', { group: 1, object: 0, value: 0.5 })
    for (const object of [0, 1]) {
      made.happen('content-posted', { group: 0, object, value: 0.5 })
      made.happen('ad-posted', { group: 0, object, value: 0.5 })
      made.happen('content-posted', { group: 1, object: 1, value: 0.5 })
      made.happen('ad-posted', { group: 1, object: 1, value: 0.5 })
    }
    made.happen('ad-posted', { group: 1, object: -1, value: 0.5 })
    made.happen('product-tried', { group: 1, actor: 40, object: 0, value: 1 })
    made.happen('cost-paid', { object: 0, value: 3 })
    made.happen('hours-worked', { value: 3 })
    const changes = change('day-closed', {}, made)
    expect(changes).toMatchObject({
      day: 6,
      ...{ 'group 1 onTopicYesterday': 3, 'group 1 offTopicYesterday': 4 },
      ...{ 'group 1 openersYesterday': 5, 'group 1 ordersYesterday': 6 },
      ...{ 'group 1 onTopic': 0, 'group 1 offTopic': 0, 'group 1 openers': 0, 'group 1 orders': 0 },
      ...{ 'group 1 items': 0, 'group 1 offItems': 0, 'group 1 ads': 0, 'group 1 ownAnswers': 0 },
      ...{ 'topic items 2': 0, 'topic quality 2': 0, 'offer ads 3': 0, 'offer softness 3': 0 },
      ...{ 'owner 0 experiences': 0, 'books 0 today': 0, 'books 0 hoursToday': 0 },
    })
    for (const kept of [
      'group 1 members',
      'group 1 contentFact',
      'group 1 adFact',
      'books 0 hours',
      'paid for goods',
    ]) {
      expect(changes).not.toHaveProperty(kept)
    }
    const { topicItems, topicQuality, offerAds, offerSoft } = made.world
    for (const column of [topicItems, topicQuality, offerAds, offerSoft]) {
      expect([...column].every((count) => count === 0)).toBe(true)
    }
    const ofGroup0 = Object.keys(changes).filter((name) => name.startsWith('group 0'))
    expect(ofGroup0).toEqual(['group 0 items', 'group 0 ads', 'group 0 usualItems'])
  })

  it('lets cases be forgotten slowly, warnings faster', () => {
    const made = town()
    setCases(made, { good: 10, bad: 10 })
    expect(change('day-closed', {}, made)).toMatchObject({ 'group 1 good': 9.9, 'group 1 bad': 9.7 })
  })

  it('lets spam be forgotten, and adds that of today', () => {
    const made = town()
    setCases(made, { spam: 2 })
    setGroup(made.world, 1, { intruders: 5 })
    expect(change('day-closed', {}, made)).toMatchObject({
      'group 1 spam': 0.9 * 2 + 0.1 * 5,
      'group 1 intruders': 0,
    })
  })

  it('lets the memory of who left, and of help given, fade', () => {
    const made = town()
    setAllLevels(made.world, { exposure: 0.5, helped: 0.5 })
    const { exposureFading, helpedFading } = made.world.setting.rules
    change('day-closed', {}, made)
    expect(levelOf(made.world, 0, 'exposure')).toBeCloseTo(0.5 * (1 - exposureFading), 6)
    expect(levelOf(made.world, 0, 'helped')).toBeCloseTo(0.5 * (1 - helpedFading), 6)
  })

  it('brings what is usual closer to what was today', () => {
    const made = town()
    setGroup(made.world, 1, { items: 5, helpersToday: 2, figuresToday: 1, memberItems: 1, helpers: 3 })
    expect(change('day-closed', {}, made)).toMatchObject({
      ...{ 'group 1 usualItems': 0.5, 'group 1 usualHelpers': 0.6 },
      ...{ 'group 1 helpersToday': 0, 'group 1 figuresToday': 0, 'group 1 memberItems': 0 },
    })
    expect(groupMarkOf(made.world, 1, 'helpers')).toBe(3)
  })

  it('forgets what was sent and held today, and who sent it not', () => {
    const made = town()
    made.happen('packet-sent', { group: 1, object: 5, value: 2 })
    made.happen('meeting-held', { group: 1, object: 3, value: 0.5 })
    const changes = change('day-closed', {}, made)
    expect(changes).toMatchObject({ 'group 1 packets': 0, 'group 1 packetFen': 0, 'group 1 meetings': 0 })
    expect(changes).not.toHaveProperty('group 1 packetFact')
  })

  it('lets the habit of packets fade', () => {
    const made = town()
    setLevels(made.world, 0, { windfall: 0.5 })
    const fading = made.world.setting.rules.windfallFading
    change('day-closed', {}, made)
    expect(levelOf(made.world, 0, 'windfall')).toBeCloseTo(0.5 * (1 - fading), 6)
  })

  it('lets ties fade, less for who looked in, and says how near and how held that leaves her', () => {
    const made = evening()
    made.happen('tie-changed', { group: 1, actor: 40, object: 41, value: 0.5 })
    setMarks(made.world, 1, { postedDay: 5 })
    const { tieFading, tieFadingOpened, connectedHalf, heldHalf } = made.world.setting.rules
    change('day-closed', {}, made)
    const [opened, unopened] = [0.5 * (1 - tieFadingOpened), 0.5 * (1 - tieFading)]
    expect(made.world.tieStrengths[0]).toBeCloseTo(opened, 6)
    expect(made.world.tieStrengths[TIES]).toBeCloseTo(unopened, 6)
    expect(levelOf(made.world, 0, 'connected')).toBeCloseTo(opened / (opened + connectedHalf), 6)
    expect(levelOf(made.world, 0, 'held')).toBeCloseTo(opened / (opened + heldHalf), 6)
    expect(levelOf(made.world, 1, 'connected')).toBe(0) // whom she knows is there, but has not written
    expect(levelOf(made.world, 1, 'held')).toBeCloseTo(unopened / (unopened + heldHalf), 6)
  })

  it('leaves nobody held by who has left', () => {
    const made = evening()
    made.happen('tie-changed', { group: 1, actor: 40, object: 41, value: 0.5 })
    setMarks(made.world, 1, { postedDay: 5, flags: LEFT })
    change('day-closed', {}, made)
    expect(levelOf(made.world, 0, 'connected')).toBe(0)
    expect(levelOf(made.world, 0, 'held')).toBe(0)
  })
})

it('a branch takes up the setting of its next stage', () => {
  tested.add('fork-opened')
  const { world } = town()
  const next = { ...world.setting, rules: { ...world.setting.rules, habitRate: 0.5 } }
  const branch = { ...world, later: [next] }
  const rows = createRows()
  record(rows, KIND['fork-opened'], 0, -1, 1, 0, -1)
  expect(changesBy(branch, () => applyRows(branch, rows, 0, 1))).toEqual({ 'owner 0 stage': 1 })
  expect(branch.setting).toBe(next)
})

describe('rows', () => {
  it('are applied from the first to before the last that was asked for', () => {
    const { world } = town()
    const rows = createRows()
    for (const person of [1, 2, 3, 4]) record(rows, 1, 0, person, 0, 0.1, -1)
    applyRows(world, rows, 1, 3)
    expect([1, 2, 3, 4].map((person) => (world.seatOf[person] as number) >= 0)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('of a kind that nobody knows are a bug, and loud', () => {
    const { world } = town()
    const rows = createRows()
    record(rows, 250, 0, -1, -1, 0, -1)
    expect(() => applyRows(world, rows, 0, 1)).toThrow(InvariantError)
  })

  it('of every kind that there is were applied above', () => {
    expect(KIND_NAMES.filter((kind) => !tested.has(kind))).toEqual([])
  })
})
