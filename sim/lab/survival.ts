import type { Outcome } from './outcome.ts'

/** After so many whole days: the share of runs that live, and its 95 % interval. */
export type SurvivalStep = readonly [day: number, share: number, low: number, high: number]

/**
 * The survival curve of runs that share their length: the product-limit (Kaplan–Meier) estimate, which without earlier
 * losses is the share that lives, with Wilson's interval, which stays within 0–1 and says something at both ends. A
 * run whose `deathDay` is d lives after d whole days and is dead after d + 1. One step where the share changes, besides the first day and the last.
 */
export function survivalCurve(outcomes: readonly Pick<Outcome, 'deathDay'>[], days: number): SurvivalStep[] {
  const deaths = outcomes.flatMap(({ deathDay }) => (deathDay === null ? [] : [deathDay]))
  const change = [...new Set([0, ...deaths.map((death) => death + 1), days])].sort((a, b) => a - b)
  return change.map((day) => {
    const alive = outcomes.length - deaths.filter((death) => death < day).length
    return [day, ...shareWithInterval(alive, outcomes.length)]
  })
}

/** Share of runs that live after so many whole days. */
export function aliveAfter(outcomes: readonly Pick<Outcome, 'deathDay'>[], day: number): number {
  return outcomes.filter(({ deathDay }) => deathDay === null || deathDay >= day).length / outcomes.length
}

/** A share and Wilson's 95 % interval for it (Wilson 1927). */
export function shareWithInterval(part: number, whole: number): [share: number, low: number, high: number] {
  const share = part / whole
  const z2 = 1.959964 * 1.959964
  const middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
  const half = Math.sqrt(z2 * ((share * (1 - share)) / whole + z2 / (4 * whole * whole))) / (1 + z2 / whole)
  return [share, part === 0 ? 0 : Math.max(0, middle - half), part === whole ? 1 : Math.min(1, middle + half)]
}
