import { applyPatches } from 'immer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editScenario } from '../../sim/scenario/edit.ts'
import { resolveScenario } from '../../sim/scenario/resolve.ts'
import { aScenarioFile } from './arbitrary-scenario.ts'
import { LEAST, parse, problemsOf } from './helpers.ts'

const scenario = parse(`${LEAST}offer: { solves: skin }
plan: [{ from: 0, ads: { perDay: 1 } }, { from: 30 }]
shocks: [{ day: 5, kind: owner-absent }]
`)

function complaints(...edits: [path: string, value: unknown][]): string[] {
  return problemsOf(() =>
    editScenario(
      scenario,
      edits.map(([path, value]) => ({ path, value })),
    ),
  )
}

describe('editScenario', () => {
  it('quotes what would break the line in which a wrong path is told', () => {
    expect(() => editScenario(scenario, [{ path: 'plan\n[0]', value: 1 }])).toThrow(
      /^"plan\\n\[0\]" must be written like plan\[1\]\.ads\.perDay$/,
    )
  })

  it('changes one value and says so in one patch', () => {
    const { scenario: edited, patches } = editScenario(scenario, [{ path: 'plan[1].ads.perDay', value: 0 }])
    expect(edited.plan.map((phase) => phase.ads.perDay)).toEqual([1, 0])
    expect(patches).toEqual([{ op: 'replace', path: ['plan', 1, 'ads', 'perDay'], value: 0 }])
    expect(scenario.plan[1]?.ads.perDay).toBe(1)
  })

  it('without effect has no patches and returns the same scenario', () => {
    const edited = editScenario(scenario, [{ path: 'days', value: 180 }])
    expect(edited.patches).toEqual([])
    expect(edited.scenario).toBe(scenario)
  })

  it('completes what it is given, and takes null for the default', () => {
    const { scenario: edited } = editScenario(scenario, [
      { path: 'plan[2]', value: { from: 60, ads: { soft: 1 } } },
      { path: 'plan[2].answers', value: 0.9 },
      { path: 'owner.cash', value: 5 },
      { path: 'owner.cash', value: null },
      { path: 'offer', value: null },
      { path: 'question.en', value: 'Why?' },
      { path: 'model.adHarm', value: 0 },
      { path: 'shocks[0].days', value: 3 },
    ])
    expect(edited.plan[2]).toMatchObject({ from: 60, ads: { perDay: 1, soft: 1 }, answers: 0.9 })
    expect([edited.owner.cash, edited.offer, edited.model]).toEqual([2000, [], { adHarm: 0 }])
    expect(edited.question).toEqual({ 'zh-Hans': 'Why?', 'zh-Hant': 'Why?', en: 'Why?' })
    expect(edited.shocks).toEqual([{ day: 5, kind: 'owner-absent', days: 3 }])
  })

  it('leaves the values it is given alone', () => {
    const phase = Object.freeze({ from: 60 })
    editScenario(scenario, [
      { path: 'plan[2]', value: phase },
      { path: 'plan[2].answers', value: 0.9 },
    ])
    expect(phase).toEqual({ from: 60 })
  })

  it('refuses paths that lead nowhere, all in one go', () => {
    expect(
      complaints(
        ['plan[1].adz.perDay', 0],
        ['plan.from', 0],
        ['plan[7].from', 0],
        ['plan[0].from.x', 0],
        ['model.adHarn', 0],
        ['market.pains[0]', 0],
        ['market.pains.__proto__', 0],
        ['__proto__.polluted', 0],
        ['shocks[0].appeal', 0],
        ['extends', 'x'],
        ['plan..from', 0],
        ['', 0],
        ['days', 0],
      ),
    ).toEqual([
      'plan[1].adz is not a known key: did you mean ads?',
      'plan.from is not a known key: plan is a list, so write plan[0]',
      'plan[7] goes beyond plan, which has 2 items, counted from 0',
      'plan[0].from.x goes below plan[0].from, which is a single value',
      'model.adHarn is not a model parameter: did you mean adHarm?',
      'market.pains[0] must name a topic or a model parameter, not a number',
      'market.pains.__proto__ is not a name for a topic',
      expect.stringContaining('__proto__ is not a known key'),
      'shocks[0].appeal is not a known key: known here are day, days',
      expect.stringContaining('extends is not a known key'),
      'plan..from must be written like plan[1].ads.perDay',
      'the scenario must be written like plan[1].ads.perDay',
      'days must be a whole number from 1 to 1500, got 0',
    ])
  })

  it('holds the values to the rules of a file', () => {
    expect(complaints(['plan[1].ads.perDay', 'many'], ['plan[1].from', 0])).toEqual([
      'plan[1].ads.perDay must be a number from 0 to 1000, got "many"',
      'plan[1].from must be greater than plan[0].from (0), got 0',
    ])
    expect(complaints(['market.pains.skin', NaN])).toEqual([
      'market.pains.skin must be a number from 0 to 1, got NaN',
    ])
  })

  it('law 39: is undone by its inverse patches and repeated by its patches', () =>
    fc.assert(
      fc.property(aScenarioFile, aScenarioFile, (before, after) => {
        const from = resolveScenario(before, 'x', () => undefined)
        const to = resolveScenario(after, 'x', () => undefined)
        const edits = Object.entries(to).map(([path, value]) => ({ path, value: value as unknown }))
        const { scenario: edited, patches, inversePatches } = editScenario(from, edits)
        expect(edited).toEqual(to)
        expect(applyPatches(from, patches)).toEqual(to)
        expect(applyPatches(edited, inversePatches)).toEqual(from)
      }),
    ))
})
