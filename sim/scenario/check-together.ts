import { SUM_TOLERANCE } from './check-numbers.ts'
import type { Path } from './path.ts'
import type { Scenario } from './scenario.ts'

/** What must hold between fields. A number that is wrong in itself is NaN here and fits anything. */
export function checkTogether(scenario: Scenario, report: (path: Path, says: string) => void): void {
  checkPains(scenario, report)
  checkFounders(scenario, report)
  scenario.arrivals.forEach(({ from, to }, index) => {
    if (to <= from) report(['arrivals', index, 'to'], `must be greater than from (${from}), got ${to}`)
  })
  checkPlan(scenario, report)
}

function checkPains({ market }: Scenario, report: (path: Path, says: string) => void): void {
  const sum = Object.values(market.pains).reduce((sum, share) => sum + share, 0)
  if (sum > 1 + SUM_TOLERANCE)
    report(['market', 'pains'], `must add up to at most 1, got ${Number(sum.toFixed(6))}`)
}

function checkFounders(
  { founders, market, community }: Scenario,
  report: (path: Path, says: string) => void,
): void {
  const seats = community.groups * community.capacity
  if (founders > market.people) {
    report(['founders'], `must be at most market.people (${market.people}), got ${founders}`)
  } else if (founders > seats) {
    report(['founders'], `must be at most groups × capacity (${seats}), got ${founders}`)
  }
}

function checkPlan({ plan, offer }: Scenario, report: (path: Path, says: string) => void): void {
  plan.forEach(({ from, ads }, index) => {
    const before = plan[index - 1]
    if (before !== undefined && from <= before.from) {
      report(
        ['plan', index, 'from'],
        `must be greater than plan[${index - 1}].from (${before.from}), got ${from}`,
      )
    }
    // Ads without anything to sell are allowed: they annoy all the same.
    const repeats = before?.ads.offer === ads.offer && before.ads.perDay > 0
    if (offer.length > 0 && ads.perDay > 0 && ads.offer >= offer.length && !repeats) {
      const numbers = offer.length === 1 ? '0' : `0 to ${offer.length - 1}`
      report(['plan', index, 'ads', 'offer'], `must be the number of an offer (${numbers}), got ${ads.offer}`)
    }
  })
}
