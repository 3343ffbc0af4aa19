import { describe, expect, it } from 'vitest'
import { decideOwnerLedger } from '../../../sim/engine/mechanisms/owner-ledger.ts'
import type { Simulation } from '../../../sim/engine/simulation.ts'
import { BOOK, OWNER_LEVEL, OWNER_MARK } from '../../../sim/model/world.ts'
import { causeNamed, ofKind, type Fact } from '../../../sim/testing/facts.ts'
import { given } from '../../../sim/testing/given.ts'
import { smallScenario } from '../../../sim/testing/small-scenario.ts'
import { energyOf, happen, setEnergy, setGroup } from '../../testing/arrange.ts'

const scenario = smallScenario({ owner: { moderation: 0.5 } })

/** The ledger of a day on which the owner did so much and earned so much (CNY). */
interface Evening {
  readonly energy?: number
  readonly items?: number
  readonly ads?: number
  readonly answers?: number
  readonly members?: number
  readonly onTopic?: number
  readonly earned?: number
  readonly margin?: number
  readonly experiences?: number
  readonly isTired?: boolean
  readonly isAway?: boolean
}

function evening({ world, rows, ...rest }: Simulation, today: Evening): void {
  const { energy = 0.5, items = 0, ads = 0, answers = 0, members = 0, onTopic = 0 } = today
  setEnergy(world, energy)
  setGroup(world, 0, { items, ads, ownAnswers: answers, members, onTopic })
  world.books[BOOK.today] = (today.earned ?? 0) * 100
  world.ownerLevels[OWNER_LEVEL.margin] = today.margin ?? 0
  world.ownerMarks[OWNER_MARK.experiences] = today.experiences ?? 0
  world.ownerMarks[OWNER_MARK.isTired] = today.isTired === true ? 1 : 0
  if (today.isAway === true) happen({ world, rows, ...rest }, 'shock-struck', { object: 0, value: 3 })
}

function ledger(today: Evening, model: Record<string, number> = {}) {
  const { simulation, when } = given(smallScenario({ owner: { moderation: 0.5 }, model }), {
    arrange: (simulation) => evening(simulation, today),
  })
  const facts = when(decideOwnerLedger)
  return { facts, energy: energyOf(simulation.world), change: (cause: string) => changeOf(facts, cause) }
}

function changeOf(facts: readonly Fact[], cause: string): number {
  return ofKind(facts, 'energy-changed')
    .filter((fact) => causeNamed(fact) === cause)
    .reduce((sum, { value }) => sum + value, 0)
}

describe('hours', () => {
  const hoursOf = (today: Evening) => ofKind(ledger(today).facts, 'hours-worked').map(({ value }) => value)

  it('are those of looking in on an empty day', () => {
    expect(hoursOf({})).toEqual([Math.fround(0.3)])
  })

  it('are added up over posts, ads, answers and members kept in order', () => {
    // The post of the plan has quality 0.8; half of the effort is left at energy 0.3.
    const [hours] = hoursOf({ energy: 0.3, items: 2, ads: 3, answers: 4, members: 100 })
    expect(hours).toBeCloseTo(0.3 + 0.45 * 2 * 0.8 + 0.05 * 3 + 0.02 * 4 + 0.004 * 0.5 * 0.5 * 100, 5)
  })

  it('are also those of packets, and three for a meeting', () => {
    const { when } = given(smallScenario(), {
      arrange: ({ world }) => setGroup(world, 0, { packets: 5, meetings: 1 }),
    })
    expect(ofKind(when(decideOwnerLedger), 'hours-worked')[0]?.value).toBeCloseTo(0.3 + 0.03 * 5 + 3, 5)
  })

  it('are none while the owner is away, and work drains nothing then', () => {
    const { facts, change } = ledger({ items: 2, ads: 3, members: 100, isAway: true })
    expect(ofKind(facts, 'hours-worked')).toEqual([])
    expect(change('work')).toBe(0)
  })

  it('count all groups', () => {
    const two = smallScenario({ community: { groups: 2, positioning: { focus: { skin: 1 } } } })
    const { when } = given(two, {
      arrange: ({ world }) => {
        setGroup(world, 0, { ads: 2 })
        setGroup(world, 1, { ads: 4 })
      },
    })
    expect(ofKind(when(decideOwnerLedger), 'hours-worked')[0]?.value).toBeCloseTo(0.3 + 0.05 * 6, 5)
  })
})

