import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideBuying } from '../../../sim/engine/mechanisms/buying.ts'
import { decideOwnerWork } from '../../../sim/engine/mechanisms/owner-work.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { TRAIT, TRAITS } from '../../../sim/model/person.ts'
import { GROUP_LEVEL, GROUP_LEVELS, KNOWS_PRICE, LEFT, ownerNet } from '../../../sim/model/world.ts'
import { forget } from '../../../sim/events/rows.ts'
import { factsOf, ofKind, type Fact } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import {
  crowd,
  groupMarkOf,
  happen,
  markOf,
  play,
  seatsIn,
  setAllLevels,
  setAllMarks,
  setGroup,
  setMarks,
  type LevelName,
  type MarkName,
} from '../../testing/arrange.ts'

interface Shop {
  readonly levels?: Partial<Record<LevelName, number>>
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly changes?: Record<string, unknown>
  readonly ads?: Record<string, unknown>
  readonly arrange?: (simulation: Simulation) => void
}

const OFFER = { solves: 'skin', price: 100, unitCost: 40 }
const OPEN_ALL = { inMarketGate: 0, buyingScale: 1 }
/** Everybody who is in the market buys. */
const SURELY = { buyingScale: 1000 }

/** A crowd that has opened the group and reads one ad; everybody is in the market unless the model says otherwise. */
function open({ levels = {}, marks = {}, model = OPEN_ALL, changes = {}, ads = {}, arrange }: Shop = {}) {
  const scenario = crowd({ offer: OFFER, plan: [{ from: 0, ads: { perDay: 2, ...ads } }], model, ...changes })
  return given(scenario, {
    arrange: (simulation) => {
      play(decideArrivals, decideOwnerWork)(simulation)
      setAllLevels(simulation.world, { trust: 0.5, ...levels })
      setAllMarks(simulation.world, { openedDay: simulation.world.day, ...marks })
      arrange?.(simulation)
    },
  })
}

const ordersIn = (facts: readonly Fact[]) => ofKind(facts, 'order-placed')
const ordersOf = (shop: Shop = {}) => ordersIn(open(shop).when(decideBuying))
const buyersOf = (shop: Shop = {}) => ordersOf(shop).map(({ actor }) => actor)

/** Asserts that more people buy here than there, and all who buy there. */
function expectMore(more: Shop, fewer: Shop): void {
  const here = new Set(buyersOf(more))
  const there = buyersOf(fewer)
  expect(there.length).toBeGreaterThan(0)
  expect(here.size).toBeGreaterThan(there.length)
  expect(there.filter((person) => !here.has(person))).toEqual([])
}

describe('an order', () => {
  it('names offer, price and the ad behind it, and its goods are paid for', () => {
    const { simulation, when } = open({ model: { ...OPEN_ALL, ...SURELY } })
    const ad = groupMarkOf(simulation.world, 0, 'adFact')
    const before = ownerNet(simulation.world)
    const facts = when(decideBuying)
    expect(facts.length).toBeGreaterThan(500)
    for (let at = 0; at < facts.length; at += 2) {
      const [order, cost] = facts.slice(at, at + 2)
      expect(order).toMatchObject({ kind: 'order-placed', group: 0, object: 0, value: 100, cause: ad })
      expect(cost).toMatchObject({ kind: 'cost-paid', actor: -1, object: 0, value: 40, cause: order?.seq })
    }
    expect(ownerNet(simulation.world) - before).toBeCloseTo((facts.length / 2) * 60, 6)
    expect(groupMarkOf(simulation.world, 0, 'orders')).toBe(facts.length / 2)
  })

  it('is one a member and day, whatever is advertised', () => {
    const offer = [OFFER, { ...OFFER, solves: 'cooking' }]
    const buyers = buyersOf({
      model: { ...OPEN_ALL, ...SURELY },
      changes: { offer },
      arrange: (simulation) => happen(simulation, 'ad-posted', { object: 1 }),
    })
    expect(buyers.length).toBeGreaterThan(290)
    expect(new Set(buyers).size).toBe(buyers.length)
  })

  it('sells the offer that is advertised, to those with the pain that it solves', () => {
    const offer = [OFFER, { ...OFFER, solves: 'cooking' }]
    const { simulation, when } = open({ ads: { offer: 1 }, changes: { offer } })
    const orders = ordersIn(when(decideBuying))
    expect(orders.every(({ object }) => object === 1)).toBe(true)
    const pains = orders.map(({ actor }) => painOf(simulation, actor, 1))
    const all = seatsIn(simulation.world).map((seat) =>
      painOf(simulation, markOf(simulation.world, seat, 'person'), 1),
    )
    const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length
    expect(mean(pains)).toBeGreaterThan(1.5 * mean(all))
  })
})

