import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { studyBlame } from '../../sim/lab/blame-study.ts'
import { CAUSES, DEPARTURE_CAUSES } from '../../sim/model/causes.ts'
import { accountOf } from '../../sim/projections/account.ts'
import {
  editsWithout,
  mainCause,
  REMOVABLE_CAUSES,
  withoutCause,
} from '../../sim/projections/counterfactual.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import { crowd } from '../testing/arrange.ts'

const scenario = crowd({
  days: 12,
  model: { leaveBase: 1, muteBase: 0, leaveFatigue: 0, leaveLabel: 0, leaveLowValue: 0 },
  plan: [{ from: 0, ads: { perDay: 4 } }],
})

describe('the same history without a cause', () => {
  it('keeps those whom the cause alone drove out', () => {
    const account = accountOf(scenario, '1', firstPerson())
    expect(account?.outcome).toBe('left')
    expect(mainCause(account?.shares ?? {})).toBe('background')
    expect(withoutCause(scenario, '1', firstPerson(), 'background')?.outcome).not.toBe('left')
  })

  it('is null for a cause that no mechanism acts through, and says so beforehand', () => {
    for (const cause of CAUSES.slice(0, DEPARTURE_CAUSES)) {
      const isRemovable = REMOVABLE_CAUSES.includes(cause)
      expect(editsWithout(cause) !== null).toBe(isRemovable)
      if (!isRemovable) expect(withoutCause(scenario, '1', 0, cause)).toBeNull()
    }
  })

  it('tells how far it has got, and is the same for it', () => {
    const days: number[] = []
    const told = withoutCause(scenario, '1', firstPerson(), 'chatter', { onDay: (done) => days.push(done) })
    expect(days).toEqual(Array.from({ length: 12 }, (_, day) => day + 1))
    expect(told).toEqual(withoutCause(scenario, '1', firstPerson(), 'chatter'))
  })

  it('stays without the cause in a branch that would switch it on again', () => {
    const forks = [{ at: 2, edits: [{ path: 'model.leaveBase', value: 0.9 }] }]
    expect(withoutCause(scenario, '1', firstPerson(), 'background', { forks })?.outcome).not.toBe('left')
  })

  it('tells of somebody who never comes', () => {
    const [nobody] = Array.from({ length: 1000 }, (_, person) => person).filter(
      (person) => accountOf(crowd({ days: 1 }), '1', person) === null,
    )
    expect(withoutCause(crowd({ days: 1 }), '1', nobody as number, 'chatter')).toEqual({
      cause: 'chatter',
      outcome: 'never-joined',
      day: null,
    })
  })
})

describe('the study of blame', () => {
  it('finds that the named cause matters more than another one', () => {
    const scenarios = ['ads-from-day-one', 'pain-point-first'].map((name) => {
      const file = `scenarios/${name}.yaml`
      return parseScenario(readFileSync(file, 'utf8'), file, () => undefined)
    })
    const { departures, named, other } = studyBlame({ scenarios, seeds: ['book/0'], sample: 30 })
    expect(departures).toBeGreaterThan(100)
    expect([named.people, other.people]).toEqual([30, 30])
    expect(named.thatDay).toBeGreaterThan(2 * other.thatDay)
    expect(named.toTheEnd).toBeGreaterThan(other.toTheEnd)
  })
})

/** Somebody who joins and leaves. */
function firstPerson(): number {
  for (let person = 0; ; person++) if (accountOf(scenario, '1', person)?.outcome === 'left') return person
}
