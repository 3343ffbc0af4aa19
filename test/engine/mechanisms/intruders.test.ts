import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideIntruders } from '../../../sim/engine/mechanisms/intruders.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { SHOCK } from '../../../sim/model/causes.ts'
import { GROUP_LEVEL, GROUP_LEVELS } from '../../../sim/model/world.ts'
import { given } from '../../../sim/testing/given.ts'
import { crowd, groupMarkOf, happen, play, setEnergy } from '../../testing/arrange.ts'

interface Morning {
  readonly phase?: Record<string, unknown>
  readonly model?: Record<string, number>
  readonly changes?: Record<string, unknown>
  readonly day?: number
  readonly arrange?: (simulation: Simulation) => void
}

/** A group of 300 whose owner neither keeps order nor answers, unless said otherwise. */
function morning({ phase = {}, model = {}, changes = {}, day = 0, arrange }: Morning = {}) {
  const scenario = crowd({ plan: [{ from: 0, moderation: 0, answers: 0, ...phase }], model, ...changes })
  const { simulation, when } = given(scenario, {
    arrange: (simulation) => {
      play(decideArrivals)(simulation)
      simulation.world.day = day
      arrange?.(simulation)
    },
  })
  const facts = when(decideIntruders)
  return { simulation, facts, posts: facts.length }
}

/** Posts of so many mornings. */
const posts = (morningOf: Morning, days = 60) =>
  Array.from({ length: days }, (_, day) => morning({ ...morningOf, day }).posts).reduce((a, b) => a + b, 0)

const away = (simulation: Simulation) =>
  void happen(simulation, 'shock-struck', { object: SHOCK['owner-absent'], value: 999 })
const seen =
  (spam: number, group = 0) =>
  ({ world }: Simulation) => {
    world.groupLevels[group * GROUP_LEVELS + GROUP_LEVEL.spam] = spam
  }

describe('intruders', () => {
  it('are ads of nobody in particular, and count for the group', () => {
    const { simulation, facts } = morning({ arrange: away })
    expect(facts.length).toBeGreaterThan(0)
    for (const fact of facts) {
      expect(fact).toMatchObject({ kind: 'intruder-posted', group: 0, actor: -1, object: -1, cause: -1 })
    }
    expect(groupMarkOf(simulation.world, 0, 'intruders')).toBe(facts.length)
    expect(groupMarkOf(simulation.world, 0, 'intruderFact')).toBe(facts.at(-1)?.seq)
  })

  it('stay out where a fresh owner stops all that breaks the rules', () => {
    const phase = { moderation: 1 }
    expect(posts({ phase })).toBe(0)
    expect(posts({ phase, arrange: seen(10) })).toBe(0)
  })

  it('come in by their rate where nobody is at home', () => {
    // 300 members at 0.006 a day each.
    const found = posts({ arrange: away })
    expect(found / 60).toBeGreaterThan(1.8 - 0.3)
    expect(found / 60).toBeLessThan(1.8 + 0.3)
  })

  it('come in less where somebody is there, and less still where she answers', () => {
    const home = posts({ phase: { answers: 0.5 } })
    const silent = posts({})
    expect(silent).toBeLessThan(posts({ arrange: away }))
    expect(home).toBeLessThan(silent)
    expect(home).toBeGreaterThan(0)
  })

  it('come in when the owner who keeps order is tired or away', () => {
    const phase = { moderation: 1, answers: 1 }
    expect(posts({ phase, arrange: away })).toBe(posts({ arrange: away }))
    expect(posts({ phase, arrange: ({ world }) => setEnergy(world, 0) })).toBe(posts({ arrange: away }))
    expect(posts({ phase, arrange: ({ world }) => setEnergy(world, 0.3) })).toBeGreaterThan(0)
  })

  it('are drawn by the spam of before, up to a dozen a day', () => {
    const none = posts({ arrange: away }, 30)
    const some = (spam: number) =>
      posts(
        {
          arrange: (simulation) => {
            away(simulation)
            seen(spam)(simulation)
          },
        },
        30,
      )
    expect(some(2) / none).toBeGreaterThan(1.7)
    expect(some(2) / none).toBeLessThan(2.3)
    expect(some(1000)).toBe(12 * 30)
  })

  it('are drawn to each group by its own size and its own spam', () => {
    const community = { groups: 2, positioning: { focus: { skin: 1 } } }
    const { facts } = morning({
      changes: { community },
      arrange: (simulation) => {
        away(simulation)
        seen(1000, 1)(simulation)
      },
    })
    expect(facts.filter(({ group }) => group === 1)).toHaveLength(12)
    expect(facts.filter(({ group }) => group === 0).length).toBeLessThan(4)
  })

  it('do not come to a group without members', () => {
    expect(posts({ changes: { founders: 0 }, arrange: away })).toBe(0)
  })

  it('do not come at all with intruding switched off, not even in a shock', () => {
    const shocks = [{ day: 0, kind: 'intruders', perDay: 5, days: 9 }]
    expect(posts({ model: { intruding: 0 }, changes: { shocks }, arrange: away }, 9)).toBe(0)
  })
})

describe('an invasion', () => {
  const shocks = [{ day: 3, kind: 'intruders', perDay: 5, days: 4 }]
  const counts = (more: Morning) =>
    [2, 3, 4, 5, 6, 7].map(
      (day) => morning({ changes: { shocks }, model: { intruderRate: 0 }, ...more, day }).posts,
    )

  it('is exactly as large as it says, on its days and on no other', () => {
    expect(counts({})).toEqual([0, 5, 5, 5, 5, 0])
    expect(counts({ changes: { shocks: [{ ...shocks[0], perDay: 0.5 }] } })).toEqual([0, 0, 1, 0, 1, 0])
  })

  it('is kept out as far as order is kept', () => {
    expect(counts({ phase: { moderation: 1 } })).toEqual([0, 0, 0, 0, 0, 0])
    expect(counts({ phase: { moderation: 0.6 } })).toEqual([0, 2, 2, 2, 2, 0])
  })

  it('comes to every group, and may be larger than a dozen', () => {
    const community = { groups: 3, positioning: { focus: { skin: 1 } } }
    const { facts } = morning({
      changes: { community, shocks: [{ ...shocks[0], perDay: 20 }] },
      model: { intruderRate: 0 },
      day: 3,
    })
    expect([0, 1, 2].map((group) => facts.filter((fact) => fact.group === group).length)).toEqual([
      20, 20, 20,
    ])
  })

  it('adds up with others of the same day', () => {
    const two = [...shocks, { day: 4, kind: 'intruders', perDay: 2, days: 1 }]
    expect(counts({ changes: { shocks: two } })).toEqual([0, 5, 7, 5, 5, 0])
  })

  it('is remembered by the group as spam, which fades', () => {
    const { simulation } = morning({ changes: { shocks }, model: { intruderRate: 0 }, day: 3 })
    const spam = () => simulation.world.groupLevels[GROUP_LEVEL.spam] as number
    happen(simulation, 'day-closed')
    expect(spam()).toBeCloseTo(0.5, 6)
    expect(groupMarkOf(simulation.world, 0, 'intruders')).toBe(0)
    happen(simulation, 'day-closed')
    expect(spam()).toBeCloseTo(0.45, 6)
  })
})