function painOf({ people, world }: Simulation, person: number, topic: number): number {
  return people.traits[(world.seatOf[person] as number) * people.stride + TRAITS + topic] as number
}

describe('nobody buys', () => {
  const model = { ...OPEN_ALL, ...SURELY }

  it('without an offer', () => {
    expect(ordersOf({ model, changes: { offer: null } })).toEqual([])
  })

  it('on a day without ads', () => {
    expect(ordersOf({ model, ads: { perDay: 0 } })).toEqual([])
  })

  it('what is not advertised: an ad of nothing sells nothing', () => {
    expect(ordersOf({ model, ads: { offer: 0 }, changes: { offer: null } })).toEqual([])
  })

  it('without having opened today', () => {
    expect(ordersOf({ model, marks: { openedDay: -1 } })).toEqual([])
    const buyers = buyersOf({ model, arrange: ({ world }) => setMarks(world, 7, { openedDay: -1 }) })
    const { simulation } = open()
    expect(buyers).not.toContain(markOf(simulation.world, 7, 'person'))
    expect(buyers.length).toBeGreaterThan(250)
  })

  it('after leaving', () => {
    expect(ordersOf({ model, marks: { flags: LEFT } })).toEqual([])
  })

  it('without any trust', () => {
    expect(ordersOf({ model, levels: { trust: 0, productTrust: 0 } })).toEqual([])
  })

  it('when utterly tired of ads, or sure that it is all about selling', () => {
    for (const level of ['fatigue', 'label'] as const) {
      expect(
        ordersOf({ model: { ...model, buyingFatigue: 1, buyingLabel: 1 }, levels: { [level]: 1 } }),
      ).toEqual([])
    }
  })

  it('from a group in which only warnings are told', () => {
    const warned = ({ world }: Simulation) => (world.groupLevels[1] = 1000)
    expect(ordersOf({ model: { ...model, proofWeight: 1 }, arrange: warned })).toEqual([])
  })

  it('in a group of which another group’s ads are', () => {
    const community = { groups: 2, positioning: { focus: { skin: 1 } } }
    const { when } = open({
      model,
      ads: { perDay: 0 },
      changes: { community },
      arrange: (simulation) => happen(simulation, 'ad-posted', { group: 1, object: 0 }),
    })
    const groups = ordersIn(when(decideBuying)).map(({ group }) => group)
    expect(groups.length).toBeGreaterThan(100)
    expect(new Set(groups)).toEqual(new Set([1]))
  })
})

