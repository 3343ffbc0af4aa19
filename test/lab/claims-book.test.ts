import { describe, expect, it } from 'vitest'
import type { Claim, ClaimTest } from '../../sim/lab/claim.ts'
import { claimReport, planClaims, unitOf } from '../../sim/lab/claims-book.ts'
import type { ArmResults } from '../../sim/lab/ensemble.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { outcomeWith } from './outcomes.ts'

const TEST: ClaimTest = {
  ...{ metric: 'members', day: 20, of: 'many', than: 'few', as: 'difference' },
  ...{ band: [10, 30], within: null, smallest: 5 },
}

function claimWith(changes: Partial<Claim> = {}): Claim {
  return {
    id: 'A01',
    says: { 'zh-Hans': '甲', 'zh-Hant': '乙', en: 'More' },
    mechanism: ['adHarm'],
    research: null,
    arms: {
      few: { scenario: 'town', edits: [] },
      many: { scenario: 'town', edits: [{ path: 'founders', value: 30 }] },
    },
    tests: [TEST],
    file: 'scenarios/claims/book.yaml',
    ...changes,
  }
}

const shelf = () => smallScenario()
const arm = (...members: number[]): ArmResults =>
  members.map((value, at) => outcomeWith(`s/${at}`, null, { 20: { members: value } }))

describe('the plan of a book', () => {
  it('has each arm with its mechanism and without', () => {
    const { scenarios, days } = planClaims([claimWith()], shelf)
    expect(scenarios.map(({ founders, model }) => [founders, model['adHarm']])).toEqual([
      [12, undefined],
      [30, undefined],
      [12, 0],
      [30, 0],
    ])
    expect(days).toEqual([20])
  })

  it('runs a scenario once, however many claims look at it', () => {
    const other = claimWith({ id: 'A02', mechanism: ['contentValue'], tests: [{ ...TEST, day: 10 }] })
    const { scenarios, days } = planClaims([claimWith(), other], shelf)
    expect(scenarios).toHaveLength(6)
    expect(days).toEqual([10, 20])
  })

  it('switches several mechanisms off together', () => {
    const { scenarios } = planClaims([claimWith({ mechanism: ['adHarm', 'contentValue'] })], shelf)
    const off = scenarios.slice(2).map(({ model }) => [model['adHarm'], model['contentValue']])
    expect(off).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('tells in which arm a change is wrong', () => {
    const few = { scenario: 'town', edits: [{ path: 'foundrs', value: 3 }] }
    const many = { scenario: 'town', edits: [] }
    expect(() => planClaims([claimWith({ arms: { few, many } })], shelf)).toThrow(
      /^scenarios\/claims\/book\.yaml: A01, arm few: foundrs .*did you mean founders\?$/,
    )
  })
})

describe('a judged book', () => {
  const { judgeAll } = planClaims([claimWith()], shelf)

  it('has the verdict of a claim with its mechanism and without', () => {
    const [judged] = judgeAll([arm(10, 11), arm(30, 31), arm(10, 11), arm(10, 11)])
    expect(judged && claimReport(judged)).toMatchObject({
      id: 'A01',
      verdict: 'holds',
      withoutMechanism: 'fails',
      metric: 'members',
      unit: 'people',
      effect: 20,
      ci95: [20, 20],
      inBand: true,
      robust: null,
      mechanism: ['adHarm'],
    })
  })

  it('can hold without having the size that was claimed', () => {
    const [judged] = judgeAll([arm(10, 11), arm(100, 101), arm(10, 11), arm(100, 101)])
    expect(judged && claimReport(judged)).toMatchObject({ verdict: 'holds', inBand: false })
  })

  it('is undecided where nothing was run', () => {
    const [judged] = judgeAll([])
    expect(judged && claimReport(judged)).toMatchObject({
      ...{ verdict: 'undecided', effect: null, ci95: null, inBand: false, withoutMechanism: 'undecided' },
    })
  })
})

it.each([
  ['members', 'difference', 'people'],
  ['ownerNet', 'difference', 'CNY'],
  ['ownerNet', 'ratio', 'relative'],
  ['deathDay', 'difference', 'days'],
  ['silentDay', 'lead', 'share of seeds'],
  ['alive', 'difference', 'share'],
] as const)('the unit of %s as %s is %s', (metric, as, unit) => {
  expect(unitOf(metric, as)).toBe(unit)
})
