import { describe, expect, it } from 'vitest'
import { createTown, pivotedTown, worldSetting } from '../../sim/engine/town.ts'
import { PARAMETERS } from '../../sim/model/parameters.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const townOf = (changes: Record<string, unknown> = {}, seed = '1') => createTown(smallScenario(changes), seed)
const focused = (focus: Record<string, number>, model = {}) =>
  townOf({ community: { positioning: { focus } }, model })

describe('a town', () => {
  it('shares its focus out by weight, in the order of the topics', () => {
    expect([...focused({ cooking: 3, skin: 1 }).focus]).toEqual([0.25, 0.75])
    expect([...focused({ cooking: 2 }).focus]).toEqual([0, 1])
  })

  it('goes deep with one topic and less deep with more', () => {
    expect(focused({ skin: 1 }).about[0]?.depth).toBeCloseTo(1, 12)
    expect(focused({ skin: 1, cooking: 1 }).about[0]?.depth).toBeCloseTo(1 / 1.25, 12)
    expect(focused({ skin: 3, cooking: 1 }).about[0]?.depth).toBeCloseTo(1 / (0.75 + 0.25 * 1.6), 12)
    expect(focused({ skin: 1, cooking: 1 }, { breadthDilution: 0 }).about[0]?.depth).toBe(1)
  })

  it('knows its offers by the numbers of their topics', () => {
    const { offers, topics } = townOf({
      offer: [
        { solves: 'cooking', price: 7 },
        { solves: 'skin', promise: 0.3 },
      ],
    })
    expect(topics).toEqual(['skin', 'cooking'])
    expect(offers.map(({ topic }) => topic)).toEqual([1, 0])
    expect(offers[0]?.price).toBe(7)
    expect(offers[1]?.promise).toBe(0.3)
  })

  it('is like any other without spread between towns', () => {
    for (const seed of ['1', '2', '3']) {
      expect(townOf({}, seed)).toMatchObject({ busy: 1, warm: 1, patient: 1 })
    }
  })

  it('differs from others around the average, in three ways that have nothing to do with each other', () => {
    const towns = Array.from({ length: 800 }, (_, seed) => townOf({ model: { townSpread: 1 } }, String(seed)))
    const spreads = { busy: 0.35, warm: 0.2, patient: 0.35 }
    for (const [name, spread] of Object.entries(spreads) as [keyof typeof spreads, number][]) {
      const logs = towns.map((town) => Math.log(town[name]))
      const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length
      expect(Math.abs(mean)).toBeLessThan(4 * (spread / Math.sqrt(800)))
      const deviation = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / logs.length)
      expect(deviation / spread).toBeGreaterThan(0.88)
      expect(deviation / spread).toBeLessThan(1.12)
    }
    const both = towns.filter(({ busy, patient }) => busy > 1 && patient > 1).length
    expect(both).toBeGreaterThan(150)
    expect(both).toBeLessThan(250)
  })

  it('takes its parameters from the scenario, and the rest from the table', () => {
    const { parameters } = townOf({ model: { habitRate: 0.09 } })
    expect(parameters.habitRate).toBe(0.09)
    expect(parameters.labelDecay).toBe(PARAMETERS.labelDecay.default)
  })
})

describe('groups', () => {
  const offer = [{ solves: 'cooking' }, { solves: 'skin' }, { solves: 'cooking' }]
  const groupsOf = (more: Record<string, unknown>, offers: unknown = offer) =>
    townOf({
      community: { groups: 4, positioning: { focus: { skin: 3, cooking: 1 } }, ...more },
      offer: offers,
    }).about

  it('by size are all about the whole focus, and sell everything in it', () => {
    for (const about of groupsOf({ groupsBy: 'size' })) {
      expect([...about.focus]).toEqual([0.75, 0.25])
      expect(about.depth).toBeCloseTo(1 / (0.75 + 0.25 * 1.6), 12)
      expect(about.offers).toEqual([0, 1, 2])
    }
  })

  it('by topic are about one topic each, in turn, deep, and sell what answers it', () => {
    const groups = groupsOf({ groupsBy: 'topic' })
    expect(groups.map(({ focus }) => [...focus])).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ])
    expect(groups.map(({ depth }) => depth)).toEqual([1, 1, 1, 1])
    expect(groups.map(({ offers }) => offers)).toEqual([[1], [0, 2], [1], [0, 2]])
  })

  it('by topic leave out what is not in focus', () => {
    const groups = groupsOf({ groupsBy: 'topic', positioning: { focus: { cooking: 2 } } })
    expect(groups.map(({ focus }) => [...focus])).toEqual(Array.from({ length: 4 }, () => [0, 1]))
  })

  it('sell all there is where nothing answers their topic', () => {
    const [skin] = groupsOf({ groupsBy: 'topic' }, [{ solves: 'cooking' }, { solves: 'cooking' }])
    expect(skin?.offers).toEqual([0, 1])
    expect(groupsOf({}, null)[0]?.offers).toEqual([])
  })

  it('are as many as the community has', () => {
    expect(groupsOf({ groups: 3, groupsBy: 'topic' })).toHaveLength(3)
    expect(groupsOf({ groups: 1, groupsBy: 'topic' }).map(({ focus }) => [...focus])).toEqual([[1, 0]])
  })
})

