import type { Claim, ClaimTest } from './claim.ts'
import { estimate, estimatePaired, estimateRatio, type Estimate } from './estimate.ts'
import { hasFailed, type ArmResults, type Outcome } from './outcome.ts'

export type Verdict = 'holds' | 'fails' | 'undecided'

/** What the runs say about one test of a claim. */
export interface JudgedTest {
  readonly test: ClaimTest
  readonly verdict: Verdict
  /** Mean effect; null where the metric cannot be told. */
  readonly effect: number | null
  readonly ci95: readonly [number, number] | null
  /** Whether the effect has the size that was claimed. */
  readonly inBand: boolean
}

/** What the runs say about a claim: it holds when all its tests do, and fails when one does. */
export interface Judged {
  readonly verdict: Verdict
  readonly tests: readonly JudgedTest[]
}

/** Judges a claim by the runs of its arms, which share their seeds. */
export function judge(claim: Claim, results: Readonly<Record<string, ArmResults>>): Judged {
  const tests = claim.tests.map((test) => judgeTest(test, results))
  const verdicts = tests.map(({ verdict }) => verdict)
  const verdict = verdicts.includes('fails')
    ? 'fails'
    : verdicts.every((one) => one === 'holds')
      ? 'holds'
      : 'undecided'
  return { verdict, tests }
}

function judgeTest(test: ClaimTest, results: Readonly<Record<string, ArmResults>>): JudgedTest {
  const effect = effectOf(test, results)
  return {
    test,
    verdict: verdictOf(test, effect?.ci95 ?? null),
    effect: effect?.mean ?? null,
    ci95: effect?.ci95 ?? null,
    inBand: effect !== null && isInBand(test, effect.mean),
  }
}

/**
 * contracts §5: a claim holds when the whole interval lies beyond the smallest effect that matters, and fails when the
 * whole interval lies short of it.
 */
export function verdictOf(
  { band, within, smallest }: Pick<ClaimTest, 'band' | 'within' | 'smallest'>,
  interval: readonly [number, number] | null,
): Verdict {
  if (interval === null) return 'undecided'
  const [low, high] = interval
  if (within !== null) {
    if (low >= within[0] && high <= within[1]) return 'holds'
    return high < within[0] || low > within[1] ? 'fails' : 'undecided'
  }
  const isUp = (band?.[0] ?? 0) > 0
  const [near, far] = isUp ? [low, high] : [-high, -low]
  if (near > smallest) return 'holds'
  return far < smallest ? 'fails' : 'undecided'
}

/** Whether every effect points where the claim says, however small it is. */
export function pointsAsClaimed({ tests }: Judged): boolean {
  return tests.every(({ test, effect }) => effect !== null && isOnItsSide(test, effect))
}

function isOnItsSide({ band, within, than, as, smallest }: ClaimTest, effect: number): boolean {
  if (within !== null) return effect >= within[0] && effect <= within[1]
  const near = band?.[0] ?? 0
  // A share of seeds lies on one side of a half; a number that is compared with nothing, beyond what matters.
  const middle = as === 'lead' ? 0.5 : than === null ? Math.sign(near) * smallest : 0
  return near > middle ? effect > middle : effect < middle
}

function isInBand({ band, within }: ClaimTest, effect: number): boolean {
  const [first, second] = within ?? band ?? [-Infinity, Infinity]
  return effect >= Math.min(first, second) && effect <= Math.max(first, second)
}

function effectOf(
  { metric, day, of, than, as }: ClaimTest,
  results: Readonly<Record<string, ArmResults>>,
): Estimate | null {
  const values = (arm: string) =>
    (results[arm] ?? []).map((result) =>
      result === null || hasFailed(result) ? null : valueOf(result, { metric, day }),
    )
  const of_ = values(of)
  if (than === null) return estimate(of_)
  const other = typeof than === 'string' ? values(than) : of_.map(() => than)
  if (as === 'ratio') return estimateRatio(other, of_)
  if (as === 'difference') return estimatePaired(other, of_)
  return estimate(of_.map((value, at) => leadOf(value, other[at] ?? null)))
}

function leadOf(value: number | null, other: number | null): number | null {
  if (value === null || other === null) return null
  return value === other ? 0.5 : value > other ? 1 : 0
}

/** A run that has not ended by the day of the test counts as ending on it: the mean is then a lower bound. */
function valueOf(outcome: Outcome, { metric, day }: Pick<ClaimTest, 'metric' | 'day'>): number | null {
  switch (metric) {
    case 'deathDay':
    case 'silentDay':
      return Math.min(outcome[metric] ?? day, day)
    case 'alive':
      return outcome.deathDay === null || outcome.deathDay >= day ? 1 : 0
    default:
      return outcome.at[day]?.[metric] ?? null
  }
}
