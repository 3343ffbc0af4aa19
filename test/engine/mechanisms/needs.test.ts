import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideNeeds, takesStock, WEEK } from '../../../sim/engine/mechanisms/needs.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { NEED, NEEDS } from '../../../sim/model/needs.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { FIGURE, GROUP_LEVEL, GROUP_LEVELS, HELPER, LEFT } from '../../../sim/model/world.ts'
import { ofKind } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import {
  crowd,
  levelOf,
  markOf,
  play,
  seatsIn,
  setAllLevels,
  setAllMarks,
  setGroup,
  type LevelName,
  type MarkName,
} from '../../testing/arrange.ts'

const TODAY = 70

/** The whole step is taken within a week, and the smallest change is noticed. */
const AT_ONCE = { needStep: 1, needNoticeable: 1e-6 }
/** Nothing of any need is met yet. */
const UNMET = { certainty: 0, variety: 0, significance: 0, connection: 0, growth: 0, contribution: 0 }

interface Evening {
  readonly levels?: Partial<Record<LevelName, number>>
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly phase?: Record<string, unknown>
  readonly changes?: Record<string, unknown>
  readonly arrange?: (simulation: Simulation) => void
}

/** A crowd of old members who have looked in today and of whose needs none is met. */
function evening({ levels = {}, marks = {}, model = {}, phase = {}, changes = {}, arrange }: Evening = {}) {
  const scenario = crowd({
    plan: [{ from: 0, answers: 0, content: { perDay: 0, fun: 0 }, ...phase }],
    community: { rules: 0, positioning: { focus: { skin: 1 }, clarity: 0 } },
    model: { ...AT_ONCE, ...model },
    ...changes,
  })
  const { simulation, when } = given(scenario, {
    arrange: (simulation) => {
      const { world } = simulation
      play(decideArrivals)(simulation)
      world.day = TODAY
      setAllLevels(world, { ...UNMET, answered: 0, ...levels })
      setAllMarks(world, { openedDay: TODAY, ...marks })
      arrange?.(simulation)
    },
  })
  return { simulation, facts: when(decideNeeds) }
}

/** How far a need is met, by seat, of those who took stock today. */
function metIn({ simulation: { world } }: ReturnType<typeof evening>, need: keyof typeof NEED): number[] {
  return seatsIn(world)
    .filter((seat) => takesStock(markOf(world, seat, 'person'), TODAY))
    .map((seat) => levelOf(world, seat, need))
}

const met = (need: keyof typeof NEED, state: Evening = {}) => {
  const levels = metIn(evening(state), need)
  expect(levels.length).toBeGreaterThan(30)
  return levels.reduce((sum, level) => sum + level, 0) / levels.length
}

const place = (rules: number, clarity: number) => ({
  community: { rules, positioning: { focus: { skin: 1 }, clarity } },
})

/** Posts that the group has had a day lately. */
const lively =
  (items: number) =>
  ({ world }: Simulation) =>
    void (world.groupLevels[GROUP_LEVEL.items] = items)

describe('taking stock', () => {
  it('is done by everybody once a week, on a day of her own', () => {
    for (const person of [0, 1, 6, 7, 999]) {
      const days = Array.from({ length: WEEK }, (_, day) => takesStock(person, TODAY + day))
      expect(days.filter(Boolean)).toHaveLength(1)
    }
    const { facts } = evening({ levels: { content: 0.2 } })
    expect(facts.length).toBeGreaterThan(30)
    expect(facts.every(({ actor }) => takesStock(actor, TODAY))).toBe(true)
  })

  it('is left to those who are there', () => {
    expect(evening({ levels: { content: 0.2 }, marks: { flags: LEFT } }).facts).toEqual([])
    expect(evening({ changes: { founders: 0 } }).facts).toEqual([])
  })

  it('changes each need by a fact of its own, without a cause', () => {
    const { facts } = evening({ levels: { content: 0.2, belonging: 0.5 } })
    expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set(['need-changed']))
    expect(new Set(facts.map(({ object }) => object))).toEqual(new Set([NEED.growth, NEED.connection]))
    expect(facts.every(({ group, cause }) => group === 0 && cause === -1)).toBe(true)
  })

  it('is of one’s own group', () => {
    const { simulation, facts } = evening({
      changes: { community: { groups: 2, rules: 1, positioning: { focus: { skin: 1 }, clarity: 0 } } },
    })
    expect(new Set(facts.map(({ group }) => group))).toEqual(new Set([0, 1]))
    for (const { actor, group } of facts) {
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'group')).toBe(group)
    }
  })

  it('does not happen with needs switched off', () => {
    const state = { levels: { content: 0.2, belonging: 0.5 }, model: { needsEffect: 0 } }
    expect(evening(state).facts).toEqual([])
  })
})

