import { describe, expect, it } from 'vitest'
import type { Claim, ClaimTest } from '../../sim/lab/claim.ts'
import { claimReport, planClaims, planContexts, unitOf } from '../../sim/lab/claims-book.ts'
import { CONTEXTS, type Context } from '../../sim/lab/contexts.ts'
import type { ArmResults } from '../../sim/lab/outcome.ts'
import { editScenario } from '../../sim/scenario/edit.ts'
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

describe('other contexts', () => {
  const context = (path: string, value: unknown): Context => ({
    name: path,
    says: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    editsOf: () => [{ path, value }],
  })

  it('change the scenarios of a claim before its arms do', () => {
    const { scenarios, days } = planContexts([claimWith()], shelf, [
      context('founders', 40),
      context('days', 30),
    ])
    expect(scenarios.map(({ founders, days: length }) => [founders, length])).toEqual([
      ...[40, 30].map((founders) => [founders, 20]),
      ...[12, 30].map((founders) => [founders, 30]),
    ])
    expect(days).toEqual([20])
  })

  it('are counted by whether all effects point as claimed, however small', () => {
    const contexts = [context('days', 30), context('days', 40)]
    const { scenarios, sharesOf } = planContexts([claimWith()], shelf, contexts)
    expect(scenarios).toHaveLength(4)
    expect(sharesOf([arm(10, 10), arm(11, 10), arm(10), arm(9)])).toEqual([0.5])
  })

  it('point as claimed on the side of the band: a lead beyond a half, a number beyond what matters, limits within them', () => {
    const shareOf = (test: Partial<ClaimTest>, few: number, many: number) =>
      planContexts([claimWith({ tests: [{ ...TEST, ...test }] })], shelf, [context('days', 30)]).sharesOf([
        ...[arm(few, few), arm(many, many)],
      ])[0]
    expect(shareOf({ as: 'lead', band: [0.6, 1], smallest: 0.55 }, 1, 2)).toBe(1)
    expect(shareOf({ as: 'lead', band: [0.6, 1], smallest: 0.55 }, 2, 1)).toBe(0)
    expect(shareOf({ band: [-3, -9], smallest: 1 }, 2, 1)).toBe(1)
    expect(shareOf({ than: null, band: [20, 30], smallest: 10 }, 0, 12)).toBe(1)
    expect(shareOf({ than: null, band: [20, 30], smallest: 10 }, 0, 8)).toBe(0)
    expect(shareOf({ band: null, within: [-1, 1] }, 5, 5)).toBe(1)
    expect(shareOf({ band: null, within: [-1, 1] }, 5, 9)).toBe(0)
  })

  it('that change nothing for a claim, or leave no valid arms, are not counted; without any there is no share', () => {
    const { scenarios, sharesOf } = planContexts([claimWith()], shelf, [
      ...[context('days', 20), context('founders', -1)],
    ])
    expect(scenarios).toEqual([])
    expect(sharesOf([])).toEqual([null])
  })

  it('have names of their own, and each changes a town', () => {
    expect(new Set(CONTEXTS.map(({ name }) => name)).size).toBe(CONTEXTS.length)
    const town = smallScenario({ arrivals: [{ from: 0, to: 9, perDay: 2, source: 'friends' }] })
    for (const { name, editsOf } of CONTEXTS) {
      const { patches } = editScenario(town, editsOf(town))
      expect(patches.length, name).toBeGreaterThan(0)
    }
  })
})