describe('more people buy', () => {
  it('with trust in the owner', () => expectMore({}, { levels: { trust: 0.3 } }))

  it('with trust in the product', () => expectMore({ levels: { productTrust: 0.8 } }, {}))

  it('at a lower price', () => expectMore({}, { changes: { offer: { ...OFFER, price: 400 } } }))

  it('at no price at all, and fewest among those with little money', () => {
    expectMore({ changes: { offer: { ...OFFER, price: 0 } } }, {})
    const { simulation, when } = open({
      changes: { offer: { ...OFFER, price: 400 } },
      model: { ...OPEN_ALL, buyingScale: 3 },
    })
    const { people, world } = simulation
    const budget = (seat: number) => people.traits[seat * people.stride + TRAIT.priceHalf] as number
    const buyers = ordersIn(when(decideBuying)).map(({ actor }) => world.seatOf[actor] as number)
    const rate = (half: number) => {
      const all = seatsIn(world).filter((seat) => budget(seat) === half)
      return buyers.filter((seat) => budget(seat) === half).length / all.length
    }
    expect(rate(150)).toBeLessThan(rate(400))
    expect(rate(400)).toBeLessThan(rate(900))
  })

  it('without ad fatigue', () => expectMore({}, { levels: { fatigue: 0.5 } }))

  it('without the commercial label', () => expectMore({}, { levels: { label: 0.5 } }))

  it('after good cases', () => expectMore({ arrange: ({ world }) => (world.groupLevels[0] = 8) }, {}))

  it('while they do not know that the price is too high', () => {
    expectMore({}, { marks: { flags: KNOWS_PRICE }, model: { ...OPEN_ALL, overpricedBuying: 0.3 } })
    const indifferent = { marks: { flags: KNOWS_PRICE }, model: { ...OPEN_ALL, overpricedBuying: 1 } }
    expect(buyersOf(indifferent)).toEqual(buyersOf())
  })

  it('without warnings', () => expectMore({}, { arrange: ({ world }) => (world.groupLevels[1] = 1) }))

  it('after cases told in their own group, and not in another', () => {
    const community = { groups: 2, positioning: { focus: { skin: 1 } } }
    const told = (group: number, what: keyof typeof GROUP_LEVEL): Shop => ({
      changes: { community },
      arrange: ({ world }) => {
        world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL[what]] = 8
      },
    })
    const buyersIn = (group: number, shop: Shop) =>
      ordersIn(open(shop).when(decideBuying)).filter((order) => order.group === group).length
    const none = told(99, 'good') // behind the last group
    expect(buyersIn(1, told(1, 'good'))).toBeGreaterThan(buyersIn(1, none))
    expect(buyersIn(0, told(1, 'good'))).toBe(buyersIn(0, none))
    expect(buyersIn(0, told(0, 'good'))).toBeGreaterThan(buyersIn(0, none))
    expect(buyersIn(1, told(0, 'good'))).toBe(buyersIn(1, none))
    expect(buyersIn(1, told(1, 'bad'))).toBeLessThan(buyersIn(1, none))
  })

  it('where others bought the day before', () => {
    const model = { ...OPEN_ALL, herdWeight: 0.19 }
    const yesterday = (ordersYesterday: number): Shop => ({
      model,
      arrange: ({ world }) => setGroup(world, 0, { ordersYesterday }),
    })
    expectMore(yesterday(10), yesterday(0))
    const without = { ...yesterday(10), model: { ...model, herdWeight: 0 } }
    expect(buyersOf(without)).toEqual(buyersOf(yesterday(0)))
  })

  it('after more ads', () => expectMore({ ads: { perDay: 6 } }, {}))

  it('after soft ads than after hard ones, if they trust, and as many if not', () => {
    expectMore({ ads: { soft: 1 } }, {})
    const distrusting: Shop = {
      levels: { trust: 0.02, productTrust: 0.6 },
      model: { ...OPEN_ALL, buyingScale: 5 },
    }
    expect(buyersOf({ ...distrusting, ads: { soft: 1 } })).toEqual(buyersOf(distrusting))
    expect(buyersOf(distrusting).length).toBeGreaterThan(5)
  })

  it('when they can read all there is', () => {
    const busy = (attention: number): Shop => ({
      ads: { perDay: 6 },
      arrange: ({ people, world }) => {
        setGroup(world, 0, { onTopicYesterday: 94 })
        for (const seat of seatsIn(world)) people.traits[seat * people.stride + TRAIT.attention] = attention
      },
    })
    expectMore(busy(100), busy(10))
    expect(buyersOf(busy(1000))).toEqual(buyersOf(busy(100)))
  })
})

describe('clear positioning', () => {
  const clear = (clarity: number, model: Record<string, number> = {}): Shop => ({
    model: { ...OPEN_ALL, ...model },
    changes: { community: { positioning: { focus: { skin: 1 }, clarity } } },
  })

  it('has more people buy: they see what the offer is for', () => {
    expectMore(clear(1), clear(0.4))
    expectMore(clear(0.4), clear(0))
  })

  it('costs as much of what is bought as it lacks', () => {
    const clarityOffer = 0.5
    const fully = (buyingScale: number) => buyersOf(clear(1, { clarityOffer, buyingScale }))
    expect(buyersOf(clear(0, { clarityOffer }))).toEqual(fully(0.5))
    expect(buyersOf(clear(0.5, { clarityOffer }))).toEqual(fully(0.75))
    expect(buyersOf(clear(0))).toEqual(fully(1 - PARAMETERS.clarityOffer.default))
    expect(ordersOf(clear(0, { clarityOffer: 1 }))).toEqual([])
  })

  it('makes no difference to offers with either of its switches off', () => {
    for (const off of [{ clarityOffer: 0 }, { clarityEffect: 0 }]) {
      expect(buyersOf(clear(0, off))).toEqual(buyersOf(clear(1)))
    }
  })
})

