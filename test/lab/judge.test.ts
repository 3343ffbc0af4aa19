import { describe, expect, it } from 'vitest'
import type { Claim, ClaimTest } from '../../sim/lab/claim.ts'
import { judge, verdictOf } from '../../sim/lab/judge.ts'
import type { Outcome } from '../../sim/lab/outcome.ts'

const up = { band: [0.4, 0.9], within: null, smallest: 0.2 } as const
const down = { band: [-10, -40], within: null, smallest: 5 } as const
const same = { band: null, within: [-0.02, 0.02], smallest: 0 } as const

describe('a verdict', () => {
  it.each([
    [up, [0.21, 0.5], 'holds'],
    [up, [0.19, 0.5], 'undecided'],
    [up, [0.05, 0.19], 'fails'],
    [up, [-0.9, -0.5], 'fails'],
    [down, [-30, -6], 'holds'],
    [down, [-30, -4], 'undecided'],
    [down, [-4, 3], 'fails'],
    [same, [-0.01, 0.02], 'holds'],
    [same, [0.01, 0.03], 'undecided'],
    [same, [0.03, 0.05], 'fails'],
    [up, null, 'undecided'],
  ] as const)('of %j with the interval %j is %s', (test, interval, verdict) => {
    expect(verdictOf(test, interval)).toBe(verdict)
  })
})

function outcome(deathDay: number | null, trust: number | null): Outcome {
  const at = { 60: { meanTrust: trust } } as unknown as Outcome['at']
  return { seed: 's', deathDay, silentDay: null, at, series: {} }
}

function claimWith(test: Partial<ClaimTest>): Claim {
  const whole: ClaimTest = {
    metric: 'meanTrust',
    day: 60,
    of: 'b',
    than: 'a',
    as: 'difference',
    band: [0.1, 0.3],
    within: null,
    smallest: 0.05,
    ...test,
  }
  const arm = { scenario: 'x', edits: [] }
  const says = { 'zh-Hans': '', 'zh-Hant': '', en: '' }
  return {
    id: 'A01',
    says,
    mechanism: [],
    research: null,
    arms: { a: arm, b: arm },
    tests: [whole],
    file: '',
  }
}

const a = [outcome(30, 0.2), outcome(null, 0.3), outcome(40, 0.4), null]
const b = [outcome(90, 0.4), outcome(null, 0.5), outcome(45, 0.6), outcome(50, 0.9)]

describe('a claim', () => {
  it('is judged by the pairs that were run', () => {
    const { verdict, tests } = judge(claimWith({}), { a, b })
    expect(verdict).toBe('holds')
    expect(tests[0]?.effect).toBeCloseTo(0.2, 12)
    expect(tests[0]?.inBand).toBe(true)
  })

  it('about days counts runs that live as ending on the day that is looked at', () => {
    const { tests } = judge(claimWith({ metric: 'deathDay', band: [10, 20] }), { a, b })
    expect(tests[0]?.effect).toBeCloseTo((60 - 30 + 0 + 5) / 3, 12)
  })

  it('about who leads counts ties half', () => {
    const { tests } = judge(claimWith({ metric: 'alive', day: 60, as: 'lead' }), { a, b })
    expect(tests[0]?.effect).toBeCloseTo((1 + 0.5 + 0.5) / 3, 12)
  })

  it('is undecided where its metric cannot be told', () => {
    const { verdict, tests } = judge(claimWith({ day: 61 }), { a, b })
    expect(verdict).toBe('undecided')
    expect(tests[0]?.effect).toBeNull()
  })
})