describe('a need', () => {
  it('moves a step towards what the group gives, up or down', () => {
    const { needStep } = PARAMETERS
    const model = { needStep: needStep.default }
    // Value of 0.2 from posts is half of what there is to learn.
    expect(met('growth', { levels: { content: 0.2 }, model })).toBeCloseTo(needStep.default * 0.5, 5)
    const down = met('growth', { levels: { content: 0.2, growth: 1 }, model })
    expect(down).toBeCloseTo(1 - needStep.default * 0.5, 5)
  })

  it('fades for those who have not looked in for a week, whatever the group gives', () => {
    const { needFading } = PARAMETERS
    const absent = (openedDay: number) =>
      met('growth', { levels: { content: 0.2, growth: 0.5 }, marks: { openedDay } })
    expect(absent(TODAY - WEEK)).toBeCloseTo(0.5 * (1 - needFading.default), 5)
    expect(absent(-1)).toBeCloseTo(0.5 * (1 - needFading.default), 5)
    expect(absent(TODAY - WEEK + 1)).toBeCloseTo(0.5, 5)
  })

  it('does not move by less than can be noticed', () => {
    const facts = (needNoticeable: number) =>
      evening({ levels: { content: 0.2, growth: 0.49 }, model: { needNoticeable } }).facts
    expect(facts(0.02)).toEqual([])
    expect(facts(0.005).length).toBeGreaterThan(30)
  })

  it('lies between 0 and 1 whatever happens', () => {
    for (const openedDay of [TODAY, -1]) {
      for (const start of [0, 1]) {
        const full = Object.fromEntries(NEEDS.map((need) => [need, start]))
        const state = evening({
          levels: { ...full, content: 9, belonging: 1, connected: 1, answered: 1, helped: 1 },
          marks: { openedDay, posts: 999, flags: HELPER | FIGURE },
          phase: { answers: 1, identityCue: 1, content: { fun: 1 } },
          model: { needFading: 1 },
          changes: { ...place(1, 1), owner: { moderation: 1 } },
          arrange: lively(99),
        })
        for (const need of NEEDS) {
          for (const level of metIn(state, need)) {
            expect(level).toBeGreaterThanOrEqual(0)
            expect(level).toBeLessThanOrEqual(1)
          }
        }
      }
    }
  })
})

