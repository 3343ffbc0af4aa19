import type { FailedRun, Outcome } from '../../sim/lab/outcome.ts'
import { METRIC_NAMES } from '../../sim/projections/metric.ts'
import type { Metrics } from '../../sim/projections/summary.ts'

/** Metrics that say nothing, but for what is given. */
export function metricsWith(given: Partial<Metrics>): Metrics {
  return { ...(Object.fromEntries(METRIC_NAMES.map((name) => [name, null])) as Metrics), ...given }
}

/** A run as an ensemble keeps it: when it died, and metrics after some days. */
export function outcomeWith(
  seed: string,
  deathDay: number | null,
  at: Readonly<Record<number, Partial<Metrics>>> = {},
): Outcome {
  const metrics = Object.entries(at).map(([day, given]) => [day, metricsWith(given)])
  return { seed, deathDay, silentDay: deathDay, at: Object.fromEntries(metrics) as Outcome['at'], series: {} }
}

export function failedRun(seed: string): FailedRun {
  return { seed, failure: 'out of memory' }
}