describe('the market', () => {
  const gated = { inMarketGate: 1, ...SURELY }

  it('lets in about as many at a time as the share says, and more of those with the pain', () => {
    const { simulation, when } = open({ model: gated })
    const buyers = ordersIn(when(decideBuying)).length
    const expected = seatsIn(simulation.world)
      .map((seat) => 0.15 * (0.35 + painOf(simulation, markOf(simulation.world, seat, 'person'), 0)))
      .reduce((sum, share) => sum + share, 0)
    expect(Math.abs(buyers - expected)).toBeLessThan(4 * Math.sqrt(expected))
  })

  it('lets everybody in with its gate open, and nobody with a share of 0', () => {
    expectMore({ model: { ...SURELY, inMarketGate: 0 } }, { model: gated })
    expect(ordersOf({ model: { ...gated, inMarketShare: 0 } })).toEqual([])
    const half = buyersOf({ model: { ...gated, inMarketGate: 0.5, inMarketShare: 0 } }).length
    expect(half).toBeGreaterThan(110)
    expect(half).toBeLessThan(190)
  })

  it('takes people in for eight weeks at a time, each from a day of her own', () => {
    const { simulation } = open({ model: gated })
    const { world, rows } = simulation
    const days = Array.from({ length: 57 }, (_, day) => {
      world.day = day
      setAllMarks(world, { openedDay: day })
      forget(rows)
      decideBuying(simulation)
      return new Set(ordersIn(factsOf(rows)).map(({ actor }) => actor))
    })
    const switches = seatsIn(world).map((seat) => {
      const person = markOf(world, seat, 'person')
      if (painOf(simulation, person, 0) < 0.02) return [] // hardly sure to buy
      return days.flatMap((buyers, day) =>
        day > 0 && buyers.has(person) !== (days[day - 1] as Set<number>).has(person) ? [day] : [],
      )
    })
    expect(Math.max(...switches.map(({ length }) => length))).toBe(1)
    expect(new Set(switches.flat()).size).toBeGreaterThan(20)
    expect(days.every(({ size }) => size > 10 && size < 90)).toBe(true)
  })
})

describe('a buyer', () => {
  const again = { inMarketGate: 1, ...SURELY }
  const since = (days: number, more: Shop = {}): Shop => ({
    model: { ...again, repurchaseScale: 1000 },
    ...more,
    marks: { orders: 1, tried: 1, orderedDay: 5 },
    arrange: ({ world }) => {
      world.day = 5 + days
      setAllMarks(world, { openedDay: world.day })
      setAllLevels(world, { productTrust: 0.6, ...more.levels })
    },
  })

  it('does not buy again for a month, and may from then on', () => {
    const counts = [1, 29, 30, 31, 60].map((days) => ordersOf(since(days)).length)
    expect(counts.slice(0, 2)).toEqual([0, 0])
    for (const count of counts.slice(2)) expect(count).toBeGreaterThan(290)
  })

  it('does not order again before she has tried the last order, not even outside the market gate', () => {
    expect(ordersOf({ model: { ...OPEN_ALL }, marks: { orders: 1, tried: 0 } })).toEqual([])
  })

  it('is asked by her own need once a month, with the same answer until the next', () => {
    const model = { ...again, repurchaseScale: 0.55 }
    const at = (days: number) => {
      const { simulation, when } = open(since(days, { model }))
      const buyers = ordersIn(when(decideBuying)).map(({ actor }) => actor)
      return buyers.filter((person) => painOf(simulation, person, 0) > 0.02) // the others are hardly sure to buy
    }
    const first = at(30)
    expect(first.length).toBeGreaterThan(60)
    expect(first.length).toBeLessThan(200)
    expect(at(45)).toEqual(first)
    expect(at(59)).toEqual(first)
    expect(at(60)).not.toEqual(first)
  })

  it('comes back the more the better she found the product', () => {
    const model = { ...again, repurchaseScale: 0.55 }
    expectMore(
      since(30, { model, levels: { productTrust: 0.8 } }),
      since(30, { model, levels: { productTrust: 0.2 } }),
    )
    expect(ordersOf(since(30, { model, levels: { productTrust: 0 } }))).toEqual([])
  })

  it('buys more easily than at first', () => {
    expectMore({ marks: { orders: 1, tried: 1 } }, {})
    const model = { ...OPEN_ALL, repurchaseEase: 1 }
    expect(buyersOf({ model, marks: { orders: 1, tried: 1 } })).toEqual(buyersOf({ model }))
  })
})

