import { describe, expect, it } from 'vitest'
import { feedOf, type Feed } from '../../../sim/engine/feed.ts'
import { decideArrivals } from '../../../sim/engine/mechanisms/arrivals.ts'
import { openingChances } from '../../../sim/engine/mechanisms/opening.ts'
import { decideOwnerWork } from '../../../sim/engine/mechanisms/owner-work.ts'
import { PARAMETERS } from '../../../sim/model/parameters.ts'
import { LEFT, MUTED } from '../../../sim/model/world.ts'
import { given } from '../../../sim/testing/given.ts'
import { smallScenario } from '../../../sim/testing/small-scenario.ts'
import { play, setLevels, setMarks, type LevelName, type MarkName } from '../../testing/arrange.ts'

interface Morning {
  readonly levels?: Partial<Record<LevelName, number>>
  readonly marks?: Partial<Record<MarkName, number>>
  readonly feed?: Partial<Feed>
  readonly charisma?: number
  readonly day?: number
}

/** Chance of an old member with some value and habit, on a morning with a post and an ad. */
function chanceOf({ levels = {}, marks = {}, feed = {}, charisma = 0.3, day = 100 }: Morning = {}): number {
  const { simulation } = given(smallScenario({ owner: { charisma } }), {
    arrange: (simulation) => {
      play(decideArrivals, decideOwnerWork)(simulation)
      simulation.world.day = day
      setLevels(simulation.world, 0, { expectation: 0.2, habit: 0.5, ...levels })
      setMarks(simulation.world, 0, marks)
    },
  })
  return openingChances(simulation, [{ feed: { ...feedOf(simulation, 0), ...feed } }])[0] as number
}

const lively = { alive: 0.5 }

describe('the chance of opening', () => {
  it('grows with the drive as a soft threshold', () => {
    const { openingHabit, openingCharisma, openingHalf, openingNeedsMessages, trustOfFriends } = PARAMETERS
    const ofTrust = openingCharisma.default * 0.3 * trustOfFriends.default // in a charismatic owner
    const drive = 0.2 + openingHabit.default * 0.5 + ofTrust
    const available = 2 / (2 + openingNeedsMessages.default)
    const half = openingHalf.default
    expect(chanceOf()).toBeCloseTo((available * drive * drive) / (drive * drive + half * half), 5)
  })

  it('grows with expected value, belonging in a lively group, habit, and trust in a charismatic owner', () => {
    expect(chanceOf({ levels: { expectation: 0.4 } })).toBeGreaterThan(chanceOf())
    expect(chanceOf({ levels: { habit: 1 } })).toBeGreaterThan(chanceOf())
    expect(chanceOf({ levels: { belonging: 0.5 }, feed: lively })).toBeGreaterThan(chanceOf({ feed: lively }))
    expect(chanceOf({ levels: { trust: 0.6 }, charisma: 1 })).toBeGreaterThan(chanceOf({ charisma: 1 }))
  })

  it('is not moved by belonging in a dead group, nor by trust in an owner without charisma', () => {
    expect(chanceOf({ levels: { belonging: 0.9 } })).toBe(chanceOf())
    expect(chanceOf({ levels: { trust: 0.9 }, charisma: 0 })).toBe(chanceOf({ charisma: 0 }))
  })

  it('grows with the lure of a red packet', () => {
    const lured = (lure: number) => chanceOf({ feed: { lure } })
    expect(lured(0.2)).toBeGreaterThan(chanceOf())
    expect(lured(0.5)).toBeGreaterThan(lured(0.2))
  })

  it('falls with fatigue and with the commercial label', () => {
    expect(chanceOf({ levels: { fatigue: 0.2 } })).toBeLessThan(chanceOf())
    expect(chanceOf({ levels: { label: 0.2 } })).toBeLessThan(chanceOf())
  })

  it('is none at all for those whom everything pushes away', () => {
    expect(chanceOf({ levels: { expectation: 0, habit: 0, trust: 0, fatigue: 1, label: 1 } })).toBe(0)
  })

  it('grows with what there is to read, and is 0 for all where there is nothing', () => {
    expect(chanceOf({ feed: { available: 0.9 } })).toBeGreaterThan(chanceOf({ feed: { available: 0.4 } }))
    expect(chanceOf({ feed: { available: 0 }, levels: { expectation: 1 } })).toBe(0)
    expect(chanceOf({ feed: { available: 0 }, day: 0 })).toBe(0)
  })

  it('is 0 for those who have left', () => {
    expect(chanceOf({ marks: { flags: LEFT }, levels: { expectation: 5 } })).toBe(0)
  })

  it('is less in a holiday, also for newcomers', () => {
    const holiday = { openingFactor: 0.65 }
    expect(chanceOf({ feed: holiday })).toBeCloseTo(0.65 * chanceOf(), 10)
    expect(chanceOf({ feed: holiday, day: 1 })).toBeCloseTo(0.65 * 0.75, 10)
  })
})

describe('newcomers', () => {
  it('look in on their first two days at least, and then as they expect something', () => {
    const disappointed = { levels: { expectation: 0, habit: 0, trust: 0 } }
    expect([0, 1, 2, 3].map((day) => chanceOf({ ...disappointed, day }))).toEqual([0.75, 0.75, 0, 0])
  })

  it('are not held back by it where they would open anyway', () => {
    const eager = { levels: { expectation: 5 }, feed: { available: 1 } }
    expect(chanceOf({ ...eager, day: 0 })).toBeGreaterThan(0.9)
    expect(chanceOf({ ...eager, day: 0 })).toBe(chanceOf(eager))
  })
})

describe('muted members', () => {
  const muted = (days: number) => chanceOf({ marks: { flags: MUTED, mutedDay: 100 - days } })

  it('open half as often from the day on which they mute', () => {
    expect(muted(0)).toBeCloseTo(0.45 * chanceOf(), 10)
  })

  it('open less and less, half of that after a month, and never quite cease to', () => {
    expect(muted(30)).toBeCloseTo(0.225 * chanceOf(), 10)
    const chances = [0, 1, 7, 30, 60, 99].map(muted)
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
    expect(new Set(chances).size).toBe(chances.length)
    expect(chances.at(-1)).toBeGreaterThan(0)
  })
})
