import { expect, it } from 'vitest'
import { studentChance, studentQuantile } from '../../sim/lab/numerics.ts'

// Printed tables of Student's t (Abramowitz & Stegun, table 26.10).
it.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [9, 2.262],
  [30, 2.042],
  [120, 1.98],
  [1999, 1.961],
])('with %i degrees of freedom 97.5 % lie below %d', (degrees, t) => {
  expect(studentQuantile(0.975, degrees)).toBeCloseTo(t, 3)
  expect(studentChance(studentQuantile(0.975, degrees), degrees)).toBeCloseTo(0.975, 12)
})

it('half of Student’s distribution lies below 0', () => {
  expect(studentChance(0, 1)).toBe(0.5)
  expect(studentChance(0, 8)).toBe(0.5)
})
