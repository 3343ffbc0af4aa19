import type { Cause, RunResult } from '../../sim/index.ts'
import type { Avoided } from './blame.ts'
import type { ChartContext } from './chart.ts'

/** How long members stayed in one rerun: the share still there k days after joining, at index k. */
export interface RerunCurve {
  readonly days: Float64Array
}

/** What is known of the runs of one side. */
export interface KnownRuns {
  /** The seed SEED of the runs SEED/0, SEED/1, … */
  readonly seed: string
  /** A result a run, null where it is still to come. */
  readonly results: readonly (RunResult | null)[]
}

export interface AvoidableOptions {
  /** Aborted when the reader cancels: the promise then rejects, or resolves to what was done. */
  readonly signal: AbortSignal
  /** Runs done, of all of this side. */
  readonly onProgress: (done: number, all: number) => void
}

/** What some charts ask the page for; what is not given is not offered. `side`: its place among the page's sides. */
export interface ChartHooks {
  readonly reruns?: (side: number) => readonly RerunCurve[] | null
  /** Departures avoided without each cause that can be taken away. */
  readonly avoidable?: (side: number, options: AvoidableOptions) => Promise<readonly Avoided[]>
  /** Marks the seats of those who left for this reason; null: none any longer. */
  readonly highlight?: (side: number, cause: Cause | null) => void
  readonly known?: (side: number) => KnownRuns | null
  /** The runs of `known`, done where they are shown. They go on when a chart is built anew. */
  readonly rerun?: {
    readonly isRunning: () => boolean
    readonly start: (sides: readonly number[]) => void
    readonly stop: () => void
  }
  readonly openOutcomes?: () => void
  readonly openRun?: (seed: string) => void
}

export interface MoreContext extends ChartContext {
  readonly hooks: ChartHooks
}
