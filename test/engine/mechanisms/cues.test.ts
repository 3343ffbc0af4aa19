import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideCues } from '../../../sim/engine/mechanisms/cues.ts'
import { takesStock } from '../../../sim/engine/mechanisms/needs.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { SHOCK } from '../../../sim/model/causes.ts'
import { CUE } from '../../../sim/model/needs.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { LEFT } from '../../../sim/model/world.ts'
import { causeNamed, ofKind } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import {
  crowd,
  happen,
  levelOf,
  markOf,
  play,
  seatsIn,
  setAllLevels,
  setAllMarks,
  setMarks,
  type LevelName,
  type MarkName,
} from '../../testing/arrange.ts'

const TODAY = 70

interface Day {
  readonly identityCue?: number
  readonly bondCue?: number
  readonly levels?: Partial<Record<LevelName, number>>
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly changes?: Record<string, unknown>
  readonly arrange?: (simulation: Simulation) => void
}

/** A crowd of strangers to each other who have all looked in today. */
function day({
  identityCue = 0,
  bondCue = 0,
  levels = {},
  marks = {},
  model = {},
  changes,
  arrange,
}: Day = {}) {
  const scenario = crowd({
    plan: [{ from: 0, identityCue, bondCue }],
    model: { acquaintedTie: 0, ...model },
    ...changes,
  })
  const { simulation, when } = given(scenario, {
    arrange: (simulation) => {
      const { world } = simulation
      play(decideArrivals)(simulation)
      world.day = TODAY
      setAllLevels(world, levels)
      setAllMarks(world, { openedDay: TODAY, ...marks })
      arrange?.(simulation)
    },
  })
  const facts = when(decideCues)
  return {
    simulation,
    facts,
    cues: ofKind(facts, 'cue-given'),
    bonds: ofKind(facts, 'belonging-changed'),
    ties: ofKind(facts, 'tie-changed'),
  }
}

const away = (simulation: Simulation) =>
  void happen(simulation, 'shock-struck', { object: SHOCK['owner-absent'], value: 5 })
const ABOUT_SKIN = { positioning: { focus: { skin: 1 } } }

describe('what all have in common', () => {
  it('is shown, and makes those belong who looked in on their day of the week', () => {
    const { simulation, cues, bonds, ties } = day({ identityCue: 1, levels: { belonging: 0.5 } })
    expect(cues).toHaveLength(1)
    expect(cues[0]).toMatchObject({ group: 0, actor: -1, object: CUE.identity, value: 1, cause: -1 })
    expect(ties).toEqual([])
    const { world } = simulation
    const persons = seatsIn(world).map((seat) => markOf(world, seat, 'person'))
    expect(bonds.map(({ actor }) => actor)).toEqual(persons.filter((person) => takesStock(person, TODAY)))
    for (const fact of bonds) {
      expect(causeNamed(fact)).toBe('identity')
      expect(fact.cause).toBe(cues[0]?.seq)
      expect(fact.value).toBeCloseTo(PARAMETERS.identityBelonging.default * 0.5, 6)
    }
  })

  it('binds as strongly as it is shown, and never beyond 1', () => {
    const step = (identityCue: number) => day({ identityCue }).bonds[0]?.value as number
    expect(step(0.5)).toBeCloseTo(0.5 * step(1), 6)
    const { simulation } = day({ identityCue: 1, model: { identityBelonging: 1 } })
    for (const seat of seatsIn(simulation.world)) {
      expect(levelOf(simulation.world, seat, 'belonging')).toBeLessThanOrEqual(1)
    }
    expect(day({ identityCue: 1, levels: { belonging: 1 } }).bonds).toEqual([])
  })

  it('is noticed by nobody who did not look in', () => {
    const { cues, facts } = day({ identityCue: 1, marks: { openedDay: TODAY - 1 } })
    expect([...cues, ...facts]).toEqual([])
  })
})

describe('single members', () => {
  it('are brought together in pairs, of members who looked in today', () => {
    const { simulation, cues, ties } = day({
      bondCue: 1,
      arrange: ({ world }) => {
        for (const seat of seatsIn(world)) if (seat % 2 === 0) setMarks(world, seat, { openedDay: -1 })
      },
    })
    const expected = PARAMETERS.bondPairs.default * 150
    expect(cues).toHaveLength(1)
    expect(cues[0]).toMatchObject({ object: CUE.bond, value: 1 })
    expect(Math.abs(ties.length - expected)).toBeLessThanOrEqual(1)
    for (const { actor, object, value, cause } of ties) {
      expect(actor).not.toBe(object)
      expect(cause).toBe(cues[0]?.seq)
      expect(value).toBeCloseTo(PARAMETERS.bondTie.default, 6)
      for (const person of [actor, object]) {
        expect((simulation.world.seatOf[person] as number) % 2).toBe(1)
      }
    }
  })

  it('are brought together more, the more the owner does for it, up to a hundred pairs a day', () => {
    const pairs = (bondCue: number, bondPairs: number) => day({ bondCue, model: { bondPairs } }).ties.length
    expect(pairs(0.5, 0.2)).toBe(30)
    expect(pairs(1, 0.2)).toBe(60)
    expect(pairs(1, 1)).toBe(100)
    expect(pairs(1, 0)).toBe(0)
  })

  it('are drawn from everybody who is there, the last seat as the first', () => {
    const { simulation, ties } = day({ bondCue: 1, model: { bondPairs: 1 } })
    const seats = ties.flatMap(({ actor, object }) => [
      simulation.world.seatOf[actor] as number,
      simulation.world.seatOf[object] as number,
    ])
    expect(new Set(seats).size).toBeGreaterThan(120)
    expect(Math.min(...seats)).toBeLessThan(20)
    expect(Math.max(...seats)).toBeGreaterThan(280)
  })

  it('are never alone: two are a pair, one is none', () => {
    const some = (founders: number) => day({ bondCue: 1, model: { bondPairs: 1 }, changes: { founders } })
    const { simulation, ties } = some(2)
    expect(ties).toHaveLength(2)
    const persons = [0, 1].map((seat) => markOf(simulation.world, seat, 'person'))
    for (const { actor, object } of ties) expect(new Set([actor, object])).toEqual(new Set(persons))
    expect(some(1).facts).toEqual([])
  })

  it('are of one group', () => {
    const { simulation, ties, cues } = day({
      bondCue: 1,
      changes: { community: { groups: 2, ...ABOUT_SKIN } },
    })
    expect(cues.map(({ group }) => group)).toEqual([0, 1])
    for (const { actor, object, group } of ties) {
      for (const person of [actor, object]) {
        expect(markOf(simulation.world, simulation.world.seatOf[person] as number, 'group')).toBe(group)
      }
    }
  })

  it('are not brought together with ties switched off', () => {
    expect(day({ bondCue: 1, model: { tieEffect: 0 } }).facts).toEqual([])
  })
})

it('neither happens where the owner does nothing for it, is away, or nobody is there', () => {
  const both = { identityCue: 1, bondCue: 1 }
  expect(day(both).cues).toHaveLength(2)
  expect(day().facts).toEqual([])
  expect(day({ ...both, arrange: away }).facts).toEqual([])
  expect(day({ ...both, changes: { founders: 0 } }).facts).toEqual([])
  expect(day({ ...both, marks: { flags: LEFT } }).facts).toEqual([])
  expect(day({ ...both, model: { cueEffect: 0 } }).facts).toEqual([])
})
