// The door for outsiders: what the page, and anybody who uses the engine as a library, may rely on. Nobody inside
// sim/ imports it.

export { ENGINE } from './model/engine-version.ts'
export { PARAMETERS, PARAMETER_NAMES, type ParameterName, type Parameters } from './model/parameters.ts'
export type { Parameter } from './model/parameter.ts'
export {
  CAUSES,
  DEPARTURE_CAUSES,
  LEDGERS,
  SHOCKS,
  type Cause,
  type Ledger,
  type ShockName,
} from './model/causes.ts'
export { CAUSE_WORDS, WITHOUT_CAUSE, wordsIn, type RemovableCause } from './model/cause-words.ts'
export { LIMITS } from './model/limits.ts'
export { LOCALES, type Locale, type LocalText } from './model/local-text.ts'
export type { Phase, Scenario, Shock } from './scenario/scenario.ts'
export { SCENARIO_FIELDS } from './model/scenario-fields.ts'
export type { Field } from './model/field.ts'
export { resolveScenario } from './scenario/resolve.ts'
export { readScenarioText, resolveScenarioText } from './scenario/read-scenario.ts'
export { scenarioFile, variantFile } from './scenario/scenario-file.ts'
export { editScenario, type Edit } from './scenario/edit.ts'
export { ScenarioError, type Problem } from './scenario/problem.ts'
export { notSimulated } from './scenario/not-simulated.ts'
export { KINDS, KIND_NAMES, type KindName } from './events/kinds.ts'
export type { Rows } from './events/rows.ts'
export { run, type Observer, type RunOptions } from './engine/run.ts'
export { createTranscript, type Transcript } from './engine/transcript.ts'
export { METRIC_NAMES, type MetricName } from './projections/metric.ts'
export { METRICS } from './projections/metrics.ts'
export { METRIC_WORDS } from './projections/metric-words.ts'
export { MOMENT_KINDS, type Moment, type MomentKind } from './projections/moments.ts'
export {
  FRAME,
  FRAME_BUYER,
  FRAME_BYTES,
  FRAME_FAN,
  FRAME_MEETING,
  FRAME_MET,
  FRAME_MUTED,
  FRAME_ON_TOPIC,
  FRAME_OPENED,
  FRAME_SPOKE,
  SEAT_STATES,
  type SeatState,
} from './projections/frames.ts'
export { ACTIVITY_KINDS, type ActivityKind, type Playback } from './projections/playback.ts'
export type { Endings } from './projections/endings.ts'
export { computePlayback, type PlaybackOptions } from './projections/compute-playback.ts'
export { accountOf, createAccountant, type Account, type LedgerEntry } from './projections/account.ts'
export {
  REMOVABLE_CAUSES,
  againWithout,
  fateIn,
  forksWithout,
  isRemovable,
  outcomeIn,
  scenarioWithout,
  withoutCause,
  worldWithout,
  type Again,
  type MemberFate,
  type Without,
} from './projections/counterfactual.ts'
export { stayingOf, type Stay, type Staying } from './projections/staying.ts'
export { whatChanged, type WhatChanged } from './projections/what-changed.ts'
export type { Fate, FateChange, TwoFates } from './projections/fates.ts'
export { createLogPlayback, type LogPlayback } from './projections/log-playback.ts'
export { createBlockSplitter, type Block } from './events/qlog-blocks.ts'
export { createQlogTranscriber } from './events/qlog-text.ts'
export { createLineSplitter } from './events/jsonl-lines.ts'
export { LogError } from './events/log-error.ts'
export type { Fork } from './engine/stages.ts'
export type { Arm, Job, JobDone } from './lab/job.ts'
export { createJobber } from './lab/jobber.ts'
export { createLab, type Ask, type Lab, type RunDone } from './lab/lab.ts'
export { runArms, type EnsembleOptions } from './lab/ensemble.ts'
export type { LabWorker } from './lab/team.ts'
export {
  hasFailed,
  outcomeOf,
  seedOfRun,
  type ArmResults,
  type FailedRun,
  type Outcome,
  type RunResult,
} from './lab/outcome.ts'
export { daysToTell, ensembleReport, type EnsembleReport } from './lab/ensemble-report.ts'
export { survivalCurve, type SurvivalStep } from './lab/survival.ts'