describe('other goods', () => {
  const model = { ...OPEN_ALL, crossBuying: 0.5 }
  /** One kind of goods is advertised; everybody has bought another one that answers another pain, and knows what it is worth. */
  const served = (more: Shop = {}): Shop => ({
    model,
    changes: { offer: [OFFER, { ...OFFER, solves: 'cooking' }] },
    ads: { offer: 0 },
    ...more,
    levels: { productTrust: 0.6, ...more.levels },
    marks: { orders: 1, tried: 1, orderedOffer: 1, ...more.marks },
  })

  it('are bought by more of those whom the owner’s goods served well, the more the better', () => {
    const trust = (productTrust: number) => served({ levels: { productTrust, trust: 0.9 } })
    expectMore(served(), served({ model: { ...model, crossBuying: 0.1 } }))
    expectMore(
      served({ model: { ...model, crossBuying: 0.1 } }),
      served({ model: { ...model, crossBuying: 0 } }),
    )
    expectMore(trust(0.8), trust(0.2))
  })

  it('are wanted as much as a full pain by whom they could serve no better', () => {
    const { simulation, when } = open(served({ model: { ...OPEN_ALL, ...SURELY, crossBuying: 1 } }))
    for (const seat of seatsIn(simulation.world)) {
      simulation.people.traits[seat * simulation.people.stride + TRAITS] = 0
    }
    expect(ordersIn(when(decideBuying)).length).toBeGreaterThan(290)
  })

  it.each([
    ['who bought the same goods', { orderedOffer: 0 }, {}],
    ['who sent them back', { refunds: 1 }, {}],
    ['who found them worth nothing', {}, { productTrust: 0 }],
  ])('are wanted no more by those %s', (_who, marks, levels) => {
    const off = { ...model, crossBuying: 0 }
    expect(buyersOf(served({ marks, levels }))).toEqual(buyersOf(served({ marks, levels, model: off })))
  })
})

describe('the kind of product', () => {
  const EAGER = { ...OPEN_ALL, buyingScale: 3 }
  /** A product that is so complex, offered to members who got so much from posts. */
  const product = (complexity: number, content: number, more: Shop = {}): Shop => ({
    ...more,
    levels: { content, ...more.levels },
    model: { ...EAGER, ...more.model },
    changes: { offer: { ...OFFER, complexity, ...(more.changes?.['offer'] as object | undefined) } },
  })

  it('that is complex is bought by more of those who were taught', () => {
    expectMore(product(1, 0.05), product(1, 0))
    expectMore(product(1, 0.6), product(1, 0.05))
    expect(buyersOf(product(1, -0.2))).toEqual(buyersOf(product(1, 0)))
  })

  it('that is complex is understood in part by who was never taught, as if she had been taught so far', () => {
    const untaught = (understoodUntaught: number, content = 0) =>
      product(1, content, { model: { understoodUntaught } })
    const { understandingHalf, understoodUntaught } = PARAMETERS
    expect(buyersOf(product(1, 0))).toEqual(buyersOf(untaught(understoodUntaught.default)))
    expect(buyersOf(untaught(0.5))).toEqual(buyersOf(untaught(0, understandingHalf.default)))
    expectMore(untaught(0.8), untaught(0.3))
  })

  it('that is complex is bought by nobody who was not taught, where its ads explain nothing', () => {
    const unexplained = { model: { understoodUntaught: 0 } }
    expect(ordersOf(product(1, 0, unexplained))).toEqual([])
    expect(ordersOf(product(1, -0.2, unexplained))).toEqual([])
    expectMore(product(1, 0.6, unexplained), product(1, 0.05, unexplained))
  })

  it('needs no teaching where its ads explain all', () => {
    const explained = { model: { understoodUntaught: 1 } }
    expect(buyersOf(product(1, 0.6, explained))).toEqual(buyersOf(product(1, 0, explained)))
    expect(buyersOf(product(1, 0, explained)).length).toBeGreaterThan(10)
  })

  it('that is simple needs no teaching, and goes to whoever is cheapest', () => {
    expect(buyersOf(product(0, 0.6))).toEqual(buyersOf(product(0, 0)))
    expectMore(
      product(0, 0.3, { model: { comparison: 0.2 } }),
      product(0, 0.3, { model: { comparison: 0.9 } }),
    )
  })

  it('that is complex may be dear for those who understand it', () => {
    const dear = (educationPrice: number): Shop =>
      product(1, 0.6, { changes: { offer: { price: 800 } }, model: { educationPrice } })
    expectMore(dear(0.8), dear(0))
  })

  it('makes no difference where it is half complex and taught as usual', () => {
    const { understandingHalf, understoodUntaught } = PARAMETERS
    // What posts add to what the ads alone explain, so that 0.85 of it is understood.
    const learned = (0.85 - understoodUntaught.default) / (1 - understoodUntaught.default)
    const usual = (learned / (1 - learned)) * understandingHalf.default
    expect(buyersOf(product(0.5, usual))).toEqual(buyersOf(product(0.5, usual, { model: { productFit: 0 } })))
  })

  it('makes no difference with product fit switched off', () => {
    const off = { model: { productFit: 0 } }
    const buyers = buyersOf(product(0.5, 0, off))
    expect(buyers.length).toBeGreaterThan(10)
    for (const complexity of [0, 1]) {
      for (const content of [0, 0.9]) expect(buyersOf(product(complexity, content, off))).toEqual(buyers)
    }
  })
})

