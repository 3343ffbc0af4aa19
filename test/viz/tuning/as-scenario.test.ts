import { describe, expect, it } from 'vitest'
import { computePlayback, resolveScenario } from '../../../sim/index.ts'
import { asScenario } from '../../../viz/tuning/as-scenario.ts'
import { scenarioWith } from '../playback.ts'

const scenario = resolveScenario(
  scenarioWith({
    plan: [
      { from: 0, ads: { perDay: 3 } },
      { from: 20, ads: { perDay: 1 }, content: { perDay: 1 } },
    ],
  }),
  'plan.yaml',
  () => undefined,
)
const read = (value: unknown) => resolveScenario(value, 'saved', () => undefined)
const digest = (of: typeof scenario, forks: Parameters<typeof asScenario>[1] = []) =>
  computePlayback(of, '7', { forks }).digest

describe('a side as a scenario of its own', () => {
  it('has the same history as the side with its forks, where the forks change the plan', () => {
    const forks = [
      {
        at: 10,
        edits: [
          { path: 'plan[0].ads.perDay', value: 0 },
          { path: 'plan[1].ads.perDay', value: 0 },
        ],
      },
      { at: 25, edits: [{ path: 'plan[1].content.perDay', value: 2 }] },
    ]
    const saved = asScenario(scenario, forks)
    expect(saved.fromTheStart).toEqual([])
    expect(saved.scenario.plan.map(({ from, ads }) => [from, ads.perDay])).toEqual([
      [0, 3],
      [10, 0],
      [20, 0],
      [25, 0],
    ])
    const played = computePlayback(scenario, '7', { forks })
    const again = computePlayback(read(saved.scenario), '7')
    expect(again.frames).toEqual(played.frames)
    expect(again.series.ownerNet).toEqual(played.series.ownerNet)
  })
  it('is itself without forks', () =>
    expect(digest(read(asScenario(scenario, []).scenario))).toBe(digest(scenario)))
  it('tells what no file can begin on a later day', () => {
    const edits = [{ path: 'community.rules', value: 0.9 }]
    const late = asScenario(scenario, [{ at: 5, edits }])
    expect(late.scenario.community.rules).toBe(0.9)
    expect(late.fromTheStart).toEqual(edits)
    expect(asScenario(scenario, [{ at: 0, edits }]).fromTheStart).toEqual([])
  })
  it('leaves the scenario that it was made of as it is', () => {
    asScenario(scenario, [{ at: 5, edits: [{ path: 'plan[0].ads.perDay', value: 9 }] }])
    expect(scenario.plan.map(({ ads }) => ads.perDay)).toEqual([3, 1])
  })
})