describe('work', () => {
  it('drains energy by the hour, as an effect of the hours', () => {
    const { facts } = ledger({ energy: 0.8, ads: 14 }) // one hour
    const [drain] = ofKind(facts, 'energy-changed')
    expect(drain && causeNamed(drain)).toBe('work')
    expect(drain?.value).toBeCloseTo(-0.8 * 0.0062, 6)
    expect(drain?.cause).toBe(ofKind(facts, 'hours-worked')[0]?.seq)
  })

  it('leaves hours that stand for themselves', () => {
    const [hours] = ofKind(ledger({}).facts, 'hours-worked')
    expect(hours).toMatchObject({ group: 0, actor: -1, object: -1, cause: -1 })
  })

  it('drains more the longer it lasts', () => {
    const drains = [0, 5, 10, 20].map((ads) => ledger({ ads }).change('work'))
    expect(drains).toEqual([...drains].sort((a, b) => b - a))
    expect(new Set(drains).size).toBe(4)
  })

  it('drains nothing with owner fatigue switched off', () => {
    const { facts, energy } = ledger({ ads: 20, energy: 0.5 }, { ownerFatigue: 0 })
    expect(ofKind(facts, 'energy-changed')).toEqual([])
    expect(ofKind(facts, 'hours-worked')).toHaveLength(1)
    expect(energy).toBe(0.5)
  })

  // Found: at energyPerHour 0.5 a long day took more energy than there was.
  it.each([0.5, 1, 1000])('takes no more energy than there is, at %f an hour', (energyPerHour) => {
    for (const energy of [0, 0.05, 0.7, 1]) {
      const after = ledger({ energy, ads: 400, items: 100 }, { energyPerHour }).energy
      expect(after).toBe(0)
    }
  })
})

describe('margin', () => {
  it('is smoothed over about a month', () => {
    const { facts } = ledger({ earned: 100, margin: 20 })
    expect(ofKind(facts, 'margin-drawn')).toMatchObject([{ cause: -1 }])
    expect(ofKind(facts, 'margin-drawn')[0]?.value).toBeCloseTo(20 + 0.033 * 80, 4)
  })

  it('is no news where it stays what it was', () => {
    expect(ofKind(ledger({ earned: 0, margin: 0 }).facts, 'margin-drawn')).toEqual([])
  })

  it('gives energy back, the more the more there is room', () => {
    const half = ledger({ energy: 0.5, earned: 0, margin: 40 }).change('margin')
    const margin = 40 * (1 - 0.033)
    expect(half).toBeCloseTo(0.03 * 0.5 * (margin / (margin + 40)), 6)
    expect(ledger({ energy: 0.1, margin: 40 }).change('margin')).toBeGreaterThan(half)
    expect(ledger({ energy: 0.5, margin: 80 }).change('margin')).toBeGreaterThan(half)
    expect(ledger({ energy: 1, margin: 40 }).change('margin')).toBe(0)
  })

  it('gives nothing back, and takes nothing, while the owner makes a loss', () => {
    expect(ledger({ earned: -50, margin: -10 }).change('margin')).toBe(0)
  })
})