describe('what meets a need', () => {
  it('for certainty is rules that somebody keeps, and plain positioning that is lived up to', () => {
    expect(met('certainty')).toBe(0)
    const kept = met('certainty', { changes: { ...place(1, 0), owner: { moderation: 1 } } })
    const unkept = met('certainty', { changes: { ...place(1, 0), owner: { moderation: 0 } } })
    expect(kept).toBeGreaterThan(unkept)
    expect(unkept).toBeGreaterThan(0)
    expect(met('certainty', { changes: place(0, 1) })).toBe(0)
    expect(met('certainty', { changes: place(0, 1), arrange: lively(2) })).toBeGreaterThan(0)
  })

  it('for variety is posts that amuse, and talk', () => {
    const amused = (fun: number, items = 1) =>
      met('variety', { phase: { content: { fun } }, arrange: lively(items) })
    expect(amused(0)).toBe(0)
    expect(amused(1, 0)).toBe(0)
    // Dull posts soon surprise nobody: half as much is less than half of it.
    expect(amused(0.3)).toBeLessThan(0.5 * amused(0.6))
    const talk = (onTopicYesterday: number, offTopicYesterday: number) =>
      met('variety', {
        arrange: ({ world }) => setGroup(world, 0, { onTopicYesterday, offTopicYesterday }),
      })
    expect(talk(15, 0)).toBeGreaterThan(0)
    expect(talk(15, 0)).toBeCloseTo(talk(0, 15), 6)
    expect(talk(15, 15)).toBeGreaterThan(talk(15, 0))
  })

  it('for significance is being answered, an owner who answers, a role, and being one of us', () => {
    expect(met('significance', { levels: { answered: 1 } })).toBe(0) // who never wrote was never answered
    expect(met('significance', { levels: { answered: 1 }, marks: { posts: 3 } })).toBeGreaterThan(0)
    expect(met('significance', { phase: { answers: 1 } })).toBeGreaterThan(0)
    expect(met('significance', { phase: { identityCue: 1 } })).toBeGreaterThan(0)
    expect(met('significance', { phase: { identityCue: 1 }, model: { cueEffect: 0 } })).toBe(0)
    const helper = met('significance', { marks: { flags: HELPER } })
    expect(helper).toBeGreaterThan(0)
    expect(met('significance', { marks: { flags: FIGURE } })).toBe(helper)
    expect(met('significance', { marks: { flags: HELPER | FIGURE } })).toBe(helper)
  })

  it('for connection is ties and belonging', () => {
    expect(met('connection', { levels: { connected: 0.5 } })).toBeGreaterThan(0)
    expect(met('connection', { levels: { belonging: 0.5 } })).toBeGreaterThan(0)
    expect(met('connection', { levels: { belonging: 1, connected: 1 } })).toBe(1)
  })

  it('for growth is useful posts, and nothing that harms', () => {
    expect(met('growth', { levels: { content: 0.6 } })).toBeGreaterThan(
      met('growth', { levels: { content: 0.2 } }),
    )
    expect(met('growth', { levels: { content: -0.3, company: 1 } })).toBe(0)
  })

  it('for contribution is help given, and a role', () => {
    expect(met('contribution', { levels: { help: 1 } })).toBe(0) // help received
    expect(met('contribution', { levels: { helped: 0.3 } })).toBeGreaterThan(0)
    expect(met('contribution', { marks: { flags: HELPER } })).toBeGreaterThan(0)
  })
})

it('counts the needs that are met, each in part from a threshold on', () => {
  const { needFrom, needSpan } = PARAMETERS
  const state = evening({ levels: { content: 0.2, belonging: 0.5 } })
  const parts = [metIn(state, 'growth')[0] as number, metIn(state, 'connection')[0] as number]
  const expected = parts
    .map((level) => Math.min(1, (level - needFrom.default) / needSpan.default))
    .reduce((sum, part) => sum + part, 0)
  const { world } = state.simulation
  const seats = seatsIn(world).filter((seat) => takesStock(markOf(world, seat, 'person'), TODAY))
  for (const seat of seats) expect(levelOf(world, seat, 'needsMet')).toBeCloseTo(expected, 5)
})

it('is in the rules of each group whether its helpers keep order', () => {
  const { facts } = evening({
    changes: {
      community: { groups: 2, rules: 1, positioning: { focus: { skin: 1 }, clarity: 0 } },
      owner: { moderation: 0 },
    },
    arrange: ({ world }) => void (world.groupLevels[GROUP_LEVELS + GROUP_LEVEL.helpers] = 99),
  })
  const certainty = ofKind(facts, 'need-changed').filter(({ object }) => object === NEED.certainty)
  const mean = (group: number) => {
    const values = certainty.filter((fact) => fact.group === group).map(({ value }) => value)
    return values.reduce((sum, value) => sum + value, 0) / values.length
  }
  expect(mean(1)).toBeGreaterThan(mean(0))
})
