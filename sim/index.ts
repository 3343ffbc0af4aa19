// The door for outsiders: what the page, and anybody who uses the engine as a library, may rely on. Nobody inside
// sim/ imports it.

export { ENGINE } from './model/engine-version.ts'
export { PARAMETERS, PARAMETER_NAMES, type ParameterName, type Parameters } from './model/parameters.ts'
export type { Parameter } from './model/parameter.ts'
export { CAUSES, SHOCKS, type Cause, type ShockName } from './model/causes.ts'
export { CAUSE_WORDS, WITHOUT_CAUSE, wordsIn, type RemovableCause } from './model/cause-words.ts'
export { LIMITS } from './model/limits.ts'
export { LOCALES, type Locale, type LocalText } from './model/local-text.ts'
export type { Phase, Scenario, Shock } from './scenario/scenario.ts'
export { resolveScenario } from './scenario/resolve.ts'
export { ScenarioError, type Problem } from './scenario/problem.ts'
export { notSimulated } from './scenario/not-simulated.ts'
export { KINDS, KIND_NAMES, type KindName } from './events/kinds.ts'
export { run, type Observer, type RunOptions } from './engine/run.ts'
export { METRIC_NAMES, type MetricName } from './projections/metric.ts'
export { METRICS } from './projections/metrics.ts'
export { MOMENT_KINDS, type Moment, type MomentKind } from './projections/moments.ts'
export {
  FRAME,
  FRAME_BUYER,
  FRAME_BYTES,
  FRAME_FAN,
  FRAME_MUTED,
  FRAME_OPENED,
  FRAME_SPOKE,
  SEAT_STATES,
  type SeatState,
} from './projections/frames.ts'
export { ACTIVITY_KINDS, type ActivityKind, type Playback } from './projections/playback.ts'
export { computePlayback } from './projections/compute-playback.ts'
export {
  LEDGERS,
  accountOf,
  createAccountant,
  type Account,
  type Ledger,
  type LedgerEntry,
} from './projections/account.ts'
export { isRemovable, withoutCause, type Without } from './projections/counterfactual.ts'
export { createLogPlayback, type LogPlayback } from './projections/log-playback.ts'
export { createBlockSplitter, type Block } from './events/qlog-blocks.ts'
export { createLineSplitter } from './events/jsonl-lines.ts'
export { LogError } from './events/log-error.ts'
export type { Fork } from './engine/stages.ts'
export type { Job, JobDone } from './lab/job.ts'
export { createJobber } from './lab/jobber.ts'
export { runArms, type ArmResults, type EnsembleOptions, type LabWorker } from './lab/ensemble.ts'
export {
  hasFailed,
  outcomeOf,
  seedOfRun,
  type FailedRun,
  type Outcome,
  type RunResult,
} from './lab/outcome.ts'
export { daysToTell, ensembleReport, type EnsembleReport } from './lab/ensemble-report.ts'
export { survivalCurve, type SurvivalStep } from './lab/survival.ts'
