import { describe, expect, it } from 'vitest'
import { resolveScenario } from '../../../sim/index.ts'
import { CHIP_NAMES, turnsOfChip } from '../../../viz/tuning/chips.ts'
import { KNOB_NAMES, editsOf, fieldOf, knobsOf, planBefore, turnsIn } from '../../../viz/tuning/knobs.ts'
import type { KnobName } from '../../../viz/tuning/knobs.ts'
import { editScenario } from '../../../sim/scenario/edit.ts'

const scenario = resolveScenario(
  {
    format: 'qunxiang-scenario/1',
    name: 'Three phases',
    market: { pains: { skin: 0.3 } },
    offer: { solves: 'skin', price: 80 },
    plan: [
      { from: 0, ads: { perDay: 5 } },
      { from: 30, ads: { perDay: 2 } },
      { from: 60, content: { perDay: 1 } },
    ],
  },
  'three.yaml',
  () => undefined,
)

describe('a knob', () => {
  it('has its bounds from the table of fields, and turns a number', () => {
    for (const name of KNOB_NAMES) expect(fieldOf(name).min).toBeLessThan(fieldOf(name).max)
  })
  it('shows the value of the phase that is in force', () => {
    const ads = (day: number) => knobsOf(scenario, day).find(({ name }) => name === 'plan.ads.perDay')?.value
    expect([ads(0), ads(29), ads(30), ads(100)]).toEqual([5, 5, 2, 2])
  })
  it('of an offer is there only where something is sold', () => {
    const names = knobsOf({ ...scenario, offer: [] }, 0).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('offer'))).toEqual([])
  })
  it('stays within the bounds of the table, and its slider reaches its value', () => {
    for (const knob of knobsOf(scenario, 0)) {
      expect(knob.handy).toBeLessThanOrEqual(knob.max)
      expect(knob.handy).toBeGreaterThanOrEqual(knob.value)
      expect(knob.value).toBeGreaterThanOrEqual(knob.min)
    }
  })
})

describe('turning a knob', () => {
  it('changes the phase of that day and all that follow, and none before', () => {
    const edits = editsOf(scenario, 40, new Map<KnobName, number>([['plan.ads.perDay', 0]]))
    expect(edits).toEqual([
      { path: 'plan[1].ads.perDay', value: 0 },
      { path: 'plan[2].ads.perDay', value: 0 },
    ])
  })
  it('is found again in the edits', () => {
    const turns = new Map<KnobName, number>([
      ['plan.ads.perDay', 1],
      ['community.rules', 0.9],
      ['offer.price', 60],
    ])
    expect(turnsIn(scenario, 40, editsOf(scenario, 40, turns))).toEqual(turns)
  })
  it('is an edit that the engine accepts, for every knob, at both ends of its slider', () => {
    for (const { name, min, handy } of knobsOf(scenario, 40)) {
      for (const value of [min, handy]) {
        const edits = editsOf(scenario, 40, new Map([[name, value]]))
        const { scenario: edited } = editScenario(scenario, edits)
        expect([name, knobsOf(edited, 40).find((knob) => knob.name === name)?.value]).toEqual([name, value])
      }
    }
  })
  it('gives a reward to somebody', () => {
    const edits = editsOf(scenario, 0, new Map<KnobName, number>([['invitations.reward', 5]]))
    expect(edits).toContainEqual({ path: 'invitations.to', value: 'inviter' })
  })
})

describe('the plan before a day', () => {
  it('has the changes of earlier forks in it, and leaves the scenario as it is', () => {
    const forks = [
      { at: 10, edits: editsOf(scenario, 10, new Map<KnobName, number>([['plan.ads.perDay', 1]])) },
      { at: 40, edits: editsOf(scenario, 40, new Map<KnobName, number>([['plan.ads.perDay', 0]])) },
    ]
    const ads = (day: number) => planBefore({ scenario, forks }, day).plan.map(({ ads }) => ads.perDay)
    expect(ads(10)).toEqual([5, 2, 2])
    expect(ads(40)).toEqual([1, 1, 1])
    expect(ads(50)).toEqual([1, 0, 0])
    expect(scenario.plan[0]?.ads.perDay).toBe(5)
  })
})

describe('a chip', () => {
  it('is offered as long as it would turn something', () => {
    const knobs = knobsOf(scenario, 0)
    expect(turnsOfChip('stop-ads', knobs)).toEqual(new Map([['plan.ads.perDay', 0]]))
    expect(turnsOfChip('stop-packets', knobs).size).toBe(0)
    const silent = knobs.map((knob) => (knob.name === 'plan.ads.perDay' ? { ...knob, value: 0 } : knob))
    expect(turnsOfChip('soft-ads', silent).size).toBe(0)
  })
  it('turns knobs that there are, to values within their bounds', () => {
    const knobs = knobsOf(scenario, 0)
    for (const chip of CHIP_NAMES) {
      for (const [name, value] of turnsOfChip(chip, knobs)) {
        expect(value).toBeGreaterThanOrEqual(fieldOf(name).min)
        expect(value).toBeLessThanOrEqual(fieldOf(name).max)
      }
    }
  })
})
