import { describe, expect, it } from 'vitest'
import { decideOwnerWork } from '../../../sim/engine/mechanisms/owner-work.ts'
import { OWNER_MARK } from '../../../sim/model/world.ts'
import { ofKind, type Fact } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import { smallScenario } from '../../../sim/testing/small-scenario.ts'
import { happen, setEnergy } from '../../testing/arrange.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'

const GOODS_CONTENT_ADS = [0, 1, 2]

interface Plan {
  readonly content?: Record<string, unknown>
  readonly ads?: Record<string, unknown>
}

const planned = ({ content = {}, ads = {} }: Plan, more: Record<string, unknown> = {}) =>
  smallScenario({
    plan: [{ from: 0, content: { perDay: 1, quality: 0.8, onTopic: 1, ...content }, ads }],
    ...more,
  })

const posts = (facts: readonly Fact[]) => ofKind(facts, 'content-posted')
const ads = (facts: readonly Fact[]) => ofKind(facts, 'ad-posted')

const withEnergy = (energy: number) => ({ arrange: ({ world }: Simulation) => setEnergy(world, energy) })

describe('the plan', () => {
  it('is a post and an ad a day, each paid for', () => {
    const facts = given(planned({ ads: { perDay: 1, soft: 0.25 } })).when(decideOwnerWork)
    expect(facts.map(({ kind }) => kind)).toEqual(['content-posted', 'cost-paid', 'ad-posted', 'cost-paid'])
    const [post, postCost, ad, adCost] = facts as [Fact, Fact, Fact, Fact]
    expect(post).toMatchObject({ actor: -1, object: 0, cause: -1 })
    expect(post.value).toBeCloseTo(0.8, 6)
    expect(postCost).toMatchObject({ object: GOODS_CONTENT_ADS[1], cause: post.seq })
    expect(postCost.value).toBeCloseTo(2.5 * 0.64, 5)
    expect(ad).toMatchObject({ actor: -1, object: 0, value: 0.25, cause: -1 })
    expect(adCost).toMatchObject({ object: GOODS_CONTENT_ADS[2], cause: ad.seq })
    expect(adCost.value).toBeCloseTo(0.4, 6)
  })

  it('counts fractions a day from the first day of the phase', () => {
    const scenario = smallScenario({
      plan: [
        { from: 0, content: { perDay: 0 }, ads: { perDay: 0 } },
        { from: 3, content: { perDay: 0.5, quality: 0.5 }, ads: { perDay: 0.5 } },
      ],
    })
    const counts = [2, 3, 4, 5, 6].map((day) => {
      const { when } = given(scenario, {
        days: day,
        arrange: ({ world }) => {
          world.ownerMarks[OWNER_MARK.phase] = day < 3 ? 0 : 1
        },
      })
      const facts = when(decideOwnerWork)
      return [posts(facts).length, ads(facts).length]
    })
    expect(counts).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [0, 0],
      [1, 1],
    ])
  })

  it('reaches every group', () => {
    const scenario = planned(
      { ads: { perDay: 1 } },
      { community: { groups: 3, positioning: { focus: { skin: 1 } } } },
    )
    const facts = given(scenario).when(decideOwnerWork)
    expect(posts(facts).map(({ group }) => group)).toEqual([0, 1, 2])
    expect(ads(facts).map(({ group }) => group)).toEqual([0, 1, 2])
  })

  it('costs nothing that costs nothing', () => {
    const scenario = planned({ content: { quality: 0 }, ads: { perDay: 1 } }, { model: { adCost: 0 } })
    expect(
      given(scenario)
        .when(decideOwnerWork)
        .map(({ kind }) => kind),
    ).toEqual(['content-posted', 'ad-posted'])
  })
})

