import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  everyStep,
  fieldsThatCanGo,
  itemsThatCanGo,
  simplerNumbers,
  without,
  withPhaseMerged,
} from '../../sim/lab/smaller-scenarios.ts'
import { formatPath } from '../../sim/scenario/path.ts'
import { shortestValues } from '../../sim/scenario/shortest.ts'
import { aScenario } from '../../sim/testing/arbitraries.ts'

const file = {
  format: 'qunxiang-scenario/1',
  name: 'x',
  days: 40,
  market: { people: 200, pains: { skin: 0.5, gifts: 0.2 } },
  community: { positioning: { focus: { skin: 1 } } },
  founders: 9,
  arrivals: [{ to: 30, perDay: 2 }],
  offer: [{ solves: 'skin' }],
  plan: [{ content: { perDay: 1 } }, { from: 20, content: { topic: 'skin' }, answers: 0.5 }],
  shocks: [{ day: 3, kind: 'owner-absent', days: 9 }],
  model: { chanceShocks: 0 },
}

describe('what may go from a file', () => {
  it('are items of lists, and every value that is not required or a number of people or days', () => {
    expect(itemsThatCanGo(file).map(formatPath)).toEqual([
      ...['shocks[0]', 'arrivals[0]', 'offer[0]', 'plan[0]', 'plan[1]'],
    ])
    expect(fieldsThatCanGo(file).map(formatPath)).toEqual([
      ...['market.pains.skin', 'market.pains.gifts', 'community.positioning.focus.skin', 'arrivals[0].to'],
      ...['plan[0].content.perDay', 'plan[1].from', 'plan[1].content.topic', 'plan[1].answers'],
      ...['shocks[0].days', 'model.chanceShocks'],
    ])
  })

  it('takes the maps with it that are empty then, and leaves everything else', () => {
    const paths = [
      ['community', 'positioning', 'focus', 'skin'],
      ['plan', 0],
      ['plan', 1, 'answers'],
    ]
    const { community: _, ...rest } = file
    expect(without(file, paths)).toEqual({ ...rest, plan: [{ from: 20, content: { topic: 'skin' } }] })
    expect(file.plan).toHaveLength(2)
  })

  it('is the beginning of a phase too: what it does is then done from the phase before on', () => {
    expect(withPhaseMerged(file, 1)['plan']).toEqual([
      { content: { perDay: 1, topic: 'skin' }, answers: 0.5 },
    ])
  })

  it('is tried as well for every number and every phase', () => {
    expect(everyStep(file)).toContainEqual({ ...file, days: 20 })
    expect(everyStep(file)).toContainEqual({ ...file, founders: 0 })
    expect(everyStep(file)).toContainEqual(withPhaseMerged(file, 1))
  })
})

describe('simpler numbers', () => {
  it.each<[number, number[]]>([
    [180, [1, 90, 135, 157, 168, 174, 177, 178, 179, 200]],
    [2, [1]],
    [1, []],
  ])('of a whole %d are those on the way to the least, and round ones', (value, simpler) => {
    expect(simplerNumbers(value, { min: 1, max: 1500, isWhole: true })).toEqual(simpler)
  })

  it('of a share are 0 and those with fewer digits', () => {
    expect(simplerNumbers(0.754, { min: 0, max: 1, isWhole: false })).toEqual([0, 0.8, 0.75])
  })

  it('stay within their bounds and are others', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 99, noNaN: true }),
        fc.boolean(),
        fc.constantFrom(-9, 0, 0.01),
        (number, isWhole, least) => {
          const value = Math.max(least, isWhole ? Math.trunc(number) : number)
          const bounds = { min: least, max: 99, isWhole }
          for (const simpler of simplerNumbers(value, bounds)) {
            expect(simpler).not.toBe(value)
            expect(simpler).toBeGreaterThanOrEqual(least)
            expect(simpler).toBeLessThanOrEqual(99)
            if (isWhole) expect(Number.isInteger(simpler)).toBe(true)
          }
        },
      ),
    ))
})

describe('every step', () => {
  it('leaves the file itself as it is', () =>
    fc.assert(
      fc.property(aScenario, (scenario) => {
        const values = shortestValues(scenario)
        const before = JSON.stringify(values)
        everyStep(values)
        expect(JSON.stringify(values)).toBe(before)
      }),
      { numRuns: 20 },
    ))
})
