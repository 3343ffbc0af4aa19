import { describe, expect, it } from 'vitest'
import { LOG_FORMAT, logHeader, scenarioHash } from '../../sim/engine/header.ts'
import { KINDS } from '../../sim/events/kinds.ts'
import { ENGINE } from '../../sim/model/engine-version.ts'
import { PARAMETER_NAMES, PARAMETERS } from '../../sim/model/parameters.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const scenario = smallScenario({ model: { habitRate: 0.09 } })

describe('the header of a run', () => {
  const header = logHeader(scenario, '群像')

  it('names format, engine and seed, and holds the whole scenario', () => {
    expect(header).toMatchObject({ format: LOG_FORMAT, engine: ENGINE, seed: '群像', scenario })
    expect(header.scenarioHash).toBe(scenarioHash(scenario))
  })

  it('holds every parameter, so that an old log folds under new defaults', () => {
    expect(Object.keys(header.parameters)).toEqual(PARAMETER_NAMES)
    for (const name of PARAMETER_NAMES) {
      expect(header.parameters[name], name).toBe(scenario.model[name] ?? PARAMETERS[name].default)
    }
    expect(header.parameters.habitRate).toBe(0.09)
  })

  it('lists code and version of every kind of fact', () => {
    expect(Object.keys(header.kinds)).toEqual(Object.keys(KINDS))
    for (const [name, { code, version }] of Object.entries(KINDS))
      expect(header.kinds[name]).toEqual([code, version])
  })

  it('comes back from JSON as it was', () => {
    expect(JSON.parse(JSON.stringify(header))).toEqual(header)
  })
})

describe('the hash of a scenario', () => {
  it('is sixteen hexadecimal digits', () => {
    expect(scenarioHash(scenario)).toMatch(/^[0-9a-f]{16}$/)
  })

  it('is the same for files that mean the same', () => {
    expect(scenarioHash(smallScenario())).toBe(scenarioHash(smallScenario({ owner: { energy: 0.9 } })))
    const again = resolveScenario(JSON.parse(JSON.stringify(scenario)), 'again', () => undefined)
    expect(scenarioHash(again)).toBe(scenarioHash(scenario))
  })

  it('is another for any other value', () => {
    const hashes = [
      {},
      { days: 21 },
      { founders: 11 },
      { owner: { energy: 0.8 } },
      { model: { habitRate: 0.09 } },
      { name: 'a town' },
    ].map((changes) => scenarioHash(smallScenario(changes)))
    expect(new Set(hashes).size).toBe(6)
  })
})