describe('topics', () => {
  const topicsOf = (content: Record<string, unknown>, focus: Record<string, number> = { skin: 1 }) => {
    const scenario = planned(
      { content: { perDay: 400, quality: 0, ...content } },
      { community: { positioning: { focus } }, owner: { hoursPerDay: 24 } },
    )
    return posts(given(scenario).when(decideOwnerWork)).map(({ object }) => object)
  }
  const count = (topics: readonly number[], topic: number) => topics.filter((found) => found === topic).length

  it('are drawn from the focus by its shares', () => {
    const topics = topicsOf({}, { skin: 3, cooking: 1 })
    expect(topics).toHaveLength(400)
    expect(count(topics, 0)).toBeGreaterThan(270)
    expect(count(topics, 0)).toBeLessThan(330)
    expect(count(topics, 0) + count(topics, 1)).toBe(400)
  })

  it('are the one that a narrow group is about', () => {
    const community = { groups: 2, groupsBy: 'topic', positioning: { focus: { skin: 1, cooking: 1 } } }
    const scenario = planned(
      { content: { perDay: 30, quality: 0 } },
      { community, owner: { hoursPerDay: 24 } },
    )
    const facts = posts(given(scenario).when(decideOwnerWork))
    expect(facts).toHaveLength(60)
    expect(facts.every(({ group, object }) => group === object)).toBe(true)
  })

  it('are never drawn from outside the focus', () => {
    expect(new Set(topicsOf({}, { skin: 0, cooking: 1 }))).toEqual(new Set([1]))
  })

  it('are as planned where the plan says so, even out of focus', () => {
    expect(new Set(topicsOf({ topic: 'cooking' }))).toEqual(new Set([1]))
  })

  it('are missed by the share of posts that do not keep to them', () => {
    expect(new Set(topicsOf({ onTopic: 0 }))).toEqual(new Set([-1]))
    const off = count(topicsOf({ onTopic: 0.75 }), -1)
    expect(off).toBeGreaterThan(70)
    expect(off).toBeLessThan(130)
  })
})

describe('ads', () => {
  it('are of nothing where there is nothing to sell', () => {
    const facts = given(planned({ ads: { perDay: 2 } }, { offer: null })).when(decideOwnerWork)
    expect(ads(facts).map(({ object }) => object)).toEqual([-1, -1])
  })

  it('sell the offer of the plan', () => {
    const offer = [{ solves: 'skin' }, { solves: 'cooking' }]
    const facts = given(planned({ ads: { perDay: 1, offer: 1 } }, { offer })).when(decideOwnerWork)
    expect(ads(facts).map(({ object }) => object)).toEqual([1])
  })

  it('sell in turn what answers the topics of a group, from day to day', () => {
    const offer = [{ solves: 'cooking' }, { solves: 'skin' }, { solves: 'cooking' }, { solves: 'skin' }]
    const community = { groups: 2, groupsBy: 'topic', positioning: { focus: { skin: 1, cooking: 1 } } }
    const scenario = planned({ ads: { perDay: 1.5 } }, { offer, community })
    const sold = [0, 1, 2].map((day) =>
      ads(given(scenario, { arrange: ({ world }) => void (world.day = day) }).when(decideOwnerWork)),
    )
    const inGroup = (group: number) =>
      sold.map((facts) => facts.filter((fact) => fact.group === group).map(({ object }) => object))
    expect(inGroup(0)).toEqual([[1], [3, 1], [3]])
    expect(inGroup(1)).toEqual([[0], [2, 0], [2]])
  })
})

describe('energy', () => {
  const scenario = planned(
    { content: { perDay: 400, quality: 0 }, ads: { perDay: 3 } },
    { owner: { hoursPerDay: 24 } },
  )
  const workAt = (energy: number) => given(scenario, withEnergy(energy)).when(decideOwnerWork)

  it('is enough for all of the plan when fresh', () => {
    expect(posts(workAt(0.41))).toHaveLength(400)
    expect(posts(workAt(1))).toHaveLength(400)
  })

  it('lets a tired owner advertise and post nothing', () => {
    for (const energy of [0, 0.1, 0.2]) {
      const facts = workAt(energy)
      expect(posts(facts)).toEqual([])
      expect(ads(facts)).toHaveLength(3)
    }
  })

  it('is enough for half of the posts half way from tired to fresh', () => {
    const count = posts(workAt(0.3)).length
    expect(count).toBeGreaterThan(160)
    expect(count).toBeLessThan(240)
  })

  it('adds posts to those of less energy, and takes none away', () => {
    const counts = [0.22, 0.26, 0.3, 0.34, 0.38].map((energy) => posts(workAt(energy)).length)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(new Set(counts).size).toBe(5)
  })
})

