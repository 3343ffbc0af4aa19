import { describe, expect, it } from 'vitest'
import { aliveAfter, shareWithInterval, survivalCurve } from '../../sim/lab/survival.ts'

const outcomes = [{ deathDay: 30 }, { deathDay: 30 }, { deathDay: 80 }, { deathDay: null }]

describe('survival', () => {
  it('steps down after the days on which runs die, and goes on to the last', () => {
    const steps = survivalCurve(outcomes, 100).map(([day, share]) => [day, share])
    expect(steps).toEqual([
      [0, 1],
      [31, 0.5],
      [81, 0.25],
      [100, 0.25],
    ])
  })

  it('of a run that dies on its last day has no step beyond it', () => {
    expect(survivalCurve([{ deathDay: 59 }], 60).map(([day]) => day)).toEqual([0, 60])
  })

  it('after a day counts runs that die on a later day', () => {
    expect(aliveAfter(outcomes, 30)).toBe(1)
    expect(aliveAfter(outcomes, 31)).toBe(0.5)
  })

  it('has Wilson’s interval, which says something even when none or all live', () => {
    // Newcombe 1998: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
    const [, low, high] = shareWithInterval(81, 263)
    expect(low).toBeCloseTo(0.2553, 4)
    expect(high).toBeCloseTo(0.3662, 4)
    expect(shareWithInterval(0, 20)[1]).toBe(0)
    expect(shareWithInterval(0, 20)[2]).toBeCloseTo(0.1611, 4)
    expect(shareWithInterval(20, 20)[2]).toBe(1)
  })
})
