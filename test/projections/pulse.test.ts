import { describe, expect, it } from 'vitest'
import type { Census } from '../../sim/projections/census.ts'
import { takeCensus } from '../../sim/projections/census.ts'
import {
  beat,
  createPulse,
  deathDayOf,
  feelPulse,
  latestOf,
  silentDayOf,
  type Pulse,
} from '../../sim/projections/pulse.ts'
import { run } from '../../sim/engine/run.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { handMade } from '../testing/hand-made.ts'

interface Beat {
  readonly members?: number
  readonly readers?: number
  readonly posters?: number
}

const EMPTY: Census = takeCensus(handMade().world)

/** A pulse of one group: what was true after each day. Members who are not mentioned are forty. */
function pulseOf(days: readonly Beat[]): Pulse {
  const pulse = createPulse(1)
  for (const { members = 40, readers = 0, posters = 0 } of days) {
    beat(pulse, {
      ...EMPTY,
      groupMembers: Int32Array.of(members),
      groupReaders: Int32Array.of(readers),
      groupPosters: Int32Array.of(posters),
    })
  }
  return pulse
}

const repeat = (days: number, day: Beat) => Array.from({ length: days }, () => day)
const READ: Beat = { readers: 30, posters: 20 }
const UNREAD: Beat = { readers: 2, posters: 20 }
const death = (...days: Beat[]) => deathDayOf(pulseOf(days), 0)
const silence = (...days: Beat[]) => silentDayOf(pulseOf(days), 0)

describe('the death of a group', () => {
  it('is the first of fourteen days in a row on which too few had opened it', () => {
    expect(death(...repeat(20, READ), ...repeat(14, UNREAD))).toBe(20)
    expect(death(...repeat(20, READ), ...repeat(40, UNREAD))).toBe(20)
  })

  it('takes fourteen days: thirteen are not enough, and the run must have them all', () => {
    expect(death(...repeat(20, READ), ...repeat(13, UNREAD))).toBeNull()
    expect(death(...repeat(20, READ), ...repeat(13, UNREAD), ...repeat(50, READ))).toBeNull()
    expect(death(...repeat(20, READ), ...repeat(14, UNREAD), ...repeat(50, READ))).toBe(20)
  })

  it('does not count what one better day has broken', () => {
    const broken = [...repeat(20, READ), ...repeat(13, UNREAD), READ]
    expect(death(...broken, ...repeat(13, UNREAD))).toBeNull()
    expect(death(...broken, ...repeat(14, UNREAD))).toBe(34)
  })

  it('is not on day 6 or before', () => {
    expect(death(...repeat(21, UNREAD))).toBe(7)
    expect(death(...repeat(20, UNREAD))).toBeNull()
    expect(death(...repeat(8, READ), ...repeat(30, UNREAD))).toBe(8)
    expect(death(...repeat(7, READ), ...repeat(30, UNREAD))).toBe(7)
    expect(death(...repeat(6, READ), ...repeat(30, UNREAD))).toBe(7)
  })

  it('comes below five readers in a small group', () => {
    for (const members of [5, 30, 50]) {
      expect(death(...repeat(30, { members, readers: 4 }))).toBe(7)
      expect(death(...repeat(30, { members, readers: 5 }))).toBeNull()
    }
    expect(death(...repeat(30, { members: 4, readers: 4 }))).toBe(7)
  })

  it('comes below one reader in ten in a larger one', () => {
    expect(death(...repeat(30, { members: 51, readers: 5 }))).toBe(7)
    expect(death(...repeat(30, { members: 100, readers: 9 }))).toBe(7)
    expect(death(...repeat(30, { members: 100, readers: 10 }))).toBeNull()
    expect(death(...repeat(30, { members: 101, readers: 10 }))).toBe(7)
  })

  it('is that of an empty group, too', () => {
    expect(death(...repeat(30, { members: 0, readers: 0 }))).toBe(7)
  })

  it('has nothing to do with writing', () => {
    expect(death(...repeat(60, { readers: 30, posters: 0 }))).toBeNull()
    expect(death(...repeat(60, { readers: 0, posters: 40 }))).toBe(7)
  })

  it('is none in a run too short to tell', () => {
    expect(death()).toBeNull()
    expect(death(...repeat(7, UNREAD))).toBeNull()
  })
})

describe('the silence of a group', () => {
  const talking = { members: 100, readers: 90, posters: 3 }
  const silent = { members: 100, readers: 90, posters: 2 }

  it('is the first of fourteen days in a row with fewer than three of a hundred writing in a week', () => {
    expect(silence(...repeat(20, talking), ...repeat(14, silent))).toBe(20)
    expect(silence(...repeat(20, talking), ...repeat(13, silent))).toBeNull()
    expect(silence(...repeat(90, talking))).toBeNull()
    expect(silence(...repeat(21, silent))).toBe(7)
  })

  it('comes to a group that is read as well', () => {
    expect(death(...repeat(60, silent))).toBeNull()
    expect(silence(...repeat(60, silent))).toBe(7)
  })

  it('is that of a group in which nobody is', () => {
    expect(silence(...repeat(30, { members: 0 }))).toBe(7)
  })

  it('never comes to a small group in which one writes', () => {
    expect(silence(...repeat(60, { members: 33, posters: 1 }))).toBeNull()
    expect(silence(...repeat(60, { members: 34, posters: 1 }))).toBe(7)
  })
})

describe('several groups', () => {
  it('live and die each for itself', () => {
    const pulse = createPulse(2)
    for (let day = 0; day < 40; day++) {
      beat(pulse, {
        ...EMPTY,
        groupMembers: Int32Array.of(40, 40),
        groupReaders: Int32Array.of(day < 15 ? 30 : 1, 30),
        groupPosters: Int32Array.of(20, day < 11 ? 20 : 0),
      })
    }
    expect([deathDayOf(pulse, 0), deathDayOf(pulse, 1)]).toEqual([15, null])
    expect([silentDayOf(pulse, 0), silentDayOf(pulse, 1)]).toEqual([null, 11])
  })

  it('end as a community with the last of them, and live while one lives', () => {
    expect(latestOf([9, 30, 20])).toBe(30)
    expect(latestOf([9, null, 20])).toBeNull()
    expect(latestOf([null, 9])).toBeNull()
    expect(latestOf([9])).toBe(9)
    expect(latestOf([0, 7])).toBe(7)
  })
})

describe('a pulse that is felt', () => {
  it('is that of a census, day by day', () => {
    const counted = createPulse(2)
    const felt = createPulse(2)
    const scenario = smallScenario({
      days: 40,
      community: { groups: 2 },
      founders: 30,
      model: { leaveBase: 0.05 },
    })
    run(scenario, '1', {
      observers: [
        (world) => {
          beat(counted, takeCensus(world))
          feelPulse(felt, world)
        },
      ],
    })
    expect(felt).toEqual(counted)
    expect(new Set(felt.readers).size).toBeGreaterThan(3)
  })
})
