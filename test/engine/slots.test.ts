import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mainPain } from '../../sim/engine/people.ts'
import { drawSlots } from '../../sim/engine/slots.ts'
import { createTown } from '../../sim/engine/town.ts'
import type { Scenario } from '../../sim/scenario/scenario.ts'
import { aScenario, aSeed } from '../../sim/testing/arbitraries.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const slotsOf = (scenario: Scenario, seed = '1') => drawSlots([{ from: 0, town: createTown(scenario, seed) }])

const market = { people: 2000, pains: { skin: 0.5, cooking: 0.3 } }

describe('slots', () => {
  it('hold nobody twice, and only people of the market', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const { person } = slotsOf(scenario, seed)
        expect(new Set(person).size).toBe(person.length)
        for (const number of person) {
          expect(number).toBeGreaterThanOrEqual(0)
          expect(number).toBeLessThan(scenario.market.people)
        }
      }),
      { numRuns: 60 },
    ))

  it('lie together by day, behind those of the founders', () => {
    const scenario = smallScenario({
      days: 5,
      founders: 4,
      arrivals: [
        { from: 1, to: 3, perDay: 2, source: 'strangers' },
        { from: 2, perDay: 1, source: 'bounty' },
      ],
    })
    const { dayStart, source, person } = slotsOf(scenario)
    expect([...dayStart]).toEqual([4, 4, 6, 9, 10, 11])
    expect([...source]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2])
    expect(person).toHaveLength(11)
  })

  it('come at fractions a day that add up from the first day of their stretch', () => {
    const { dayStart } = slotsOf(
      smallScenario({ days: 6, founders: 0, arrivals: [{ from: 1, perDay: 0.4 }] }),
    )
    expect([...dayStart]).toEqual([0, 0, 0, 0, 1, 1, 2])
  })

  it('do not depend on what the owner does', () => {
    const plan = [
      { from: 0, content: { perDay: 5 }, ads: { perDay: 9 }, answers: 1 },
      { from: 3, content: { perDay: 0 } },
    ]
    const arrivals = [{ from: 0, perDay: 3 }]
    const idle = slotsOf(smallScenario({ arrivals, plan: [{ from: 0 }] }))
    const busy = slotsOf(
      smallScenario({ arrivals, plan, owner: { energy: 0.1, moderation: 1 }, offer: null }),
    )
    expect(busy).toEqual(idle)
    expect(slotsOf(smallScenario({ arrivals }), '2')).not.toEqual(idle)
  })

  it('of a shorter run are the first of a longer one', () =>
    fc.assert(
      fc.property(aScenario, aSeed, (scenario, seed) => {
        const short = slotsOf(scenario, seed)
        const long = slotsOf({ ...scenario, days: scenario.days + 5 }, seed)
        expect(long.person.slice(0, short.person.length)).toEqual(short.person)
        expect(long.source.slice(0, short.source.length)).toEqual(short.source)
        expect(long.dayStart.slice(0, short.dayStart.length)).toEqual(short.dayStart)
      }),
      { numRuns: 60 },
    ))

  it('of an early stretch stay as they are when another comes later', () => {
    const early = { from: 0, to: 3, perDay: 2 }
    const alone = slotsOf(smallScenario({ days: 10, arrivals: [early] }))
    const both = slotsOf(
      smallScenario({ days: 10, arrivals: [early, { from: 5, perDay: 4, source: 'bounty' }] }),
    )
    expect(both.person.slice(0, alone.person.length)).toEqual(alone.person)
    expect(both.person.length).toBeGreaterThan(alone.person.length)
  })
})

describe('who stands in a slot', () => {
  it('is drawn from the whole market, by the seed', () => {
    const scenario = smallScenario({ market, days: 10, founders: 0, arrivals: [{ from: 0, perDay: 20 }] })
    const draw = (seed: string) => [...slotsOf(scenario, seed).person]
    const mean = draw('1').reduce((sum, number) => sum + number, 0) / 200
    expect(mean).toBeGreaterThan(850)
    expect(mean).toBeLessThan(1150)
    const other = new Set(draw('2'))
    const shared = draw('1').filter((number) => other.has(number)).length
    expect(shared).toBeLessThan(50)
    const rises = draw('1').filter((number, at, all) => at > 0 && number > (all[at - 1] as number)).length
    expect(rises).toBeGreaterThan(70)
    expect(rises).toBeLessThan(130)
  })
})

describe('fit', () => {
  const shareInFocus = (fit: number, focus: Record<string, number> = { skin: 1 }) => {
    const scenario = smallScenario({
      market,
      community: { positioning: { focus } },
      days: 20,
      founders: 0,
      arrivals: [{ from: 0, perDay: 20, fit }],
    })
    const town = createTown(scenario, '1')
    const { person } = drawSlots([{ from: 0, town }])
    expect(person).toHaveLength(400)
    return (
      [...person].filter((number) => (town.focus[mainPain(town, number)] ?? 0) > 0).length / person.length
    )
  }

  it('is the share of newcomers whose strong pain is in focus', () => {
    expect(shareInFocus(0)).toBe(0)
    expect(shareInFocus(1)).toBe(1)
    for (const fit of [0.25, 0.7]) {
      expect(shareInFocus(fit)).toBeGreaterThan(fit - 0.1)
      expect(shareInFocus(fit)).toBeLessThan(fit + 0.1)
    }
  })

  it('counts any topic of the focus, and a topic of weight 0 for nothing', () => {
    expect(shareInFocus(1, { skin: 1, cooking: 1 })).toBe(1)
    expect(shareInFocus(1, { skin: 0, cooking: 1 })).toBe(1)
  })

  it('is eight in ten among founders', () => {
    const scenario = smallScenario({
      market,
      community: { positioning: { focus: { skin: 1 } } },
      founders: 400,
    })
    const town = createTown(scenario, '1')
    const { person } = drawSlots([{ from: 0, town }])
    const fitting = [...person].filter((number) => mainPain(town, number) === 0).length
    expect(fitting).toBeGreaterThan(280)
    expect(fitting).toBeLessThan(360)
  })

  it('takes whoever is left once one sort of people has run out', () => {
    const scenario = smallScenario({
      market: { people: 100, pains: { skin: 0.2, cooking: 0.8 } },
      founders: 0,
      days: 10,
      arrivals: [{ from: 0, perDay: 10, fit: 1 }],
    })
    const town = createTown(scenario, '1')
    const { person } = drawSlots([{ from: 0, town }])
    expect(person).toHaveLength(100)
    const inFocus = [...person].map((number) => mainPain(town, number) === 0)
    const last = inFocus.lastIndexOf(true)
    expect(inFocus.slice(0, last + 1).every(Boolean)).toBe(true)
    expect(last).toBeGreaterThan(5)
    expect(last).toBeLessThan(40)
  })
})

describe('a market with nobody left', () => {
  it('ends the slots early', () => {
    const { person, dayStart } = slotsOf(
      smallScenario({ days: 5, founders: 0, arrivals: [{ from: 0, perDay: 35, source: 'strangers' }] }),
    )
    expect([...dayStart]).toEqual([0, 35, 70, 100, 100, 100])
    expect([...person].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, number) => number))
  })
})
