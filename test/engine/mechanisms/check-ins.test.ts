import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { decideCheckIns } from '../../../sim/engine/mechanisms/check-ins.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { TRAIT } from '../../../sim/model/person.ts'
import { GAVE_UP, LEFT } from '../../../sim/model/world.ts'
import { causeNamed, ofKind } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import {
  crowd,
  groupMarkOf,
  happen,
  levelOf,
  markOf,
  play,
  seatsIn,
  setAllMarks,
  setMarks,
  type MarkName,
} from '../../testing/arrange.ts'

const TODAY = 30

interface Day {
  readonly checkIns?: number
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly changes?: Record<string, unknown>
  readonly pain?: number
  readonly arrange?: (simulation: Simulation) => void
}

/** A crowd of strangers to each other who have all looked in today, and who have the full pain of the group. */
function day({ checkIns = 1, marks = {}, model = {}, changes = {}, pain = 1, arrange }: Day = {}) {
  const scenario = crowd({
    plan: [{ from: 0, checkIns }],
    model: { acquaintedTie: 0, ...model },
    ...changes,
  })
  const { simulation, when } = given(scenario, {
    arrange: (simulation) => {
      const { world, people } = simulation
      play(decideArrivals)(simulation)
      world.day = TODAY
      setAllMarks(world, { openedDay: TODAY, ...marks })
      for (const seat of seatsIn(world)) people.traits[seat * people.stride + TRAIT.painInFocus] = pain
      arrange?.(simulation)
    },
  })
  const facts = when(decideCheckIns)
  return {
    simulation,
    facts,
    kept: ofKind(facts, 'checked-in'),
    stopped: ofKind(facts, 'check-in-stopped'),
    values: ofKind(facts, 'value-changed'),
  }
}

/** Everybody began a week ago and checked in yesterday. */
const AT_IT = { checkInFrom: TODAY - 7, checkedDay: TODAY - 1 }

/** Ties the members on each two neighbouring seats. */
const pairs =
  (value: number) =>
  (simulation: Simulation): void => {
    const { world } = simulation
    for (let seat = 0; seat + 1 < world.seats; seat += 2) {
      const [actor, object] = [markOf(world, seat, 'person'), markOf(world, seat + 1, 'person')]
      happen(simulation, 'tie-changed', { actor, object, value })
    }
  }

describe('beginning', () => {
  it('is as likely as members are asked to, and the more the group is about their pain', () => {
    const begun = (state: Day) => day(state).kept.length
    const sure = { checkInStart: 1 }
    expect(begun({ model: sure })).toBe(300)
    expect(begun({ model: sure, checkIns: 0.5 })).toBeGreaterThan(110)
    expect(begun({ model: sure, checkIns: 0.5 })).toBeLessThan(190)
    expect(begun({ model: sure, pain: 0.5 })).toBeLessThan(190)
    expect(begun({ model: sure, pain: 0 })).toBe(0)
    const expected = 300 * PARAMETERS.checkInStart.default
    expect(Math.abs(begun({}) - expected)).toBeLessThan(4 * Math.sqrt(expected))
  })

  it('is a post on topic, remembered with its day, and worth nothing yet', () => {
    const { simulation, facts, kept } = day({ model: { checkInStart: 1 } })
    expect(facts).toEqual(kept)
    expect(kept[0]).toMatchObject({ group: 0, object: -1, value: 0, cause: -1 })
    const { world } = simulation
    expect(groupMarkOf(world, 0, 'onTopic')).toBe(300)
    for (const mark of ['checkInFrom', 'checkedDay', 'postedDay'] as const) {
      expect(markOf(world, 0, mark)).toBe(TODAY)
    }
  })

  it('is done by those who looked in, and not again by those who gave up', () => {
    const model = { checkInStart: 1 }
    expect(day({ model, marks: { openedDay: TODAY - 1 } }).facts).toEqual([])
    expect(day({ model, marks: { flags: LEFT } }).facts).toEqual([])
    expect(day({ model, marks: { flags: GAVE_UP } }).facts).toEqual([])
    expect(day({ model, changes: { founders: 0 } }).facts).toEqual([])
  })
})

