import { describe, expect, it } from 'vitest'
import { CAUSE } from '../../sim/model/causes.ts'
import { createAccountant, accountOf } from '../../sim/projections/account.ts'
import { accountReport } from '../../sim/projections/account-report.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
import { handMade } from '../testing/hand-made.ts'

it('of somebody who was removed has no shares of a mute before, and tells of favours and roles', () => {
  const made = handMade()
  made.join([7, 8])
  const muted = made.happen('member-muted', { actor: 7, object: CAUSE['hard-ads'] })
  made.happen('blame-shared', { actor: 7, object: CAUSE['hard-ads'], value: 1, cause: muted })
  made.happen('role-given', { actor: 7, object: 0 })
  made.happen('favour-done', { actor: 8, object: 7 })
  made.happen('member-removed', { actor: 7, value: 0.5 })
  made.pass(1)
  const her = createAccountant(7)
  her.observe(made.world, made.rows, 0, made.rows.count)
  const account = her.finish(made.world)
  expect(account).toMatchObject({ outcome: 'left', day: 0, shares: {} })
  expect(account?.events.map(({ kind }) => kind)).toEqual([
    ...['member-joined', 'member-muted', 'role-given', 'favour-done', 'member-removed'],
  ])
})

describe('an account', () => {
  const made = handMade()
  const her = createAccountant(7)
  let from = 0
  const endDay = () => {
    made.pass(1)
    her.observe(made.world, made.rows, from, made.rows.count)
    from = made.rows.count
  }
  endDay()
  made.join([7], { value: 0.25 })
  made.happen('value-changed', { actor: 7, object: CAUSE.expectation, value: 0.5 })
  const ad = made.happen('ad-posted', { value: 0 })
  made.happen('feed-read', { actor: 7, object: 3, value: 0.5 })
  made.happen('value-changed', { actor: 7, object: CAUSE['hard-ads'], value: -0.125, cause: ad })
  endDay()
  const muted = made.happen('member-muted', { actor: 7, object: CAUSE['hard-ads'] })
  made.happen('blame-shared', { actor: 7, object: CAUSE['hard-ads'], value: 1, cause: muted })
  endDay()
  const left = made.happen('member-left', { actor: 7, object: CAUSE['low-value'] })
  made.happen('blame-shared', { actor: 7, object: CAUSE['low-value'], value: 0.75, cause: left })
  made.happen('blame-shared', { actor: 7, object: CAUSE.background, value: 0.25, cause: left })
  endDay()
  const account = her.finish(made.world)

  it('tells when she came and went, with the shares of that day alone', () => {
    expect(account).toMatchObject({ person: 7, seat: 0, joinedDay: 1, outcome: 'left', day: 3 })
    expect(account?.shares).toEqual({ 'low-value': 0.75, background: 0.25 })
  })

  it('has a line for what each fact moved, and for what reading replaced', () => {
    const today = account?.ledger.filter(({ day }) => day === 1)
    expect(today).toMatchObject([
      { variable: 'trust', cause: 'expectation', change: 0.25 },
      { variable: 'value', cause: 'expectation', change: 0.5 },
      { variable: 'value', cause: 'hard-ads', change: -0.125 },
      { variable: 'value', cause: 'fading', change: -0.25, event: -1 },
    ])
  })

  it('shows what is stored after each day, and 0 before she came', () => {
    expect([...(account?.series.trust ?? [])]).toEqual([0, 0, 0.25, 0.25, 0.25])
    expect(account?.series.value[2]).toBeCloseTo(0.125)
  })

  it('tells what she read, what was there, and what else happened to her', () => {
    expect(account?.read).toEqual([{ day: 1, messages: 3, ads: 1, posts: 0, packets: 0 }])
    expect(account?.events.map(({ kind }) => kind)).toEqual(['member-joined', 'member-muted', 'member-left'])
  })

  it('is that of a log as the contract has it', () => {
    if (account === null) throw new Error('she joined')
    const report = accountReport(account, { cause: 'low-value', outcome: 'present', day: null })
    expect(report).toMatchObject({ format: 'qunxiang-why/1', member: 7, outcome: 'left', day: 3 })
  })

  it('tells of others what they did to her: answered her, invited her, came closer', () => {
    const town = handMade()
    const member = createAccountant(7)
    town.join([1, 2])
    const invited = town.happen('invitation-sent', { actor: 1, object: 7, value: 1 })
    town.join([7], { object: 3, cause: invited })
    town.happen('tie-changed', { actor: 2, object: 7, value: 0.5 })
    town.happen('tie-changed', { actor: 1, object: 2, value: 0.5 })
    town.happen('message-posted', { actor: 7, value: 1 })
    town.happen('reply-given', { actor: -1, object: 7, value: 1 })
    town.happen('packet-claimed', { actor: 1, object: 7, value: 0.5 })
    town.happen('day-closed')
    member.observe(town.world, town.rows, 0, town.rows.count)
    expect(member.finish(town.world)?.events.map(({ kind }) => kind)).toEqual([
      ...['invitation-sent', 'member-joined', 'tie-changed', 'message-posted', 'reply-given'],
    ])
  })

  it('counts no mute against her once she was woken', () => {
    const town = handMade()
    const member = createAccountant(7)
    town.join([7])
    const muted = town.happen('member-muted', { actor: 7, object: CAUSE['hard-ads'] })
    town.happen('blame-shared', { actor: 7, object: CAUSE['hard-ads'], value: 1, cause: muted })
    town.happen('member-woken', { actor: 7 })
    town.happen('day-closed')
    member.observe(town.world, town.rows, 0, town.rows.count)
    expect(member.finish(town.world)).toMatchObject({ outcome: 'present', day: null, shares: {} })
  })

  it('is null for somebody who never joined, or is nobody', () => {
    expect(createAccountant(8).finish(made.world)).toBeNull()
    expect(accountOf(smallScenario({ days: 1 }), '1', 100_000)).toBeNull()
  })
})
