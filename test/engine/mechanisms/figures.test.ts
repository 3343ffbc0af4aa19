import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideFigurePosts } from '../../../sim/engine/mechanisms/figures.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { SHOCK } from '../../../sim/model/causes.ts'
import { ROLE } from '../../../sim/model/needs.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { FIGURE, LEFT, MUTED, ownerNet } from '../../../sim/model/world.ts'
import { given } from '../../../sim/testing/given.ts'
import {
  crowd,
  groupMarkOf,
  happen,
  markOf,
  play,
  setAllLevels,
  setAllMarks,
  setEnergy,
  setMarks,
  type LevelName,
  type MarkName,
} from '../../testing/arrange.ts'

const TODAY = 20

interface Morning {
  readonly levels?: Partial<Record<LevelName, number>>
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly content?: Record<string, unknown>
  readonly changes?: Record<string, unknown>
  readonly today?: number
  readonly arrange?: (simulation: Simulation) => void
}

const ABOUT_SKIN = { positioning: { focus: { skin: 1 } } }

/** A crowd of nothing but figures who looked in yesterday and expect something; each posts on every day. */
function morning({ levels, marks, model, content, changes, today = TODAY, arrange }: Morning = {}) {
  const scenario = crowd({
    plan: [{ from: 0, content: { perDay: 1, quality: 0.8, onTopic: 1, ...content } }],
    community: { centres: 9, ...ABOUT_SKIN },
    model: { figurePosts: 1, ...model },
    ...changes,
  })
  const { simulation, when } = given(scenario, {
    arrange: (simulation) => {
      const { world } = simulation
      play(decideArrivals)(simulation)
      world.day = today
      setAllLevels(world, { expectation: 0.5, ...levels })
      setAllMarks(world, { openedDay: today - 1, flags: FIGURE, ...marks })
      arrange?.(simulation)
    },
  })
  return { simulation, facts: when(decideFigurePosts) }
}

const count = (state: Morning) => morning(state).facts.length

describe('figures', () => {
  it('post of their own accord, on the topics of the group, at no cost to the owner', () => {
    const { simulation, facts } = morning()
    expect(facts).toHaveLength(300)
    for (const fact of facts) {
      expect(fact).toMatchObject({ kind: 'content-posted', group: 0, object: 0, cause: -1 })
      expect(fact.actor).toBeGreaterThanOrEqual(0)
      expect(fact.value).toBeCloseTo(0.8, 6)
    }
    expect(ownerNet(simulation.world)).toBe(0)
    expect(groupMarkOf(simulation.world, 0, 'items')).toBe(300)
    expect(groupMarkOf(simulation.world, 0, 'memberItems')).toBe(300)
  })

  it('post about as often as their rate says', () => {
    const often = count({ model: { figurePosts: PARAMETERS.figurePosts.default } })
    const expected = 300 * PARAMETERS.figurePosts.default
    expect(Math.abs(often - expected)).toBeLessThan(4 * Math.sqrt(expected))
    expect(count({ model: { figurePosts: 0 } })).toBe(0)
    expect(count({ model: { figureEffect: 0.5 } })).toBeLessThan(200)
  })

  it('post something decent where the owner posts nothing of use', () => {
    const [post] = morning({ content: { quality: 0.1 } }).facts
    expect(post?.value).toBeGreaterThan(0.5)
    expect(morning({ content: { quality: 1 } }).facts[0]?.value).toBe(1)
  })

  it('stray from the topic as the owner does', () => {
    expect(morning({ content: { onTopic: 0 } }).facts.every(({ object }) => object === -1)).toBe(true)
  })

  it('go on while the owner is away or tired', () => {
    const away = (simulation: Simulation) =>
      void happen(simulation, 'shock-struck', { object: SHOCK['owner-absent'], value: 5 })
    expect(count({ arrange: away })).toBe(300)
    expect(count({ arrange: ({ world }) => setEnergy(world, 0) })).toBe(300)
  })

  it('post in their own group', () => {
    const community = { groups: 2, centres: 9, ...ABOUT_SKIN }
    const { simulation, facts } = morning({ changes: { community } })
    expect(facts).toHaveLength(300)
    for (const { actor, group } of facts) {
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'group')).toBe(group)
    }
  })
})

describe('nobody posts', () => {
  it('who is no figure, has left, or is muted', () => {
    for (const flags of [0, FIGURE | LEFT, FIGURE | MUTED]) expect(count({ marks: { flags } })).toBe(0)
    const { simulation, facts } = morning({
      marks: { flags: 0 },
      arrange: (simulation) =>
        happen(simulation, 'role-given', {
          actor: markOf(simulation.world, 4, 'person'),
          object: ROLE.figure,
        }),
    })
    expect(facts.map(({ actor }) => actor)).toEqual([markOf(simulation.world, 4, 'person')])
  })

  it('who expects nothing of the group', () => {
    expect(count({ levels: { expectation: 0 } })).toBe(0)
    expect(count({ levels: { expectation: 0.5, hardAds: -0.5 } })).toBe(0)
  })

  it('who has not looked in for days', () => {
    expect(count({ marks: { openedDay: TODAY - 3 } })).toBe(300)
    expect(count({ marks: { openedDay: TODAY - 4 } })).toBe(0)
  })

  // Found: on the first days those who had never looked in counted as having done so on the day before the first.
  it('who never looked in, not even on the first days', () => {
    for (const today of [0, 1, 2, 20]) expect(count({ today, marks: { openedDay: -1 } })).toBe(0)
    expect(count({ today: 1, marks: { openedDay: 0 } })).toBe(300)
  })

  it('where no figures are planned, nobody is there, or figures are switched off', () => {
    expect(count({ changes: { community: { centres: 0, ...ABOUT_SKIN } } })).toBe(0)
    expect(count({ changes: { founders: 0 } })).toBe(0)
    expect(count({ model: { figureEffect: 0 } })).toBe(0)
  })
})

it('holds each figure to her own state', () => {
  const { simulation, facts } = morning({
    arrange: ({ world }) => {
      for (let seat = 0; seat < world.seats; seat += 2) setMarks(world, seat, { openedDay: 0 })
    },
  })
  const seats = facts.map(({ actor }) => simulation.world.seatOf[actor] as number)
  expect(seats).toHaveLength(150)
  expect(seats.every((seat) => seat % 2 === 1)).toBe(true)
})
