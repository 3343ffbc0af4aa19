// The one module of the lab that may use functions whose last bit differs between engines (an arctangent): what comes
// from here is for intervals that people read, and never decides anything in a run.

/**
 * Student's t: the chance that a value is at most t, for whole degrees of freedom ≥ 1. By the finite sums that hold for
 * whole numbers (Abramowitz & Stegun 26.7.3–4), exact to rounding.
 */
export function studentChance(t: number, degrees: number): number {
  const cos2 = degrees / (degrees + t * t)
  const cos = Math.sqrt(cos2)
  const sin = t / Math.sqrt(degrees + t * t)
  const isOdd = degrees % 2 === 1
  let term = isOdd ? cos : 1
  let sum = degrees === 1 ? 0 : term
  for (let k = isOdd ? 2 : 1; k <= degrees - 3; k += 2) {
    term *= (cos2 * k) / (k + 1)
    sum += term
  }
  const between = isOdd ? (2 / Math.PI) * (Math.atan2(sin, cos) + sin * sum) : sin * sum
  return 0.5 + between / 2
}

/** The t below which a share p (above ½, below 1) of Student's distribution lies. */
export function studentQuantile(p: number, degrees: number): number {
  let low = 0
  let high = 1
  while (studentChance(high, degrees) < p) high *= 2
  // Sixty halvings leave less than the rounding of the sums.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (studentChance(middle, degrees) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
