import { describe, expect, it } from 'vitest'
import { COLOUR_BYS, isHidden, stepOf } from '../../../viz/stage/look.ts'
import { RAMP_STEPS } from '../../../viz/stage/palette.ts'

describe('what colours may stand for', () => {
  it('an owner sees as far as it shows: states and orders', () =>
    expect(COLOUR_BYS.filter((colourBy) => !isHidden(colourBy, 'owner'))).toEqual(['state', 'spending']))
  it('is all to be seen in truth', () =>
    expect(COLOUR_BYS.some((colourBy) => isHidden(colourBy, 'truth'))).toBe(false))
})

describe('steps of a ramp', () => {
  it('rise with the score from the first to the last', () => {
    const steps = Array.from({ length: 256 }, (_, byte) => stepOf('trust', byte))
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect([...new Set(steps)]).toEqual(Array.from({ length: RAMP_STEPS }, (_, step) => step))
  })
  it('count orders one by one', () =>
    expect([0, 1, 5, 6, 40].map((orders) => stepOf('spending', orders))).toEqual([0, 1, 5, 6, 6]))
})
