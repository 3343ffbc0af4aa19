import { describe, expect, it } from 'vitest'
import { overtakingDay } from '../../sim/lab/overtaking.ts'

describe('the overtaking day', () => {
  it('is the first after which the later one stays ahead to the end', () => {
    expect(overtakingDay([0, 5, 5, 5, 5], [0, 1, 6, 4, 9])).toBe(4)
    expect(overtakingDay([0, 5, 5, 5], [0, 6, 7, 8])).toBe(1)
  })

  it('is 0 when it was ahead from the first morning, and null when it is not ahead at the end', () => {
    expect(overtakingDay([0, 0], [1, 1])).toBe(0)
    expect(overtakingDay([0, 5], [1, 5])).toBeNull()
  })
})
