import { quote } from '../events/log-error.ts'
import { isMap } from '../events/log-json.ts'
import { invariant } from '../model/invariant.ts'
import type { Fork } from '../engine/stages.ts'
import { METRIC_NAMES } from '../projections/metric.ts'
import type { Edit } from '../scenario/edit.ts'
import { resolveScenario } from '../scenario/resolve.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { RunResult, Wish } from './outcome.ts'

// What threads tell each other. Both sides are ours, so what is wrong with a message is a bug and no input; but one that
// was let in could keep a thread busy for ever, and nobody would know of which run.

/** What is run with many seeds: a scenario, or with forks a branch of it. */
export interface Arm {
  readonly scenario: Scenario
  readonly forks?: readonly Fork[]
}

/** One run to be done. */
export interface Job extends Partial<Arm> {
  /** Place in the list of jobs; comes back with the result. */
  readonly place: number
  /**
   * Number of the arm among those that are run. The arm itself comes with the first job of it that a worker gets;
   * afterwards the worker knows it, until another one comes under its number.
   */
  readonly arm: number
  readonly seed: string
  readonly wish: Wish
}

/** What a worker answers to a job. */
export interface JobDone {
  readonly place: number
  readonly result: RunResult
}

/** The job that a message is. Throws where it is none. */
export function readJob(message: unknown): Job {
  const { place, arm, seed, wish, scenario, forks } = mustBeMap(message, 'a job')
  invariant(isCount(place), `job.place must be a whole number from 0, got ${kindOf(place)}`)
  invariant(isCount(arm), `job.arm must be a whole number from 0, got ${kindOf(arm)}`)
  invariant(typeof seed === 'string', `job.seed must be a text, got ${kindOf(seed)}`)
  const job = { place, arm, seed, wish: readWish(wish) }
  if (scenario === undefined) return job
  // What is resolved already resolves to itself.
  const resolved = resolveScenario(scenario, 'job.scenario', () => undefined)
  return { ...job, scenario: resolved, ...(forks !== undefined && { forks: readForks(forks) }) }
}

/** Whether their edits fit the scenario is found when they are made. */
function readForks(value: unknown): readonly Fork[] {
  return mustBeList(value, 'job.forks').map((fork) => {
    const { at, edits } = mustBeMap(fork, 'job.forks')
    invariant(isCount(at), `job.forks.at must be a whole number from 0, got ${kindOf(at)}`)
    return { at, edits: mustBeList(edits, 'job.forks.edits').map(readEdit) }
  })
}

function readEdit(edit: unknown): Edit {
  const { path, value } = mustBeMap(edit, 'job.forks.edits')
  invariant(typeof path === 'string', `job.forks.edits.path must be a text, got ${kindOf(path)}`)
  return { path, value }
}

function readWish(value: unknown): Wish {
  const { days, series, staying } = mustBeMap(value, 'job.wish')
  invariant(isListOf(days, isCount), `job.wish.days must be days, got ${kindOf(days)}`)
  invariant(isListOf(series, isMetric), `job.wish.series must be names of metrics, got ${kindOf(series)}`)
  if (staying === undefined) return { days, series }
  invariant(typeof staying === 'boolean', `job.wish.staying must be true or false, got ${kindOf(staying)}`)
  return { days, series, staying }
}

/** The answer that a message is. Throws where it is none. */
export function readJobDone(message: unknown): JobDone {
  const { place, result } = mustBeMap(message, 'an answer')
  invariant(isCount(place), `answer.place must be a whole number from 0, got ${kindOf(place)}`)
  const { seed, failure, deathDay, silentDay, at, series, staying } = mustBeMap(result, 'answer.result')
  invariant(typeof seed === 'string', `answer.result.seed must be a text, got ${kindOf(seed)}`)
  const isFailure = typeof failure === 'string'
  const areDays = [deathDay, silentDay].every((day) => day === null || isCount(day))
  const isStaying = staying === undefined || staying instanceof Float64Array
  const isOutcome = failure === undefined && areDays && areMetrics(at) && areSeries(series) && isStaying
  invariant(isFailure || isOutcome, `answer.result must be an outcome or a failure, got neither`)
  return message as JobDone // which it was just found to be
}

function areMetrics(at: unknown): boolean {
  if (!isMap(at)) return false
  const isValue = (value: unknown): boolean => value === null || typeof value === 'number'
  return Object.values(at).every(
    (metrics) => isMap(metrics) && METRIC_NAMES.every((name) => isValue(metrics[name])),
  )
}

function areSeries(series: unknown): boolean {
  if (!isMap(series)) return false
  return Object.entries(series).every(([name, days]) => isMetric(name) && days instanceof Float64Array)
}

function mustBeMap(value: unknown, what: string): Readonly<Record<string, unknown>> {
  invariant(isMap(value), `${what} must be a map, got ${kindOf(value)}`)
  return value
}

function mustBeList(value: unknown, what: string): readonly unknown[] {
  invariant(Array.isArray(value), `${what} must be a list, got ${kindOf(value)}`)
  return value as readonly unknown[]
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem)
}

function isMetric(value: unknown): value is (typeof METRIC_NAMES)[number] {
  return METRIC_NAMES.some((name) => name === value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** Messages may hold what JSON cannot: only what is plain is quoted. */
function kindOf(value: unknown): string {
  if (typeof value === 'string' || value === undefined) return quote(value)
  return typeof value === 'object' && value !== null ? 'a list or a map' : String(value)
}
