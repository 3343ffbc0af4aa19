import type { Account, Cause, Ledger } from '../../sim/index.ts'

/** One bar of a waterfall: from the sum of those before it to the sum with it. */
export interface Step {
  /** `others`: everything that is too small for a bar of its own. */
  readonly cause: Cause | 'fading' | 'others'
  readonly change: number
  readonly from: number
  readonly to: number
}

/** Below this a cause has no bar of its own. */
const SMALL = 0.005

/**
 * How one of her ledgers came to stand where it stood after `day` whole days: from 0 through the sums of all causes to
 * the stored value. First what she brought along, then gains, then losses, the largest first; what faded comes last,
 * because it takes from all of them.
 */
export function buildUp({ ledger }: Account, name: Ledger, day: number): readonly Step[] {
  const sums = new Map<Step['cause'], number>()
  for (const { day: on, variable, cause, change } of ledger) {
    if (on < day && variable === name) sums.set(cause, (sums.get(cause) ?? 0) + change)
  }
  let small = 0
  const large: (readonly [Step['cause'], number])[] = []
  for (const [cause, sum] of sums) {
    if (Math.abs(sum) < SMALL) small += sum
    else large.push([cause, sum])
  }
  large.sort(([one, a], [other, b]) => turnOf(one, a) - turnOf(other, b) || Math.abs(b) - Math.abs(a))
  if (small !== 0) large.push(['others', small])
  let at = 0
  return large.map(([cause, change]) => {
    const from = at
    at += change
    return { cause, change, from, to: at }
  })
}

/** Where the steps end: the stored value, but for the rounding of its 32 bits. */
export function endOf(steps: readonly Step[]): number {
  return steps.at(-1)?.to ?? 0
}

function turnOf(cause: Step['cause'], change: number): number {
  if (cause === 'expectation') return 0
  if (cause === 'fading') return 3
  return change > 0 ? 1 : 2
}
