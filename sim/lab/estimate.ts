import { quantile } from './quantile.ts'
import { studentQuantile } from './numerics.ts'

/** What many runs say about one number. */
export interface Estimate {
  /** Runs in which the number could be told. */
  readonly runs: number
  readonly mean: number
  readonly median: number
  readonly p10: number
  readonly p90: number
  /** Where the mean of endlessly many runs lies, with 95 % confidence (Student); null from fewer than two runs. */
  readonly ci95: readonly [number, number] | null
}

/** The estimate of values, nulls left out; null when none is left. */
export function estimate(values: readonly (number | null)[]): Estimate | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  const { mean, half } = meanOf(known)
  return {
    runs: known.length,
    mean,
    median: quantile(known, 0.5),
    p10: quantile(known, 0.1),
    p90: quantile(known, 0.9),
    ci95: half === null ? null : [mean - half, mean + half],
  }
}

interface Mean {
  readonly mean: number
  /** Sum of squared distances from the mean ÷ (n − 1); 0 for one value. */
  readonly variance: number
  /** Half the width of the 95 % interval of the mean; null from fewer than two values. */
  readonly half: number | null
}

/** Mean, variance and the half width of the mean's interval. */
export function meanOf(values: readonly number[]): Mean {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  if (count < 2) return { mean, variance: 0, half: null }
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (count - 1)
  return { mean, variance, half: studentQuantile(0.975, count - 1) * Math.sqrt(variance / count) }
}

/** The difference b − a of runs that share their seeds, and what sharing them was worth. */
export interface PairedEstimate extends Estimate {
  /** How far a and b rise and fall together over seeds (−1 to 1); null where one of them never moves. */
  readonly correlation: number | null
  /** Share of the variance of an unpaired difference that pairing takes away; null where nothing moves. */
  readonly varianceSaved: number | null
  /** Width of the unpaired interval ÷ width of this one; null where either has none. */
  readonly narrower: number | null
  /** Runs until the interval leaves 0, if mean and spread stay as they are; null for a mean of 0. */
  readonly runsNeeded: number | null
}

/** The pairs in which both numbers can be told. */
function wholePairs(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
): (readonly [number, number])[] {
  return a.flatMap((value, at) => {
    const other = b[at] ?? null
    return value === null || other === null ? [] : [[value, other] as const]
  })
}

/** Compares value by value; pairs in which one number cannot be told are left out. Null when no pair is left. */
export function estimatePaired(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
): PairedEstimate | null {
  const pairs = wholePairs(a, b)
  const differences = pairs.map(([first, second]) => second - first)
  const whole = estimate(differences)
  if (whole === null) return null
  const first = meanOf(pairs.map(([value]) => value))
  const second = meanOf(pairs.map(([, value]) => value))
  const { mean, variance, half } = meanOf(differences)
  const unpaired = first.variance + second.variance
  const covariance = (unpaired - variance) / 2
  const spread = Math.sqrt(first.variance * second.variance)
  return {
    ...whole,
    correlation: spread === 0 ? null : covariance / spread,
    varianceSaved: unpaired === 0 ? null : 1 - variance / unpaired,
    narrower: variance === 0 || half === null ? null : Math.sqrt(unpaired / variance),
    runsNeeded: runsNeeded(mean, variance),
  }
}

/** Above so many runs Student's t is the normal distribution's to a thousandth. */
const MANY_RUNS = 2000

/** Fewest runs whose interval around the mean leaves 0 out: as many or more are enough, fewer are not. */
function runsNeeded(mean: number, variance: number): number | null {
  if (mean === 0) return null
  const atLeast = Math.max(2, Math.ceil((1.959964 * 1.959964 * variance) / (mean * mean)))
  if (atLeast > MANY_RUNS) return atLeast
  let runs = atLeast
  while (studentQuantile(0.975, runs - 1) * Math.sqrt(variance / runs) >= Math.abs(mean)) runs += 1
  return runs
}

/**
 * The relative difference mean(b) ÷ mean(a) − 1 of paired runs, with its 95 % interval by the delta method: ratios of
 * means, because ratios of single runs explode where one of them is near 0. Null where there is no pair, or mean(a) is
 * not above 0.
 */
export function estimateRatio(a: readonly (number | null)[], b: readonly (number | null)[]): Estimate | null {
  const pairs = wholePairs(a, b)
  if (pairs.length === 0) return null
  const base = meanOf(pairs.map(([value]) => value)).mean
  if (base <= 0) return null
  const ratio = meanOf(pairs.map(([, value]) => value)).mean / base
  return estimate(pairs.map(([first, second]) => ratio - 1 + (second - ratio * first) / base))
}
