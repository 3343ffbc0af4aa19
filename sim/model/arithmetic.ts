// Only + − × ÷, comparison and floor: these give the same bits in every JavaScript engine
// (model.md §5), which exp, log and pow do not.

/** Saturation x ÷ (x + half): 0 for x ≤ 0, ½ at `half`, towards 1. */
export function saturate(x: number, half: number): number {
  return x > 0 ? x / (x + half) : 0
}

/** Hill function x² ÷ (x² + half²): a soft threshold at `half`. 0 for x ≤ 0. */
export function hill(x: number, half: number): number {
  return x > 0 ? (x * x) / (x * x + half * half) : 0
}

/** A hard gate x⁴ ÷ (x⁴ + half⁴). 0 for x ≤ 0. */
export function gate(x: number, half: number): number {
  if (x <= 0) return 0
  const x2 = x * x
  const half2 = half * half
  return (x2 * x2) / (x2 * x2 + half2 * half2)
}

/** x cut to the range 0–1. */
export function cut(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x
}

/** e^x as (1 + x/1024)^1024 by ten squarings: within 1 % of e^x for |x| ≤ 4, equal in every engine. */
export function exponential(x: number): number {
  let power = 1 + x / 1024
  for (let squaring = 0; squaring < 10; squaring++) power *= power
  return power
}

/** ⌊x⌋, plus one when the draw u (0–1) falls below the rest: on average x. */
export function roundByDraw(x: number, u: number): number {
  const whole = Math.floor(x)
  return whole + (u < x - whole ? 1 : 0)
}
