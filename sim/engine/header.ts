import { digestText, hexadecimal, startDigest } from '../events/digest.ts'
import { KINDS, KIND_NAMES } from '../events/kinds.ts'
import type { KindsOfLog } from '../events/log-kinds.ts'
import { ENGINE } from '../model/engine-version.ts'
import { parametersWith, type Parameters } from '../model/parameters.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { effectiveForks, type Fork } from './stages.ts'

/** The one version of the log protocol that this engine writes. */
export const LOG_FORMAT = 'qunxiang-log/1'

/** First line of a log: everything that is needed to fold it, and to run it again. */
export interface LogHeader {
  readonly format: typeof LOG_FORMAT
  readonly engine: string
  readonly seed: string
  readonly scenario: Scenario
  readonly scenarioHash: string
  /** Every parameter of the model, so that an old log folds under new defaults. */
  readonly parameters: Parameters
  /** Code and version of each kind of fact, and a mark on those that may be passed over. */
  readonly kinds: KindsOfLog
  /** What a branch changed, and when; a run has no such key. */
  readonly forks?: readonly Fork[]
}

/** The header of a run. */
export function logHeader(scenario: Scenario, seed: string, forks: readonly Fork[] = []): LogHeader {
  const effective = effectiveForks(scenario, forks)
  return {
    format: LOG_FORMAT,
    engine: ENGINE,
    seed: seed.normalize('NFC'),
    scenario,
    scenarioHash: scenarioHash(scenario),
    parameters: parametersWith(scenario.model),
    kinds: Object.fromEntries(KIND_NAMES.map((name) => [name, [KINDS[name].code, KINDS[name].version]])),
    ...(effective.length > 0 && { forks: effective }),
  }
}

/** Digest of a resolved scenario: equal for files that mean the same. */
export function scenarioHash(scenario: Scenario): string {
  const digest = startDigest()
  digestText(digest, JSON.stringify(scenario))
  return hexadecimal(digest)
}
