import { describe, expect, it } from 'vitest'
import { effectiveForks, stagesOf, type Fork } from '../../sim/engine/stages.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

const scenario = smallScenario()
const fork = (at: number, path: string, value: unknown): Fork => ({ at, edits: [{ path, value }] })

describe('the stages of a run', () => {
  it('are one without forks, and one more for each that changes anything', () => {
    expect(stagesOf(scenario, [])).toEqual([{ from: 0, scenario }])
    const stages = stagesOf(scenario, [fork(3, 'plan[0].answers', 1), fork(8, 'plan[0].ads.perDay', 0)])
    expect(stages.map(({ from }) => from)).toEqual([0, 3, 8])
    expect(stages[2]?.scenario.plan[0]).toMatchObject({ answers: 1, ads: { perDay: 0 } })
    expect(scenario.plan[0]).toMatchObject({ answers: 0.5, ads: { perDay: 1 } })
  })

  it('leave out forks that change nothing', () => {
    const same = fork(3, 'plan[0].answers', 0.5)
    const other = fork(5, 'plan[0].answers', 0.6)
    expect(effectiveForks(scenario, [same, { at: 4, edits: [] }, other])).toEqual([other])
  })

  it.each<[Fork[], RegExp]>([
    [[fork(20, 'plan[0].answers', 1)], /at must be a day from 0 to 19, got 20/],
    [[fork(1.5, 'plan[0].answers', 1)], /at must be a day from 0 to 19, got 1.5/],
    [[fork(5, 'plan[0].answers', 1), fork(4, 'plan[0].answers', 0)], /at must be a day from 6 to 19, got 4/],
    [[fork(5, 'market.people', 200)], /must not be a path of the market/],
    [[fork(5, 'days', 30)], /days must begin with one of community, owner/],
    [[fork(5, 'community.groups', 2)], /community\.groups must stay 1 in a fork, got 2/],
    [[fork(5, 'offer', [])], /offer must stay a list of 1 in a fork, got 0/],
  ])('refuse %j', (forks, says) => {
    expect(() => stagesOf(scenario, forks)).toThrow(says)
  })
})
