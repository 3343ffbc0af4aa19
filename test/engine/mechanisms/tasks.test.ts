import { describe, expect, it } from 'vitest'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { takesStock } from '../../../sim/engine/mechanisms/needs.ts'
import { decideTasks, forcedToday } from '../../../sim/engine/mechanisms/tasks.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { LEFT, OWNER_MARK } from '../../../sim/model/world.ts'
import { causeNamed } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import {
  crowd,
  levelOf,
  markOf,
  play,
  seatsIn,
  setAllMarks,
  setMarks,
  type MarkName,
} from '../../testing/arrange.ts'

interface Day {
  readonly plan?: readonly Record<string, unknown>[]
  readonly day?: number
  readonly marks?: Partial<Record<MarkName, number>>
  readonly model?: Record<string, number>
  readonly changes?: Record<string, unknown>
}

/** A crowd that is made to do tasks from the first day on, and has looked in today. */
function evening({
  plan = [{ from: 0, forcedTasks: 1 }],
  day = 14,
  marks = {},
  model = {},
  ...rest
}: Day = {}) {
  const scenario = crowd({ days: 200, plan, model, ...rest.changes })
  return given(scenario, {
    arrange: (simulation) => {
      const { world } = simulation
      play(decideArrivals)(simulation)
      world.day = day
      world.ownerMarks[OWNER_MARK.phase] = simulation.town.plan.findLastIndex(({ from }) => from <= day)
      setAllMarks(world, { openedDay: day, ...marks })
    },
  })
}

const forced = (state: Day) => forcedToday(evening(state).simulation)
const facts = (state: Day) => evening(state).when(decideTasks)

describe('being made to do things', () => {
  it('has members write more at first, and soon not any more', () => {
    const posts = [0, 3, 8, 30, 180].map((day) => forced({ day }).posts)
    expect(posts[0]).toBeGreaterThan(0)
    expect(posts[2]).toBeCloseTo(0.5 * (posts[0] as number), 6)
    expect(posts).toEqual([...posts].sort((a, b) => b - a))
    expect(posts[4]).toBeLessThan(0.01 * (posts[0] as number))
  })

  it('wears out what they would write of their own accord', () => {
    const days = [0, 3, 14, 180].map((day) => forced({ day }))
    expect(days[0]).toMatchObject({ keenness: 1, weariness: 0 })
    expect(days[2]?.weariness).toBeCloseTo(0.5, 6)
    for (let n = 1; n < days.length; n++) {
      const [before, after] = [days[n - 1], days[n]] as [ReturnType<typeof forced>, ReturnType<typeof forced>]
      expect(after.keenness).toBeLessThan(before.keenness)
      expect(after.keenness).toBeGreaterThan(0)
      expect(after.weariness).toBeLessThan(1)
    }
  })

  it('does so as far as it is done', () => {
    const half = forced({ plan: [{ from: 0, forcedTasks: 0.5 }] })
    expect(half.weariness).toBeCloseTo(0.5 * forced({}).weariness, 6)
    expect(half.posts).toBeCloseTo(0.5 * forced({}).posts, 6)
  })

  it('counts from the first day of the latest run of phases with tasks', () => {
    const plan = [
      { from: 0, forcedTasks: 1 },
      { from: 20, forcedTasks: 0 },
      { from: 40, forcedTasks: 0.5 },
      { from: 50, forcedTasks: 1 },
    ]
    const at = (day: number) => forced({ plan, day })
    expect(at(19).weariness).toBeGreaterThan(0)
    expect(at(20)).toEqual({ posts: 0, keenness: 1, weariness: 0 })
    expect(at(40).weariness).toBe(0)
    expect(at(54)).toEqual(forced({ day: 14 }))
  })

  it('is nothing where nobody is made to, or with tasks switched off', () => {
    const nothing = { posts: 0, keenness: 1, weariness: 0 }
    expect(forced({ plan: [{ from: 0 }] })).toEqual(nothing)
    expect(forced({ model: { taskEffect: 0 } })).toEqual(nothing)
  })
})

describe('weariness', () => {
  it('costs value once a week, of those who looked in', () => {
    const { simulation, when } = evening()
    setMarks(simulation.world, 4, { openedDay: 1 })
    const lost = when(decideTasks)
    const { world } = simulation
    const persons = seatsIn(world)
      .filter((seat) => seat !== 4)
      .map((seat) => markOf(world, seat, 'person'))
      .filter((person) => takesStock(person, 14))
    expect(lost.map(({ actor }) => actor)).toEqual(persons)
    for (const fact of lost) {
      expect(fact).toMatchObject({ kind: 'value-changed', group: 0, cause: -1 })
      expect(causeNamed(fact)).toBe('tasks')
      expect(fact.value).toBeCloseTo(-0.5 * PARAMETERS.taskCost.default, 6)
      expect(levelOf(world, world.seatOf[fact.actor] as number, 'quarrel')).toBe(fact.value)
    }
  })

  it('costs nothing on the first day', () => {
    expect(facts({ day: 0 })).toEqual([])
    expect(facts({ day: 1 }).length).toBeGreaterThan(0)
  })

  it('costs nobody anything who is not there', () => {
    expect(facts({ marks: { flags: LEFT } })).toEqual([])
    expect(facts({ marks: { openedDay: 13 } })).toEqual([])
    expect(facts({ changes: { founders: 0 } })).toEqual([])
  })

  it('costs nothing with tasks switched off, without any, or at no cost', () => {
    expect(facts({ model: { taskEffect: 0 } })).toEqual([])
    expect(facts({ plan: [{ from: 0 }] })).toEqual([])
    expect(facts({ model: { taskCost: 0 } })).toEqual([])
  })
})
