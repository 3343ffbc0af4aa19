import { describe, expect, it } from 'vitest'
import { LEDGERS, resolveScenario, run } from '../../../sim/index.ts'
import type { Account, LedgerEntry } from '../../../sim/index.ts'
import { buildUp, endOf } from '../../../viz/account/build-up.ts'
import { createTeller } from '../../../viz/account/story.ts'
import { scenarioWith } from '../playback.ts'

const scenario = resolveScenario(
  scenarioWith({ days: 60, founders: 60, plan: [{ from: 0, content: { perDay: 1 }, ads: { perDay: 4 } }] }),
  'ads',
  () => undefined,
)
const tellers = Array.from({ length: 200 }, (_, person) => createTeller(person))
run(scenario, '1', { observers: tellers.map(({ observe }) => observe) })
const accounts = tellers.flatMap((teller) => teller.finish()?.account ?? [])

const entry = (cause: LedgerEntry['cause'], change: number, day = 0): LedgerEntry => ({
  ...{ day, variable: 'trust', cause, change, event: 0 },
})
const accountOf = (...ledger: LedgerEntry[]): Account => ({ ledger }) as unknown as Account

describe('the account of a ledger as a waterfall', () => {
  it('ends at the stored value, for every member, ledger and day', () => {
    expect(accounts.length).toBeGreaterThan(20)
    for (const account of accounts)
      for (const ledger of LEDGERS)
        for (const day of [0, 1, 7, 30, 60])
          expect(endOf(buildUp(account, ledger, day))).toBeCloseTo(account.series[ledger][day] ?? 0, 4)
  })

  it('goes on from each bar to the next, beginning at 0', () => {
    for (const account of accounts) {
      const steps = buildUp(account, 'trust', 60)
      expect(steps[0]?.from ?? 0).toBe(0)
      steps.forEach((step, at) => {
        expect(step.to).toBeCloseTo(step.from + step.change, 12)
        if (at > 0) expect(step.from).toBe(steps[at - 1]?.to)
      })
    }
  })

  it('begins with what was brought along, then gains, then losses, the largest first, and what faded last', () => {
    const account = accountOf(
      ...[entry('fading', -0.3), entry('hard-ads', -0.1), entry('content', 0.05), entry('product', -0.2)],
      ...[entry('meeting', 0.2), entry('expectation', 0.4)],
    )
    expect(buildUp(account, 'trust', 1).map(({ cause }) => cause)).toEqual([
      ...['expectation', 'meeting', 'content', 'product', 'hard-ads', 'fading'],
    ])
  })

  it('adds a cause up over all days that have passed, and puts small ones together', () => {
    const account = accountOf(
      ...[entry('content', 0.1, 1), entry('content', 0.1, 2), entry('content', 0.1, 3)],
      ...[entry('answers', 0.002, 1), entry('favours', 0.001, 1)],
    )
    const told = buildUp(account, 'trust', 3).map(({ cause, change }) => [cause, Number(change.toFixed(6))])
    expect(told).toEqual([
      ['content', 0.2],
      ['others', 0.003],
    ])
  })

  it('has no bars where nothing has happened', () => {
    expect(buildUp(accountOf(), 'trust', 5)).toEqual([])
    expect(endOf([])).toBe(0)
  })
})
