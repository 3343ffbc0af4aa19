import { leavesOf } from './scenario-leaves.ts'
import type { FileValues } from '../scenario/shortest.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** How large a scenario is. Of two the smaller one is smaller in the first of these in which they differ. */
export interface ScenarioSize {
  /** Values that the file has to say, besides format, name, days, people and founders: the rules. */
  readonly rules: number
  /** People of the market, founders and planned newcomers. */
  readonly people: number
  readonly days: number
  /** Digits of the numbers among the rules, without zeros at either end: 0.75 has two, 500 has one, 0 has none. */
  readonly digits: number
  /** Sum of these numbers, without their signs. */
  readonly amount: number
}

const SIZES = ['rules', 'people', 'days', 'digits', 'amount'] as const

/** The size of a scenario whose shortest file has these values. */
export function sizeOf({ market, founders, arrivals, days }: Scenario, values: FileValues): ScenarioSize {
  const rules = leavesOf(values).filter(({ isRule }) => isRule)
  const numbers = rules.flatMap(({ value }) => (typeof value === 'number' ? [Math.abs(value)] : []))
  const newcomers = arrivals.reduce(
    (sum, { from, to, perDay }) => sum + Math.floor(Math.max(0, Math.min(to, days) - from) * perDay),
    0,
  )
  return {
    rules: rules.length,
    people: market.people + founders + newcomers,
    days,
    digits: numbers.reduce((sum, number) => sum + digitsOf(number), 0),
    // Rounded, so that the order of a sum does not count.
    amount: Number(numbers.reduce((sum, number) => sum + number, 0).toFixed(6)),
  }
}

export function isSmaller(a: ScenarioSize, b: ScenarioSize): boolean {
  const first = SIZES.find((name) => a[name] !== b[name])
  return first !== undefined && a[first] < b[first]
}

function digitsOf(number: number): number {
  const [digits = ''] = String(number).split('e')
  return digits.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length
}