describe('keeping at it', () => {
  it('is worth something on every day', () => {
    const { simulation, kept, values } = day({ marks: AT_IT, model: { checkInStop: 0 } })
    expect(kept).toHaveLength(300)
    expect(values.map(({ cause }) => cause)).toEqual(kept.map(({ seq }) => seq))
    for (const fact of values) {
      expect(causeNamed(fact)).toBe('check-ins')
      expect(fact.value).toBeCloseTo(PARAMETERS.checkInValue.default, 6)
    }
    expect(levelOf(simulation.world, 0, 'company')).toBeCloseTo(PARAMETERS.checkInValue.default, 6)
    expect(markOf(simulation.world, 0, 'checkInFrom')).toBe(TODAY - 7)
    expect(markOf(simulation.world, 0, 'checkedDay')).toBe(TODAY)
  })

  it('ends for some, for good', () => {
    const { simulation, stopped, kept, values } = day({ marks: AT_IT, model: { checkInStop: 0.3 } })
    expect(stopped.length).toBeGreaterThan(60)
    expect(stopped.length).toBeLessThan(120)
    expect(kept.length + stopped.length).toBe(300)
    expect(values).toHaveLength(kept.length)
    for (const { actor } of stopped) {
      expect(markOf(simulation.world, simulation.world.seatOf[actor] as number, 'flags')).toBe(GAVE_UP)
    }
  })

  it('ends the more likely the more days have passed, and nobody gives up at a hazard of 0', () => {
    const model = { checkInStop: 0.1 }
    const after = (days: number) =>
      day({ model, marks: { checkInFrom: 0, checkedDay: TODAY - days } }).stopped.length
    expect(after(5)).toBeGreaterThan(after(1))
    expect(after(20)).toBe(300)
    expect(day({ marks: AT_IT, model: { checkInStop: 0 } }).stopped).toEqual([])
  })
})

describe('buddies', () => {
  const model = { checkInStop: 0.3 }

  it('keep each other at it, the closer they are, and save nobody who would stay anyway', () => {
    const alone = day({ marks: AT_IT, model })
    const close = day({ marks: AT_IT, model, arrange: pairs(0.8) })
    const distant = day({ marks: AT_IT, model, arrange: pairs(0.1) })
    expect(close.stopped.length).toBeLessThan(distant.stopped.length)
    expect(distant.stopped.length).toBeLessThan(alone.stopped.length)
    const gaveUpAlone = new Set(alone.stopped.map(({ actor }) => actor))
    expect(close.stopped.every(({ actor }) => gaveUpAlone.has(actor))).toBe(true)
    expect(alone.kept.every(({ value }) => value === 0)).toBe(true)
    expect(close.kept.every(({ value }) => value > 0.5 && value < 1)).toBe(true)
  })

  it('are those who checked in lately and are still there', () => {
    const company = (odd: Partial<Record<MarkName, number>>) =>
      day({
        marks: AT_IT,
        model: { checkInStop: 0 },
        arrange: (simulation) => {
          pairs(0.8)(simulation)
          for (let seat = 1; seat < 300; seat += 2) setMarks(simulation.world, seat, odd)
        },
      }).kept.find(({ actor }, at) => at === 0 && actor >= 0)?.value as number
    expect(company({})).toBeGreaterThan(0)
    expect(company({ checkedDay: TODAY - 3 })).toBe(company({}))
    expect(company({ checkedDay: TODAY - 4 })).toBe(0)
    expect(company({ checkedDay: -1, checkInFrom: -1 })).toBe(0)
    expect(company({ flags: LEFT })).toBe(0)
  })

  it('are none who never checked in, not even on the first days', () => {
    const { values, kept } = day({
      model: { checkInStop: 0, checkInStart: 0 },
      arrange: (simulation) => {
        const { world } = simulation
        pairs(0.8)(simulation)
        world.day = 1
        setAllMarks(world, { openedDay: 1 })
        for (let seat = 0; seat < 300; seat += 2) setMarks(world, seat, { checkInFrom: 0, checkedDay: 0 })
      },
    })
    expect(values).toHaveLength(150)
    expect(kept).toHaveLength(150)
    expect(kept.every(({ value }) => value === 0)).toBe(true)
  })

  it('are of no use, and checking in is worth nothing, with its effect switched off', () => {
    const off = day({ marks: AT_IT, model: { ...model, checkInEffect: 0 }, arrange: pairs(0.8) })
    const alone = day({ marks: AT_IT, model })
    expect(off.stopped.map(({ actor }) => actor)).toEqual(alone.stopped.map(({ actor }) => actor))
    expect(off.values).toEqual([])
    expect(off.kept.every(({ value }) => value === 0)).toBe(true)
  })
})

it('is asked of nobody where the plan does not', () => {
  expect(day({ checkIns: 0, marks: AT_IT }).facts).toEqual([])
  expect(day({ checkIns: 0, model: { checkInStart: 1 } }).facts).toEqual([])
})
