import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideRoles } from '../../../sim/engine/mechanisms/roles.ts'
import { helpersCare, helpersShare, moderationIn, presenceIn } from '../../../sim/engine/simulation.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { SHOCK } from '../../../sim/model/causes.ts'
import { ROLE } from '../../../sim/model/needs.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { TRAIT } from '../../../sim/model/person.ts'
import { FIGURE, GROUP_LEVEL, HELPER, LEFT, MUTED } from '../../../sim/model/world.ts'
import { given } from '../../../sim/testing/given.ts'
import {
  crowd,
  groupMarkOf,
  happen,
  markOf,
  play,
  seatsIn,
  setAllMarks,
  setGroup,
  setMarks,
  type MarkName,
} from '../../testing/arrange.ts'

const TODAY = 20

interface Day {
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly roles?: number
  readonly centres?: number
  readonly changes?: Record<string, unknown>
  readonly arrange?: (simulation: Simulation) => void
}

const ABOUT_SKIN = { positioning: { focus: { skin: 1 } } }

/** Known members who have all looked in today; whoever is asked takes a role. */
function day({ marks = {}, model = {}, roles = 0, centres = 0, changes = {}, arrange }: Day = {}) {
  const scenario = crowd({
    plan: [{ from: 0, roles }],
    community: { centres, ...ABOUT_SKIN },
    model: { roleTaking: 1, ...model },
    ...changes,
  })
  const { simulation, when } = given(scenario, {
    arrange: (simulation) => {
      const { world } = simulation
      play(decideArrivals)(simulation)
      world.day = TODAY
      setAllMarks(world, { openedDay: TODAY, posts: 5, ...marks })
      arrange?.(simulation)
    },
  })
  return { simulation, facts: when(decideRoles), when }
}

describe('a role in running the group', () => {
  it('is taken by as many as are planned, and by nobody else on the next day', () => {
    const { simulation, facts, when } = day({ roles: 0.1 })
    expect(facts).toHaveLength(30)
    for (const fact of facts) {
      expect(fact).toMatchObject({ kind: 'role-given', group: 0, object: ROLE.helper, cause: -1 })
      const seat = simulation.world.seatOf[fact.actor] as number
      expect(markOf(simulation.world, seat, 'flags')).toBe(HELPER)
    }
    expect(new Set(facts.map(({ actor }) => actor)).size).toBe(30)
    expect(groupMarkOf(simulation.world, 0, 'helpers')).toBe(30)
    expect(when(decideRoles)).toEqual([])
  })

  it('is taken again when a helper has left', () => {
    const { simulation, facts, when } = day({ roles: 0.1 })
    const actor = facts[0]?.actor as number
    happen(simulation, 'member-left', { actor, object: 11 })
    const again = when(decideRoles)
    expect(again).toHaveLength(1)
    expect(again[0]?.actor).not.toBe(actor)
  })

  it('is for everybody at a share of 1, and for nobody at 0', () => {
    expect(day({ roles: 1 }).facts).toHaveLength(300)
    expect(day({ roles: 0 }).facts).toEqual([])
  })

  it('is taken by those who looked in, have written before, and are neither gone nor muted', () => {
    expect(day({ roles: 1, marks: { openedDay: TODAY - 1 } }).facts).toEqual([])
    expect(day({ roles: 1, marks: { posts: 1 } }).facts).toEqual([])
    expect(day({ roles: 1, marks: { posts: 2 } }).facts).toHaveLength(300)
    for (const flags of [LEFT, MUTED, HELPER]) {
      expect(day({ roles: 1, marks: { flags } }).facts).toEqual([])
    }
    expect(day({ roles: 1, changes: { founders: 0 } }).facts).toEqual([])
  })

  it('is taken by about as many a day as the chance says', () => {
    const { length } = day({ roles: 1, model: { roleTaking: 0.3 } }).facts
    expect(length).toBeGreaterThan(60)
    expect(length).toBeLessThan(120)
    expect(day({ roles: 1, model: { roleTaking: 0 } }).facts).toEqual([])
  })

  it('is taken in each group by its own members', () => {
    const { simulation, facts } = day({
      roles: 0.1,
      changes: { community: { groups: 2, ...ABOUT_SKIN } },
      arrange: ({ world }) => setGroup(world, 1, { helpers: 15 }),
    })
    expect(facts).toHaveLength(15)
    for (const { actor, group } of facts) {
      expect(group).toBe(0)
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'group')).toBe(0)
    }
  })

  it('is taken by nobody with roles switched off', () => {
    expect(day({ roles: 1, model: { roleEffect: 0 } }).facts).toEqual([])
  })
})

