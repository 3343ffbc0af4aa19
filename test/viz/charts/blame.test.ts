import { describe, expect, it } from 'vitest'
import { computePlayback, resolveScenario } from '../../../sim/index.ts'
import { blamed, causesOf, leftBy } from '../../../viz/charts/blame.ts'
import { scenarioWith } from '../playback.ts'

const pushy = computePlayback(
  resolveScenario(
    scenarioWith({ founders: 80, plan: [{ from: 0, ads: { perDay: 6 } }] }),
    'pushy',
    () => undefined,
  ),
  '1',
)

describe('why members left', () => {
  it('adds up, on every day, to those who had left', () => {
    expect(leftBy(pushy, pushy.days)).toBeGreaterThan(10)
    for (let day = 0; day <= pushy.days; day++) {
      const sum = [...blamed(pushy, day).values()].reduce((all, part) => all + part, 0)
      expect(leftBy(pushy, day)).toBe(pushy.series.left[day])
      expect(sum).toBeCloseTo(leftBy(pushy, day), 3)
    }
  })
  it('names every cause that has a share, and no other', () => {
    const named = causesOf([pushy])
    expect(named).toContain('hard-ads')
    const shares = blamed(pushy, pushy.days)
    for (const [cause, part] of shares) expect(named.includes(cause), cause).toBe(part > 0)
  })
  it('names none before anybody has left', () =>
    expect([...blamed(pushy, 0).values()].every((part) => part === 0)).toBe(true))
})