describe('what a fold must know', () => {
  const setting = worldSetting(
    smallScenario({
      community: { groups: 3, values: 0.4, positioning: { focus: { skin: 1 } } },
      offer: [{ solves: 'skin' }, { solves: 'cooking' }],
      owner: { energy: 0.7 },
      model: { habitRate: 0.09 },
    }),
  )

  it('is the size of everything, and the owner’s energy', () => {
    expect(setting).toMatchObject({ people: 100, groups: 3, topics: 2, offers: 2, energy: 0.7 })
  })

  it('is every factor that is used without a draw, as the scenario sets it', () => {
    expect(setting.rules.habitRate).toBe(0.09)
    expect(setting.rules.fatigueDecay).toBe(PARAMETERS.fatigueDecay.default)
    expect(setting.rules.bondOfValues).toBeCloseTo(0.5 * 0.4, 12)
    expect(setting.rules.bondOfHelp).toBeCloseTo(0.5 * 0.35, 12)
    for (const [name, value] of Object.entries(setting.rules)) {
      expect(Number.isFinite(value), name).toBe(true)
      if (name in PARAMETERS && name !== 'habitRate') {
        expect(value, name).toBe(PARAMETERS[name as keyof typeof PARAMETERS].default)
      }
    }
  })
})

describe('other sellers', () => {
  const crowdOf = (otherSellers: number, model = {}) =>
    townOf({ market: { people: 100, pains: { skin: 0.6, cooking: 0.4 }, otherSellers }, model }).crowd

  it('take attention, purchases and trust, the more of them there are', () => {
    const [few, many] = [crowdOf(2), crowdOf(20)]
    expect(few.attention).toBeGreaterThan(1)
    expect(many.attention).toBeGreaterThan(few.attention)
    expect(few.buying).toBeLessThan(1)
    expect(many.buying).toBeLessThan(few.buying)
    expect(many.buying).toBeGreaterThan(0)
    expect(few.wear).toBeGreaterThan(0)
    expect(many.wear).toBeGreaterThan(few.wear)
  })

  it('take nothing where there are none, or with crowding switched off', () => {
    const alone = { attention: 1, buying: 1, wear: 0 }
    expect(crowdOf(0)).toEqual(alone)
    expect(crowdOf(20, { crowding: 0 })).toEqual(alone)
  })
})

describe('a town whose owner has turned to another topic', () => {
  const offer = [{ solves: 'skin' }, { solves: 'cooking' }]
  const turned = (more: Record<string, unknown> = {}, topic = 1) => {
    const town = townOf({ community: { groups: 2, positioning: { focus: { skin: 1 } }, ...more }, offer })
    return { town, after: pivotedTown(town, topic) }
  }

  it('is about that alone, in all groups, deep, and sells what answers it', () => {
    for (const groupsBy of ['size', 'topic']) {
      const focus = { skin: 1, cooking: 1 }
      const { after } = turned({ groupsBy, positioning: { focus } })
      expect([...after.focus]).toEqual([0, 1])
      expect(after.about).toHaveLength(2)
      for (const about of after.about) {
        expect([...about.focus]).toEqual([0, 1])
        expect(about.depth).toBe(1)
        expect(about.offers).toEqual([1])
      }
    }
  })

  it('sells all there is where nothing answers it', () => {
    const town = townOf({ community: { positioning: { focus: { skin: 1 } } }, offer: { solves: 'skin' } })
    expect(pivotedTown(town, 1).about[0]?.offers).toEqual([0])
  })

  it('is otherwise the same, and the one before stays as it was', () => {
    const { town, after } = turned()
    expect([...town.focus]).toEqual([1, 0])
    expect({ ...after, focus: town.focus, about: town.about }).toEqual(town)
  })

  it('is the same as before where it has turned to what it was about', () => {
    const { town, after } = turned({}, 0)
    expect(after).toEqual(town)
  })
})

describe('those who pay for others', () => {
  const hasPayers = (buyers: readonly string[], model = {}) =>
    townOf({ offer: buyers.map((buyer) => ({ solves: 'skin', buyer })), model }).hasPayers

  it('are there where any offer is for others', () => {
    expect(hasPayers(['user', 'other'])).toBe(true)
    expect(hasPayers(['user', 'user'])).toBe(false)
    expect(townOf({ offer: null }).hasPayers).toBe(false)
    expect(hasPayers(['other'], { audienceEffect: 0 })).toBe(false)
  })
})

it('tells a fold what the owner believes at first, and adds up to 1', () => {
  const { focus } = worldSetting(
    smallScenario({ community: { positioning: { focus: { skin: 3, cooking: 1 } } } }),
  )
  expect(focus).toEqual([0.75, 0.25])
})
