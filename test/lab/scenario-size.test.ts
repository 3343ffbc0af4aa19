import { describe, expect, it } from 'vitest'
import { isSmaller, sizeOf, type ScenarioSize } from '../../sim/lab/scenario-size.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import { shortestValues } from '../../sim/scenario/shortest.ts'

function sizeOfFile(changes: object): ScenarioSize {
  const scenario = resolveScenario(
    {
      ...{ format: 'qunxiang-scenario/1', name: 'x', days: 40 },
      market: { people: 200, pains: { skin: 0.5 } },
      ...changes,
    },
    'x',
    () => undefined,
  )
  return sizeOf(scenario, shortestValues(scenario))
}

describe('the size of a scenario', () => {
  it('counts rules, people, days, and the digits and sum of the numbers of its rules', () => {
    expect(sizeOfFile({})).toEqual({ rules: 1, people: 200, days: 40, digits: 1, amount: 0.5 })
    const plan = [{ answers: 0.25, ads: { perDay: 500 } }]
    expect(sizeOfFile({ founders: 12, plan })).toEqual({
      ...{ rules: 3, people: 212, days: 40 },
      ...{ digits: 1 + 2 + 1, amount: 500.75 },
    })
  })

  it('does not count what says the same as the default, nor what is told beside it', () => {
    const spoken = {
      question: 'What?',
      claims: ['A01'],
      community: { capacity: 500 },
      plan: [{ answers: 0.1 }],
    }
    expect(sizeOfFile(spoken)).toEqual(sizeOfFile({ claims: ['A01'], question: 'What?' }))
    expect(sizeOfFile({ plan: [{ answers: 0 }] })).toMatchObject({ rules: 2, digits: 1 })
  })

  it('counts the newcomers of the days that there are', () => {
    const arrivals = [
      { from: 30, to: 60, perDay: 2.5 },
      { from: 50, to: 60, perDay: 1 },
    ]
    expect(sizeOfFile({ arrivals })).toMatchObject({ people: 225 })
  })

  it('is smaller where the first thing that differs is', () => {
    const size: ScenarioSize = { rules: 3, people: 100, days: 9, digits: 4, amount: 9 }
    expect(isSmaller(size, size)).toBe(false)
    expect(isSmaller({ ...size, rules: 2, people: 900, days: 99 }, size)).toBe(true)
    expect(isSmaller({ ...size, people: 101, days: 1 }, size)).toBe(false)
    expect(isSmaller({ ...size, amount: 8 }, size)).toBe(true)
  })
})