describe('an owner who is away', () => {
  const scenario = planned({ ads: { perDay: 1 } }, { shocks: [{ day: 2, kind: 'owner-absent', days: 3 }] })

  it('neither posts nor advertises, and does both again on the day after', () => {
    const counts = [1, 2, 3, 4, 5].map(
      (days) =>
        given(scenario, {
          days,
          arrange: (simulation) => {
            if (days === 2) happen(simulation, 'shock-struck', { object: 0, value: 3 })
          },
        }).when(decideOwnerWork).length,
    )
    expect(counts).toEqual([4, 0, 0, 0, 4])
  })
})

describe('hours', () => {
  it('are none, and so are the posts, for an owner without time; ads go on', () => {
    const facts = given(planned({ ads: { perDay: 1 } }, { owner: { hoursPerDay: 0 } })).when(decideOwnerWork)
    expect(posts(facts)).toEqual([])
    expect(ads(facts)).toHaveLength(1)
  })

  it('are shared out over a plan that asks for twice as many', () => {
    // 100 posts of quality 1 and looking in: 45.3 hours.
    const owner = { hoursPerDay: 22.65, cash: 1000 }
    const count = posts(
      given(planned({ content: { perDay: 100, quality: 1 } }, { owner })).when(decideOwnerWork),
    ).length
    expect(count).toBeGreaterThan(30)
    expect(count).toBeLessThan(70)
  })

  it('suffice for a plan that just fits', () => {
    const plan = { content: { perDay: 2, quality: 1 } } // 0.3 + 2 × 0.45 hours
    expect(posts(given(planned(plan, { owner: { hoursPerDay: 1.2 } })).when(decideOwnerWork))).toHaveLength(2)
  })
})

describe('cash', () => {
  const content = { perDay: 4, quality: 1 } // 2.5 CNY each
  const postsWith = (cash: number, arrange: (simulation: Simulation) => void = () => undefined) => {
    const facts = given(planned({ content, ads: { perDay: 1 } }, { owner: { cash, hoursPerDay: 24 } }), {
      arrange,
    }).when(decideOwnerWork)
    return { posts: posts(facts).length, ads: ads(facts).length }
  }

  it('limits the posts that cost something', () => {
    const done = [0, 2.49, 2.5, 5, 7.6, 10, 100].map((cash) => postsWith(cash))
    expect(done.map((day) => day.posts)).toEqual([0, 0, 1, 2, 3, 4, 4])
    // What the posts leave is there for the ad, which costs 0.4.
    expect(done.map((day) => day.ads)).toEqual([0, 1, 0, 0, 0, 0, 1])
  })

  it('counts what was earned and spent before', () => {
    const earning = (value: number) => (simulation: Simulation) => {
      happen(simulation, 'member-joined', { actor: 1, object: 0, value: 0.1 })
      happen(simulation, 'order-placed', { actor: 1, object: 0, value })
    }
    expect(postsWith(0, earning(5)).posts).toBe(2)
    expect(
      postsWith(10, (simulation) => happen(simulation, 'cost-paid', { object: 0, value: 5 })).posts,
    ).toBe(2)
  })

  it('is one purse for all groups', () => {
    const scenario = planned(
      { content: { perDay: 2, quality: 1 } },
      { owner: { cash: 7.5 }, community: { groups: 3, positioning: { focus: { skin: 1 } } } },
    )
    expect(posts(given(scenario).when(decideOwnerWork))).toHaveLength(3)
  })
})