describe('a chain of orders', () => {
  /** A day without an ad, after so many orders of the first offer on the day before. */
  const after = (orders: Record<string, number>, model: Record<string, number> = {}): Shop => ({
    ads: { perDay: 0 },
    model: { ...OPEN_ALL, buyingScale: 5, ...model },
    arrange: ({ world }) => setGroup(world, 0, { orderedOffer: 1, orderFact: 0, ...orders }),
  })

  it('keeps an offer in sight for two days without an ad, and names the order that others follow', () => {
    const orders = ordersOf(after({ ordersYesterday: 5 }))
    expect(orders.length).toBeGreaterThan(5)
    expect(orders.every(({ object, cause }) => object === 0 && cause === 0)).toBe(true)
    expect(ordersOf(after({ ordersBefore: 5 })).length).toBe(orders.length)
  })

  it('grows with the orders, and ends where nobody ordered lately', () => {
    expectMore(after({ ordersYesterday: 9 }), after({ ordersYesterday: 1 }))
    expect(ordersOf(after({}))).toEqual([])
    expect(ordersOf(after({ ordersYesterday: 5, orderedOffer: 0 }))).toEqual([])
  })

  it('is none with the herd, or its chain, switched off', () => {
    expect(ordersOf(after({ ordersYesterday: 5 }, { herdWeight: 0 }))).toEqual([])
    expect(ordersOf(after({ ordersYesterday: 5 }, { herdChain: 0 }))).toEqual([])
  })

  it('is of the group in which it began', () => {
    const community = { groups: 2, positioning: { focus: { skin: 1 } } }
    const orders = ordersOf({ ...after({ ordersYesterday: 9 }), changes: { community } })
    expect(orders.length).toBeGreaterThan(3)
    expect(new Set(orders.map(({ group }) => group))).toEqual(new Set([0]))
  })

  it('gives way to an ad', () => {
    const offer = [OFFER, { ...OFFER, solves: 'cooking' }]
    const orders = ordersOf({
      ...after({ ordersYesterday: 9 }),
      ads: { perDay: 2, offer: 1 },
      changes: { offer },
    })
    expect(orders.length).toBeGreaterThan(3)
    expect(orders.every(({ object }) => object === 1)).toBe(true)
  })
})

