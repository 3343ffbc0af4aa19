import { describe, expect, it } from 'vitest'
import { outcomeOf } from '../../../sim/lab/outcome.ts'
import { run } from '../../../sim/engine/run.ts'
import { takeCensus } from '../../../sim/projections/census.ts'
import { computePlayback } from '../../../sim/projections/compute-playback.ts'
import { stayingOf, staysIn } from '../../../sim/projections/staying.ts'
import { resolveScenario } from '../../../sim/scenario/resolve.ts'
import { bandOf } from '../../../viz/charts/survival-of-members.ts'
import { staysOf } from '../../../viz/charts/staying.ts'
import { playbackOf, playbackWith, scenarioWith } from '../playback.ts'

describe('the stays of a run', () => {
  it('are as many as had joined, and end with the departures there were', () => {
    const playback = playbackOf({})
    for (const day of [0, 10, playback.days]) {
      const stays = staysOf(playback, day)
      expect(stays).toHaveLength(day === 0 ? 0 : (playback.series.joined[day] ?? 0))
      expect(stays.filter(({ hasLeft }) => hasLeft)).toHaveLength(playback.series.left[day] ?? 0)
      expect(stays.every(({ days }) => days >= 0)).toBe(true)
    }
  })
  it('of who was removed ends without a departure on that day', () => {
    const removed = playbackWith({ state: 'leaving', flags: 0, joined: 0, days: 1 })
    const none = { seat: new Uint32Array(), day: new Uint16Array(), shares: new Float32Array() }
    expect(staysOf({ ...removed, departures: none }, 1)).toEqual([{ days: 0, hasLeft: false }])
  })
  it('and of its branch, removals and all, are those that the lab finds under the same seed', () => {
    // Nothing keeps members from selling something themselves but a moderator who removes them.
    const parts = {
      ...{ founders: 100, owner: { moderation: 1 }, model: { memberAdRate: 0.3, memberSellers: 0.4 } },
      community: { rules: 0, positioning: { focus: { gifts: 1 } } },
      plan: [{ from: 0, content: { perDay: 2, quality: 0.8 }, ads: { perDay: 3 } }],
    }
    const scenario = resolveScenario(scenarioWith(parts), 'moderated', () => undefined)
    const louder = { at: 9, edits: [{ path: 'plan[0].ads.perDay', value: 9 }] }
    for (const forks of [[], [louder]]) {
      const playback = computePlayback(scenario, 'S/3', { forks })
      const stays = staysOf(playback, playback.days)
      const { world } = run(scenario, 'S/3', { forks })
      expect(takeCensus(world).removed).toBeGreaterThan(0)
      expect(stays).toEqual(staysIn(world))
      const { staying } = outcomeOf(scenario, 'S/3', { days: [], series: [], staying: true }, forks)
      expect(staying).toEqual(stayingOf(stays).share)
      expect(staying?.at(-1)).toBeLessThan(1)
    }
  })
})

it('a band holds the middle eight of ten reruns, as far as they tell', () => {
  const reruns = Array.from({ length: 10 }, (_, run) => ({
    days: Float64Array.from({ length: run === 9 ? 2 : 1 }, () => run / 10),
  }))
  const { low, high } = bandOf(reruns)
  expect([low[0], high[0]]).toEqual([0, 0.8])
  expect([low[1], high[1]]).toEqual([0.9, 0.9])
})
