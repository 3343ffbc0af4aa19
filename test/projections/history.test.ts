import { describe, expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import { worldSetting } from '../../sim/engine/town.ts'
import { createWorld } from '../../sim/model/world.ts'
import {
  addDay,
  allSeries,
  createHistory,
  endsOf,
  momentsIn,
  seatsOf,
  seriesOf,
  type History,
} from '../../sim/projections/history.ts'
import { METRIC_NAMES } from '../../sim/projections/metric.ts'
import { deathDayOf, silentDayOf } from '../../sim/projections/pulse.ts'
import { smallScenario, type ScenarioValues } from '../../sim/testing/small-scenario.ts'
import { markOf } from '../testing/arrange.ts'

function historyOf(changes: ScenarioValues = {}, keepsFrames = false) {
  const scenario = smallScenario(changes)
  const history = createHistory(createWorld(worldSetting(scenario)), { keepsFrames })
  const { world } = run(scenario, '1', {
    observers: [(world, rows, from, to) => addDay(history, world, rows, from, to)],
  })
  return { history, world }
}

describe('a history', () => {
  const { history, world } = historyOf(
    { days: 12, arrivals: [{ from: 0, perDay: 1, source: 'strangers' }], model: { inviting: 0 } },
    true,
  )

  it('has metrics before the first day and after each', () => {
    expect(history.metrics).toHaveLength(13)
    expect(history.metrics[0]).toMatchObject({ members: 0, joined: 0, readRate: null })
    expect(history.metrics.map(({ joined }) => joined)).toEqual([
      0, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
    ])
  })

  it('has a frame before the first day and after each, where they are wanted', () => {
    expect(history.frames).toHaveLength(13)
    expect(history.frames?.map(({ length }) => length / 6)).toEqual([
      0, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
    ])
    expect(historyOf({ days: 1 }).history.frames).toBeNull()
  })

  it('gives each metric as a series, NaN where nothing can be said', () => {
    const series = seriesOf(history, 'readRate')
    expect(series).toHaveLength(13)
    expect(series[0]).toBeNaN()
    expect(series[3]).toBe(history.metrics[3]?.readRate)
    const all = allSeries(history)
    expect(Object.keys(all)).toEqual([...METRIC_NAMES])
    expect(all.members).toEqual(seriesOf(history, 'members'))
    expect(all.tiesPerMember[0]).toBeNaN()
    expect(all.tiesPerMember[12]).toBe(history.metrics[12]?.tiesPerMember)
  })

  it('knows person, day of joining and group of every seat', () => {
    const { person, joinedDay, group } = seatsOf(world)
    expect([...joinedDay.slice(0, 15)]).toEqual([...Array.from({ length: 13 }, () => 0), 1, 2])
    expect([...person]).toEqual(Array.from({ length: 24 }, (_, seat) => markOf(world, seat, 'person')))
    expect(new Set(person).size).toBe(24)
    expect([...group]).toEqual(Array.from({ length: 24 }, (_, seat) => markOf(world, seat, 'group')))
  })
})

describe('the ends of a run', () => {
  const community = { groups: 2, positioning: { focus: { skin: 1 } } }
  /** Everybody leaves at once; or nobody ever posts. */
  const { history } = historyOf({ days: 40, community, model: { leaveBase: 1000 } })

  it('are those of its groups, and of the community when the last has ended', () => {
    expect(endsOf(history)).toEqual({
      deathDay: 7,
      silentDay: 7,
      groups: [
        { deathDay: 7, silentDay: 7 },
        { deathDay: 7, silentDay: 7 },
      ],
    })
    expect(
      momentsIn(history)
        .slice(-2)
        .map(({ kind, day }) => [kind, day]),
    ).toEqual([
      ['group-silent', 7],
      ['group-died', 7],
    ])
  })

  it('are none while one group lives', () => {
    const living: History = {
      ...history,
      pulse: { ...history.pulse, readers: history.pulse.readers.map((_, at) => (at % 2 === 0 ? 50 : 0)) },
    }
    expect(endsOf(living)).toMatchObject({
      deathDay: null,
      silentDay: 7,
      groups: [{ deathDay: null }, { deathDay: 7 }],
    })
    expect(deathDayOf(living.pulse, 1)).toBe(7)
    expect(silentDayOf(living.pulse, 0)).toBe(7)
  })

  it('are none of a run too short for them', () => {
    expect(endsOf(historyOf({ days: 20, model: { leaveBase: 1000 } }).history)).toMatchObject({
      deathDay: null,
      silentDay: null,
    })
    expect(endsOf(historyOf({ days: 21, model: { leaveBase: 1000 } }).history)).toMatchObject({
      deathDay: 7,
      silentDay: 7,
    })
  })
})
