import { describe, expect, it } from 'vitest'
import { InvariantError } from '../../sim/model/invariant.ts'
import type { Parameter } from '../../sim/model/parameter.ts'
import { PARAMETER_NAMES, PARAMETERS, parametersWith } from '../../sim/model/parameters.ts'

const TABLE = Object.entries(PARAMETERS) as [string, Parameter][]
const SWITCHES = TABLE.filter(([, { isSwitch }]) => isSwitch === true)

describe('every parameter', () => {
  it('has a default within what is plausible, and that within what is accepted', () => {
    for (const [name, { default: value, range, plausible }] of TABLE) {
      expect([range[0], plausible[0], value, plausible[1], range[1]], name).toEqual(
        [range[0], plausible[0], value, plausible[1], range[1]].sort((a, b) => a - b),
      )
      expect(plausible[0], name).toBeLessThan(plausible[1])
    }
  })

  it('says in one sentence what it does, in which unit, and where it comes from', () => {
    for (const [name, { says, unit, source }] of TABLE) {
      expect(says, name).toMatch(/^[A-Z].*\.$/)
      expect(unit, name).not.toBe('')
      expect(source, name).not.toBe('')
    }
  })
})

describe('switches', () => {
  it('run from 0, off, to 1, as calibrated', () => {
    for (const [, { range, plausible, default: value }] of SWITCHES) {
      expect(range).toEqual([0, 1])
      expect(plausible).toEqual([0, 1])
      expect(value).toBe(1)
    }
  })

  it('are there for every mechanism that a claim may rest on', () => {
    expect(SWITCHES.map(([name]) => name)).toEqual([
      'adHarm',
      'inheritedTrust',
      'contentValue',
      'companyValue',
      'trustGrowth',
      'inMarketGate',
      'replyEffect',
      'ownerFatigue',
      'packetEffect',
      'tieEffect',
      'meetingEffect',
      'inviting',
      'intruding',
      'topicMatters',
      'clarityEffect',
      'priceEffect',
      'needsEffect',
      'contagion',
      'roleEffect',
      'figureEffect',
      'memberTrustEffect',
      'memberAds',
      'moderating',
      'valuesEffect',
      'attributeEffect',
      'favourEffect',
      'cueEffect',
      'checkInEffect',
      'taskEffect',
      'audienceEffect',
      'productFit',
      'serviceEffect',
      'curationEffect',
      'exclusiveEffect',
      'feeEffect',
      'listeningEffect',
      'pitching',
      'spillover',
      'crowding',
      'surpriseEffect',
      'chanceShocks',
      'townSpread',
    ])
  })
})

describe('parametersWith', () => {
  it('gives the default of every parameter', () => {
    const parameters = parametersWith()
    expect(Object.keys(parameters)).toEqual(PARAMETER_NAMES)
    for (const name of PARAMETER_NAMES) expect(parameters[name]).toBe(PARAMETERS[name].default)
  })

  it('sets the given ones apart, 0 among them, and leaves the table alone', () => {
    const parameters = parametersWith({ habitRate: 0.11, adHarm: 0 })
    expect(parameters).toMatchObject({ habitRate: 0.11, adHarm: 0 })
    expect({ ...parameters, habitRate: 0.08, adHarm: 1 }).toEqual(parametersWith())
    expect(PARAMETERS.adHarm.default).toBe(1)
  })

  it('refuses a name that the table does not have', () => {
    expect(() => parametersWith({ harm: 1 })).toThrow(InvariantError)
    expect(() => parametersWith({ toString: 1 })).toThrow(/got toString/)
  })
})
