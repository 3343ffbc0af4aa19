import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from '../../sim/engine/run.ts'
import { createSimulation } from '../../sim/engine/simulation.ts'
import { studyBlame } from '../../sim/lab/blame-study.ts'
import { worldSetting } from '../../sim/engine/town.ts'
import { stateText } from '../../sim/events/digest.ts'
import { createWorld } from '../../sim/model/world.ts'
import { CAUSES, DEPARTURE_CAUSES } from '../../sim/model/causes.ts'
import { accountOf } from '../../sim/projections/account.ts'
import {
  againWithout,
  editsWithout,
  fateIn,
  mainCause,
  REMOVABLE_CAUSES,
  forksWithout,
  scenarioWithout,
  withoutCause,
  worldWithout,
} from '../../sim/projections/counterfactual.ts'
import { parseScenario } from '../../sim/scenario/parse.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'
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
      const isRemovable = REMOVABLE_CAUSES.some((removable) => removable === cause)
      expect(editsWithout(cause) !== null).toBe(isRemovable)
      expect(scenarioWithout(scenario, cause) !== null).toBe(isRemovable)
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

  it('is a run of the scenario without the cause, and of the forks without it', () => {
    const forks = [{ at: 2, edits: [{ path: 'model.leaveBase', value: 0.9 }] }]
    const bare = scenarioWithout(scenario, 'background')
    const { world } = run(bare ?? scenario, '1', { forks: forksWithout(forks, 'background') })
    const same = worldWithout(scenario, '1', 'background', { forks })
    expect(stateText(world)).toBe(stateText(same ?? createWorld(worldSetting(scenario))))
    expect(bare?.model).toMatchObject({ leaveBase: 0, muteBase: 0, leaveBounty: 0 })
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

describe('the fate of somebody', () => {
  it('says how long she stayed, and how long she heard the group', () => {
    const { world } = run(scenario, '1')
    const person = firstPerson()
    const account = accountOf(scenario, '1', person)
    const stayed = (account?.day ?? 0) - (account?.joinedDay ?? 0)
    expect(fateIn(world, person)).toEqual({ outcome: 'left', day: account?.day, stayed, heard: stayed })
  })

  it('lasts to the end for somebody who is there at the end', () => {
    const quiet = smallScenario({ days: 5, model: { leaveBase: 0, muteBase: 1 } })
    const { world, slots } = run(quiet, '1')
    const muted = [...slots.person]
      .map((person) => fateIn(world, person))
      .find((fate) => fate?.outcome === 'muted')
    expect(muted).toMatchObject({ stayed: 5, heard: muted?.day })
  })

  it('is none for a stranger', () => expect(fateIn(createSimulation(scenario, '1').world, 1)).toBeNull())
})

describe('a person under another luck, with a cause and without it', () => {
  it('is under the luck of the seed what she was, and what she would have been', () => {
    const person = firstPerson()
    const again = againWithout(scenario, '1', person, 'background')
    const { outcome, day } = again?.without ?? {}
    expect(again?.as).toEqual(fateIn(run(scenario, '1').world, person))
    expect({ cause: 'background', outcome, day }).toEqual(withoutCause(scenario, '1', person, 'background'))
  })

  it('fares otherwise, and the same each time', () => {
    const uncertain = crowd({ days: 12, model: { leaveBase: 0.3, muteBase: 0, leaveLowValue: 0 } })
    const [person = -1] = createSimulation(uncertain, '1').slots.person
    const under = (luck: string) => againWithout(uncertain, '1', person, 'background', { luck })
    const lucks = Array.from({ length: 8 }, (_, n) => under(String(n)))
    expect(new Set(lucks.map((again) => again?.as?.stayed)).size).toBeGreaterThan(1)
    expect(under('3')).toEqual(lucks[3])
    for (const again of lucks) expect(again?.without?.outcome).not.toBe('left')
  })

  it('is in a branch under all lucks', () => {
    const forks = [{ at: 1, edits: [{ path: 'model.leaveBase', value: 0 }] }]
    const again = againWithout(scenario, '1', firstPerson(), 'chatter', { forks, luck: '1' })
    expect(again?.as?.stayed === 0 || again?.as?.outcome !== 'left').toBe(true)
  })

  it('has no answer for a cause that cannot be switched off', () =>
    expect(againWithout(scenario, '1', firstPerson(), 'product')).toBeNull())
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
