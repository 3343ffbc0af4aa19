import { invariant } from '../model/invariant.ts'

/** The value below which a share p (0–1) of the values lies (type 7: linear between the sorted values). */
export function quantile(values: readonly number[], p: number): number {
  invariant(values.length > 0, 'a quantile needs at least one value')
  const sorted = [...values].sort((a, b) => a - b)
  const place = p * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  // Runs that never die count as infinitely long; between two of them there is nothing to interpolate.
  return low === high ? low : low + (high - low) * (place - below)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