describe('a figure', () => {
  it('comes to be known one a day, until there are as many as planned', () => {
    const { simulation, when, facts } = day({ centres: 2 })
    expect(facts).toHaveLength(1)
    expect(facts[0]).toMatchObject({ kind: 'role-given', group: 0, object: ROLE.figure, cause: -1 })
    expect(when(decideRoles)).toHaveLength(1)
    expect(when(decideRoles)).toEqual([])
    expect(groupMarkOf(simulation.world, 0, 'figures')).toBe(2)
  })

  it('is the most sociable of those who are there, not muted, and not one already', () => {
    const { simulation, facts, when } = day({
      centres: 3,
      arrange: ({ people, world }) => {
        for (const seat of seatsIn(world)) {
          people.traits[seat * people.stride + TRAIT.sociability] = seat < 5 ? 9 - seat : 0.1
        }
        setMarks(world, 0, { flags: LEFT })
        setMarks(world, 2, { flags: MUTED })
      },
    })
    const seats = [...facts, ...when(decideRoles), ...when(decideRoles)].map(
      ({ actor }) => simulation.world.seatOf[actor],
    )
    expect(seats).toEqual([1, 3, 4])
  })

  it('comes out of each group', () => {
    const community = { groups: 2, centres: 1, ...ABOUT_SKIN }
    const { simulation, facts } = day({ changes: { community } })
    expect(facts.map(({ group }) => group)).toEqual([0, 1])
    for (const { actor, group } of facts) {
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'group')).toBe(group)
    }
  })

  it('is nobody where none is planned, nobody is there, or figures are switched off', () => {
    expect(day({ centres: 0 }).facts).toEqual([])
    expect(day({ centres: 3, changes: { founders: 0 } }).facts).toEqual([])
    expect(day({ centres: 3, marks: { flags: LEFT } }).facts).toEqual([])
    expect(day({ centres: 3, model: { figureEffect: 0 } }).facts).toEqual([])
  })

  it('who has left makes room for another one', () => {
    const { simulation, facts, when } = day({ centres: 1 })
    const actor = facts[0]?.actor as number
    expect(when(decideRoles)).toEqual([])
    happen(simulation, 'member-left', { actor, object: 11 })
    const [next] = when(decideRoles)
    expect(next?.object).toBe(ROLE.figure)
    expect(next?.actor).not.toBe(actor)
    expect(markOf(simulation.world, simulation.world.seatOf[next?.actor as number] as number, 'flags')).toBe(
      FIGURE,
    )
  })
})

describe('order', () => {
  /** The simulation with so many helpers who look in. */
  const kept = (helpers: number, more: Day = {}, moderation = 0) =>
    day({
      ...more,
      changes: { owner: { moderation }, ...more.changes },
      arrange: (simulation) => {
        simulation.world.groupLevels[GROUP_LEVEL.helpers] = helpers
        more.arrange?.(simulation)
      },
    }).simulation

  it('is kept by helpers, the more of them look in for a group of that size, and at best by so much', () => {
    const best = PARAMETERS.roleCare.default
    expect(helpersCare(kept(0), 0)).toBe(0)
    expect(helpersCare(kept(9), 0)).toBeGreaterThan(0)
    expect(helpersCare(kept(9), 0)).toBeLessThan(best)
    expect(helpersCare(kept(300), 0)).toBeCloseTo(best, 6)
    expect(helpersCare(kept(300, { model: { roleEffect: 0 } }), 0)).toBe(0)
  })

  it('is kept by the owner or the helpers, whoever does more', () => {
    expect(moderationIn(kept(0, {}, 1), 0)).toBeCloseTo(1, 6)
    expect(moderationIn(kept(300, {}, 1), 0)).toBeCloseTo(1, 6)
    expect(moderationIn(kept(300, {}, 0.1), 0)).toBeCloseTo(PARAMETERS.roleCare.default, 6)
  })

  it('is kept by helpers while the owner is away, who are at home as well', () => {
    const away = (simulation: Simulation) =>
      void happen(simulation, 'shock-struck', { object: SHOCK['owner-absent'], value: 5 })
    expect(moderationIn(kept(0, { arrange: away }, 1), 0)).toBe(0)
    expect(presenceIn(kept(0, { arrange: away }, 1), 0)).toBe(0)
    expect(moderationIn(kept(300, { arrange: away }, 1), 0)).toBeCloseTo(PARAMETERS.roleCare.default, 6)
    expect(presenceIn(kept(300, { arrange: away }, 1), 0)).toBeCloseTo(PARAMETERS.roleCare.default, 6)
  })

  it('is a number where nobody is there any more', () => {
    const empty = kept(0, { changes: { founders: 0 } })
    expect(helpersShare(empty, 0)).toBe(0)
    expect(moderationIn(empty, 0)).toBe(0)
  })

  it('is felt of an owner who answers', () => {
    const present = (answers: number) => presenceIn(kept(0, { changes: { plan: [{ from: 0, answers }] } }), 0)
    expect(present(0)).toBeGreaterThan(0)
    expect(present(0.25)).toBeGreaterThan(present(0))
    expect(present(1)).toBeCloseTo(1, 6)
    expect(present(1)).toBe(present(0.5))
  })
})
