import { describe, expect, it } from 'vitest'
import { computePlayback, resolveScenario } from '../../../sim/index.ts'
import { blamed, causesOf, leftBy, mostBlamed } from '../../../viz/charts/blame.ts'
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
  it('keeps, of some causes, those of the most departures in the order that they had', () => {
    const causes = causesOf([pushy])
    const kept = mostBlamed([{ playback: pushy }], causes, 2)
    expect(kept).toHaveLength(2)
    expect(causes.filter((cause) => kept.includes(cause))).toEqual(kept)
    const shares = blamed(pushy, pushy.days)
    const least = Math.min(...kept.map((cause) => shares.get(cause) ?? 0))
    for (const cause of causes.filter((each) => !kept.includes(each)))
      expect(shares.get(cause) ?? 0).toBeLessThanOrEqual(least)
  })
  it('names none before anybody has left', () =>
    expect([...blamed(pushy, 0).values()].every((part) => part === 0)).toBe(true))
})
