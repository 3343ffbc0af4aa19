import { describe, expect, it } from 'vitest'
import { runPlacebo } from '../../sim/lab/placebo.ts'
import { smallScenario } from '../../sim/testing/small-scenario.ts'

describe('a placebo', () => {
  it('of a fork that changes nothing, and of a stranger who comes too late, moves nothing', async () => {
    expect(await runPlacebo(smallScenario(), { seed: 'p', runs: 100 })).toEqual({
      noOpFork: { runs: 3, sameDigests: 3 },
      irrelevantJoiner: { runs: 3, largestDifference: 0 },
    })
  })

  it('has no more runs than the comparison that it goes with', async () => {
    const { noOpFork, irrelevantJoiner } = await runPlacebo(smallScenario(), { seed: 'p', runs: 1 })
    expect([noOpFork.runs, irrelevantJoiner.runs]).toEqual([1, 1])
  })

  it('of a run of one day has no day on which a stranger could come too late', async () => {
    expect(await runPlacebo(smallScenario({ days: 1 }), { seed: 'p', runs: 2 })).toEqual({
      noOpFork: { runs: 2, sameDigests: 2 },
      irrelevantJoiner: { runs: 0, largestDifference: 0 },
    })
  })

  it('breathes after every day, so that it can be ended', async () => {
    const shares: number[] = []
    const scenario = smallScenario({ days: 5 })
    await runPlacebo(scenario, { seed: 'p', runs: 2, breathe: async (share) => void shares.push(share) })
    expect(shares).toHaveLength(2 * 4 * 5)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    let breaths = 0
    const breathe = () => (++breaths === 3 ? Promise.reject(new Error('enough')) : Promise.resolve())
    await expect(runPlacebo(scenario, { seed: 'p', runs: 2, breathe })).rejects.toThrow('enough')
    expect(breaths).toBe(3)
  })
})