describe('where the user is not who pays', () => {
  const forOthers: Shop = {
    changes: { offer: { ...OFFER, buyer: 'other' } },
    model: { ...OPEN_ALL, buyingScale: 3 },
  }

  it('those who pay buy as usual, and those who use hardly', () => {
    const { simulation, when } = open(forOthers)
    const { people, world } = simulation
    const pays = (person: number) =>
      people.traits[(world.seatOf[person] as number) * people.stride + TRAIT.isPayer] === 1
    const buyers = ordersIn(when(decideBuying)).map(({ actor }) => actor)
    const usually = buyersOf({ model: forOthers.model as Record<string, number> })
    expect(buyers.filter(pays)).toEqual(usually.filter(pays))
    const users = (persons: readonly number[]) => persons.filter((person) => !pays(person)).length
    expect(users(usually)).toBeGreaterThan(20)
    expect(users(buyers)).toBeLessThan(0.3 * users(usually))
  })

  it('nobody who uses buys where users never pay', () => {
    const none = buyersOf({ ...forOthers, model: { ...forOthers.model, payerShare: 0, userBuying: 0 } })
    expect(none).toEqual([])
  })

  it('it makes no difference with the audience switched off', () => {
    const model = { ...forOthers.model, audienceEffect: 0 }
    expect(buyersOf({ ...forOthers, model })).toEqual(buyersOf({ model }))
  })
})

describe('goods that are made for each buyer', () => {
  const made = (serviceHours: number, marks: Record<string, number> = {}, more: Shop = {}): Shop => ({
    ...more,
    model: { ...OPEN_ALL, ...SURELY, serviceHours, ...more.model },
    changes: { offer: { ...OFFER, standardisation: 0 }, owner: { hoursPerDay: 1 } },
    arrange: ({ world }) => setGroup(world, 0, { orderedOffer: 1, ...marks }),
  })

  it('are sold as long as the owner has hours for another one in the next three days', () => {
    expect(ordersOf(made(3)).length).toBeGreaterThan(250)
    expect(ordersOf(made(3.01))).toEqual([])
    expect(ordersOf(made(1, { ordersYesterday: 1, ordersBefore: 1 })).length).toBeGreaterThan(250)
    expect(ordersOf(made(1, { ordersYesterday: 2, ordersBefore: 1 }))).toEqual([])
  })

  it('are sold to anybody with service switched off', () => {
    const off = { model: { serviceEffect: 0 } }
    expect(ordersOf(made(99, { ordersYesterday: 50 }, off)).length).toBeGreaterThan(250)
  })

  it('hold up no others: one piece like another is sold at any time', () => {
    const offer = { ...OFFER, standardisation: 0.5 }
    const model = { ...OPEN_ALL, ...SURELY, serviceHours: 99 }
    const orders = ordersOf({
      model,
      changes: { offer, owner: { hoursPerDay: 0 } },
      arrange: ({ world }) => setGroup(world, 0, { orderedOffer: 1, ordersYesterday: 50 }),
    })
    expect(orders.length).toBeGreaterThan(250)
  })
})

describe('trust in the other members', () => {
  const trusting = (memberTrust: number, good: number, model: Record<string, number> = {}): Shop => ({
    levels: { memberTrust },
    model: { ...OPEN_ALL, ...model },
    arrange: ({ world }) => void (world.groupLevels[GROUP_LEVEL.good] = good),
  })

  it('makes their cases count', () => {
    expectMore(trusting(1, 20), trusting(0, 20))
  })

  it('counts for nothing where none are told, or switched off', () => {
    expect(buyersOf(trusting(1, 0))).toEqual(buyersOf(trusting(0, 0)))
    const off = { memberTrustEffect: 0 }
    expect(buyersOf(trusting(1, 20, off))).toEqual(buyersOf(trusting(0, 20, off)))
  })
})

describe('other sellers', () => {
  const among = (otherSellers: number, model: Record<string, number> = {}): Shop => ({
    model: { ...OPEN_ALL, ...model },
    changes: { market: { people: 1000, pains: { skin: 0.6, cooking: 0.4 }, otherSellers } },
  })

  it('take purchases away, unless crowding is switched off', () => {
    expectMore(among(0), among(6))
    expect(buyersOf(among(6, { crowding: 0 }))).toEqual(buyersOf(among(0)))
  })
})

it('nobody buys where nobody is, whatever was ordered before', () => {
  expect(
    ordersOf({
      model: { ...OPEN_ALL, ...SURELY },
      changes: { founders: 0 },
      arrange: ({ world }) => setGroup(world, 0, { orderedOffer: 1, ordersYesterday: 50 }),
    }),
  ).toEqual([])
})
