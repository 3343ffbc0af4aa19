import { describe, expect, it } from 'vitest'
import { LEAST, mistakesIn, parse } from './helpers.ts'

const BASE = `${LEAST}days: 90
community: { positioning: { focus: { skin: 1 }, clarity: 0.9 }, rules: 0.7 }
arrivals: [{ perDay: 1 }, { perDay: 2 }]
offer: { solves: skin, price: 50 }
`

describe('extends', () => {
  it('merges maps deep, takes back with null and replaces lists whole', () => {
    const scenario = parse(
      `extends: base
name: Change
days: null
community: { positioning: { clarity: 0.1, focus: { gifts: 3 } } }
arrivals: [{ perDay: 3 }]
offer: { unitCost: 5 }
`,
      { base: BASE },
    )
    expect(scenario.name.en).toBe('Change')
    expect(scenario.days).toBe(180)
    expect(scenario.community.rules).toBe(0.7)
    expect(scenario.community.positioning).toEqual({ focus: { skin: 0.25, gifts: 0.75 }, clarity: 0.1 })
    expect(scenario.arrivals.map((arrival) => arrival.perDay)).toEqual([3])
    expect(scenario.offer[0]).toMatchObject({ solves: 'skin', price: 50, unitCost: 5 })
  })

  it('removes a topic with null', () => {
    const change = 'extends: base\nmarket: { pains: { gifts: null } }'
    expect(parse(change, { base: BASE }).market.pains).toEqual({ skin: 0.3 })
  })

  it('climbs over several scenarios', () => {
    const scenario = parse('extends: b', { b: 'extends: a\ndays: 10', a: BASE })
    expect([scenario.days, scenario.name.en]).toEqual([10, 'Least'])
  })

  it('reports what is wrong in the base with the file and the line of the base', () => {
    const mistakes = mistakesIn('extends: base\nfounders: -1\nplan:\n- { moderation: 2 }', {
      base: `${BASE}owner: { energi: 1, cash: none }`,
    })
    expect(mistakes).toEqual([
      'base.yaml:8: owner.energi is not a known key: did you mean energy?',
      'base.yaml:8: owner.cash must be a number from 0 to 1000000000, got "none"',
      'x.yaml:2: founders must be a whole number from 0 to 500000, got -1',
      'x.yaml:4: plan[0].moderation must be a number from 0 to 1, got 2',
    ])
  })

  it('reports what is wrong between base and change at the change', () => {
    expect(mistakesIn('extends: base\nmarket:\n  pains: { skin: 0.9 }', { base: BASE })).toEqual([
      'x.yaml:3: market.pains must add up to at most 1, got 1.1',
    ])
  })

  it('refuses a cycle and shows it', () => {
    expect(mistakesIn('extends: b', { b: 'extends: c', c: 'extends: b' })).toEqual([
      'c.yaml:1: extends must not lead back to a scenario on the way, got x → b → c → b',
    ])
    expect(mistakesIn('extends: x', { x: 'extends: x' })).toEqual([
      'x.yaml:1: extends must not lead back to a scenario on the way, got x → x',
    ])
  })

  it('guesses the name of a base that is not there, and still reports the rest', () => {
    expect(mistakesIn('days: 0\nextends: pain-point-frist', { 'pain-point-first': BASE })).toEqual([
      'x.yaml:1: days must be a whole number from 1 to 1500, got 0',
      'x.yaml:2: extends must name a known scenario, got "pain-point-frist": did you mean pain-point-first?',
    ])
  })

  it('refuses a base of another format or with broken YAML', () => {
    expect(mistakesIn('extends: base', { base: BASE.replace('scenario/1', 'scenario/9') })).toEqual([
      'base.yaml:1: format must be qunxiang-scenario/1, got "qunxiang-scenario/9": another version of Qunxiang wrote this file',
    ])
    expect(mistakesIn('extends: base', { base: 'a: "' })[0]).toMatch(
      /^base\.yaml:1: the scenario must be YAML/,
    )
  })

  it('refuses anything but a name', () => {
    expect(mistakesIn(`${LEAST}extends: 3`)).toEqual([
      'x.yaml:4: extends must be a text of 1 to 200 characters, got 3',
    ])
  })
})
