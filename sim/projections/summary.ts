import type { Cause } from '../model/causes.ts'
import { notSimulated } from '../scenario/not-simulated.ts'
import { blameShares } from './blame.ts'
import { endsOf, momentsIn, type Ends, type History } from './history.ts'
import type { MetricName } from './metric.ts'
import type { Moment } from './moments.ts'
import type { Watched } from './watch.ts'

export type Metrics = Readonly<Record<MetricName, number | null>>

type CauseShares = Partial<Record<Cause, number>>

/** What `qunxiang run --json` prints (contracts §5). */
export interface Summary extends Ends {
  readonly format: 'qunxiang-summary/1'
  /** Name of the scenario: that of its file. */
  readonly scenario: string
  readonly scenarioHash: string
  readonly seed: string
  readonly engine: string
  readonly days: number
  /** Last digest of the chain: equal digests mean equal histories. */
  readonly digest: string
  readonly events: number
  /** Metrics after 30, 90 and 180 whole days, as far as the run goes. */
  readonly at: Readonly<Record<string, Metrics>>
  readonly final: Metrics
  /** Shares by cause, adding up to 1; empty where nobody left or muted. */
  readonly causes: { readonly departures: CauseShares; readonly mutes: CauseShares }
  readonly moments: readonly Moment[]
  /** Paths of the scenario that this engine does not simulate yet. */
  readonly notSimulated: readonly string[]
}

/** Days after which a summary tells the metrics. */
const SUMMARY_DAYS = [30, 90, 180]

/** The summary of a run that was watched to its end. */
export function summaryOf(name: string, { header, history, digest, events }: Watched): Summary {
  const { scenario, scenarioHash, seed, engine } = header
  const { deathDay, silentDay, groups } = endsOf(history)
  const { departures, mutes } = history.blame
  const days = history.metrics.length - 1
  return {
    format: 'qunxiang-summary/1',
    scenario: name,
    scenarioHash,
    seed,
    engine,
    days,
    digest,
    events,
    deathDay,
    silentDay,
    groups,
    at: Object.fromEntries(
      SUMMARY_DAYS.filter((day) => day <= days).map((day) => [day, metricsAfter(history, day)]),
    ),
    final: metricsAfter(history, days),
    causes: { departures: blameShares(departures), mutes: blameShares(mutes) },
    moments: momentsIn(history),
    notSimulated: notSimulated(scenario),
  }
}

/** All metrics after so many whole days; the day must lie within the history. */
export function metricsAfter(history: History, day: number): Metrics {
  return history.metrics[day] as Metrics
}
