/**
 * How many things fall on `day` when `perDay` of them happen a day from day `from` on: fractions add up to
 * whole things without a draw (contract §2). 0 before `from`.
 */
export function countOn(day: number, from: number, perDay: number): number {
  if (day < from) return 0
  return Math.floor((day - from + 1) * perDay) - Math.floor((day - from) * perDay)
}