describe('thanks', () => {
  it('come from talk on topic, own answers and good experiences', () => {
    const expected = (thanks: number) => 0.0025 * 0.5 * (thanks / (thanks + 15))
    expect(ledger({}).change('thanks')).toBe(0)
    expect(ledger({ onTopic: 20 }).change('thanks')).toBeCloseTo(expected(2), 7)
    expect(ledger({ answers: 10 }).change('thanks')).toBeCloseTo(expected(3), 7)
    expect(ledger({ experiences: 5 }).change('thanks')).toBeCloseTo(expected(5), 7)
    expect(ledger({ onTopic: 20, answers: 10, experiences: 5 }).change('thanks')).toBeCloseTo(expected(10), 7)
  })

  it('come from all groups', () => {
    const two = smallScenario({
      community: { groups: 2, positioning: { focus: { skin: 1 } } },
      owner: { energy: 0.5 },
    })
    const { when } = given(two, {
      arrange: ({ world }) => {
        setGroup(world, 0, { onTopic: 10 })
        setGroup(world, 1, { onTopic: 10, ownAnswers: 10 })
      },
    })
    expect(changeOf(when(decideOwnerLedger), 'thanks')).toBeCloseTo(0.0025 * 0.5 * (5 / 20), 7)
  })

  // Found: margin and thanks each filled the whole room that was left.
  it('and margin together give back no more than there is room for', () => {
    const generous = { energyOfMargin: 1, energyOfThanks: 1, ownerFatigue: 0 }
    const { energy, change } = ledger({ energy: 0.5, margin: 4000, experiences: 1500 }, generous)
    expect(energy).toBeLessThanOrEqual(1)
    expect(energy).toBeGreaterThan(0.99)
    expect(change('margin')).toBeGreaterThan(0)
    const wild = { energyOfMargin: 1000, energyOfThanks: 1000, ownerFatigue: 0 }
    expect(ledger({ energy: 0.5, margin: 4000, experiences: 1500 }, wild).energy).toBeLessThanOrEqual(1)
  })
})

describe('tiredness', () => {
  const news = (today: Evening, model: Record<string, number> = {}) =>
    ledger(today, model).facts.filter(({ kind }) => kind === 'owner-tired' || kind === 'owner-recovered')

  it('is noticed once, on the day that energy falls below the line', () => {
    const [tired, ...rest] = news({ energy: 0.2001, ads: 20 })
    expect(tired?.kind).toBe('owner-tired')
    expect(tired?.value).toBeLessThan(0.2)
    expect(rest).toEqual([])
    expect(news({ energy: 0.19, isTired: true })).toEqual([])
    expect(news({ energy: 0.3 })).toEqual([])
  })

  it('does not begin on the line itself', () => {
    expect(news({ energy: 0.25 }, { ownerFatigue: 0, tiredBelow: 0.25 })).toEqual([])
  })

  it('names the last change of energy as its cause, and the energy after it', () => {
    const { facts, energy } = ledger({ energy: 0.2001, ads: 20, experiences: 1 })
    const tired = ofKind(facts, 'owner-tired')[0]
    expect(tired?.cause).toBe(ofKind(facts, 'energy-changed').at(-1)?.seq)
    expect(ofKind(facts, 'energy-changed').map(causeNamed)).toEqual(['work', 'thanks'])
    expect(tired?.value).toBe(energy)
  })

  it('ends half way to fresh, not before', () => {
    expect(news({ energy: 0.29, isTired: true })).toEqual([])
    expect(news({ energy: 0.31, isTired: true }).map(({ kind }) => kind)).toEqual(['owner-recovered'])
    expect(news({ energy: 0.31, isTired: false })).toEqual([])
  })
})

it('keeps the ledger of an ordinary day in order: hours, margin, energy', () => {
  const { when } = given(scenario, {
    arrange: (simulation) => evening(simulation, { earned: 10, onTopic: 3 }),
  })
  expect(when(decideOwnerLedger).map(({ kind }) => kind)).toEqual([
    'hours-worked',
    'margin-drawn',
    'energy-changed',
    'energy-changed',
    'energy-changed',
  ])
})
