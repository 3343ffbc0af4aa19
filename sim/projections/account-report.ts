import type { Cause } from '../model/causes.ts'
import type { Account, LedgerEntry, OutcomeOfMember } from './account.ts'
import type { Without } from './counterfactual.ts'

/** What `qunxiang why --json` prints (contracts §5). */
export interface AccountReport {
  readonly format: 'qunxiang-why/1'
  readonly member: number
  readonly joinedDay: number
  readonly outcome: OutcomeOfMember
  readonly day: number | null
  readonly shares: Readonly<Partial<Record<Cause, number>>>
  readonly ledger: readonly LedgerEntry[]
  /** The same history without the main cause; null where there is none, or none that can be switched off. */
  readonly without: Without | null
}

export function accountReport(account: Account, without: Without | null): AccountReport {
  const { person, joinedDay, outcome, day, shares, ledger } = account
  return { format: 'qunxiang-why/1', member: person, joinedDay, outcome, day, shares, ledger, without }
}
